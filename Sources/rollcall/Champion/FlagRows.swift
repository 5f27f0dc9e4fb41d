import Attendance
import Exchange
import Policies

/// The rows that flags are printed as.
struct FlagRows {
  private let desk: FlagDesk
  private let reader: MarkReader

  init(_ desk: FlagDesk, _ reader: MarkReader) {
    self.desk = desk
    self.reader = reader
  }

  /// A row for each flag: pupil, rule and value, with the evidence where it is asked for.
  func flags(_ cases: [FlagDesk.Case], only flag: String?, explain: Bool) -> RowTable {
    let rows = sorted(cases, only: flag) { $0.isMet }.map { one, finding -> [RowTable.Cell] in
      let row: [RowTable.Cell] = [
        .code(one.member.pupil.upn.text), .code(finding.rule.id), .code(finding.amount.description),
      ]
      guard explain else { return row }
      return row + [
        .text("\(finding.rule.name): \(finding.rule.inWords)"),
        .text(finding.rule.place.description),
        .code(orEmpty: evidence(finding, of: one)), .text(finding.rule.next),
      ]
    }
    let columns =
      ["upn", "flag", "value"] + (explain ? ["rule", "where", "sessions", "next"] : [])
    return RowTable(columns, rows: rows)
  }

  /// A row for each rule that does not flag the pupil, with how far away it is.
  func whyNot(_ cases: [FlagDesk.Case], only flag: String?) -> RowTable {
    var rows: [[RowTable.Cell]] = []
    for one in cases {
      for answer in WhyNot(one.findings, one.facts, under: desk.policy, on: desk.date).answers
      where flag == nil || answer.rule.id == flag {
        rows.append([
          .code(one.member.pupil.upn.text), .code(answer.rule.id),
          .code(orEmpty: answer.amount?.description), .text(answer.words),
          .text("\(answer.rule.name): \(answer.rule.inWords)"),
          .text(answer.rule.place.description),
        ])
      }
    }
    return RowTable(["upn", "flag", "value", "why_not", "rule", "where"], rows: rows)
  }

  /// The sessions that count, each with its code, and those without a mark by name.
  private func evidence(_ finding: Finding, of one: FlagDesk.Case) -> String? {
    let pupil = one.member.pupil.id
    let sessions =
      finding.sessions.map { session in
        (session, reader.code(of: pupil, at: session))
      } + finding.blanks.map { ($0, "") }
    let words = sessions.sorted { $0.0 < $1.0 }.map { session, code in
      "\(session) \(code.isEmpty ? session.date > desk.date ? "expected" : "blank" : code)"
    }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// The findings in the order of rows: by pupil's number, then by rule, then by value, as bytes.
  private func sorted(
    _ cases: [FlagDesk.Case], only flag: String?, where holds: (Finding) -> Bool
  ) -> [(FlagDesk.Case, Finding)] {
    // Most pupils have nothing to show: only the others are put in order.
    var shown: [(upn: String, one: FlagDesk.Case, found: [Finding])] = []
    for one in cases {
      let found = one.findings.findings.filter { holds($0) && (flag == nil || $0.rule.id == flag) }
      if !found.isEmpty { shown.append((one.member.pupil.upn.text, one, found)) }
    }
    shown.sort { $0.upn < $1.upn }
    return shown.flatMap { shown in
      shown.found.sorted { first, second in
        (first.rule.id, first.amount.description) < (second.rule.id, second.amount.description)
      }.map { (shown.one, $0) }
    }
  }
}
