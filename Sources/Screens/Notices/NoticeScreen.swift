import Attendance
import Policies
import Terminal

/// Whether a penalty notice about a pupil is possible, for each parent: what counts, what stands in
/// the way, the notices and agreements on record, and the forms to keep one or say what came of it.
struct NoticeScreen: DeskWork, Hashable {
  var message = Message()
  private(set) var sheet: NoticeSheet
  var form: NoticeForm?
  private var list = ListView<Int>([], height: 10)

  init(_ sheet: NoticeSheet) { self.sheet = sheet }

  var place: Command.Place { form == nil ? .notices : .caseForm }

  func questions(at desk: Desk) -> [Question] { [.notices(sheet.pupil.id)] }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .office(.makePack):
      if let first = sheet.toSettle.first {
        let more = sheet.toSettle.count - 1
        return Bar(
          "No pack rests on N: settle \(first.named)"
            + (more > 0 ? " and \(more.of("other"))" : "") + " first")
      }
      return barWithoutParent
    case .office(.issueNotice):
      if let bar = desk.denial(of: .considerPenalty, []) { return bar }
      return sheet.considered.contains { $0.blockers.isEmpty }
        ? nil : Bar("No notice is possible; the lines that begin with NO say why")
    case .office(.otherNotice): return desk.denial(of: .considerPenalty, []) ?? barWithoutParent
    case .office(.improve): return barWithoutParent
    case .office(.outcome):
      return sheet.records.contains { !$0.outcomes.isEmpty }
        ? nil : Bar("No notice or agreement here waits for an outcome")
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  private var barWithoutParent: Bar? {
    sheet.considered.isEmpty ? Bar("No parent is recorded") : nil
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    if let moves = performInForm(command, at: desk) { return moves }
    switch command {
    case .common(.open): return [.perform(.ask(.year(sheet.pupil.id, nil)))]
    case .common(.move):
      fit(lines(desk.size.columns), frame(desk.size).body.count)
      if let key { _ = list.handle(key) }
      say("")
    case .common(.back): return [.back]
    case .office(.makePack): return [.perform(.notice(.pack(sheet.pupil.id)))]
    case .office(.issueNotice): return begin(.issue, at: desk)
    case .office(.otherNotice): return begin(.other, at: desk)
    case .office(.improve): return begin(.improve, at: desk)
    case .office(.agreement): return begin(.agree, at: desk)
    case .office(.outcome): return beginOutcome(at: desk)
    case .common, .today, .register, .answer, .year, .office: break
    }
    return []
  }

  private mutating func begin(_ kind: NoticeForm.Kind, at desk: Desk) -> [Move] {
    begin(NoticeForm(kind, about: sheet, under: desk.policy.penaltyNotices), at: desk)
  }

  /// Begins to say what became of the notice or agreement under the cursor, or of the only one.
  private mutating func beginOutcome(at desk: Desk) -> [Move] {
    let lines = lines(desk.size.columns)
    let waiting = sheet.records.filter { !$0.outcomes.isEmpty }
    let here = lines.lines.indices.contains(list.cursor) ? lines.lines[list.cursor].record : nil
    if let record = waiting.first(where: { $0.id == here })
      ?? (waiting.count == 1 ? waiting[0] : nil)
    {
      return begin(.outcome(record), at: desk)
    }
    fit(lines, frame(desk.size).body.count)
    if let first = waiting.first,
      let line = lines.lines.firstIndex(where: { $0.record == first.id })
    {
      list.move(by: line - list.cursor)
    }
    return refuse("Several wait; Up and Down choose one of those on record, then r")
  }

  func asked(by form: NoticeForm, at desk: Desk) throws(FieldFault<NoticeField>) -> Effect {
    .notice(try form.deed(about: sheet, today: desk.now.date))
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? { typeInForm(key) }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard form != nil else { return refuse("A paste does nothing here.") }
    form?.typed.insert(text)
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .notices(let fresh) where fresh.pupil.id == sheet.pupil.id: sheet = fresh
    case .noticeDone(let fresh, let said) where fresh.pupil.id == sheet.pupil.id:
      sheet = fresh
      return endForm(saying: said)
    default: break
    }
    return []
  }

  /// The sheet in lines, at that width.
  func lines(_ columns: Int) -> NoticeLines { NoticeLines(sheet, width: columns) }

  /// Fits the list to its lines.
  mutating func fit(_ lines: NoticeLines, _ height: Int) {
    list.height = max(height, 1)
    if list.rows.count != lines.lines.count { list.show(Array(lines.lines.indices)) }
  }

  /// The list with its place, for drawing.
  func fitted(_ lines: NoticeLines, _ height: Int) -> ListView<Int> {
    var copy = self
    copy.fit(lines, height)
    return copy.list
  }

  /// What the message line says while nothing else does.
  var spoken: Message {
    if !message.text.isEmpty || form != nil { return message }
    let possible = sheet.considered.count { $0.blockers.isEmpty }
    let what = sheet.isReferral ? "referral to the authority" : "notice"
    return Message(
      possible == 0
        ? "No \(what) is possible now; a person decides each case"
        : "A \(what) is possible for \(possible.of("parent")); a person decides each case")
  }

  func frame(_ size: Size) -> Frame {
    Frame(size, messageLines: Frame.lines(of: spoken, size))
  }
}

extension NoticeScreen: ShowingMarks {
  /// The last session that the line under the cursor speaks of; else the last that counts.
  func shownMark(at desk: Desk) -> ShownMark? {
    let lines = lines(desk.size.columns).lines
    let own = lines.indices.contains(list.cursor) ? lines[list.cursor].session : nil
    let counted = sheet.considered.first?.count.window.counted.last?.session
    return (own ?? counted).map { ShownMark(sheet.pupil, .at($0)) }
  }
}
