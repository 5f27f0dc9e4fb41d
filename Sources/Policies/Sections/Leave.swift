/// How leave of absence is asked for and weighed; the decision stays a person's.
public struct Leave: Hashable, Sendable {
  /// What screens point out beside a request; none of them decides.
  public enum Alert: String, Choice, Hashable, Sendable {
    case assessment = "statutory assessment"
    case anyUnauthorised = "any unauthorised absence"
    case authorisedAbove = "authorised absence above the limit"
    case termEdge = "next to a holiday"
    case holiday = "family holiday"
    case travel = "travel to relatives"
    case protest = "protest"
    case record = "record of the last twelve months"
    case performanceBelow = "performance with low attendance"
    case licence = "performance without a licence"
    case retrospective = "asked for afterwards"
  }

  /// How long before, by kind of leave.
  public let notice: [LeaveNotice]
  /// How a request is made.
  public let request: String
  /// What the school calls exceptional circumstances.
  public let exceptional: String
  /// What is weighed.
  public let weighs: [String]
  /// What screens point out beside a request.
  public let alerts: [Alert]
  /// The authorised absence above which `authorised absence above the limit` is pointed out.
  public let authorisedLimit: Percentage?
  /// The attendance below which `performance with low attendance` is pointed out.
  public let performanceLimit: Percentage?
  /// The evidence a request may need.
  public let evidence: [String]
  /// How many days of religious observance the school expects; advice only.
  public let religiousDays: Int?
  /// What those days are counted by: a festival, or a school year.
  public let religiousDaysPer: ReligiousPeriod?
  /// How religious observance is handled.
  public let religious: String
  /// How families who travel for their work are handled.
  public let travelling: String
  /// How performances are handled.
  public let performances: String?
  /// How part-time timetables are handled.
  public let partTime: String
  /// What the answer to a request says.
  public let replySays: [String]
  /// Whether there is an appeal.
  public let appeal: Bool
  /// The statutory assessments around which leave is pointed out.
  public let assessments: [Assessment]
  /// How many weeks before an assessment count as near it.
  public let assessmentWeeksBefore: Int
  /// Where each alert is written.
  let alertPlaces: [Alert: Place]
  private let places: [String: Place]

  /// What religious days are counted by.
  public enum ReligiousPeriod: String, Choice, Hashable, Sendable {
    case festival
    case schoolYear = "school year"
  }

  init(_ section: Section) {
    notice = section.sections("notice").map(LeaveNotice.init)
    request = section.text("request")
    exceptional = section.text("exceptional")
    weighs = section.texts("weighs")
    alerts = section.choices("alerts")
    authorisedLimit = section.optionalPercentage("authorised_limit")
    performanceLimit = section.optionalPercentage("performance_limit")
    evidence = section.texts("evidence")
    religiousDays = section.optionalNumber("religious_days", in: 1...30)
    religiousDaysPer = section.optionalChoice("religious_days_per")
    religious = section.text("religious")
    travelling = section.text("travelling")
    performances = section.optionalText("performances")
    partTime = section.text("part_time")
    replySays = section.texts("reply_says")
    appeal = section.flag("appeal", orElse: true)
    assessments = section.sections("assessments", required: false).map(Assessment.init)
    assessmentWeeksBefore =
      section.optionalNumber("assessment_weeks_before", in: 0...12) ?? 0
    alertPlaces = Self.alertPlaces(section)
    places = Dictionary(
      uniqueKeysWithValues: Self.placed.compactMap { key in
        section.value(key).map { (key, section.complaints.place($0)) }
      })
    if let value = section.value("religious_days") {
      section.complaints.warn(
        value, "a number of religious days is shown as advice; leave is never refused by a count")
    }
    section.finish()
  }

  private static let placed = [
    "authorised_limit", "performance_limit", "religious_days", "religious", "travelling",
    "performances", "exceptional", "evidence",
  ]

  private static func alertPlaces(_ section: Section) -> [Alert: Place] {
    guard let value = section.value("alerts") else { return [:] }
    return Dictionary(
      section.values(value, "alerts").compactMap { item in
        item.text.flatMap(Alert.init).map { ($0, section.complaints.place(item)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  var authorisedLimitPlace: Place? { places["authorised_limit"] }
  var performanceLimitPlace: Place? { places["performance_limit"] }
  var religiousDaysPlace: Place? { places["religious_days"] }
  var religiousPlace: Place? { places["religious"] }
  var travellingPlace: Place? { places["travelling"] }
  var performancesPlace: Place? { places["performances"] }
  var exceptionalPlace: Place? { places["exceptional"] }
  var evidencePlace: Place? { places["evidence"] }
}

/// How long before its first day a kind of leave is to be asked for.
public struct LeaveNotice: Hashable, Sendable {
  /// The kind of leave, in words.
  public let kind: String
  /// How many weeks before, or nil where it is only "as soon as it is known".
  public let weeks: Int?
  /// Whether the policy softens it with "where possible".
  public let isSoft: Bool
  /// Where it is written.
  public let place: Place

  init(_ section: Section) {
    place = section.place
    kind = section.text("for")
    weeks = section.optionalNumber("weeks", in: 1...26)
    isSoft = section.flag("soft", orElse: false)
    section.finish()
  }
}
