public import Attendance

extension Reporting {
  /// Whether a report came before or after the time the policy asks for, or nil where it names none.
  ///
  /// The time of a message about another day than today is no matter.
  public func timing(of day: SchoolDate, at now: Instant) -> String? {
    guard let by, day == now.date else { return nil }
    if now.time <= by { return "before \(by)" }
    return isSoft ? "after \(by), taken just the same" : "after \(by), the deadline"
  }

  /// What a report that came by this way still needs, or nil; by email on these days so far.
  public func needsCall(byEmailOn days: Int, isEmail: Bool) -> String? {
    if let limit = emailDaysBeforeCalls, days >= limit {
      return "day \(days) by email only: telephone all contacts"
    }
    return isEmail && needsCall.contains(.email) ? "a report by email is followed by a call" : nil
  }
}
