extension Evidence {
  /// Why evidence is due for an absence of so many school days running, or nil where it is not.
  ///
  /// What the policy asks for early is said to be no routine, as the guidance has it.
  public func due(days: Int, absent: Int, possible: Int) -> String? {
    if let atAbsence, possible > 0, atAbsence.compare(absent, of: possible) >= 0 {
      return "evidence is due for any absence, from \(atAbsence)% missed on"
    }
    guard let limit = illnessAfterDays, days > limit else { return nil }
    let early = limit < 5 ? "; asking should not be routine" : ""
    return "evidence is due after \(limit) days\(early)"
  }
}
