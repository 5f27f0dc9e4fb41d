public import Attendance

/// What walking the whole register found.
public struct Verification: Hashable, Sendable {
  /// What is wrong, each with its place; empty where all is well.
  public var faults: [String]
  /// What is worth knowing and no fault: marks off roll after a date was changed.
  public var notices: [String]
  /// How many submissions were walked.
  public var submissions: Int
  /// How many entries were walked.
  public var entries: Int
  /// How many year sheets were compared with their entries.
  public var sheets: Int
  /// The seal of the last submission, in hexadecimal.
  public var headSeal: String
  /// The seal of the last change to pupils, groups, staff or calendar, in hexadecimal.
  public var rollSeal: String
  /// When and by whom anything was removed past retention, as the register says.
  public var removals: [RemovalRecord] = []
  /// What was changed in the file itself beside the marks and nobody has accepted; each is among the
  /// faults.
  public var alterations: [String] = []
  /// Whether the walk came to the end of the register; false where damage stopped it.
  public var isComplete: Bool

  /// A verification with these findings.
  public init(
    faults: [String] = [], notices: [String] = [], submissions: Int = 0, entries: Int = 0,
    sheets: Int = 0, headSeal: String = "", rollSeal: String = "",
    isComplete: Bool = true
  ) {
    self.faults = faults
    self.notices = notices
    self.submissions = submissions
    self.entries = entries
    self.sheets = sheets
    self.headSeal = headSeal
    self.rollSeal = rollSeal
    self.isComplete = isComplete
  }

  /// The first fault that nobody could accept; what was changed beside the marks waits for a word of
  /// somebody, who has to be able to open the register for it.
  var damage: String? {
    faults.first { fault in !alterations.contains(where: fault.hasPrefix) }
  }

  /// Adds as a fault every removal that is dated after the day on which this is asked.
  ///
  /// A register cannot know what time it is: whoever wants six years to be over has only to say so.
  /// One day more is let pass, for a clock that was put right since.
  public mutating func judgeRemovals(on today: SchoolDate) {
    faults += removals.filter { $0.at.date > today.adding(days: 1) }.map {
      "the removal past retention by \($0.by.name) at \($0.at) is dated after today, \(today)"
    }
  }

  /// Whether nothing is wrong.
  public var isSound: Bool { faults.isEmpty }
}
