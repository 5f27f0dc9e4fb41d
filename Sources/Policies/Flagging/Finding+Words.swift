public import Attendance

extension Finding {
  /// What was measured, in words: `20 sessions`, `24 of 102 sessions, 23.5%`.
  public var figure: String {
    switch amount {
    case .share, .pattern: amount.inWords
    case .points: "\(amount.inWords) below the year before it"
    case .session(let session, let days):
      "\(session.named), \(days) school \(days == 1 ? "day" : "days") ago"
    case .halfDays(let halves): counted("day", isOne: halves == 2)
    case .count(let count): counted(rule.measure.kind.unit, isOne: count == 1)
    }
  }

  private func counted(_ unit: String, isOne: Bool) -> String {
    "\(amount.inWords) \(unit)" + (isOne ? "" : "s")
  }
}

extension Measure.Kind {
  /// What a count of it counts, for one of them.
  fileprivate var unit: String {
    switch self {
    case .attendance, .absence, .sessions, .pattern: "session"
    case .days, .partDays, .edgeDays, .expectedDays: "day"
    case .run, .silence, .standing, .overdue: "school day"
    case .fall: "point"
    case .times: "time"
    }
  }
}

extension Session {
  /// The session as a sentence names it: `Mon 2 Nov AM`.
  public var named: String { "\(date.weekday.short) \(date.short) \(half.rawValue)" }
}

extension Place {
  /// The file's name and the line, without the folders: `ibstock.yaml:158`.
  public var inShort: String {
    "\(file.split(separator: "/").last.map(String.init) ?? file):\(line)"
  }
}
