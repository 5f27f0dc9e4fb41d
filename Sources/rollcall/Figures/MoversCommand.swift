import ArgumentParser
import Attendance
import Exchange
import Policies
import Screens

/// Who has moved from one band of attendance to another, and who has earned a certificate.
struct MoversCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "movers",
    abstract: "Who has improved or fallen by a band since the last review; certificates.",
    discussion: """
      The review that now runs is compared with the one before it, as often as the policy has pupils \
      looked at (else each half term); bands are those of the policy, or 95, 90, 80 and 50 per cent. \
      With --since, what came from that day on is compared with the review up to it. Certificates are \
      for the last such period that is over: 100% is every possible session with a mark; exempt are \
      pupils whose only absences were illness, treatment or other leave, for a person to decide.
      """)

  /// The period of a certificate.
  enum CertificatePeriod: String, CaseIterable, ExpressibleByArgument {
    case week
    case halfTerm = "half-term"
    case term

    var kind: SchoolPeriod.Kind {
      switch self {
      case .week: .week
      case .halfTerm: .halfTerm
      case .term: .term
      }
    }
  }

  @Option(help: "Compare what came from this day on; without it, the last review.")
  var since: SchoolDate?
  @Option(help: "Who was there all of the last: week, half-term or term.")
  var certificates: CertificatePeriod?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if since != nil, certificates != nil {
      throw ValidationError("--since and --certificates are two questions; ask one")
    }
  }

  func perform() throws {
    let movers = try MoversDesk(try options.open())
    if let certificates { return try Output.print(earned(certificates, movers), as: format) }
    let compared = try movers.compared(since: since)
    Output.refuse(
      "rollcall: \(compared.after.words), compared with \(compared.before.words)"
        + movers.leftOut)
    try Output.print(table(try movers.board(compared).movers), as: format)
  }

  private func table(_ movers: [MoversBoard.Mover]) -> RowTable {
    RowTable(
      [
        "direction", "upn", "surname", "forename", "group", "band_before", "percent_before",
        "band_now", "percent_now", "points", "possible_before", "possible_now",
      ],
      rows: movers.map { mover in
        [
          .code(mover.change.direction.rawValue), .code(mover.pupil.upn.text),
          .text(mover.pupil.name.surname), .text(mover.pupil.name.forename), .text(mover.form),
          .text(mover.change.before.name), .percentage(orEmpty: mover.before.attendance),
          .text(mover.change.after.name), .percentage(orEmpty: mover.after.attendance),
          .points(orEmpty: mover.points), .number(mover.before.possible),
          .number(mover.after.possible),
        ]
      })
  }

  private func earned(_ wanted: CertificatePeriod, _ movers: MoversDesk) throws -> RowTable {
    guard let earned = try movers.earned(of: wanted.kind) else {
      throw Refused("rollcall: no \(wanted.kind.rawValue) of the school's calendar is over yet")
    }
    Output.refuse("rollcall: \(earned.period.inWords)" + movers.leftOut)
    return RowTable(
      [
        "list", "upn", "surname", "forename", "group", "possible", "attended", "absences",
        "missing",
      ],
      rows: earned.earners.map { earner in
        [
          .text(earner.certificate.inWords), .code(earner.pupil.upn.text),
          .text(earner.pupil.name.surname), .text(earner.pupil.name.forename),
          .text(earner.form), .number(earner.tally.possible), .number(earner.tally.attended),
          .code(orEmpty: earner.absences.isEmpty ? nil : earner.absences),
          .number(earner.tally.missing),
        ]
      })
  }
}

extension MoversDesk {
  /// That somebody is left out because of a hold, or nothing.
  fileprivate var leftOut: String {
    held == 0 ? "" : "; \(held) on hold \(held == 1 ? "is" : "are") left out"
  }
}
