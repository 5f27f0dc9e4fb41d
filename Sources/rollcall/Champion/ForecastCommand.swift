import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// How many sessions may still be missed before each line, and when a pupil is back above one.
struct ForecastCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "How many sessions a pupil may still miss this year before each line.",
    discussion: """
      For every line that the policy draws through a school year's attendance: how many of the \
      sessions still to come may be missed, and where attendance is below it, the first day on which \
      full attendance brings it back. Sessions still to come are those of the calendar.
      """)

  @Option(help: "The pupil: UPN, or the name as written; without it, everybody on roll.")
  var pupil: String?
  @Option(name: .customLong("as-of"), help: "Sessions up to this date; without it, today.")
  var asOf: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try FlagDesk(school, on: asOf ?? school.clock.now.date)
    let survey = try desk.survey(of: FlagReach(desk).members(named: pupil))
    let cases = survey.cases.sorted {
      $0.member.pupil.upn.text.utf8.lexicographicallyPrecedes($1.member.pupil.upn.text.utf8)
    }
    let rows = cases.flatMap { one -> [[RowTable.Cell]] in
      let forecast = Forecast(
        one.line, over: desk.rules.time, on: desk.date, under: desk.policy)
      return forecast.lines.map { line in
        [
          .code(one.member.pupil.upn.text), .text(line.name),
          .text((line.holdsAtBound ? "at least " : "above ") + "\(line.bound)%"),
          .number(forecast.tally.attended), .number(forecast.tally.possible),
          .percentage(orEmpty: forecast.tally.attendance), .number(forecast.ahead.count),
          .number(orEmpty: line.mayMiss), .code(orEmpty: line.backOn?.description),
          .code(line.isKept ? "kept" : line.mayMiss == nil ? "out of reach" : "below"),
        ]
      }
    }
    try Output.print(
      RowTable(
        [
          "upn", "line", "attendance", "attended", "possible", "attendance_percent", "ahead",
          "may_miss", "back_on", "state",
        ], rows: rows), as: format)
  }
}
