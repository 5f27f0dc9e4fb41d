import Attendance
import Exchange
import Policies
import Storage

/// How far the register was kept as the law and the school's policy ask, in counts that name nobody.
struct ComplianceReport {
  private let school: OpenSchool
  private let gaps: [RegisterCount]
  private let late: Int
  private let taken: Int
  private let amendments: [HistoryLine]
  private let overdue: Int
  private let days: ClosedRange<SchoolDate>

  /// The report over these days, for whoever may see figures.
  init(_ school: OpenSchool, _ days: ClosedRange<SchoolDate>) throws {
    self.school = school
    self.days = days
    let desk = try PaperDesk(school, to: .viewFigures)
    let last = min(Session(days.upperBound, .pm), desk.last)
    let code = school.policy.followUp.code
    let figures = try desk.figures(of: days)
    gaps = figures.registers(from: days.lowerBound, through: last, counting: code)
    let audit = AuditDesk(school, desk.roll)
    let sent = try audit.taken(of: days)
    taken = gaps.count { sent[$0.key] != nil }
    late = gaps.count { count in sent[count.key].map { audit.minutesLate($0) > 0 } ?? false }
    amendments = try school.store.amendments(from: days.lowerBound, through: days.upperBound)
    let rule = school.policy.followUp
    let today = school.clock.now.date
    overdue = gaps.reduce(0) { sum, count in
      let due = desk.calendar.schoolDay(rule.settleWithin, after: count.key.session.date)
      return sum + (due.map { $0 < today } ?? false ? count.coded : 0)
    }
  }

  /// The rows: what was asked, how often it was so, and of how many.
  var table: RowTable {
    let due = gaps.reduce(0) { $0 + $1.due }
    let unmarked = gaps.reduce(0) { $0 + $1.unmarked }
    let whole = gaps.count { $0.unmarked == 0 }
    let open = gaps.reduce(0) { $0 + $1.coded }
    let reasoned = amendments.count { !$0.entry.reason.isEmpty }
    let rows: [(String, Int, Int?, String)] = [
      ("registers with every mark", whole, gaps.count, ""),
      ("registers taken here", taken, gaps.count, "the others were brought in, or not taken"),
      ("of them taken after closing", late, taken, ""),
      ("sessions marked", due - unmarked, due, ""),
      ("sessions still unexplained", open, due, "code \(school.policy.followUp.code)"),
      (
        "of them overdue", overdue, open,
        "after \(school.policy.followUp.settleWithin) school days"
      ),
      (
        "entries amended with a reason", reasoned, amendments.count,
        "an arrival or a message explains the others"
      ),
      ("years for which entries are kept", school.policy.retention.years, nil, "at least 6 by law"),
    ]
    return RowTable(
      ["what", "count", "of", "percent", "note"],
      rows: rows.map { what, count, whole, note in
        [
          .text(what), .number(count), .number(orEmpty: whole),
          .percentage(orEmpty: whole.flatMap { Share(count, of: $0) }),
          .text(orEmpty: note.isEmpty ? nil : note),
        ]
      })
  }
}
