import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Lists what a week leaves open, and signs it off.
struct WeekCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "List what a week leaves open, or sign it off with --sign-off.",
    discussion: """
      A week is signed off once nothing is left open, or with --words that say why something is.
      """)

  @Option(help: "A day of the week; without it, today.")
  var of: SchoolDate?
  @Flag(help: "Sign the week off.")
  var signOff = false
  @Option(help: "Why something is left open.")
  var words = ""
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if !signOff, !words.isEmpty { throw ValidationError("--words go with --sign-off") }
  }

  func perform() throws {
    let school = try options.open()
    try school.require(.signOffWeek, to: signOff ? nil : "see what a week leaves open")
    let desk = try OfficeDesk(school)
    let week = try desk.week(of: of ?? desk.now.date)
    if signOff {
      let act = try week.signOff(saying: words, by: school.actor.person, now: desk.now)
      return try OfficeAct(school: school, act: act).perform(as: format)
    }
    try Output.print(
      RowTable(
        ["section", "name", "upn", "register", "session", "words"],
        rows: week.rows.map { row in
          [
            .code(row.section.rawValue), .text(row.name),
            .code(orEmpty: row.pupil.flatMap { desk.roll.pupils[$0] }?.upn.text),
            .text(orEmpty: row.register?.group),
            .code(orEmpty: row.register.map { "\($0.session)" }), .text(row.words),
          ]
        }), as: format)
  }
}

extension OfficeDesk {
  /// What the week that holds the date leaves open.
  func week(of date: SchoolDate) throws -> WeekClose {
    let monday = date.monday
    if monday > now.date {
      throw Refused("rollcall: the week of \(monday) is still to come; name one that has begun")
    }
    let year = SchoolYear(of: monday)
    let sheets = try school.store.sheets(of: year, pupils: nil)
    let alphabet = try school.store.alphabet()
    let days = (0..<5).map { monday.adding(days: $0) }.filter { $0 <= now.date }
    return WeekFacts(
      of: monday, upTo: school.lastSessionBegun, roll: roll, calendar: calendar,
      try school.store.dayBook(.between(year.firstDay, monday.adding(days: 6))),
      taken: Set(try days.flatMap { Array(try school.store.taken(on: $0).keys) }),
      unexplained: try everyUnexplained(),
      settleWithin: school.policy.followUp.settleWithin,
      unsettled: try days.flatMap { try school.store.unsettled(on: $0) }.map {
        ($0.pupil, $0.session)
      },
      code: { pupil, session in sheets[pupil].map { alphabet.code(of: $0[session]) } ?? "" }
    ).close
  }
}
