import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Hands attendance over to other systems, as rows to hold against them or to carry over.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Rows for other systems: census, transfer, daily share, changes.",
    discussion: """
      Each export is recorded, asks nothing of the network and carries no note but the nature that \
      some codes need. It is something to check a certified system by, and no return itself.
      """,
    subcommands: [Census.self, Transfer.self, Share.self, Marks.self, Returns.self])

  /// Sessions possible and missed in the periods of a census.
  struct Census: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "census", abstract: "Sessions possible and missed in the periods of a census.")

    @Argument(help: "autumn, spring or summer.")
    var census: CensusPeriod.Census
    @Argument(help: "The calendar year in which it is taken: 2027.")
    var year: Int
    @OptionGroup var paper: PaperOptions

    func validate() throws {
      guard (2000...2199).contains(year) else {
        throw ValidationError("the census has a calendar year: 'export census spring 2027'")
      }
    }

    func perform() throws {
      let desk = try PaperDesk(paper.options.open(), to: .exportData)
      let periods = CensusPeriod.periods(of: census, in: year).map(\.days)
      guard let first = periods.first?.lowerBound, let end = periods.last?.upperBound else {
        return
      }
      guard first <= desk.last.date else {
        throw Refused(
          "rollcall: the \(census.rawValue) census of \(year) is about \(first) to \(end), which "
            + "has not begun; name an earlier one")
      }
      let days = try desk.days(from: first, to: end, else: first)
      let totals = CensusTotals(
        census, in: year, roll: desk.roll, codes: desk.codes, figures: try desk.figures(of: days),
        upTo: desk.last)
      let blanks = totals.blanks
      if blanks.sessions > 0 {
        Output.refuse(
          "rollcall: \(blanks.sessions) session\(blanks.sessions == 1 ? "" : "s") of "
            + "\(blanks.pupils.count) pupil\(blanks.pupils.count == 1 ? "" : "s") have no mark and "
            + "are in no total, only in 'missing'; take those registers, and export again")
      }
      try desk.give(
        totals.table, .exported, "census totals, \(census.rawValue) \(year)", to: paper)
    }
  }

  /// A leaver's totals, year by year.
  struct Transfer: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "ctf", abstract: "A leaver's totals for a common transfer file, year by year.")

    @Argument(help: "The pupil's UPN.")
    var upn: String
    @OptionGroup var paper: PaperOptions

    func perform() throws {
      let school = try paper.options.open()
      let desk = try PaperDesk(school, to: .exportData)
      let pupil = try school.pupil(upn)
      if let removal = try school.lastRemoval(), try school.wasHere(pupil, before: removal.cut) {
        Output.refuse("rollcall: \(removal.inWords); the totals are of what came after")
      }
      let years = desk.calendar.years.map(\.year)
      guard let first = years.first?.firstDay, let end = years.last?.lastDay else {
        throw Refused("rollcall: there is no calendar; import it with 'rollcall import calendar'")
      }
      let totals = TransferTotals(
        of: pupil, years: years, figures: try desk.figures(of: first...end, pupils: [pupil.id]),
        upTo: desk.last)
      try desk.give(totals.table, .exported, "transfer totals of \(pupil.upn.text)", to: paper)
    }
  }

  /// Session by session, as schools share it daily.
  struct Share: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "share", abstract: "Session by session, in the shape of the daily data share.")

    @Option(help: "The first day; without it, today.")
    var from: SchoolDate?
    @Option(help: "The last day; without it, today.")
    var to: SchoolDate?
    @OptionGroup var paper: PaperOptions

    func perform() throws {
      let desk = try PaperDesk(paper.options.open(), to: .exportData)
      let days = try desk.days(from: from, to: to, else: desk.last.date)
      let share = DailyShare(
        roll: desk.roll, figures: try desk.figures(of: days), days: days, upTo: desk.last)
      try desk.give(
        share.table, .exported, "daily share, \(days.lowerBound) to \(days.upperBound)", to: paper)
    }
  }
}
