/// A name that a pupil had up to a date, so that a register of those days prints the name of then.
public struct EarlierName: Hashable, Sendable {
  /// The last day on which it was the pupil's name.
  public var through: SchoolDate
  /// The name.
  public var name: PupilName

  /// A name held up to that day.
  public init(_ name: PupilName, through: SchoolDate) {
    self.through = through
    self.name = name
  }
}

extension Pupil {
  /// The name the pupil had on the date.
  public func name(on date: SchoolDate) -> PupilName {
    earlierNames.filter { date <= $0.through }.min { $0.through < $1.through }?.name ?? name
  }

  /// The pupil by the name of that date.
  public func named(on date: SchoolDate) -> Pupil {
    if earlierNames.isEmpty { return self }
    var pupil = self
    pupil.name = name(on: date)
    return pupil
  }

  /// Takes a new name that holds from the date on; the one before is kept for the days before it.
  ///
  /// A name of a later day that the new one covers was never true.
  public mutating func take(_ name: PupilName, from date: SchoolDate) {
    guard name != self.name else { return }
    let last = date.adding(days: -1)
    let before = self.name(on: last)
    earlierNames = earlierNames.filter { $0.through < last } + [EarlierName(before, through: last)]
    self.name = name
  }
}
