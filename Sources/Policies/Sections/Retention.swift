public import Attendance

/// How long entries are kept, and what an amendment shows.
public struct Retention: Hashable, Sendable {
  /// What an amendment keeps.
  public enum Part: String, Choice, Hashable, Sendable {
    case original = "original entry"
    case amended = "amended entry"
    case reason
    case date
    case person = "name and position"
  }

  /// For how many years after it was made an entry is kept.
  public let years: Int
  /// What an amendment keeps.
  public let amendmentsKeep: [Part]

  /// The period for which everything is kept, never shorter than the law's.
  public var period: RetentionPeriod { RetentionPeriod(years: years) }

  init(_ section: Section) {
    years = section.number("years", in: 1...100)
    amendmentsKeep = section.choices("amendments_keep")
    if years < 6, let value = section.value("years"), value.text.flatMap(Int.init) != nil {
      section.complaints.fault(
        value, "entries must be kept for 6 years (2024 Regulations); write 6 or more")
    }
    let missing = Part.allCases.filter { !amendmentsKeep.contains($0) }
    if !missing.isEmpty {
      let names = missing.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      section.complaints.fault(
        section.value("amendments_keep") ?? section.setting,
        "'amendments_keep' must hold all five parts the guidance asks for; add \(names)")
    }
    section.finish()
  }
}
