import Attendance
import Policies
import Storage

/// The champion's desk: what the rules of a policy say about everybody on roll on a date.
struct FlagDesk {
  let school: OpenSchool
  let calendar: SchoolCalendar
  let roll: Roll
  let date: SchoolDate
  let policy: Policy
  let rules: RuleBook
  /// Everybody on roll whose sessions count, in the order of a register.
  let members: [Roll.Member]
  private let year: SchoolYear
  private var facts: FactReading

  /// A desk for the date, under the policy in force on it or under another that is tried.
  init(_ school: OpenSchool, on date: SchoolDate, under tried: Policy? = nil) throws {
    try school.refuseRemoved(date)
    try self.init(
      school, try school.store.calendar(), try school.store.roll(), on: date, under: tried)
  }

  private init(
    _ school: OpenSchool, _ calendar: SchoolCalendar, _ roll: Roll, on date: SchoolDate,
    under tried: Policy? = nil
  ) throws {
    self.school = school
    self.calendar = calendar
    self.roll = roll
    self.date = date
    members = roll.members(on: date).filter(\.enrolment.isCounted)
    policy = tried ?? school.policies.policy(on: date)
    year = SchoolYear(of: date)
    let first = calendar.years.first?.year.firstDay ?? year.firstDay
    let closures = try school.store.dayBook(.closures(from: first, through: year.lastDay))
    rules = RuleBook(policy, over: SchoolTime(calendar, closed: closures.closedDays))
    facts = try FactReading(school, calendar, policy, on: date)
  }

  /// The same desk on another date.
  func on(_ date: SchoolDate) throws -> FlagDesk {
    try FlagDesk(school, calendar, roll, on: date)
  }

  /// The same desk with what the day book says now: roll, calendar and closures as they were.
  func refreshed() throws -> FlagDesk {
    var fresh = self
    fresh.facts = try FactReading(school, calendar, policy, on: date)
    return fresh
  }

  /// What one pupil's marks and the rules come to.
  ///
  /// A class, since thousands are handed on and a member has many parts to count.
  final class Case: Sendable {
    let member: Roll.Member
    let line: MarkLine
    let facts: PupilFacts
    let findings: Findings

    init(member: Roll.Member, line: MarkLine, facts: PupilFacts, findings: Findings) {
      self.member = member
      self.line = line
      self.facts = facts
      self.findings = findings
    }
  }

  /// The findings for these pupils, or for everybody: only flags, or every rule with its sessions.
  ///
  /// The marks of the date's school year are read; those of earlier years only for the pupils to whom
  /// they can matter.
  func survey(
    of members: [Roll.Member]? = nil, listing: Bool = false
  ) throws -> (cases: [Case], reader: MarkReader) {
    let members = members ?? self.members
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    let everybody = members.count == self.members.count
    sheets[year] = try school.store.sheets(
      of: year, pupils: everybody ? nil : members.map(\.pupil.id))
    var since = try firstYears(of: Set(members.map(\.pupil.id)))
    var cases: [Case?] = Array(repeating: nil, count: members.count)
    var waiting = Array(members.indices)
    while true {
      for (earlier, pupils) in Dictionary(grouping: since, by: \.value) where earlier < year {
        for each in calendar.years.map(\.year) where earlier <= each && each < year {
          sheets[each, default: [:]].merge(
            try school.store.sheets(of: each, pupils: pupils.map(\.key))
          ) { $1 }
        }
      }
      let reader = try self.reader(sheets)
      let wanted = waiting.map { index in
        let member = members[index]
        return FlagWork.Wanted(
          member: member, since: since[member.pupil.id] ?? year, facts: facts.facts(of: member))
      }
      let found = FlagWork(rules: rules, date: date, listing: listing).cases(of: wanted, reader)
      for (index, one) in zip(waiting, found) { cases[index] = try heard(one, listing) }
      // Whose window or run begins before the marks that were read, as in September.
      waiting = waiting.filter { index in
        guard let one = cases[index], one.findings.wantsEarlier,
          let before = calendar.years.last(where: { $0.year < since[one.member.pupil.id] ?? year })
        else { return false }
        since[one.member.pupil.id] = before.year
        return true
      }
      if waiting.isEmpty { return (cases.compactMap(\.self), reader) }
    }
  }

  /// The marks of one pupil from that school year on, up to the year of the date.
  func line(of member: Roll.Member, since first: SchoolYear) throws -> MarkLine {
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    let since = min(first, year)
    for each in Set(calendar.years.map(\.year)).union([year]) where since <= each && each <= year {
      sheets[each] = try school.store.sheets(of: each, pupils: [member.pupil.id])
    }
    var reader = try self.reader(sheets)
    return reader.line(of: member.pupil.id, from: since, through: year)
  }

  /// The marks of these pupils from that school year on, with what else is known of them.
  func marks(
    of members: [Roll.Member], since first: SchoolYear
  ) throws -> [(member: Roll.Member, line: MarkLine, facts: PupilFacts)] {
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    let pupils = members.count == self.members.count ? nil : members.map(\.pupil.id)
    let since = calendar.years.map(\.year).first { $0 >= min(first, year) } ?? year
    for each in Set(calendar.years.map(\.year)).union([year]) where since <= each && each <= year {
      sheets[each] = try school.store.sheets(of: each, pupils: pupils)
    }
    var reader = try self.reader(sheets)
    return members.map { member in
      (
        member, reader.line(of: member.pupil.id, from: since, through: year),
        facts.facts(of: member)
      )
    }
  }

  /// The case with the last word from home, which is asked only of pupils for whom it can matter:
  /// those away without a reason.
  private func heard(_ one: Case, _ listing: Bool) throws -> Case {
    let isSilent = one.findings.findings.contains {
      $0.rule.measure.kind == .silence && $0.amount != .count(0)
    }
    guard isSilent, let heard = try facts.heard(of: one.member.pupil.id) else { return one }
    var facts = one.facts
    facts.heard = heard
    return Case(
      member: one.member, line: one.line, facts: facts,
      findings: rules.findings(of: one.line, facts, on: date, listing: listing))
  }

  private func reader(_ sheets: [SchoolYear: [Pupil.ID: YearSheet]]) throws -> MarkReader {
    let figures = Figures(
      roll: roll, calendar: calendar, codes: school.policies.codes,
      alphabet: try school.store.alphabet(), sheets: sheets, schoolName: school.identity.name)
    return MarkReader(figures, over: rules.time, lists: rules.lists)
  }

  /// The year from which a pupil's marks are needed, where an earlier one than that of the date is: a
  /// code that still stands stands however long ago it was marked.
  private func firstYears(of pupils: Set<Pupil.ID>) throws -> [Pupil.ID: SchoolYear] {
    let standing = policy.flags.rules.filter { $0.measure.kind == .standing }.flatMap(
      \.measure.codes)
    var first: [Pupil.ID: SchoolYear] = [:]
    for earlier in calendar.years.map(\.year).reversed() where earlier < year {
      for code in Set(standing) {
        let marked = try school.store.sessions(of: code, in: earlier)
        for pupil in marked.keys where pupils.contains(pupil) {
          first[pupil] = earlier
        }
      }
    }
    return first
  }
}
