import Attendance
import Policies
import Screens
import Storage

/// Answers what the screens ask of the rules.
///
/// The list is worked out once and kept until something in the school changes, so that the cursor
/// may run through it: what the rules say of the pupil under it is then a matter of one line of marks.
final class FlagAnswers {
  private let school: OpenSchool
  private var known: (key: Key, reading: Reading)?

  init(_ school: OpenSchool) {
    self.school = school
  }

  /// What the list was worked out from; another one and it is worked out again.
  private struct Key: Hashable {
    let login: String
    let date: SchoolDate
    let seal: String
    let version: Int
  }

  /// The list as it was worked out, and the desk it was worked out at.
  private struct Reading {
    let desk: FlagDesk
    let board: FlagBoard
    /// The rules that flag a pupil since the school day before.
    let fresh: [Pupil.ID: Set<String>]
  }

  /// The answer for the person; refuses where they may not see it.
  func answer(_ question: FlagQuestion, for person: Actor) throws -> FlagAnswer {
    let reading = try reading(for: person)
    switch question {
    case .board: return .board(reading.board)
    case .pupil(let pupil): return .pupil(try flags(of: pupil, reading, for: person))
    }
  }

  private func reading(for person: Actor) throws -> Reading {
    let key = Key(
      login: person.person.login, date: school.clock.now.date,
      seal: try school.store.headSeal(), version: try school.store.dataVersion())
    if let known, known.key == key { return known.reading }
    let reading = try worked(on: key.date, for: person)
    known = (key, reading)
    return reading
  }

  private func worked(on date: SchoolDate, for person: Actor) throws -> Reading {
    let desk = try FlagDesk(school, on: date)
    let members = try FlagReach(desk, for: person).seen(of: desk.members)
    let flagged = try desk.survey(of: members).cases.filter {
      $0.findings.findings.contains(where: \.isMet)
    }
    let before = desk.rules.time.schoolDay(beforeThatOf: date)
    let fresh = try before.map { try self.fresh(flagged, since: desk.on($0)) } ?? [:]
    let seesAll = person.permissions(under: school.policy).may(.viewFlags)
    let everybody = desk.members
    let alike = LookAlike.among(everybody.map(\.pupil))
    let lookAlikes = Dictionary(
      zip(everybody, alike).compactMap { member, alike in alike.map { (member.pupil.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let work = try CaseDesk(desk, for: person).followUps(
      of: flagged.map { ($0.member.pupil.id, $0.findings.rulesMet) })
    let rows = flagged.map { one in
      FlagBoard.Row(
        one.member.pupil, lookAlike: lookAlikes[one.member.pupil.id],
        form: one.member.particulars.group, year: one.member.particulars.yearGroup,
        tally: one.line.tally(in: desk.yearSoFar),
        flags: Self.flags(one.findings, fresh[one.member.pupil.id] ?? []),
        work: work[one.member.pupil.id] ?? FlagFollowUp(),
        characteristics: one.member.particulars.terms(seesAll: seesAll))
    }
    let rules = desk.policy.flags.rules
    let file = rules.first?.place.file.split(separator: "/").last.map(String.init)
    return Reading(
      desk: desk,
      board: FlagBoard(
        on: date, before: before, rows: rows, lookedAt: members.count, rules: rules.count,
        file: file ?? "the policy"), fresh: fresh)
  }

  /// For each pupil, the rules that flag now and did not on the earlier desk's date.
  private func fresh(
    _ flagged: [FlagDesk.Case], since earlier: FlagDesk
  ) throws -> [Pupil.ID: Set<String>] {
    let then = try earlier.survey(of: flagged.map(\.member)).cases
    return Dictionary(
      zip(flagged, then).map { now, then in
        (now.member.pupil.id, now.findings.rulesMet.subtracting(then.findings.rulesMet))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func flags(_ findings: Findings, _ fresh: Set<String>) -> [FlagBoard.Flag] {
    var seen: Set<String> = []
    return findings.findings.filter { $0.isMet && seen.insert($0.rule.id).inserted }.map {
      FlagBoard.Flag(id: $0.rule.id, name: $0.rule.name, isNew: fresh.contains($0.rule.id))
    }
  }

  /// What the rules say of one pupil, at the desk the list was worked out at.
  private func flags(
    of pupil: Pupil.ID, _ reading: Reading, for person: Actor
  ) throws -> PupilFlags {
    let desk = reading.desk
    guard let member = desk.roll.member(pupil, on: desk.date) else { throw StoreFault.unknownPupil }
    let reach = FlagReach(desk, for: person)
    if try reach.seen(of: [reach.counted(member)]).isEmpty { try reach.refuse() }
    let survey = try desk.survey(of: [member], listing: true)
    guard let one = survey.cases.first else { throw StoreFault.unknownPupil }
    return PupilFlags(
      one, survey.reader, at: desk, fresh: reading.fresh[pupil] ?? [])
  }
}

extension Findings {
  /// The rules whose limit is met.
  fileprivate var rulesMet: Set<String> { Set(findings.filter(\.isMet).map(\.rule.id)) }
}

extension Particulars {
  /// What is true of the pupil, in the words that somebody types to find them by.
  ///
  /// That a pupil has a social worker, or is known to youth offending, is found only by those who see
  /// the flags of the whole school.
  fileprivate func terms(seesAll: Bool) -> [String] {
    characteristics.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
      switch key {
      case .fsm, .eal, .lookedAfter, .youngCarer:
        return value == "yes" ? [key.rawValue] : []
      case .pupilPremium: return value == "yes" ? [key.rawValue, "pp"] : []
      // Not 'looked after', for which only those who are now are meant.
      case .previouslyLookedAfter: return value == "yes" ? ["previously"] : []
      case .sen:
        return value.isEmpty || value == "N" ? [] : value == "E" ? ["sen", "ehcp"] : ["sen"]
      case .socialWorker, .yot: return value == "yes" && seesAll ? [key.rawValue] : []
      case .ethnicity, .address: return []
      }
    }
  }
}
