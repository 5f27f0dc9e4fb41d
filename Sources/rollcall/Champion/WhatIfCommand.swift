import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Who would come and who would go, were one bound another or the policy another one.
struct WhatIfCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Who would be flagged and who no longer, with another bound or another policy.",
    discussion: """
      Nothing is changed by it. --flag with --bound tries one rule with another number; --policy tries \
      the rules of another policy file, or of a shipped policy by its short name.
      """)

  @Option(help: "The rule to change, by its id.")
  var flag: String?
  @Option(help: "Its number instead, as the policy file writes it: 12, 8.5 or 12%.")
  var bound: String?
  @Option(help: "Another policy: a file, or the short name of a shipped one.")
  var policy: String?
  @Option(name: .customLong("as-of"), help: "Sessions up to this date; without it, today.")
  var asOf: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var shipped: ShippedPolicies
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if (flag == nil) != (bound == nil) {
      throw ValidationError("--flag and --bound go together: which rule, and its number instead")
    }
    if (flag == nil) == (policy == nil) {
      throw ValidationError("give --flag with --bound, or --policy")
    }
  }

  func perform() throws {
    let school = try options.open()
    let desk = try FlagDesk(school, on: asOf ?? school.clock.now.date)
    let tried = try FlagDesk(school, on: desk.date, under: try tried(in: desk.policy))
    let members = try FlagReach(desk).members()
    let now = try found(desk, members)
    let then = try found(tried, members)
    let rows = Set(now.keys).union(then.keys).sorted().compactMap { key -> [RowTable.Cell]? in
      guard (now[key] == nil) != (then[key] == nil) else { return nil }
      return [
        .code(key.upn), .code(key.flag), .code(then[key] == nil ? "goes" : "comes"),
        .code((now[key] ?? then[key]) ?? ""),
      ]
    }
    try Output.print(RowTable(["upn", "flag", "change", "value"], rows: rows), as: format)
  }

  private func tried(in known: Policy) throws -> Policy {
    if let policy { return try shipped.source(of: policy).policy() }
    guard let flag, let bound, let rule = known.rule(flag) else {
      let ids = known.flags.rules.map(\.id).joined(separator: ", ")
      throw Refused("rollcall: the policy has no rule '\(flag ?? "")'; it has \(ids)")
    }
    guard let number = Percentage(bound), rule.measure.isShare || !bound.hasSuffix("%") else {
      throw Refused(
        "rollcall: '\(bound)' is no bound for \(rule.name); write a number like 12"
          + (rule.measure.isShare ? " or 9.5%" : " or 7.5"))
    }
    return known.trying(number, for: rule)
  }

  private struct Key: Hashable, Comparable {
    let upn: String
    let flag: String

    static func < (one: Key, other: Key) -> Bool { (one.upn, one.flag) < (other.upn, other.flag) }
  }

  private func found(_ desk: FlagDesk, _ members: [Roll.Member]) throws -> [Key: String] {
    var found: [Key: String] = [:]
    for one in try desk.survey(of: members).cases {
      for finding in one.findings.findings where finding.isMet {
        found[Key(upn: one.member.pupil.upn.text, flag: finding.rule.id)] =
          finding.amount.description
      }
    }
    return found
  }
}
