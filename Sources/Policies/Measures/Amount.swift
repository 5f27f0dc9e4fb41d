public import Attendance

/// What a rule measured for one pupil: exact, and shown as rows and screens show it.
public enum Amount: Hashable, Sendable {
  /// So many of so many possible sessions.
  case share(Int, of: Int)
  /// So many percentage points, as a fraction.
  case points(Int, of: Int)
  /// A count of sessions, days or times.
  case count(Int)
  /// A count of half days, shown as days.
  case halfDays(Int)
  /// The session at which a code stands, and how many school days ago it was.
  case session(Session, schoolDays: Int)
  /// Absent so often on such days, and so often on the others.
  case pattern(Pattern)

  /// The amount as rows give it: `38/380`, `12`, `7.5`, `2026-01-12 AM`.
  public var description: String {
    switch self {
    case .share(let part, let whole): "\(part)/\(whole)"
    case .points: Self.tenths(pointTenths)
    case .count(let count): "\(count)"
    case .halfDays(let halves): Self.tenths(halves * 5)
    case .session(let session, _): session.description
    case .pattern(let pattern): "\(pattern.name) \(pattern.absent)/\(pattern.possible)"
    }
  }

  /// The amount in words: `38 of 380 sessions, 10.0%`.
  public var inWords: String {
    switch self {
    case .share(let part, let whole):
      "\(part) of \(whole) sessions" + (Share(part, of: whole).map { ", \($0)%" } ?? "")
    case .points: "\(Self.tenths(pointTenths)) points"
    case .count, .halfDays: description
    case .session(let session, let days):
      "\(session), \(days) school \(days == 1 ? "day" : "days") ago"
    case .pattern(let pattern): pattern.inWords
    }
  }

  /// Points in tenths, half up.
  private var pointTenths: Int {
    guard case .points(let part, let whole) = self, whole > 0, part > 0 else { return 0 }
    return (2000 * part + whole) / (2 * whole)
  }

  private static func tenths(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
