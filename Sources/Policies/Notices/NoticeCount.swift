public import Attendance

/// What is left of the sessions that count, for one parent: each can be used for one notice only.
public struct NoticeCount: Hashable, Sendable {
  /// The window that is counted in.
  public let window: NoticeWindow
  /// The sessions that count and have been used for an earlier notice to the parent, with its number.
  public let spent: [Session: DayLine.ID]

  /// The sessions of the window, less those that these notices to the parent have used.
  public init(_ window: NoticeWindow, after earlier: [PenaltyRecord]) {
    self.window = window
    spent = window.counted.reduce(into: [:]) { spent, counted in
      spent[counted.session] = earlier.first { $0.spends(counted.session) }?.id
    }
  }

  /// The sessions that are left.
  public var left: [NoticeWindow.Counted] { window.counted.filter { spent[$0.session] == nil } }

  /// Those among them that have no reason yet: no notice rests on one.
  public var unexplained: [Session] {
    left.filter { $0.code == window.unexplained }.map(\.session)
  }

  /// Whether the line is still met by what is left.
  public var isMet: Bool {
    guard window.isMet else { return false }
    if spent.isEmpty { return true }
    return switch window.rule.measure.kind {
    case .sessions: window.rule.limit.holds(forTenths: left.count * 10)
    case .days: window.rule.limit.holds(forTenths: left.count * 5)
    // What else a rule may measure is not a number of sessions, and begins anew.
    case .attendance, .absence, .fall, .partDays, .edgeDays, .expectedDays, .run, .silence,
      .standing, .overdue, .times, .pattern:
      false
    }
  }

  /// How often each code is among what is left, in the order of the codes: `6 G, 4 O`.
  public var byCode: String {
    Dictionary(grouping: left, by: \.code).map { ($0.key, $0.value.count) }
      .sorted { $0.0 < $1.0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
  }

  /// The first and last session that are left, or nil where none is.
  public var range: ClosedRange<Session>? {
    guard let first = left.first?.session, let last = left.last?.session else { return nil }
    return first...last
  }
}
