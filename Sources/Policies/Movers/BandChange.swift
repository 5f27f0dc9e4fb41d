public import Attendance

/// How a pupil's attendance changed between two stretches of time, by the bands of the policy.
public struct BandChange: Hashable, Sendable {
  /// Which way it went.
  public enum Direction: String, Hashable, Sendable {
    case improved
    case fallen
  }

  /// The band it was in.
  public let before: Band
  /// The band it is in.
  public let after: Band
  /// Which way it went.
  public let direction: Direction

  /// The change between these counts, or nil where the band stayed the same or one of them holds no
  /// possible session.
  ///
  /// Bands are compared by exact counts: a pupil exactly at a lower bound is in the band above it.
  public init?(from before: Tally, to after: Tally, in bands: [Band]) {
    guard let old = bands.first(where: { $0.holds(before) }),
      let new = bands.first(where: { $0.holds(after) }), old.from != new.from
    else { return nil }
    self.before = old
    self.after = new
    direction = new.from > old.from ? .improved : .fallen
  }
}

extension Band {
  /// Whether the counts lie in the band.
  public func holds(_ tally: Tally) -> Bool {
    contains(attended: tally.attended, of: tally.possible)
  }

  /// The bands by which pupils are compared where the policy has none.
  public static let usual: [Band] = zip([95, 90, 80, 50, 0], [nil, 95, 90, 80, 50]).map {
    Band(fromTenths: $0 * 10, belowTenths: $1.map { $0 * 10 })
  }

  /// A band of no policy, named by its bounds.
  private init(fromTenths from: Int, belowTenths below: Int?) {
    self.from = Percentage(tenths: from) ?? .none
    self.below = below.flatMap { Percentage(tenths: $0) }
    name =
      from == 0
      ? "below \(self.below?.description ?? "100")%"
      : self.below.map { "\(from / 10)% to \($0)%" } ?? "\(from / 10)% and more"
    colour = nil
    actions = []
    letter = nil
    owner = nil
    place = Place(file: "rollcall", line: 0)
  }
}

extension Policy {
  /// The bands by which pupils are compared: its own, or the usual ones where it has none.
  public var comparedBands: [Band] { bands.isEmpty ? Band.usual : bands }

  /// How often each pupil's attendance is looked at: as the policy says, else each half term.
  public var pupilReviews: SchoolPeriod.Kind {
    switch monitoring.pupilsEvery.first {
    case .week: .week
    case .fortnight: .fortnight
    case .halfTerm, nil: .halfTerm
    case .term: .term
    case .year: .year
    }
  }
}
