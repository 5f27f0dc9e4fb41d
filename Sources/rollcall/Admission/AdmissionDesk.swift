import Attendance
import Exchange
import Policies
import Storage

/// The desk at which the admission register is kept: who joins, what changes, who moves and leaves.
struct AdmissionDesk {
  let school: OpenSchool
  let person: Actor
  let roll: Roll
  let calendar: SchoolCalendar

  init(_ school: OpenSchool, for person: Actor? = nil) throws {
    self.school = school
    self.person = person ?? school.actor
    roll = try school.store.roll()
    calendar = try school.store.calendar()
  }

  var now: Instant { school.clock.now }
  var today: SchoolDate { now.date }
  var permissions: Permissions { person.permissions(under: school.policy) }

  /// Refuses where the person may not do it to the group's pupils, or to any.
  func require(_ right: Right, group: String, to deed: String? = nil) throws {
    let relations = try school.relations(of: person, to: group)
    if let denial = permissions.denial(of: right, relations: relations, to: deed) {
      throw Refused("rollcall: \(denial)")
    }
  }

  /// The form the pupil is in, or was last.
  func group(of pupil: Pupil.ID) -> String { roll.particulars(of: pupil, on: today)?.group ?? "" }

  /// The pupil with that UPN, now or once, or that name: on roll, to come, or a leaver.
  func pupil(_ written: String) throws -> Pupil {
    if written.utf8.count == 13, let pupil = try school.store.pupil(written.uppercased()) {
      return pupil
    }
    do {
      let member = try OfficeDesk(school).member(written)
      return roll.pupils[member.pupil.id] ?? member.pupil
    } catch {
      let others = roll.pupils.values.filter { pupil in
        roll.enrolment(of: pupil.id, on: today) == nil && pupil.name.matches(written)
      }.sorted(by: Pupil.inRegisterOrder)
      if let only = others.first, others.count == 1, written.count > 2 { return only }
      if others.count > 1 {
        throw Refused(
          "rollcall: \(others.count) who are not on roll today are called '\(written)'; give the UPN: "
            + others.prefix(4).map { "\($0.upn) \($0.name.onRegister)" }.joined(separator: ", "))
      }
      throw error
    }
  }

  /// The time on roll that a change is about: the one of today, else the one to come, else the last.
  func enrolment(of pupil: Pupil.ID) throws -> Enrolment {
    let all = roll.enrolments[pupil] ?? []
    guard let one = roll.enrolment(of: pupil, on: today) ?? all.last else {
      throw StoreFault.unknownEnrolment
    }
    return one
  }

  /// The form that is meant by that name on the date, in capitals or not; refuses any other.
  func form(_ written: String, on date: SchoolDate) throws -> String {
    let forms = Set(roll.members(on: date).map(\.particulars.group))
      .union(roll.groups.map(\.name)).sorted()
    let meant = forms.filter { $0.lowercased() == written.lowercased() }
    if let only = meant.first { return meant.contains(written) ? written : only }
    let near = Nearest.names(to: written, among: forms, atMost: 3)
    throw Refused(
      "rollcall: there is no form '\(written)'; "
        + (near.isEmpty
          ? "there are \(forms.prefix(12).joined(separator: ", "))"
          : "did you mean \(near.joined(separator: " or "))?"))
  }

  /// The sessions in a range of days at which such pupils meet and that have begun.
  func sessions(
    from first: SchoolDate, through last: SchoolDate, of particulars: Particulars?
  ) -> [Session] {
    guard first <= last else { return [] }
    let begun = school.lastSessionBegun
    return calendar.sessions(from: first, through: last).filter {
      $0 <= begun
        && calendar.meets(
          at: $0, campus: particulars?.campus, yearGroup: particulars?.yearGroup)
    }
  }

  /// Every session at which the pupil has a mark, from that day on.
  func marks(of pupil: Pupil.ID, from first: SchoolDate) throws -> [Session] {
    var marks: [Session] = []
    for year in calendar.years.map(\.year) where year.lastDay >= first {
      guard let sheet = try school.store.sheets(of: year, pupils: [pupil])[pupil] else { continue }
      marks += sheet.cells.indices.filter { sheet.cells[$0] != 0 }
        .map { YearSheet.session(at: $0, in: year) }.filter { $0.date >= first }
    }
    return marks
  }

  /// The number of the next time on roll.
  var nextEnrolment: Enrolment.ID {
    Enrolment.ID((roll.enrolments.values.joined().map(\.id.number).max() ?? 0) + 1)
  }

  /// Keeps the changes, and gives each in words.
  ///
  /// Sessions since the starting day at which nobody saw the pupil get the code for no reason yet, in
  /// the same act (U21).
  @discardableResult
  func keep(
    _ changes: [RollChange], of pupil: Pupil.ID, unseen: [Session] = [],
    since starts: SchoolDate? = nil
  ) throws -> [PupilRevision] {
    let known = try school.store.revisions(of: pupil).count
    if unseen.isEmpty {
      try school.store.keep(changes, by: person.person, at: now)
    } else {
      let act = Act(
        kind: .resolved, by: person.person, at: now,
        detail: "due from \(starts ?? today), entered \(today)",
        marks: unseen.map {
          ProposedMark(
            pupil: pupil, session: $0, code: school.policy.followUp.code, how: .filled,
            basis: .unexplained)
        })
      _ = try school.store.submit(act, with: changes)
    }
    return try Array(school.store.revisions(of: pupil).dropFirst(known))
  }
}

extension RowTable {
  /// What was changed of a pupil, a row for each record.
  init(of revisions: [PupilRevision], to pupil: Pupil) {
    self.init(
      ["upn", "kind", "what"],
      rows: revisions.filter { !$0.inWords.isEmpty }.map {
        [.code(pupil.upn.text), .code($0.kind), .text($0.inWords)]
      })
  }
}
