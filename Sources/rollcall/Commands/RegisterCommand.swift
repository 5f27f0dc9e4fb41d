import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Prints one register.
struct RegisterCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Print one register.")

  @Argument(help: "The group: 8B.")
  var group: String
  @Option(help: "The date; without it, today.")
  var date: SchoolDate?
  @Option(help: "am or pm; without it, the session that has begun last.")
  var session: HalfDay?
  @Option(help: "As it was known at that time: 2026-03-20T09:30.")
  var asAt: Instant?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let at = try school.session(date, session)
    let group = try school.group(named: group, at: at)
    try school.require(.viewRegister, group: group, on: at.date)
    let members = try school.members(of: group, at: at)
    let standing = try school.store.standing(
      of: members.map(\.pupil.id), at: at, asAt: asAt)
    if let closed = try school.closure(of: members, at: at) {
      // Marks made before the closure stay in the register, and are still to be seen.
      guard !standing.isEmpty else { throw Refused("rollcall: \(closed)") }
      Output.refuse("rollcall: \(closed); the marks made before that stand and are not counted")
    }
    let rows = members.map { member -> [RowTable.Cell] in
      let pupil = member.pupil
      let mark = standing[pupil.id]
      return [
        .code(pupil.upn.text), .text(pupil.name.surname), .text(pupil.name.forename),
        .code(orEmpty: mark?.entry.code), .number(orEmpty: mark?.entry.minutes),
        .text(orEmpty: mark?.entry.note), .instant(mark?.at), .text(orEmpty: mark?.by.name),
        .text(orEmpty: mark?.by.position), .code(orEmpty: mark?.entry.how.rawValue),
      ]
    }
    try Output.print(
      RowTable(
        [
          "upn", "surname", "forename", "code", "minutes", "note", "recorded_at", "recorded_by",
          "position", "how",
        ], rows: rows), as: format)
  }
}

extension OpenSchool {
  /// Why none of the pupils has school at the session, or nil where one of them does.
  func closure(of members: [Roll.Member], at session: Session) throws -> Refusal? {
    let calendar = try store.calendar()
    let closures = members.map {
      calendar.closure(
        at: session, campus: $0.particulars.campus, yearGroup: $0.particulars.yearGroup)
    }
    guard let first = closures.first ?? nil, closures.allSatisfy({ $0 != nil }) else { return nil }
    return first == .noCalendar
      ? .outsideCalendar(session.date) : .schoolClosed(session, reason: first.description)
  }

  /// The session that a date and a half name, each where it is given.
  ///
  /// Refuses one of which everything was removed past retention.
  func session(_ date: SchoolDate?, _ half: HalfDay?) throws -> Session {
    if let date { try refuseRemoved(date) }
    let current = currentSession
    if let date, let half { return Session(date, half) }
    if let date {
      return date == current.date ? current : Session(date, .am)
    }
    return half.map { Session(current.date, $0) } ?? current
  }
}
