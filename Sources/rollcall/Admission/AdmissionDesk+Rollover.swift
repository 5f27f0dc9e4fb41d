import Attendance
import Exchange
import Policies
import Storage

extension AdmissionDesk {
  /// What the move into that year would do; refuses where the calendar does not reach so far.
  func rollover(
    into year: SchoolYear, _ map: FormMap, destination: OtherSchool?
  ) throws -> Rollover {
    let rules = Rollover.Rules(
      years: school.policy.school.years, forms: map.forms,
      takersMove: school.policy.school.phase != .primary, destination: destination)
    let records = try school.store.admissions(of: nil)
    guard let rollover = Rollover(of: roll, into: year, calendar, records, rules) else {
      throw Refused(
        "rollcall: no calendar has \(year) and the year before it; import them first with "
          + "'rollcall import calendar'")
    }
    return rollover
  }

  /// Makes the move, as far as the person may, and says what is left to do.
  func roll(
    over rollover: Rollover, into year: SchoolYear, _ map: FormMap
  ) throws -> [String] {
    try checkNotBegun(rollover.first)
    let mayMove = permissions.may(.editPupils) && permissions.may(.editGroups)
    let mayDelete = permissions.may(.deletePupils)
    if !mayMove, !mayDelete {
      try school.require(.editGroups, to: "move the school into a new year")
    }
    var done = RolloverRecord(year: year, first: rollover.first)
    var changes: [RollChange] = []
    var (undecided, leaving, goingUp) = (0, 0, 0)
    for line in rollover.lines {
      switch line.fate {
      case .goesUp(let form, let next) where mayMove:
        let move = rollover.goingUp(
          line, to: form, next, on: roll,
          campus: school.policy.campuses.first { $0.years.contains(next) }?.name)
        changes += move.after.map { .particulars(line.pupil.id, $0) }
        done.moved.append(line.pupil.id)
        for one in move.before {
          done.found[line.pupil.id, default: [:]][one.from] = GoingUp.Place(one)
        }
      case .leaves(let deletion) where mayDelete:
        changes.append(.enrolment(rollover.ended(line, deletion)))
        done.left.append(line.enrolment.id)
      case .undecided: undecided += 1
      case .leaves: leaving += 1
      case .goesUp: goingUp += 1
      case .comes, .settled: break
      }
    }
    // Takers go up with their forms once; whoever moves a pupil that came later moves no tutor again.
    let movesTakers = try mayMove && !moves(into: year).contains(where: \.movedForms)
    if movesTakers {
      let groups = groups(after: rollover, map)
      done.groups = groups.compactMap { group in roll.groups.first { $0.name == group.name } }
      changes += groups.map(RollChange.group)
    }
    if changes.isEmpty { throw Refused("rollcall: there is nothing left to move into \(year)") }
    let staff = movesTakers ? try staff(after: rollover) : []
    done.staff = try school.store.staff().filter { old in staff.contains { $0.login == old.login } }
    // With what takes it back, so that no kill leaves a move that cannot be undone.
    try school.store.keep(
      changes + staff.map(RollChange.staff) + [.done(done.text)], by: person.person, at: now)
    var sentences = [
      "\(year): \(done.moved.count) go up, \(done.left.count) leave; 'rollover --year \(year) --undo' "
        + "takes it back until the first register"
    ]
    if undecided > 0 {
      sentences.append(
        "\(undecided) in the last year need a school to go to (--destination, or 'pupil change "
          + "--going-to'); 'rollover --preview' lists them")
    }
    if leaving > 0 {
      sentences.append("\(leaving) leave once somebody who may delete pupils does this")
    }
    if goingUp > 0 {
      sentences.append("\(goingUp) go up once somebody who may move pupils does this")
    }
    return sentences
  }

  /// Refuses once a register of the new year is taken.
  private func checkNotBegun(_ first: SchoolDate) throws {
    if let begun = try barOfBegunYear(first) { throw Refused("rollcall: \(begun)") }
  }

  /// Why nobody moves into the year of that first day any more; nil until a register of it is taken.
  func barOfBegunYear(_ first: SchoolDate) throws -> String? {
    var date = first
    while date <= today {
      if try !school.store.taken(on: date).isEmpty {
        return "registers of \(date) are taken, so the new year has begun; move pupils one by one "
          + "with 'rollcall pupil move'"
      }
      date = date.adding(days: 1)
    }
    return nil
  }

  /// Whether a move into the year is on record and was not taken back.
  func hasRolledOver(into year: SchoolYear) throws -> Bool { try !moves(into: year).isEmpty }

  /// The moves into the year that are on record and were not taken back, oldest first.
  private func moves(into year: SchoolYear) throws -> [RolloverRecord] {
    RolloverRecord.standing(
      of: try school.store.logged(beginning: RolloverRecord.head(year)).map(\.what), year)
  }

  /// The groups that change: new forms, and those whose taker goes up.
  private func groups(after rollover: Rollover, _ map: FormMap) -> [RegistrationGroup] {
    let known = Dictionary(roll.groups.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    var after = known
    for (old, group) in known where rollover.nextForm(of: old) != old {
      let next = rollover.nextForm(of: old)
      after[next] = RegistrationGroup(
        name: next, taker: group.taker, room: known[next]?.room ?? "")
    }
    for new in rollover.forms.values where after[new] == nil {
      after[new] = RegistrationGroup(name: new)
    }
    for (name, group) in map.groups {
      after[name] = RegistrationGroup(
        name: name, taker: group.taker.orNil ?? after[name]?.taker ?? "",
        room: group.room.orNil ?? after[name]?.room ?? "")
    }
    return after.values.filter { known[$0.name] != $0 }.sorted { $0.name < $1.name }
  }

  /// The members of staff whose form is another in the new year.
  private func staff(after rollover: Rollover) throws -> [Staff] {
    try school.store.staff().compactMap { member in
      guard !member.group.isEmpty, member.ends.map({ $0 >= rollover.first }) ?? true else {
        return nil
      }
      var moved = member
      moved.group = rollover.nextForm(of: member.group)
      return moved == member ? nil : moved
    }
  }

  /// Takes the last move into that year back; gives how many pupils it was about.
  func undoRollover(of year: SchoolYear) throws -> Int {
    guard let done = try moves(into: year).last else {
      throw Refused("rollcall: there is no move into \(year) to take back")
    }
    try checkNotBegun(done.first)
    if done.movedForms {
      for right in [Right.editPupils, .editGroups] {
        try school.require(right, to: "take back the move into a new year")
      }
    }
    if !done.left.isEmpty { try school.require(.deletePupils) }
    let ended = Set(done.left)
    let again = roll.enrolments.values.joined().filter { ended.contains($0.id) }.map { one in
      var one = one
      one.ends = nil
      one.deletion = nil
      return RollChange.enrolment(one)
    }
    let back = done.moved.compactMap { pupil in
      GoingUp.back(
        roll.particulars[pupil] ?? [], from: done.first, found: done.found[pupil] ?? [:]
      ).map { (pupil, $0) }
    }
    let down = back.flatMap { pupil, back -> [RollChange] in
      back.records.map { .particulars(pupil, $0) }
        + (back.takesFirstAway ? [.noParticulars(pupil, from: done.first)] : [])
    }
    let known = try school.store.staff()
    let staff = done.staff.compactMap { old in
      known.first { $0.login == old.login }.map { member in
        var member = member
        member.group = old.group
        return member
      }
    }
    try school.store.keep(
      down + again + done.groups.map(RollChange.group) + staff.map(RollChange.staff)
        + [.done(RolloverRecord.head(year) + "taken back")], by: person.person, at: now)
    return back.count + again.count
  }

  /// The move, pupil by pupil.
  func table(_ rollover: Rollover) -> RowTable {
    RowTable(
      ["year_group", "group", "upn", "surname", "forename", "fate", "to_year", "to_group", "what"],
      rows: rollover.lines.filter { $0.fate != .settled }.map { line in
        let (fate, year, group, what): (String, YearGroup?, String, String) =
          switch line.fate {
          case .goesUp(let form, let next): ("goes up", next, form, "from \(rollover.first)")
          case .leaves(let deletion): ("leaves", nil, "", deletion.inWords)
          case .undecided:
            ("undecided", nil, "", "of compulsory school age: where does the pupil go?")
          case .comes(let date):
            (
              "comes", line.particulars.yearGroup, line.particulars.group,
              "Z until \(date)"
            )
          case .settled: ("settled", nil, "", "")
          }
        return [
          .code(line.particulars.yearGroup.description), .text(line.particulars.group),
          .code(line.pupil.upn.text), .text(line.pupil.name.surname),
          .text(line.pupil.name.forename), .code(fate),
          .code(orEmpty: year?.description), .text(orEmpty: group.orNil), .text(what),
        ]
      })
  }
}
