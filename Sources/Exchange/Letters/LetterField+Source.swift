extension LetterField {
  /// Where a field comes from.
  public enum Source: Hashable, Sendable {
    /// Known whenever a letter is made: the school, the day, the pupil.
    case moment
    /// From a request for leave.
    case leave
    /// From an arrival at the late desk.
    case arrival
    /// Counted from the register.
    case register
    /// Given by whoever makes the letter.
    case given(Gift)
  }

  /// What somebody gives for a field, and how it is read.
  public enum Gift: Hashable, Sendable {
    /// A day, written as files write it.
    case day
    /// A time of day.
    case time
    /// Words in one line.
    case words
    /// Words of which each part between semicolons is a line of its own.
    case list
  }

  /// Where it comes from.
  public var source: Source {
    switch self {
    case .school, .schoolPhone, .date, .contact, .pupil, .legalName, .pupils, .group, .yearGroup,
      .upn, .birthDate, .parents, .deadline, .starts, .signed, .position, .contactLog, .several:
      .moment
    case .firstDay, .lastDay, .expectedBack, .reason, .refusedBecause, .oneDay, .asked, .granted,
      .ended:
      .leave
    case .arrived, .minutes: .arrival
    case .attendance, .possible, .attended, .absences, .daysMissed, .authorised, .unauthorised,
      .unexplained, .partTime, .countedFrom, .countedTo, .absencesList, .unauthorisedList, .band,
      .target, .lastYear, .sessionsLeft, .daysLeft, .backOn, .lates, .latesYear, .latesList,
      .countedList, .tenWeekCount, .tenWeekList, .thresholdCount, .threshold, .firstFine,
      .firstFineLate, .secondFine, .lastSeen, .daysAway, .periodAttendance:
      .register
    case .meetingDate, .heldOn, .reviewDate, .periodFrom, .periodTo: .given(.day)
    case .meetingTime: .given(.time)
    case .meetingPlace, .meetingWith, .circumstances, .achievement: .given(.words)
    case .targets, .support, .supportGiven, .agreed, .nextSteps, .enquiries: .given(.list)
    }
  }

  /// Whether it is yes or no, and has no text of its own.
  public var isFlag: Bool { Self.flags.contains(self) }

  private static let flags: Set<LetterField> = [.several, .oneDay, .asked, .granted, .ended]

  /// What it is called where somebody is asked for it: `the day of the meeting`.
  public var label: String { Self.labels[self] ?? rawValue.replacing("_", with: " ") }

  private static let labels: [LetterField: String] = [
    .meetingDate: "the day of the meeting", .meetingTime: "the time of the meeting",
    .heldOn: "the day on which the meeting was held",
    .meetingPlace: "where the meeting is", .meetingWith: "who comes to the meeting",
    .reviewDate: "the day of the review", .periodFrom: "the first day of the period",
    .periodTo: "the last day of the period", .targets: "the targets",
    .support: "the support offered", .supportGiven: "the support given so far",
    .agreed: "what was agreed", .nextSteps: "what follows next",
    .circumstances: "what stands behind the absence",
    .achievement: "what the pupil has achieved", .enquiries: "what was done to find the pupil",
  ]

  /// Whether it speaks of the year's attendance as a share or against a line, for which letters wait
  /// until enough sessions are counted (U26).
  public var waitsForSessions: Bool { Self.waiting.contains(self) }

  private static let waiting: Set<LetterField> = [
    .attendance, .band, .sessionsLeft, .daysLeft, .backOn,
  ]
}
