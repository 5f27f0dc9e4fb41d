import Attendance
import Exchange
import Policies
import Storage

/// What is wanting in one register: that nobody took it in time, or what it still lacks.
struct RegisterGap {
  let count: RegisterCount
  /// The act that took it, or nil.
  let taken: Submission?
  /// By how many minutes it was taken after it had closed; 0 where it was not.
  let minutesLate: Int
  /// How often its taker was reminded.
  let reminders: Int

  /// In a word, what is worst: `not taken`, `taken late`, `marks missing`, `unexplained`.
  var state: String {
    if taken == nil, count.unmarked > 0 { return "not taken" }
    if minutesLate > 0 { return "taken late" }
    return count.unmarked > 0 ? "marks missing" : "unexplained"
  }
}

extension AuditDesk {
  /// The registers of these days in which something is wanting, by session and group.
  ///
  /// A register whose marks were brought in from another system was taken there.
  func gaps(of days: ClosedRange<SchoolDate>) throws -> [RegisterGap] {
    let desk = try PaperDesk(school, to: .verify)
    let code = school.policy.followUp.code
    let counts = try desk.figures(of: days).registers(
      from: days.lowerBound, through: min(Session(days.upperBound, .pm), desk.last),
      counting: code)
    let taken = try taken(of: days)
    let book = try school.store.dayBook(.reminders(days.lowerBound, days.upperBound))
    var reminders: [RegisterKey: Int] = [:]
    for line in book.lines {
      if case .nudge(let key) = line.matter { reminders[key, default: 0] += 1 }
    }
    return counts.compactMap { count in
      let act = taken[count.key]
      let gap = RegisterGap(
        count: count, taken: act, minutesLate: act.map(minutesLate) ?? 0,
        reminders: reminders[count.key] ?? 0)
      let isWanting = count.unmarked > 0 || count.coded > 0 || gap.minutesLate > 0
      return isWanting ? gap : nil
    }
  }

  /// The rows of what is wanting.
  func table(_ gaps: [RegisterGap]) -> RowTable {
    RowTable(
      [
        "date", "session", "group", "state", "due", "missing", "unexplained", "taken_at",
        "taken_by",
        "minutes_late", "reminders",
      ],
      rows: gaps.map { gap in
        let count = gap.count
        return [
          .date(count.key.session.date), .code(count.key.session.half.rawValue),
          .text(count.key.group), .code(gap.state), .number(count.due), .number(count.unmarked),
          .number(count.coded), .instant(gap.taken?.at), .text(orEmpty: gap.taken?.typist.name),
          .number(orEmpty: gap.minutesLate > 0 ? gap.minutesLate : nil), .number(gap.reminders),
        ]
      })
  }
}
