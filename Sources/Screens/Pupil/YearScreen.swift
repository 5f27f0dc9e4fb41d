import Attendance
import Policies
import Terminal

/// A pupil's year: a map of every half day, or a table of the absences.
struct YearScreen: Screen, Hashable {
  var message = Message()
  private(set) var year: PupilYear
  /// The session the cursor is on.
  private(set) var session: Session
  /// Whether the table was chosen, or the map; nil while the size decides.
  private(set) var wantsTable: Bool?
  /// Where a selection began, or nil while none is made.
  private(set) var anchor: Session?
  /// A note that is being written, or nil.
  var form: CaseForm?

  /// Opens on the session given, or on the last with a mark.
  init(_ year: PupilYear, at session: Session?, desk: Desk) {
    self.year = year
    self.session = session.flatMap { year.year.contains($0.date) ? $0 : nil } ?? Self.last(in: year)
    saySession()
  }

  private static func last(in year: PupilYear) -> Session {
    let cell = year.codes.lastIndex { !$0.isEmpty } ?? year.meets.firstIndex(of: true) ?? 0
    return YearSheet.session(at: cell, in: year.year)
  }

  var place: Command.Place { form == nil ? .year : .caseForm }

  func questions(at desk: Desk) -> [Question] { [.year(year.pupil.id, year.year)] }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    if command == .office(.pupilDay) { return desk.denial(of: .viewHistory, year.relations) }
    if command == .office(.pupilFlags) { return desk.denial(of: .viewFlags, year.relations) }
    if command == .office(.pupilCases) { return desk.denial(of: .viewFlags, year.relations) }
    if command == .office(.notices) { return desk.barToNotices }
    if command == .office(.contacts) { return desk.denial(of: .viewContacts, year.relations) }
    if command == .office(.deletePupil) { return desk.denial(of: .deletePupils, year.relations) }
    if command == .office(.addAction) { return desk.denial(of: .addNotes, year.relations) }
    if command == .office(.letters) { return desk.denial(of: .sendLetters, year.relations) }
    if command == .office(.parentPage) { return desk.barToParentPage(year.relations) }
    if command == .office(.amend) || command == .office(.select) { return barToAmending(at: desk) }
    guard case .year(let command) = command else { return nil }
    switch command {
    case .mark: return desk.denial(of: .viewHistory, year.relations)
    case .table:
      return YearMap.fits(desk.size, year.weeks.count) ? nil : Bar("The map needs more room")
    case .earlierYear: return year.hasEarlier ? nil : Bar("No earlier year is kept")
    case .laterYear: return year.hasLater ? nil : Bar("No later year is kept")
    case .move: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    if let moves = performInForm(command, at: desk) { return moves }
    switch command {
    case .year(.move):
      move(key, at: desk)
      return []
    case .year(.mark): return [.perform(.ask(.history(year.pupil.id, shown(desk))))]
    case .year(.table):
      wantsTable = !showsTable(desk.size)
      saySession()
      return []
    case .year(.earlierYear): return other(SchoolYear(startYear: year.year.startYear - 1))
    case .year(.laterYear): return other(year.year.next)
    case .common(.back): return [.back]
    case .office(.pupilFlags): return [.perform(.ask(.flags(.pupil(year.pupil.id))))]
    case .office(.pupilCases): return CasesScreen.opening(of: year.pupil)
    case .office(.notices): return [.perform(.ask(.notices(year.pupil.id)))]
    case .office(.contacts): return [.perform(.ask(.site(.contacts(year.pupil.id))))]
    case .office(.deletePupil):
      return [
        .open(.admission(AdmissionScreen(deleting: year.pupil, form: year.group, at: desk)))
      ]
    case .office(.addAction): return note(at: desk)
    case .office(.letters): return [.perform(.ask(.letters(.board(year.pupil.id))))]
    case .office(.parentPage): return [.perform(.ask(.letters(.page(year.pupil.id))))]
    case .office(.pupilDay):
      return [.perform(.ask(.site(.day(year.pupil.id, dayToShow(at: desk)))))]
    case .office(.select):
      anchor = anchor == nil ? shown(desk) : nil
      message = Message(
        anchor.map { "Selected from \($0.inFewWords); go to the last one, @ amends them all." }
          ?? "Nothing is selected any more.")
      return []
    case .office(.amend): return amend(at: desk)
    case .common, .today, .register, .answer, .office: return []
    }
  }

  /// Why marks cannot be amended here; nil where some may be.
  private func barToAmending(at desk: Desk) -> Bar? {
    guard let bar = desk.denial(of: .amendAfterClosing, year.relations) else { return nil }
    return desk.denial(of: .amendBeforeClosing, year.relations) == nil ? nil : bar
  }

  /// The sessions that are selected: from where the selection began to the cursor.
  func selection(at desk: Desk) -> ClosedRange<Session>? {
    anchor.map { min($0, shown(desk))...max($0, shown(desk)) }
  }

  private mutating func amend(at desk: Desk) -> [Move] {
    let range = selection(at: desk) ?? shown(desk)...shown(desk)
    let sessions = year.meets.indices.map { YearSheet.session(at: $0, in: year.year) }.filter {
      range.contains($0) && (year.meets(at: $0) || range.lowerBound == range.upperBound)
        && $0.date <= desk.now.date
    }
    anchor = nil
    if sessions.isEmpty { return refuse("No session that has met is selected.") }
    return [
      .perform(
        .ask(.amending(.sheet(sessions.map { MarkReference(year.pupil.id, at: $0) }))))
    ]
  }

  /// The day under the cursor; today where the cursor was not moved: "she was in" is about today.
  private func dayToShow(at desk: Desk) -> SchoolDate {
    let isMoved = shown(desk) != Self.last(in: year)
    return isMoved || !year.year.contains(desk.now.date) ? shown(desk).date : desk.now.date
  }

  private func other(_ other: SchoolYear) -> [Move] {
    [.perform(.ask(.year(year.pupil.id, other)))]
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    if let moves = takeDeed(answer) { return moves }
    if case .flags(.pupil(let page)) = answer, page.pupil.id == year.pupil.id {
      return [.open(.flagSheet(FlagSheetScreen(page, .overview)))]
    }
    guard case .year(let year) = answer, year.pupil.id == self.year.pupil.id else { return [] }
    let isOther = year.year != self.year.year
    self.year = year
    if isOther {
      session = Self.last(in: year)
      saySession()
    }
    return []
  }

  /// Whether the table is shown: as chosen, but never a map that does not fit.
  func showsTable(_ size: Size) -> Bool {
    !YearMap.fits(size, year.weeks.count) || wantsTable ?? false
  }

  private mutating func move(_ key: Key?, at desk: Desk) {
    if showsTable(desk.size) { moveInTable(key, at: desk) } else { moveInMap(key) }
    saySession()
  }

  private mutating func moveInTable(_ key: Key?, at desk: Desk) {
    let table = YearTable(year, desk.policy.codes)
    var list = ListView(table.lines, height: max(Frame(desk.size, messageLines: 1).body.count, 1))
    // The session may come from the map, where it need not be an absence.
    if let near = table.line(near: session) { list.move(to: near) }
    if let key { _ = list.handle(key) }
    session = list.current?.session ?? session
  }

  private mutating func moveInMap(_ key: Key?) {
    guard let first = year.weeks.first, let last = year.weeks.last else { return }
    let day = session.date.weekday.rawValue - 1
    let line = day * 2 + session.half.index
    var week = session.date.monday
    var target = line
    switch key {
    case .left: week = week.adding(days: -7)
    case .right: week = week.adding(days: 7)
    case .up: target -= 1
    case .down: target += 1
    case .pageUp: week = week.adding(days: -28)
    case .pageDown: week = week.adding(days: 28)
    case .home: week = first
    case .end: week = last
    default: break
    }
    if target < 0 { (week, target) = (week.adding(days: -7), 9) }
    if target > 9 { (week, target) = (week.adding(days: 7), 0) }
    guard week >= first, week <= last || target == 0 else {
      session = Session((week < first ? first : last).adding(days: day), session.half)
      return
    }
    if week > last { return }
    session = Session(week.adding(days: target / 2), target % 2 == 0 ? .am : .pm)
  }

  /// Lets the session under the cursor speak again, after a refusal.
  private mutating func saySession() { message = Message() }

  /// The session the cursor is on: in the table always one with a line.
  func shown(_ desk: Desk) -> Session {
    guard showsTable(desk.size) else { return session }
    return YearTable(year, desk.policy.codes).line(near: session)?.session ?? session
  }

  /// What is said: of the last key, or of the session under the cursor.
  func spoken(at desk: Desk) -> Message {
    guard message.text.isEmpty, form == nil else { return message }
    if showsTable(desk.size) {
      let table = YearTable(year, desk.policy.codes)
      if let said = table.line(near: session).flatMap(table.said) { return Message(said) }
    }
    let session = shown(desk)
    let code = year.code(at: session)
    let day = "\(session.date.inWords) \(session.half.rawValue): "
    if code.isEmpty { return Message(day + (year.meets(at: session) ? "no mark" : "no school")) }
    let meaning = desk.policy.codes.code(code, on: session.date)?.meaning ?? ""
    return Message(day + "\(code), \(meaning.prefix(1).lowercased())\(meaning.dropFirst())")
  }
}
