import Attendance
import Foundation
import Policies

/// Works out what the rules say of many pupils, on as many processors as there are.
struct FlagWork: Sendable {
  let rules: RuleBook
  let date: SchoolDate
  let listing: Bool

  /// One pupil to be looked at: the marks from which year on, and what else is known.
  struct Wanted: Sendable {
    let member: Roll.Member
    let since: SchoolYear
    let facts: PupilFacts
  }

  /// The cases of these pupils, in their order.
  func cases(of wanted: [Wanted], _ reader: MarkReader) -> [FlagDesk.Case] {
    // Below some hundreds of pupils another thread costs more than it brings.
    let parts = max(1, min(ProcessInfo.processInfo.activeProcessorCount, wanted.count / 250))
    let slices = (0..<parts).map { part in
      wanted[wanted.count * part / parts..<wanted.count * (part + 1) / parts]
    }
    return Array(slices.mapAtOnce { cases(of: $0, reader) }.joined())
  }

  private func cases(of wanted: ArraySlice<Wanted>, _ reader: MarkReader) -> [FlagDesk.Case] {
    var reader = reader
    let year = SchoolYear(of: date)
    return wanted.map { one in
      let line = reader.line(of: one.member.pupil.id, from: one.since, through: year)
      return FlagDesk.Case(
        member: one.member, line: line, facts: one.facts,
        findings: rules.findings(of: line, one.facts, on: date, listing: listing))
    }
  }
}
