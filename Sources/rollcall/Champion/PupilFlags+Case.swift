import Attendance
import Policies
import Screens

extension PupilFlags {
  /// What the rules say of the pupil of the case, as the screens show it.
  init(_ one: FlagDesk.Case, _ reader: MarkReader, at desk: FlagDesk, fresh: Set<String>) {
    let pupil = one.member.pupil.id
    let time = desk.rules.time
    let codes = Dictionary(
      grouping: one.line.places(of: MarkLine.absent, in: desk.yearSoFar).map {
        reader.code(of: pupil, at: time.sessions[$0])
      }, by: \.self
    ).map { CodeCount($0, $1.count) }
    let forecast = Forecast(one.line, over: time, on: desk.date, under: desk.policy)
    let met = Dictionary(grouping: one.findings.findings.filter(\.isMet), by: \.rule.id)
    let flags = desk.policy.flags.rules.compactMap { rule -> Flag? in
      guard let findings = met[rule.id], let first = findings.first else { return nil }
      // A code that stands at several sessions is one flag: the eldest says since when.
      let eldest = findings.flatMap(\.sessions).min()
      let figure =
        findings.count == 1
        ? first.figure : "\(findings.count) sessions" + (eldest.map { " since \($0.named)" } ?? "")
      let sessions = findings.flatMap { $0.sessions + $0.blanks }.sorted()
      return Flag(
        rule, figure: figure,
        sessions: sessions.map { Counted($0, reader.code(of: pupil, at: $0)) },
        provisional: findings.reduce(0) { $0 + $1.provisional }, isNew: fresh.contains(rule.id))
    }
    self.init(
      of: one.member.pupil, form: one.member.particulars.group, on: desk.date,
      tally: forecast.tally,
      codes: codes.sorted { ($1.count, $0.code) < ($0.count, $1.code) },
      weekdays: Self.weekdays(one.line, at: desk), flags: flags,
      others: WhyNot(one.findings, one.facts, under: desk.policy, on: desk.date).answers,
      ahead: forecast.ahead.count, lines: forecast.lines)
  }
}

extension PupilFlags {
  /// What was missed of the year so far on each weekday that had a session.
  private static func weekdays(_ line: MarkLine, at desk: FlagDesk) -> [WeekdayCount] {
    let sessions = desk.rules.time.sessions
    func count(_ bits: UInt32) -> [Weekday: Int] {
      Dictionary(
        grouping: line.places(of: bits, in: desk.yearSoFar), by: { sessions[$0].date.weekday }
      ).mapValues(\.count)
    }
    let (absent, possible) = (count(MarkLine.absent), count(MarkLine.possible))
    return possible.sorted { $0.key < $1.key }.map { day, possible in
      WeekdayCount(day, absent: absent[day] ?? 0, possible: possible)
    }
  }
}

extension FlagDesk {
  /// The positions of the school year up to the date.
  var yearSoFar: Range<Int> {
    let year = rules.time.year(SchoolYear(of: date))
    return year.clamped(to: 0..<rules.time.end(of: date))
  }
}
