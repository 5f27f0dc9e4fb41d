import Attendance
import Policies
import Terminal

/// One list of the office: shown as it stands, narrowed, printed, written as rows.
struct HandoutScreen: Screen, Hashable {
  var message = Message()
  private(set) var request: Handout.Request
  /// The list as it was last told, or nil while it has not come.
  private(set) var whole: Handout?
  private(set) var list = ListView<RowID>([], height: 10)
  /// The words to narrow it by.
  private(set) var filter = Field(limit: 40)
  private(set) var typing: Typing?

  /// What is being typed.
  enum Typing: Hashable {
    case filter
    /// Why the pupil of that row is let off.
    case excuse(Handout.Row, Field)
  }

  /// What a row stands for, the same from one reading to the next.
  struct RowID: Hashable, Sendable {
    let pupil: Pupil.ID?
    let line: DayLine.ID?
    let text: String
  }

  private init(_ kind: Handout.Kind) { request = Handout.Request(kind) }

  /// Opens the list and asks for it.
  static func opening(_ kind: Handout.Kind) -> [Move] {
    let screen = HandoutScreen(kind)
    return [.open(.handout(screen)), .perform(.ask(.site(.handout(screen.request))))]
  }

  var place: Command.Place {
    switch typing {
    case nil: .handout
    case .filter: .handoutFilter
    case .excuse: .excuseWords
    }
  }

  func questions(at desk: Desk) -> [Question] { [.site(.handout(request))] }

  /// The list as it is shown: narrowed by what was typed.
  var shown: Handout? { whole?.filtered(by: filter.text) }

  /// The row the cursor is on.
  var current: Handout.Row? {
    guard let shown, shown.rows.indices.contains(list.cursor) else { return nil }
    return shown.rows[list.cursor]
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open):
      return current?.pupil == nil ? Bar("This line is about no pupil") : nil
    case .office(.print), .office(.file):
      return shown?.rows.isEmpty ?? true ? Bar("There is nothing on the list") : nil
    case .office(.earlierDay), .office(.laterDay):
      if !request.kind.isOfAnyDay { return Bar("This list speaks of now and of no other day") }
      return command == .office(.laterDay) && (request.date ?? desk.now.date) >= desk.now.date
        ? Bar("No later day has come yet") : nil
    case .office(.excuse):
      if request.kind != .detentions { return Bar("Only a detention is let off; open that list") }
      if current == nil { return Bar("Nobody is on the list") }
      return desk.denial(of: .recordArrivals, [])
    case .office(.stepDone):
      if request.kind != .missing { return Bar("Only a step of a search is done; open that list") }
      if current == nil { return Bar("Nobody is missing") }
      return desk.denial(of: .reportNotHere, [])
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return current?.pupil.map { [.perform(.ask(.year($0, nil)))] } ?? []
    case .common(.move):
      list.height = max(rows(desk.size), 1)
      if let key { _ = list.handle(key) }
      if let shown, let current { say(shown.inWords(current)) }
      return []
    case .common(.back):
      guard !filter.isEmpty else { return [.back] }
      filter.clear()
      narrow(at: desk)
      return []
    case .office(.print): return write(.sheet)
    case .office(.file): return write(.rows)
    case .office(.filter):
      typing = .filter
      return []
    case .office(.earlierDay): return turn(by: -1, at: desk)
    case .office(.laterDay): return turn(by: 1, at: desk)
    case .office(.excuse):
      if let current {
        typing = .excuse(current, Field(limit: 120))
        say("Why is \(shown?.beside(current).dropFirst().first ?? "the pupil") let off?")
      }
      return []
    case .office(.stepDone): return current.map { doStep($0, at: desk) } ?? []
    case .answer(.accept): return accept(at: desk)
    case .answer(.cancel):
      if typing == .filter { filter.clear() }
      typing = nil
      narrow(at: desk)
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private func write(_ form: Handout.Form) -> [Move] {
    shown.map { [.perform(.write($0, as: form))] } ?? []
  }

  private mutating func turn(by days: Int, at desk: Desk) -> [Move] {
    // A weekend lies between a Friday and a Monday.
    var date = (request.date ?? desk.now.date).adding(days: days)
    while date.weekday.isWeekend { date = date.adding(days: days) }
    request.date = min(date, desk.now.date)
    whole = nil
    return [.perform(.ask(.site(.handout(request))))]
  }

  private mutating func accept(at desk: Desk) -> [Move] {
    guard case .excuse(let row, let field) = typing else {
      typing = nil
      return []
    }
    let words = field.text.split(separator: " ").joined(separator: " ")
    guard !words.isEmpty else { return refuse("Say why, or Esc.") }
    typing = nil
    let line = ProposedLine(
      pupil: row.pupil, date: row.date ?? desk.now.date, about: row.line.map { .kept($0) },
      matter: .excused, words: words)
    return [
      .perform(.keep(Act(kind: .logged, by: desk.person, at: desk.now, lines: [line])))
    ]
  }

  /// The act that notes the step of the line as done now.
  private func doStep(_ row: Handout.Row, at desk: Desk) -> [Move] {
    let line = ProposedLine(
      pupil: row.pupil, date: desk.now.date, about: row.line.map { .kept($0) }, matter: .step,
      words: whole?.beside(row).last ?? "")
    return [
      .perform(.keep(Act(kind: .logged, by: desk.person, at: desk.now, lines: [line])))
    ]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    switch typing {
    case nil: return nil
    case .filter:
      guard filter.handle(key) else { return nil }
      narrow(at: desk)
    case .excuse(let row, var field):
      guard field.handle(key) else { return nil }
      typing = .excuse(row, field)
    }
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    switch typing {
    case nil: return refuse("A paste does nothing here.")
    case .filter:
      filter.insert(text)
      narrow(at: desk)
    case .excuse(let row, var field):
      field.insert(text)
      typing = .excuse(row, field)
    }
    return []
  }

  private mutating func narrow(at desk: Desk) {
    list.height = max(rows(desk.size), 1)
    var seen: [RowID: Int] = [:]
    list.show(
      (shown?.rows ?? []).map { row in
        let base = RowID(pupil: row.pupil, line: row.line, text: "")
        seen[base, default: 0] += 1
        // Nobody stands in a list twice by one line, but the steps of a search do.
        return RowID(pupil: row.pupil, line: row.line, text: "\(seen[base] ?? 0)")
      })
    if let shown { say(shown.summary.isEmpty ? shown.kind.help : shown.summary) }
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .site(.handout(request, let handout)):
      let said = message
      let isNew = whole == nil || said.text == whole?.summary.asSentence
      whole = handout
      narrow(at: desk)
      if !isNew { message = said }
      return []
    case .site(.written(let file)):
      say("Written to \(file) in the school's folder; print it from there.")
      return []
    case .kept(let act, _):
      say("Noted \(act.at.time): \(act.lines.last?.matter.inWords ?? "done").")
      return [.perform(.ask(.site(.handout(request))))]
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  private func rows(_ size: Size) -> Int {
    Frame(size, messageLines: Frame.lines(of: message, size)).body.count
  }
}

extension HandoutScreen: ShowingMarks {
  func shownMark(at desk: Desk) -> ShownMark? {
    guard let shown, let current, let pupil = current.pupil else { return nil }
    let column = shown.columns.firstIndex { $0.name == "name" || $0.name == "pupil" }
    return ShownMark(
      of: pupil, named: column.map { current.cells[$0] } ?? "",
      current.session.map { .at($0) } ?? .lastOf(current.date ?? shown.date))
  }
}
