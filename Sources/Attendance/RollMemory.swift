import Synchronization

/// What a roll has worked out once and is asked again and again: an order, a day, a session.
///
/// A roll never changes, so that what was true of it stays true; every copy of it shares this.
final class RollMemory: Sendable {
  private struct Known {
    /// Everybody ever known, in the order of a register.
    var order: [Pupil.ID]?
    var members: [SchoolDate: [Roll.Member]] = [:]
    var places: [SchoolDate: [Pupil.ID: Int]] = [:]
    var groups: [Session: [String: [Roll.Member]]] = [:]
    var index: [SchoolDate: PupilIndex] = [:]
  }

  private let known = Mutex(Known())
  /// How many days or sessions are kept; a desk looks at today and its neighbours.
  private static let limit = 4

  /// The members of the date; the body is given the order where it is known, and gives it back.
  func members(
    on date: SchoolDate, _ body: ([Pupil.ID]?) -> ([Pupil.ID], [Roll.Member])
  ) -> [Roll.Member] {
    let (order, members) = known.withLock { ($0.order, $0.members[date]) }
    if let members { return members }
    // Worked out without the lock: whoever else asks meanwhile comes to the same.
    let worked = body(order)
    known.withLock { known in
      known.order = worked.0
      if known.members.count >= Self.limit { known.members = [:] }
      known.members[date] = worked.1
    }
    return worked.1
  }

  /// Where each pupil stands among the members of the date.
  func places(on date: SchoolDate, _ body: () -> [Pupil.ID: Int]) -> [Pupil.ID: Int] {
    if let places = known.withLock({ $0.places[date] }) { return places }
    let worked = body()
    known.withLock { $0.places = [date: worked] }
    return worked
  }

  /// The groups of the session.
  func groups(
    at session: Session, _ body: () -> [String: [Roll.Member]]
  ) -> [String: [Roll.Member]] {
    if let groups = known.withLock({ $0.groups[session] }) { return groups }
    let worked = body()
    known.withLock { known in
      if known.groups.count >= Self.limit { known.groups = [:] }
      known.groups[session] = worked
    }
    return worked
  }

  /// The index of the date's members.
  func index(on date: SchoolDate, _ body: () -> PupilIndex) -> PupilIndex {
    if let index = known.withLock({ $0.index[date] }) { return index }
    let worked = body()
    known.withLock { $0.index = [date: worked] }
    return worked
  }
}
