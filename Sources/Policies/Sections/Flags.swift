import Attendance

/// The rules that flag pupils, and how early they may.
public struct Flags: Hashable, Sendable {
  /// The flags every policy has.
  public static let required = [
    "persistent-absence", "severe-absence", "penalty-notice-threshold",
    "continuous-unauthorised-absence", "sickness-return", "unexplained-overdue",
  ]

  /// Possible sessions before ladders and letters start; figures are exact from the first.
  public let minSessions: Int
  /// Every rule, in the order of the file.
  public private(set) var rules: [Rule]

  init(_ section: Section) {
    minSessions = section.optionalNumber("min_sessions", in: 0...400) ?? 60
    rules = section.sections("rules").map(Rule.init)
    section.finish()
    guard let value = section.value("rules") else { return }
    let lists = Set(rules.map { $0.measure.codes.sorted() }.filter { !$0.isEmpty })
    if lists.count >= MarkLine.mostLists {
      section.complaints.fault(
        value,
        "these rules count \(lists.count) different lists of codes; there is room for "
          + "\(MarkLine.mostLists - 1), so let some share a list")
    }
    for id in Self.required where !rules.contains(where: { $0.id == id }) {
      section.complaints.fault(value, "the rule '\(id)' is missing, which every policy has; add it")
    }
  }

  /// The rules with another number in one of them.
  func trying(_ number: Percentage, for rule: Rule) -> Flags {
    var tried = self
    tried.rules = rules.map { $0.id == rule.id ? $0.trying(number) : $0 }
    return tried
  }
}
