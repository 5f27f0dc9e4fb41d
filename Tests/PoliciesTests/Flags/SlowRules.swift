import Attendance
import Foundation
import Policies

/// Every measure once more, slowly and apart from the engine: over a list of sessions with their
/// codes, by dates alone.
final class SlowRules {
  /// One session at which the school met for the pupil.
  struct Entry {
    let session: Session
    /// Empty where there is no mark.
    let code: String
    let category: AttendanceCode.Category?
    /// How many school weeks have begun by then.
    let week: Int
  }

  let world: FlagWorld
  let policy: Policy
  let date: SchoolDate
  /// The last school day up to the date.
  private let last: SchoolDate?
  let facts: PupilFacts
  /// Of every year of the calendar, days to come among them.
  let entries: [Entry]
  /// The days on which anybody meets.
  let schoolDays: [SchoolDate]
  private let openSchoolDays: [SchoolDate]
  private let weeks: [SchoolDate: Int]

  init(_ world: FlagWorld, _ policy: Policy, _ pupil: Pupil.ID, on date: SchoolDate) throws {
    self.world = world
    self.policy = policy
    self.date = date
    facts = try world.facts(of: pupil, on: date)
    let days = world.calendar.sessions(
      from: SchoolYear(startYear: 2024).firstDay, through: SchoolYear(startYear: 2025).lastDay
    ).map(\.date)
    schoolDays = Set(days).sorted()
    last = schoolDays.last { $0 <= date }
    openSchoolDays = schoolDays.filter { !world.closed.contains($0) }
    var begun: Set<SchoolDate> = []
    var weeks: [SchoolDate: Int] = [:]
    for day in schoolDays {
      if !world.closed.contains(day) { begun.insert(day.monday) }
      weeks[day] = begun.count
    }
    self.weeks = weeks
    entries = schoolDays.flatMap { day -> [Entry] in
      guard let particulars = world.roll.particulars(of: pupil, on: day),
        world.roll.enrolment(of: pupil, on: day) != nil
      else { return [] }
      return HalfDay.allCases.map { Session(day, $0) }.filter {
        world.calendar.meets(
          at: $0, campus: particulars.campus, yearGroup: particulars.yearGroup)
      }.map { session in
        let code = world.marks[pupil]?[session] ?? ""
        return Entry(
          session: session, code: code, category: FlagWorld.book.code(code, on: day)?.category,
          week: weeks[day] ?? 0)
      }
    }
  }

  /// The values that the rule comes to, and whether it flags.
  func values(_ rule: Rule) -> [(value: String, isMet: Bool)] {
    guard isAbout(rule) else { return [] }
    let within = entries.filter { $0.session.date <= date && isInside($0, rule) }
    if rule.measure.kind == .standing {
      return within.filter { rule.measure.codes.contains($0.code) }.map { entry in
        let days = openDays { $0 > entry.session.date && $0 <= self.date }
        return (entry.session.description, holds(rule, Double(days)))
      }
    }
    return value(rule, within, all: entries).map { [$0] } ?? []
  }

  private func isAbout(_ rule: Rule) -> Bool {
    switch rule.scope {
    case .compulsoryAge: facts.compulsoryAge.contains(date)
    default: true
    }
  }

  private func isInside(_ entry: Entry, _ rule: Rule) -> Bool {
    let day = entry.session.date
    if rule.scope == .compulsoryAge, !facts.compulsoryAge.contains(day) { return false }
    guard let last else { return false }
    switch rule.over {
    case .anyTime: return true
    case .schoolYear: return SchoolYear(of: day) == SchoolYear(of: date)
    case .day: return day == last
    case .week: return entry.week == week(of: last)
    case .schoolWeeks(let count):
      return entry.week <= week(of: last) && entry.week > week(of: last) - count
    case .term: return term(of: day)?.term == term(of: last)?.term
    case .halfTerm: return term(of: day).map { "\($0)" } == term(of: last).map { "\($0)" }
    }
  }

  private func value(
    _ rule: Rule, _ within: [Entry], all: [Entry]
  ) -> (value: String, isMet: Bool)? {
    let codes = rule.measure.codes
    func share(_ part: Int, _ whole: Int) -> (String, Bool)? {
      whole == 0 ? nil : ("\(part)/\(whole)", holds(rule, 100 * Double(part) / Double(whole)))
    }
    func count(_ number: Int) -> (String, Bool) { ("\(number)", holds(rule, Double(number))) }
    let counted = within.filter { codes.contains($0.code) }
    switch rule.measure.kind {
    case .attendance:
      return share(within.count(where: \.isAttended), within.count(where: \.isPossible))
    case .absence: return share(within.count(where: \.isAbsent), within.count(where: \.isPossible))
    case .sessions: return count(counted.count)
    case .days:
      return (halves(counted.count), holds(rule, Double(counted.count) / 2))
    case .partDays:
      return count(
        counted.count { one in
          within.contains { $0.session.date == one.session.date && $0.isAttended }
        })
    case .run: return count(run(within, codes).count)
    case .silence:
      return count(
        run(
          within.filter { $0.session.date > facts.heard ?? $0.session.date.adding(days: -1) }, codes
        ).count)
    case .times:
      guard let other = policy.rule(rule.measure.rule ?? "") else { return nil }
      let weeks = Dictionary(grouping: within, by: \.week)
      return count(weeks.values.count { value(other, $0, all: all)?.isMet ?? false })
    case .fall:
      let before = all.filter {
        SchoolYear(of: $0.session.date) == SchoolYear(of: date) && $0.session.date <= date
          && !isInside($0, rule)
      }
      let (now, then) = (within.filter(\.isPossible), before.filter(\.isPossible))
      guard !now.isEmpty, !then.isEmpty else { return nil }
      let fall =
        100 * Double(then.count(where: \.isAttended)) / Double(then.count)
        - 100 * Double(now.count(where: \.isAttended)) / Double(now.count)
      return (tenths(max(0, fall)), fall > 1e-9 && holds(rule, fall))
    case .edgeDays: return count(edges(within, all, codes).count)
    case .expectedDays:
      guard let until = codes.compactMap({ facts.known[$0] }).max(), until.date > date else {
        return nil
      }
      let ahead = all.filter {
        $0.session.date > date && $0.session <= until
          && SchoolYear(of: $0.session.date) == SchoolYear(of: date)
      }
      let days = Double(counted.count + ahead.count) / 2
      return (halves(counted.count + ahead.count), !ahead.isEmpty && holds(rule, days))
    case .overdue:
      guard let expected = facts.expectedBack, expected <= date,
        !entries.contains(where: {
          $0.session.date >= expected && $0.session.date <= date
            && ($0.isAttended || $0.code == "U")
        }), schoolDays.contains(where: { $0 >= expected && $0 <= date })
      else { return nil }
      return count(openDays { $0 >= expected && $0 <= date })
    case .pattern: return pattern(rule, within)
    case .standing: return nil
    }
  }

  /// The school days of a run back from the end, latest first.
  private func run(_ within: [Entry], _ codes: [String]) -> [SchoolDate] {
    var run: [SchoolDate] = []
    for day in Set(within.map(\.session.date)).sorted().reversed() {
      let possible = within.filter { $0.session.date == day && $0.isPossible }
      if possible.isEmpty { continue }
      guard possible.allSatisfy({ codes.contains($0.code) }) else { return run }
      run.append(day)
    }
    return run
  }

  /// The first and last days of each half term that have one of the codes.
  private func edges(_ within: [Entry], _ all: [Entry], _ codes: [String]) -> Set<SchoolDate> {
    var edges: Set<SchoolDate> = []
    let halves = Dictionary(grouping: all) { term(of: $0.session.date).map { "\($0)" } ?? "" }
    for entries in halves.values {
      let days = entries.map(\.session.date)
      for day in [days.min(), days.max()] {
        if within.contains(where: { $0.session.date == day && codes.contains($0.code) }), let day {
          edges.insert(day)
        }
      }
    }
    return edges
  }

  /// The likeliest pattern, its chance by logarithms of factorials.
  private func pattern(_ rule: Rule, _ within: [Entry]) -> (value: String, isMet: Bool)? {
    let possible = within.filter(\.isPossible)
    let byDay = Dictionary(grouping: possible, by: \.session.date)
    let days = byDay.map { (day: $0.key.weekday, isAbsent: $0.value.contains(where: \.isAbsent)) }
    var best: (value: String, chance: Double)?
    func look(_ name: String, _ these: [Bool], _ others: [Bool]) {
      let (absent, otherAbsent) = (these.count { $0 }, others.count { $0 })
      guard absent > 0, !others.isEmpty else { return }
      let (all, missed) = (these.count + others.count, absent + otherAbsent)
      let chance = (absent...max(absent, min(these.count, missed))).reduce(0.0) { sum, count in
        guard missed - count <= others.count else { return sum }
        return sum
          + exp(
            choose(these.count, count) + choose(others.count, missed - count) - choose(all, missed))
      }
      if best.map({ chance < $0.chance * (1 - 1e-9) }) ?? true {
        best = ("\(name) \(absent)/\(these.count)", chance)
      }
    }
    for weekday in Weekday.allCases {
      look(
        weekday.short, days.filter { $0.day == weekday }.map(\.isAbsent),
        days.filter { $0.day != weekday }.map(\.isAbsent))
      for half in HalfDay.allCases {
        let isThese = { (entry: Entry) in
          entry.session.date.weekday == weekday && entry.session.half == half
        }
        look(
          "\(weekday.short) \(half.rawValue)", possible.filter(isThese).map(\.isAbsent),
          possible.filter { !isThese($0) }.map(\.isAbsent))
      }
    }
    return best.map { ($0.value, $0.chance * 100 <= Double(rule.limit.tenths) / 10) }
  }

  private func choose(_ all: Int, _ some: Int) -> Double {
    lgamma(Double(all + 1)) - lgamma(Double(some + 1)) - lgamma(Double(all - some + 1))
  }

  private func holds(_ rule: Rule, _ value: Double) -> Bool {
    let bound = Double(rule.limit.tenths) / 10
    let isEqual = abs(value - bound) < 1e-9
    return switch rule.limit.comparison {
    case .atLeast: value > bound || isEqual
    case .moreThan: value > bound && !isEqual
    case .below: value < bound && !isEqual
    case .atMost: value < bound || isEqual
    }
  }

  private func openDays(_ isMeant: (SchoolDate) -> Bool) -> Int {
    openSchoolDays.count(where: isMeant)
  }

  /// How many school weeks have begun by the day.
  private func week(of day: SchoolDate) -> Int { weeks[day] ?? 0 }

  private struct Place: Hashable {
    let term: String
    let half: Int
  }

  private func term(of day: SchoolDate) -> Place? {
    world.calendar.term(of: day).map {
      Place(term: "\($0.year) \($0.term.name)", half: $0.term.half(of: day))
    }
  }

  private func halves(_ sessions: Int) -> String {
    sessions % 2 == 0 ? "\(sessions / 2)" : "\(sessions / 2).5"
  }

  private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10 + 0.5 + 1e-9).rounded(.down))
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension SlowRules.Entry {
  var isAttended: Bool { category == .present || category == .approvedActivity }
  var isAbsent: Bool { category == .authorisedAbsence || category == .unauthorisedAbsence }
  var isPossible: Bool { isAttended || isAbsent }
}
