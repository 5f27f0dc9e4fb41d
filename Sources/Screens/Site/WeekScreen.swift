import Attendance
import Policies
import Terminal

/// What a week leaves open, to be brought to zero and signed off by name (U37).
struct WeekScreen: Screen, Hashable {
  var message = Message()
  private(set) var week: WeekClose?
  private let date: SchoolDate
  private var list = ListView<WeekClose.Row>([], height: 10)
  /// The words for what is left open, while they are typed.
  private var words: Field?

  private init(of date: SchoolDate) { self.date = date }

  /// Opens the screen of the week that holds the date, and asks for it.
  static func opening(of date: SchoolDate) -> [Move] {
    [.open(.week(WeekScreen(of: date))), .perform(.ask(.site(.week(date))))]
  }

  var place: Command.Place { words == nil ? .weekClose : .weekWords }

  /// The row the cursor is on.
  var current: WeekClose.Row? { list.current }

  private var shownDate: SchoolDate { week?.monday ?? date }

  func questions(at desk: Desk) -> [Question] { [.site(.week(shownDate))] }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open): return list.current == nil ? Bar("Nothing is left open here") : nil
    case .office(.signOff):
      guard let week else { return Bar("The week has not been read yet") }
      if let line = week.signedOff {
        return Bar(Refusal.weekSignedOff(by: line.by.name, at: line.at))
      }
      return desk.denial(of: .signOffWeek, [])
    case .register(.history):
      guard let row = current, row.pupil != nil, row.register != nil else {
        return Bar("Choose the row of a mark first")
      }
      return desk.permissions.mayEver(.viewHistory) ? nil : desk.denial(of: .viewHistory, [])
    case .office(.laterDay):
      return shownDate.adding(days: 7) > desk.now.date ? Bar("No later week has begun yet") : nil
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      guard let row = list.current else { return [] }
      if let key = row.register { return [.perform(.ask(.register(key)))] }
      return row.pupil.map { [.perform(.ask(.year($0, nil)))] } ?? []
    case .common(.move):
      list.height = max(Frame(desk.size, messageLines: 2).body.count, 1)
      if let key { _ = list.handle(key) }
      if let row = list.current { say("\(row.section.rawValue): \(row.name): \(row.words)") }
      return []
    case .common(.back): return [.back]
    case .register(.history):
      guard let row = current, let pupil = row.pupil, let key = row.register else { return [] }
      return [.perform(.ask(.history(pupil, key.session)))]
    case .office(.earlierDay): return turn(by: -7)
    case .office(.laterDay): return turn(by: 7)
    case .office(.signOff):
      guard let week else { return [] }
      if week.rows.isEmpty { return signOff("", at: desk) }
      words = Field(limit: 200)
      say("\(week.rows.count) left open. Why are they left? Esc goes back to them.")
      return []
    case .answer(.accept):
      let text = words?.text.split(separator: " ").joined(separator: " ") ?? ""
      guard !text.isEmpty else { return refuse("Say why something is left open, or Esc.") }
      words = nil
      return signOff(text, at: desk)
    case .answer(.cancel):
      words = nil
      say("Not signed off.")
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private func turn(by days: Int) -> [Move] {
    [.perform(.ask(.site(.week(shownDate.adding(days: days)))))]
  }

  private mutating func signOff(_ words: String, at desk: Desk) -> [Move] {
    guard let week else { return [] }
    do {
      return [.perform(.keep(try week.signOff(saying: words, by: desk.person, now: desk.now)))]
    } catch {
      return refuse(error.description)
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? { words?.handle(key) == true ? [] : nil }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if words == nil { return refuse("A paste does nothing here.") }
    words?.insert(text)
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .site(.week(let week)):
      let isSaid = self.week.map { message.text != $0.summary.asSentence } ?? false
      let isOther = self.week?.monday != week.monday
      self.week = week
      list.height = max(Frame(desk.size, messageLines: 2).body.count, 1)
      list.show(week.rows)
      if !isSaid || isOther { say(week.summary) }
      return []
    case .kept(_, let receipt):
      say("The week is signed off, \(receipt.at.time), by \(desk.person.name).")
      return [.perform(.ask(.site(.week(shownDate))))]
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    case .noRegister(let none): return refuse(none.description)
    default: return []
    }
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let lines = Frame.lines(of: message, canvas.size) + (words == nil ? 0 : 1)
    let frame = Frame(canvas.size, messageLines: lines)
    let state = week?.signedOff.map { "[SIGNED OFF \($0.at.date.short) by \($0.by.name)]" }
    let count = week.map { "[\($0.rows.count) LEFT]" } ?? ""
    TitleBar(
      ["CLOSE THE WEEK", "WEEK"], state: [state ?? count, state == nil ? count : "[SIGNED OFF]"],
      isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let friday = shownDate.monday.adding(days: 4)
      HeaderLine(
        left: ["\(shownDate.monday.inWords) to \(friday.inWords)", shownDate.monday.short],
        right: [week.map { "\($0.rows.count) left open" } ?? "", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { drawBody(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    if let words {
      frame.draw(message, above: "Why:", words, on: &canvas)
    } else {
      frame.draw(message, on: &canvas)
    }
  }

  private func drawBody(on canvas: inout Canvas) {
    guard let week else { return }
    if week.rows.isEmpty {
      canvas.write(" Nothing is left open.", row: 0, column: 0)
      return
    }
    SectionedRows(
      rows: week.rows.map {
        SectionedRows.Row(heading: $0.section.rawValue, cells: [$0.name, $0.words])
      }
    ).draw(list, on: &canvas)
  }
}
