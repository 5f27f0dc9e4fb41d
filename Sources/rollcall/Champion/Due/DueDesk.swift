import Attendance
import Policies
import Storage

/// The desk at which everything is found that asks for something, each once.
struct DueDesk {
  let cases: CaseDesk
  let book: DueBook
  /// Those on roll whose flags the person may see, or the one that was named.
  let members: [Roll.Member]
  /// Those who have left since the year before and are not back, each as on the last day; nobody where
  /// the person does not see everybody.
  let leavers: [Roll.Member]
  /// The pupil that was named, or nil for everybody.
  let named: Pupil.ID?

  init(_ cases: CaseDesk, named name: String? = nil) throws {
    self.cases = cases
    book = DueBook(cases.book)
    let reach = FlagReach(cases.desk, for: cases.person)
    let seesAll = cases.person.permissions(under: cases.desk.school.policy).may(.viewFlags)
    let left =
      seesAll ? cases.desk.roll.leavers(before: cases.date, since: Self.yearBefore(cases.date)) : []
    guard let name else {
      leavers = left
      members = try reach.seen(of: cases.desk.members)
      named = nil
      return
    }
    let pupil = try cases.pupil(named: name)
    named = pupil.id
    leavers = left.filter { $0.pupil.id == pupil.id }
    members =
      try cases.desk.members.first { $0.pupil.id == pupil.id }.map { member in
        let seen = try reach.seen(of: [member])
        if seen.isEmpty { try reach.refuse() }
        return seen
      } ?? []
  }

  var desk: FlagDesk { cases.desk }
  var date: SchoolDate { cases.date }

  /// The first day of the school year before the date's, since which thresholds and returns are looked
  /// for: ten school weeks may cross the years, and what July left untold is owed in September.
  var yearBefore: SchoolDate { Self.yearBefore(date) }

  private static func yearBefore(_ date: SchoolDate) -> SchoolDate {
    SchoolYear(startYear: SchoolYear(of: date).startYear - 1).firstDay
  }

  /// Everything, settled or not, by due date, kind and pupil's number.
  func items() throws -> [DueItem] {
    let survey = try desk.survey(of: members).cases
    let flags = Dictionary(
      survey.map { one in
        (one.member.pupil.id, Set(one.findings.findings.filter(\.isMet).map(\.rule.id)))
      }, uniquingKeysWith: { first, _ in first })
    let marks = try desk.marks(of: members, since: SchoolYear(of: yearBefore))
    var items = try thresholds(marks) + returns(marks, survey) + clocks(marks, survey)
    items += try lateness(marks) + rollReturns()
    items += CaseDues(book, under: desk.policy, over: desk.rules.time, on: date).items(flags)
    return sorted(items.filter(isSeen).map(holding))
  }

  typealias Marks = (member: Roll.Member, line: MarkLine, facts: PupilFacts)

  private func thresholds(_ marks: [Marks]) throws -> [DueItem] {
    let id = desk.policy.penaltyNotices.consideredOn
    guard let finder = ThresholdEvents(of: id, desk.rules) else { return [] }
    let unexplained = desk.policy.followUp.code
    return try marks.flatMap { member, line, facts -> [DueItem] in
      let pupil = member.pupil.id
      let considered = book.considered(id, of: pupil)
      // What was entered once and is no more is asked for one pupil, or where it was considered.
      let earlier =
        named == nil && considered.isEmpty ? [] : try earlierMarks(of: pupil)
      let events = finder.events(
        of: line, facts, from: yearBefore, through: date,
        spent: book.sessionsOfNotices(about: pupil), considered: considered.map(\.event.metOn),
        earlier: earlier)
      return events.map { event in
        DueItem(
          .threshold, of: pupil, what: id, name: event.rule.name, since: event.metOn,
          due: event.metOn, value: event.inWords(unexplained), next: event.rule.next,
          owner: CaseOwner(role: considererRole),
          line: considered.last { $0.event.metOn == event.metOn }?.line.id,
          settled: words(event, considered))
      }
    }
  }

  private func words(
    _ event: ThresholdEvent, _ considered: [(line: DayLine, event: ConsideredEvent)]
  ) -> String? {
    switch event.state {
    case .open: return nil
    case .noticed: return "notice issued"
    case .withdrawn: return "withdrawn: reasons came later"
    case .considered:
      let line = considered.last { $0.event.metOn >= event.metOn }?.line
      return "considered" + (line.map { " \($0.date) by \($0.by.name): \($0.words)" } ?? "")
    }
  }

  /// The first role of the policy that may decide on a penalty notice for anybody.
  private var considererRole: String {
    desk.policy.roles.first { $0.rights[.considerPenalty]?.contains(.school) ?? false }?.id ?? ""
  }

  /// Every code that was entered for the pupil since the year before, with the day of its entry.
  private func earlierMarks(of pupil: Pupil.ID) throws -> [EarlierMark] {
    try desk.school.store.history(of: pupil, at: nil).filter {
      $0.entry.session.date >= yearBefore
    }.map { EarlierMark($0.entry.session, $0.entry.code, enteredOn: $0.submission.at.date) }
  }

  /// Those about pupils whose flags the person may see; leavers are seen by whoever sees everybody.
  private func isSeen(_ item: DueItem) -> Bool {
    if let named { return item.pupil == named }
    return seen.contains(item.pupil) || seesAll
  }

  private var seen: Set<Pupil.ID> { Set(members.map(\.pupil.id)) }

  var seesAll: Bool { cases.person.permissions(under: desk.school.policy).may(.viewFlags) }

  /// What letters and ladders ask for waits while a hold stands, and is shown (U36).
  private func holding(_ item: DueItem) -> DueItem {
    switch item.kind {
    case .lateness, .review, .back, .snooze:
      var item = item
      item.held = book.heldUntil(item.pupil, on: date)
      return item
    case .threshold, .localReturn, .missing, .meeting, .agreement, .notice, .hold: return item
    }
  }

  private func sorted(_ items: [DueItem]) -> [DueItem] {
    let upns = desk.roll.pupils.mapValues(\.upn.text)
    func key(_ item: DueItem) -> (String, String, String, String) {
      (item.kind.rawValue, upns[item.pupil] ?? "", item.what, "\(item.since)")
    }
    return items.sorted { one, other in
      one.due == other.due ? key(one) < key(other) : one.due < other.due
    }
  }
}

extension CaseDesk {
  /// The pupil with that UPN or name, on roll or once.
  func pupil(named written: String) throws -> Pupil {
    do {
      return try OfficeDesk(desk.school).member(written, on: date).pupil
    } catch {
      let wanted = written.uppercased()
      guard person.permissions(under: desk.school.policy).may(.viewFlags) else { throw error }
      // Whoever left this school year is meant sooner than who left the year before; who left years
      // ago is meant by the UPN.
      let begins = SchoolYear(of: date)
      for since in [begins.firstDay, SchoolYear(startYear: begins.startYear - 1).firstDay] {
        let known = desk.roll.pupils.values.filter { pupil in
          guard desk.roll.member(pupil.id, on: date) == nil else { return false }
          return pupil.upn.text == wanted
            || pupil.name.matches(written)
              && desk.roll.enrolments[pupil.id]?.contains { $0.ends.map { $0 >= since } ?? true }
                ?? false
        }
        if known.count > 1 { throw error }
        if let only = known.first { return only }
      }
      throw error
    }
  }
}

extension Roll {
  /// Those whose time on roll ended since the one day and before the other, as on their last day, in
  /// the order of their numbers; not who is back, nor whose sessions count in no figures.
  fileprivate func leavers(before date: SchoolDate, since first: SchoolDate) -> [Member] {
    enrolments.compactMap { pupil, times in
      guard let last = times.last(where: { $0.starts <= date && $0.isCounted }),
        let ends = last.ends,
        first <= ends, ends < date, enrolment(of: pupil, on: date) == nil
      else { return nil }
      return member(pupil, on: ends)
    }.sorted { $0.pupil.id < $1.pupil.id }
  }
}
