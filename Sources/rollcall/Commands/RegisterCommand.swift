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
    try school.require(.viewRegister, group: group, on: at.date)
    let members = try school.members(of: group, at: at)
    let standing = try school.store.standing(
      of: members.map(\.pupil.id), at: at, asAt: asAt)
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
    Output.print(
      RowTable(
        [
          "upn", "surname", "forename", "code", "minutes", "note", "recorded_at", "recorded_by",
          "position", "how",
        ], rows: rows), as: format)
  }
}

extension OpenSchool {
  /// The session that a date and a half name, each where it is given.
  func session(_ date: SchoolDate?, _ half: HalfDay?) throws -> Session {
    let current = currentSession
    if let date, let half { return Session(date, half) }
    if let date {
      return date == current.date ? current : Session(date, .am)
    }
    return half.map { Session(current.date, $0) } ?? current
  }

  /// The pupils of the group at the session; refuses where there is no such group.
  func members(of group: String, at session: Session) throws -> [Roll.Member] {
    let members = try store.members(of: group, at: session)
    if !members.isEmpty { return members }
    let groups = try store.roll().groups(at: session).keys.sorted()
    if groups.contains(group) { return [] }
    throw Refused(
      groups.isEmpty
        ? "rollcall: nobody is on roll on \(session.date); check the date, or import pupils"
        : "rollcall: there is no group '\(group)' on \(session); there are "
          + groups.prefix(40).joined(separator: ", "))
  }
}
