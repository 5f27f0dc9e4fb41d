public import Attendance

/// How and until when parents report an absence.
public struct Reporting: Hashable, Sendable {
  /// The ways a parent may report.
  public enum Channel: String, Choice, Hashable, Sendable {
    case phone
    case email
    case text
    case message
    case inPerson = "in person"
  }

  /// Until when, or nil where the policy names no time.
  public let by: TimeOfDay?
  /// Whether "or as soon as possible" softens the time: a late report is taken and not held up.
  public let isSoft: Bool
  /// Whether every further day must be reported too.
  public let eachDay: Bool
  /// The ways there are.
  public let channels: [Channel]
  /// The ways that still need a call from the school.
  public let needsCall: [Channel]
  /// After how many days reported by email alone every contact is called.
  public let emailDaysBeforeCalls: Int?
  /// What the parent is asked for.
  public let asks: [String]
  /// The codes that words of a message point to.
  public let suggests: [Suggestion]
  /// How many emergency contacts a pupil should have.
  public let contactsAtLeast: Int

  init(_ section: Section) {
    by = section.optionalTime("by")
    isSoft = section.flag("soft", orElse: false)
    eachDay = section.flag("each_day")
    channels = section.choices("channels", required: true)
    needsCall = section.choices("needs_call")
    emailDaysBeforeCalls = section.optionalNumber("email_days_before_calls", in: 1...20)
    asks = section.texts("asks")
    let suggestions = section.sections("suggests", required: false)
    suggests = suggestions.map(Suggestion.init)
    Self.checkWords(suggestions)
    contactsAtLeast = section.number("contacts_at_least", in: 1...6)
    section.finish()
  }
}
