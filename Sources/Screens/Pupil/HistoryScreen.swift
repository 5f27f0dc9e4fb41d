import Attendance
import Policies
import Terminal

/// Every entry ever made for one mark, oldest first: who, when, why.
struct HistoryScreen: Screen, Hashable {
  var message = Message()
  let pupil: Pupil.ID
  let name: String
  let session: Session
  private(set) var lines: [HistoryLine]
  private var list: ListView<Entry.ID>
  private let codes: CodeBook

  init(
    _ pupil: Pupil.ID, named name: String, at session: Session, _ lines: [HistoryLine],
    _ codes: CodeBook
  ) {
    self.pupil = pupil
    self.name = name
    self.session = session
    self.lines = lines
    self.codes = codes
    list = ListView(lines.map(\.entry.id), height: 10)
    if lines.isEmpty { say("No mark was ever kept for \(name) at this session.") }
    sayLine()
  }

  var place: Command.Place { .history }

  func questions(at desk: Desk) -> [Question] { [.history(pupil, session)] }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.move):
      if let key { _ = list.handle(key) }
      sayLine()
      return []
    case .common(.back): return [.back]
    case .office(.amend):
      return [.perform(.ask(.amending(.sheet([MarkReference(pupil, at: session)]))))]
    case .office(.undoAct):
      return lastAmendment.map { [.perform(.amend(.undo($0.submission.id)))] } ?? []
    case .office(.redact):
      guard let line = currentLine, let note = line.entry.note else { return [] }
      return [
        .open(
          .reason(ReasonScreen(.redaction(pupil, .note(line.entry.id), text: note))))
      ]
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private var currentLine: HistoryLine? {
    list.current.flatMap { current in lines.first { $0.entry.id == current } }
  }

  /// The amendment by which the mark is what it is; nil where it was never amended.
  private var lastAmendment: HistoryLine? {
    guard let last = lines.last(where: { $0.entry.beside == nil }),
      last.submission.kind == .amended
    else { return nil }
    return last
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .office(.amend):
      return desk.permissions.mayEver(.amendAfterClosing)
        || desk.permissions.mayEver(.amendBeforeClosing)
        ? nil : desk.denial(of: .amendAfterClosing, [])
    case .office(.undoAct):
      return lastAmendment == nil ? Bar("This mark was not amended") : nil
    case .office(.redact):
      guard let note = currentLine?.entry.note else {
        return Bar("No note stands beside this mark")
      }
      if note.isEmpty { return Bar("That text was taken out already") }
      return desk.permissions.mayEver(.redactNotes) ? nil : desk.denial(of: .redactNotes, [])
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    guard case .history(pupil, session, let lines) = answer else { return [] }
    let isNew = self.lines.count != lines.count
    self.lines = lines
    list.show(lines.map(\.entry.id))
    if isNew, let last = lines.last { list.move(to: last.entry.id) }
    return []
  }

  /// The whole of the line the cursor is on, in words.
  private mutating func sayLine() {
    guard let current = list.current, let line = lines.first(where: { $0.entry.id == current })
    else { return }
    let entry = line.entry
    let meaning = codes.code(entry.code, on: session.date)?.meaning ?? ""
    var text =
      entry.isBlank
      ? "taken back: no mark stands"
      : "\(entry.code), \(meaning.prefix(1).lowercased())\(meaning.dropFirst())"
    if let minutes = entry.minutes { text += ", \(minutes) min" }
    if let replaced = line.replaced { text += "; was \(replaced)" }
    if entry.beside != nil { text += "; kept beside what stands" }
    if !entry.reason.isEmpty { text += "; why: \(entry.reason)" }
    if let seen = line.submission.observer { text += "; as seen by \(seen.by) \(seen.at.time)" }
    if let note = entry.note { text += "; note: \(note.isEmpty ? DayLine.removed : note)" }
    say(text)
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    TitleBar(
      ["HISTORY  \(name)", name], state: ["[READ ONLY]", ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let day = "\(session.date.weekday.short) \(session.date.short) \(session.half.rawValue)"
      HeaderLine(
        left: ["\(session.date.inWords)  \(session.half.name)", day],
        right: [lines.count.of("entry").replacingEntries, ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { body in
      var list = list
      list.height = max(body.size.rows, 1)
      for (row, index) in list.visible.enumerated() {
        let line = lines[index]
        let style: Style = index == list.cursor ? .current : .plain
        body.write(list.marker(at: index), row: row, column: 0, style: style)
        let at = line.submission.at
        let date = at.date == session.date ? "" : "\(at.date.short) "
        let stands = line.entry.beside == nil ? "" : " (beside)"
        let text =
          "\((line.entry.isBlank ? "-" : line.entry.code).padded(to: 2)) \(date)\(at.time)  \(line.submission.typist.name), "
          + "\(line.submission.typist.position)  \(line.submission.kind.rawValue)\(stands)"
        body.write(text.cut(to: body.size.columns - 2), row: row, column: 2, style: style)
        if index == list.cursor { body.cursor = Position(row: row, column: 0) }
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }
}

extension String {
  /// The plural of entry is not made by an s.
  fileprivate var replacingEntries: String { hasSuffix("entrys") ? dropLast(6) + "entries" : self }
}
