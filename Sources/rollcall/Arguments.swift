public import ArgumentParser
public import Attendance
public import Exchange
public import Terminal

// What the command line reads into the register's own types.

extension SchoolDate: ExpressibleByArgument {
  /// The date written `2026-11-21`.
  public init?(argument: String) {
    guard let date = ArgumentForm.read(SchoolDate(argument), as: "2026-11-20") else { return nil }
    self = date
  }
}

extension HalfDay: ExpressibleByArgument {
  /// The half of the day written `am` or `pm`, in any case.
  public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension Instant: ExpressibleByArgument {
  /// The moment written `2026-03-20T08:40`.
  public init?(argument: String) {
    guard let moment = ArgumentForm.read(Instant(argument), as: "2026-03-20T08:40") else {
      return nil
    }
    self = moment
  }
}

extension FigureKey: ExpressibleByArgument {}

extension RowTable.Format: ExpressibleByArgument {}

extension Theme.Name: ExpressibleByArgument {}

extension TimeOfDay: ExpressibleByArgument {
  /// The time written `08:40`.
  public init?(argument: String) {
    guard let time = ArgumentForm.read(TimeOfDay(argument), as: "08:52") else { return nil }
    self = time
  }
}

extension InspectorList.Kind: ExpressibleByArgument {}
extension AuditLine.Kind: ExpressibleByArgument {}
extension CensusPeriod.Census: ExpressibleByArgument {}
extension Message.Channel: ExpressibleByArgument {}
extension Attempt.Outcome: ExpressibleByArgument {}
extension EvidenceStep.State: ExpressibleByArgument {}
extension Departure.Purpose: ExpressibleByArgument {}
extension CaseAction.Kind: ExpressibleByArgument {}
extension CaseClosing.Outcome: ExpressibleByArgument {}
extension CaseOutcome.Kind: ExpressibleByArgument {}
extension Hold.Reason: ExpressibleByArgument {}
extension Plan.Source: ExpressibleByArgument {}
extension Enrolment.Kind: ExpressibleByArgument {}
extension Handout.Kind: ExpressibleByArgument {
  /// The list of that name; whoever asks for slips means all of the day's.
  public init?(argument: String) {
    self.init(rawValue: argument == "late-slips" ? Self.lateSlip.rawValue : argument)
  }
}

extension YearGroup: ExpressibleByArgument {
  /// The year group written `R` or `11`.
  public init?(argument: String) { self.init(argument.uppercased()) }
}
