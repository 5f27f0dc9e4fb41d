public import Attendance

/// Which figures by group are asked for.
public struct GroupsAsked: Hashable, Sendable {
  /// What they are gathered by.
  public var key: FigureKey
  /// A second key they are crossed with, or nil.
  public var second: FigureKey?
  /// The period that now runs, or ran last, whose sessions are counted.
  public var period: SchoolPeriod.Kind

  /// Figures by these keys over that period.
  public init(
    by key: FigureKey = .year, and second: FigureKey? = nil, over period: SchoolPeriod.Kind = .year
  ) {
    self.key = key
    self.second = second
    self.period = period
  }

  /// The keys, in the order of the rows' names.
  public var keys: [FigureKey] { [key] + (second.map { [$0] } ?? []) }
}

/// What the screens ask about figures.
public enum FigureQuestion: Hashable, Sendable {
  /// The school at a glance; answered by `overview`.
  case overview
  /// Figures by group; answered by `groups`.
  case groups(GroupsAsked)
  /// The pupils of the group of these names, each with the figures that the group's are made of;
  /// answered by `members`.
  case members(GroupsAsked, of: [String])
  /// Who has moved from one band to another; answered by `movers`.
  case movers
}

/// What there is to say about figures.
public enum FigureAnswer: Hashable, Sendable {
  /// The school at a glance.
  case overview(Overview)
  /// Figures by group.
  case groups(GroupBoard)
  /// The pupils of a group.
  case members(GroupMembers)
  /// Who has moved from one band to another.
  case movers(MoversBoard)
}
