/// The school days, one after another, on which nobody has explained a pupil's absence.
public struct UnexplainedRun: Hashable, Sendable {
  /// The days before today, latest first.
  public let earlier: [SchoolDate]
  /// The days within them without any mark, which are stepped over and named, never bridged silently.
  public let blanks: [SchoolDate]

  /// Which school day of the absence today is, counted from 1.
  public var day: Int { earlier.count + 1 }

  /// The run up to today, from the sessions before today, latest first, and the code at each.
  ///
  /// A day belongs to it where every mark is one of these codes; any other mark, an arrival above
  /// all, ends it.
  public init(
    before sessions: [Session], unexplained: Set<String>, code: (Session) -> String
  ) {
    var days: [SchoolDate] = []
    var gaps: [SchoolDate] = []
    var waiting: [SchoolDate] = []
    var rest = sessions[...]
    while let date = rest.first?.date {
      let ofDay = rest.prefix { $0.date == date }
      rest = rest.dropFirst(ofDay.count)
      let codes = ofDay.map(code).filter { !$0.isEmpty }
      if codes.isEmpty {
        waiting.append(date)
      } else if codes.allSatisfy(unexplained.contains) {
        days.append(date)
        gaps += waiting
        waiting = []
      } else {
        break
      }
    }
    earlier = days
    blanks = gaps
  }
}
