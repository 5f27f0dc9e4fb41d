import Attendance
import Terminal

extension RegisterScreen {
  /// How the rows stand on a terminal of that size.
  func layout(_ size: Size) -> RollLayout {
    let lines = messageLines(size)
    let frame = Frame(size, messageLines: lines)
    return RollLayout(
      Size(rows: frame.body.count, columns: size.columns), count: register.rows.count,
      mayHaveTwo: !isWeek)
  }

  /// Where a draft that was left is gone on with: the first blank row after the last one marked.
  var rowToGoOn: Int {
    guard register.taken == nil,
      let last = register.rows.indices.last(where: { register.isDraft(at: $0) })
    else { return 0 }
    let blank = register.rows.indices.filter { register.code(at: $0).isEmpty }
    return blank.first { $0 > last } ?? blank.first ?? 0
  }

  /// Goes to a row and says who stands there.
  mutating func go(to row: Int, at desk: Desk) {
    cursor = min(max(row, 0), max(register.rows.count - 1, 0))
    sayRow(at: desk)
  }

  mutating func move(_ key: Key?, at desk: Desk) -> [Move] {
    round = []
    let layout = layout(desk.size)
    let row =
      switch key {
      case .up: cursor - 1
      case .down: cursor + 1
      case .left: layout.columns == 2 ? cursor - layout.perColumn : cursor
      case .right: layout.columns == 2 ? cursor + layout.perColumn : cursor
      case .pageUp: cursor - layout.perPage
      case .pageDown: cursor + layout.perPage
      case .home: 0
      case .end: register.rows.count - 1
      default: cursor
      }
    // Across to a column that does not reach so far, the cursor stays.
    if key == .left || key == .right, !register.rows.indices.contains(row) { return [] }
    go(to: row, at: desk)
    return []
  }

  /// To the same line of the other column, or its last.
  mutating func moveAcross(at desk: Desk) -> [Move] {
    let layout = layout(desk.size)
    guard layout.columns == 2 else { return refuse("There is one column here; arrows move.") }
    round = []
    let page = layout.page(with: cursor)
    let isLeft = cursor - page.lowerBound < layout.perColumn
    let row = isLeft ? cursor + layout.perColumn : cursor - layout.perColumn
    go(to: min(row, page.upperBound - 1), at: desk)
    return []
  }

  /// Collects the digits of a row's number for as long as it takes; there is no timer.
  mutating func typeDigit(_ key: Key?, at desk: Desk) -> [Move] {
    guard case .character(let digit) = key else {
      say("Type the number of a row.")
      return []
    }
    if let letter = lastLetter, digits.isEmpty, mayBeCode(letter.text + String(digit)) {
      lastLetter = nil
      prompt = .codeOrRow(code: letter.text + String(digit), row: letter.row, digit: digit)
      say(
        "\(letter.text)\(digit) for row \(numbered(letter.row)), or row \(digit)? "
          + "C the code, R the row.")
      return []
    }
    lastLetter = nil
    round = []
    if digits.isEmpty { rowBeforeDigits = cursor }
    let typed = digits + String(digit)
    guard let number = Int(typed), register.rows.indices.contains(number - 1) else {
      cursor = rowBeforeDigits
      endDigits()
      missingRow = typed
      return refuse("There is no row \(typed); the rows are 1 to \(register.rows.count).")
    }
    missingRow = nil
    digits = typed
    go(to: number - 1, at: desk)
    return []
  }

  /// Whether the letter and digit are a code that the person may mark on this date.
  private func mayBeCode(_ text: String) -> Bool {
    guard register.rules.codes.code(text, on: key.session.date) != nil else { return false }
    return register.rules.allowed?.contains(text) ?? true
  }

  mutating func find() -> [Move] {
    prompt = .find(Field(limit: 40), from: cursor)
    say("Type the beginning of a name, legal or known-as.")
    return []
  }

  /// Follows what is typed to the first row it fits, from the row where the search began.
  mutating func follow(_ text: String, from row: Int) {
    let found = register.rows.indices.filter { register.rows[$0].pupil.name.matches(text) }
    if text.isEmpty {
      cursor = row
      say("Type the beginning of a name, legal or known-as.")
    } else if let first = found.first(where: { $0 >= row }) ?? found.first {
      cursor = first
      let others = found.filter { $0 != first }.map { String($0 + 1) }
      say(
        "Row \(numbered(first))"
          + (others.isEmpty ? "" : "; also row \(others.prefix(6).joined(separator: ", "))"))
    } else {
      cursor = row
      say("Nobody in this register is called '\(text)'.")
    }
  }

  /// Looks at another session of the group, beside this one.
  mutating func look(at other: RegisterKey?) -> [Move] {
    guard let other else { return refuse("There is no such session in the calendar.") }
    return [.perform(.ask(.register(other)))]
  }

  mutating func toggleWeek() -> [Move] {
    isWeek.toggle()
    if isWeek {
      say("Only this session's column can be changed; the others are read only.")
      return [.perform(.ask(.week(key)))]
    }
    say("Roll view.")
    return []
  }

  mutating func toggleClassView(at desk: Desk) -> [Move] {
    isClassView.toggle()
    if isClassView { isWeek = false }
    say(
      isClassView
        ? "Class view: present, late and away only. ^V shows all again." : "Full view.")
    return []
  }
}
