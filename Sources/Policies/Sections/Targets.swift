/// What the school aims at, and how good attendance is rewarded.
public struct Targets: Hashable, Sendable {
  /// The attendance the school aims at, where it names one.
  public let attendance: Percentage?
  /// From which attendance a pupil is rewarded, where it names one.
  public let rewardsFrom: Percentage?
  /// Below which attendance trips and events may be withheld; health and home are exempt.
  public let privilegesBelow: Percentage?
  /// The rewards.
  public let rewards: [String]
  /// Sanctions for pupils, in words.
  public let sanctions: [String]

  init(_ section: Section) {
    attendance = section.optionalPercentage("attendance")
    rewardsFrom = section.optionalPercentage("rewards_from")
    privilegesBelow = section.optionalPercentage("privileges_below")
    rewards = section.texts("rewards")
    sanctions = section.texts("sanctions")
    section.finish()
  }
}
