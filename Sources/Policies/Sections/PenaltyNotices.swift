public import Attendance

/// How the school stands to penalty notices, notices to improve and attendance contracts.
public struct PenaltyNotices: Hashable, Sendable {
  /// Who may issue a notice.
  public enum Issuer: String, Choice, Hashable, Sendable {
    case head = "headteacher"
    case deputy = "deputy head"
    case assistant = "assistant head"
    case officer = "attendance officer"
    case authority = "local authority"
  }

  /// Who issues, in this school.
  public let issuers: [Issuer]
  /// The rule that asks the school to consider each case, by id.
  public let consideredOn: String
  /// The school's own further grounds; each is a prompt to a person.
  public let ownGrounds: [String]
  /// What is weighed before a notice.
  public let weighs: [String]
  /// The amounts, by the date from which they hold.
  public let amounts: [PenaltyAmounts]
  /// The shortest notice to improve, in weeks; nil where the policy knows none.
  public let improveWeeksLeast: Int?
  /// The longest notice to improve, in weeks.
  public let improveWeeksMost: Int?
  /// What a notice to improve holds.
  public let improveHolds: [String]
  /// How an attendance contract is used.
  public let contract: String?
  /// How often an attendance contract is reviewed.
  public let contractReview: Wait?

  init(_ section: Section) {
    issuers = section.choices("issuers", required: true)
    consideredOn = section.text("considered_on")
    ownGrounds = section.texts("own_grounds")
    weighs = section.texts("weighs")
    amounts = section.sections("amounts").map(PenaltyAmounts.init)
    improveWeeksLeast = section.optionalNumber("improve_weeks_least", in: 1...26)
    improveWeeksMost = section.optionalNumber("improve_weeks_most", in: 1...26)
    improveHolds = section.texts("improve_holds")
    contract = section.optionalText("contract")
    contractReview = section.parsed(
      "contract_review", required: false, expected: Wait.expected, Wait.init)
    if let value = section.value("issuers") {
      for item in section.values(value, "issuers") where item.text == Issuer.officer.rawValue {
        section.complaints.warn(
          item,
          "the law lets a head authorise deputy and assistant heads only; an attendance officer "
            + "may prepare a notice, and the head issues it")
      }
    }
    section.finish()
  }

  /// The amounts that hold on a date.
  public func amounts(on date: SchoolDate) -> PenaltyAmounts? {
    amounts.filter { $0.from <= date }.max { $0.from < $1.from }
  }
}

/// What a penalty notice costs from a date on, in pounds.
public struct PenaltyAmounts: Hashable, Sendable {
  /// The first date they hold for.
  public let from: SchoolDate
  /// The first notice, if paid within 21 days.
  public let first: Int
  /// The first notice, if paid within 28 days.
  public let firstLate: Int
  /// The second notice within three years; nil where there was no such step.
  public let second: Int?
  /// The notice for an excluded pupil in a public place, if paid within 21 days.
  public let excluded: Int?
  /// That notice, if paid within 28 days.
  public let excludedLate: Int?

  init(_ section: Section) {
    from = section.date("from")
    first = section.number("first")
    firstLate = section.number("first_late")
    second = section.optionalNumber("second")
    excluded = section.optionalNumber("excluded")
    excludedLate = section.optionalNumber("excluded_late")
    section.finish()
  }
}
