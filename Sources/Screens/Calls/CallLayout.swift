import Terminal

/// How the call log divides its rows between the list, the form and what is said about its field.
///
/// Every size is divided somehow: the field being typed in goes last, the list before it.
struct CallLayout {
  let frame: Frame
  /// The fields of each line of the form.
  let lines: [[CallField]]
  /// The rows of the list.
  let list: Int
  /// Whether a rule parts the list from the form.
  let hasRule: Bool
  /// The rows of the form; fewer than its lines where there is little room.
  let form: Int
  /// The rows for what the field offers.
  let hint: Int
  /// The rows for what matters about the pupils.
  let facts: Int

  init(_ size: Size, _ message: Message, _ form: CallForm?) {
    frame = Frame(size, messageLines: Frame.lines(of: message, size))
    let body = frame.body.count
    guard let form else {
      (lines, list, hasRule, self.form, hint, facts) = ([], max(body, 1), false, 0, 0, 0)
      return
    }
    lines = Self.lines(of: form, isWide: size.columns >= 60)
    hasRule = body >= 12
    hint = body >= 14 ? 2 : body >= 2 ? 1 : 0
    facts = body >= 17 ? 3 : body >= 14 ? 2 : body >= 7 ? 1 : 0
    let rest = body - (hasRule ? 1 : 0) - hint - facts
    // Two messages above say that there is a list at all.
    let least = rest >= 5 ? 2 : 0
    list = max(rest - lines.count, least)
    self.form = max(rest - list, 1)
  }

  /// On a wide screen what belongs together stands on one line.
  private static func lines(of form: CallForm, isWide: Bool) -> [[CallField]] {
    let wide: [[CallField]] = [
      [.pupil], [.from], [.words], [.code, .first, .last], [.doubt], [.overlap],
      [.out, .back, .channel], [.callBack, .telephone],
    ]
    let lines = isWide ? wide : CallField.allCases.map { [$0] }
    return lines.map { $0.filter(form.fields.contains) }.filter { !$0.isEmpty }
  }

  /// The lines of the form that are shown: a window in which the focused field is.
  func visible(_ focus: CallField) -> Range<Int> {
    let place = lines.firstIndex { $0.contains(focus) } ?? 0
    let top = min(max(place - form / 2, 0), max(lines.count - form, 0))
    return top..<min(top + form, lines.count)
  }
}
