import Attendance
import Policies
import Storage

extension FlagDesk {
  /// Since when the rule has flagged the pupil without a break; nil where it does not.
  ///
  /// An illness that is to last was expected from the message on that said so, and on no day before it,
  /// whatever the marks of those days are.
  func since(_ finding: Finding, of line: MarkLine, _ facts: PupilFacts) throws -> SchoolDate? {
    guard let since = rules.since(finding, of: line, facts, on: date) else { return nil }
    guard finding.rule.measure.kind == .expectedDays else { return since }
    let absences = try school.store.dayBook(.absences(on: date)).absences
    return max(since, believed(finding, line, facts, absences))
  }

  /// The day on which an illness was first believed to last so long: that of the message that said so,
  /// or the first day of the illness where it was known before.
  func believed(
    _ finding: Finding, _ line: MarkLine, _ facts: PupilFacts,
    _ absences: [(line: DayLine, absence: KnownAbsence)]
  ) -> SchoolDate {
    let days = absences.compactMap { said, absence -> SchoolDate? in
      guard said.pupil == line.pupil, let code = absence.code,
        finding.rule.measure.codes.contains(code), absence.from.date <= date,
        absence.through.date > date
      else { return nil }
      let day = max(said.at.date, absence.from.date)
      var facts = facts
      facts.known = [code: absence.through]
      let then = rules.findings(of: line, facts, on: day).findings
      return then.contains { $0.rule.id == finding.rule.id && $0.isMet } ? day : nil
    }
    return days.filter { $0 <= date }.min() ?? date
  }
}
