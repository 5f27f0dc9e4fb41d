import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Lists the absences that nobody has explained.
struct AbsentCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "absent",
    abstract: "List unexplained absences from the registers taken, most vulnerable first.")

  @Option(help: "The date; without it, today.")
  var date: SchoolDate?
  @Option(help: "am or pm; without it, the session that has begun last.")
  var session: HalfDay?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    try school.require(.logCalls)
    let desk = try OfficeDesk(school)
    let rows = try desk.unexplained(at: school.session(date, session)).map { absent in
      [
        .code(absent.member.pupil.upn.text), .text(absent.member.pupil.name.surname),
        .text(absent.member.pupil.name.forename), .text(absent.member.particulars.group),
        .date(absent.session.date), .code(absent.session.half.rawValue),
        .instant(absent.standing.at), .text(absent.concerns.joined(separator: ", ")),
        .number(absent.attempts.count),
        .text(orEmpty: absent.attempts.last.map(\.matter.inWords)),
        .text(orEmpty: absent.handedOn.map(\.matter.inWords)),
      ] as [RowTable.Cell]
    }
    try Output.print(
      RowTable(
        [
          "upn", "surname", "forename", "group", "date", "session", "marked_at", "concerns",
          "attempts", "last_attempt", "handed_on",
        ], rows: rows), as: format)
  }
}

extension OfficeDesk {
  /// Those marked N in the registers taken for the session, whose absence nobody has explained.
  func unexplained(at session: Session) throws -> [Unexplained] {
    let taken = try school.store.taken(on: session.date)
    let members = roll.groups(at: session).filter { taken[RegisterKey($0.key, at: session)] != nil }
      .values.flatMap(\.self)
    let standing = try school.store.standing(
      of: try absentees(among: members, at: session), at: session, asAt: nil)
    return Unexplained.among(
      members, standing: standing, try school.store.dayBook(.on(session.date)))
  }

  /// Those whose sheet shows N, so that history is read for them alone.
  private func absentees(
    among members: [Roll.Member], at session: Session
  ) throws -> [Pupil.ID] {
    let sheets = try school.store.sheets(of: SchoolYear(of: session.date), pupils: nil)
    let alphabet = try school.store.alphabet()
    return members.map(\.pupil.id).filter { pupil in
      sheets[pupil].map { alphabet.code(of: $0[session]) } == "N"
    }
  }
}
