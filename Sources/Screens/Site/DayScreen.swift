import Attendance
import Policies
import Terminal

/// A child's day on one page: plan, mark, arrival, calls, texts and edits (U39).
struct DayScreen: Screen, Hashable {
  var message = Message()
  private(set) var day: PupilDay
  private var list: ListView<Int>

  init(_ day: PupilDay) {
    self.day = day
    list = ListView(Array(day.timeline.lines.indices), height: 10)
    sayDay()
  }

  var place: Command.Place { .pupilDay }

  func questions(at desk: Desk) -> [Question] { [.site(.day(day.pupil.id, day.date))] }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .office(.laterDay):
      return day.date >= desk.now.date ? Bar("No later day has come yet") : nil
    case .register(.history), .office(.amend):
      return currentMark == nil ? Bar("Choose the line of a mark first") : nil
    case .office(.redact):
      guard let line = current, !line.words.isEmpty, line.source != .record else {
        return Bar("No text stands in this line")
      }
      if line.words == DayLine.removed { return Bar("That text was taken out already") }
      return desk.denial(of: .redactNotes, day.relations)
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  /// The line the cursor is on.
  private var current: Timeline.Line? {
    list.current.flatMap {
      day.timeline.lines.indices.contains($0) ? day.timeline.lines[$0] : nil
    }
  }

  /// The session of the mark the cursor is on, or nil where it is on something else.
  private var currentMark: Session? {
    if case .mark(_, let session) = current?.source { session } else { nil }
  }

  private func redact() -> [Move] {
    guard let line = current else { return [] }
    let text: RemovableText
    switch line.source {
    case .mark(let entry, _): text = .note(entry)
    case .line(let id): text = .words(id)
    case .record: return []
    }
    return [.open(.reason(ReasonScreen(.redaction(day.pupil.id, text, text: line.words))))]
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.move):
      list.height = max(Frame(desk.size, messageLines: 2).body.count, 1)
      if let key { _ = list.handle(key) }
      sayLine()
      return []
    case .common(.back): return [.back]
    case .office(.earlierDay): return turn(by: -1)
    case .office(.laterDay): return turn(by: 1)
    case .register(.history):
      return currentMark.map { [.perform(.ask(.history(day.pupil.id, $0)))] } ?? []
    case .office(.amend):
      return currentMark.map {
        [.perform(.ask(.amending(.sheet([MarkReference(day.pupil.id, at: $0)]))))]
      } ?? []
    case .office(.redact): return redact()
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private func turn(by days: Int) -> [Move] {
    var date = day.date.adding(days: days)
    while date.weekday.isWeekend { date = date.adding(days: days) }
    return [.perform(.ask(.site(.day(day.pupil.id, date))))]
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .site(.day(let fresh)) where fresh.pupil.id == day.pupil.id:
      let isOther = fresh.date != day.date
      let hadAll = day.timeline.lines.count
      day = fresh
      if isOther {
        list = ListView(Array(day.timeline.lines.indices), height: list.height)
      } else {
        list.show(Array(day.timeline.lines.indices))
      }
      if isOther || hadAll != day.timeline.lines.count { sayDay() }
      return []
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  /// What the day comes to: the marks that stand.
  private mutating func sayDay() {
    if let closed = day.closed { return say("No school: \(closed)") }
    let marks = day.timeline.lines.filter { $0.kind == "mark" && !$0.isPast }
    let words = marks.map { "\($0.what), by \($0.by.name) \($0.at.time)" }
    say(
      words.isEmpty
        ? (day.timeline.lines.isEmpty ? "Nothing is on record for this day." : "No mark stands.")
        : words.joined(separator: "; "))
  }

  /// The whole of the line the cursor is on.
  private mutating func sayLine() {
    guard let index = list.current, day.timeline.lines.indices.contains(index) else { return }
    let line = day.timeline.lines[index]
    var text = "\(Self.typed(line, day.date)) \(line.what)"
    if !line.words.isEmpty { text += ": \"\(line.words)\"" }
    text += "; \(line.by.name), \(line.by.position)"
    if line.isPast { text += "; replaced or taken back" }
    say(text)
  }

  private static func typed(_ line: Timeline.Line, _ date: SchoolDate) -> String {
    line.at.date == date ? "\(line.at.time)" : "\(line.at.date.short) \(line.at.time)"
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    let name = day.pupil.name.onRegister
    TitleBar(
      ["DAY  \(name)  \(day.group)", "DAY  \(name)", name], state: ["[READ ONLY]", ""],
      isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let count = day.timeline.lines.count
      HeaderLine(
        left: [day.date.inWords, "\(day.date.weekday.short) \(day.date.short)"],
        right: ["\(count) on record", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { body in
      let wide = body.size.columns >= 56
      SectionedRows(
        rows: day.timeline.lines.map { line in
          let said = line.words.isEmpty ? "" : ": \"\(line.words)\""
          let past = line.isPast ? "(was) " : ""
          let by = line.by.initials.isEmpty ? line.by.login : line.by.initials
          let what = past + line.what + said
          return SectionedRows.Row(
            heading: "",
            cells: wide
              ? [Self.typed(line, day.date), line.kind, by, what]
              : [Self.typed(line, day.date), what])
        }
      ).draw(list, on: &body)
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }
}
