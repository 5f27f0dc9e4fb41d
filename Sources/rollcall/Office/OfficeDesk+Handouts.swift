import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// The list that is asked for, as its facts stand now.
  ///
  /// Refuses where the person may not have it, or the school keeps no such list.
  func handout(_ asked: Handout.Request, for permissions: Permissions) throws -> Handout {
    if let denial = asked.kind.denial(under: permissions) {
      throw Refused("rollcall: \(denial)")
    }
    let session = school.currentSession
    let date = asked.date ?? now.date
    if date != now.date, !asked.kind.isOfAnyDay {
      throw Refused(
        "rollcall: '\(asked.kind.rawValue)' speaks of now and of no other day; leave --date out")
    }
    switch asked.kind {
    case .absenceBulletin: return .absenceBulletin(try dueList(at: session), at: now)
    case .headcount: return .headcount(try dueList(at: session), at: now)
    case .untaken: return .untaken(try untaken(), on: date, at: now)
    case .headOfYear:
      return .headOfYear(
        try dueList(at: session), try school.store.dayBook(.on(date)),
        year: try yearGroup(asked.about), at: now)
    case .safeguarding:
      return .safeguarding(try dueList(at: session), try school.store.dayBook(.on(date)), at: now)
    case .lateBook:
      return .lateBook(
        try lateBook(of: HalfDay.allCases.map { Session(date, $0) }), on: date, at: now)
    case .detentions: return .detentions(try detentions(on: date), on: date, at: now)
    case .lateSlip: return try lateSlips(asked.about)
    case .dismissal: return try dismissal(asked.about, at: session)
    case .sixthForm: return .sixthForm(try dueList(at: session), at: now)
    case .missing: return .missing(try searches(asked.about), at: now)
    case .contacts: return try fewContacts()
    case .ringRound: return try ringRoundList(at: session)
    case .guests: return try guestList(at: session)
    case .fireList:
      return .fireList(
        try dueList(at: session, group: try group(asked.about, at: session)), at: now)
    }
  }

  /// The group somebody names, or nil where none is named.
  func group(_ written: String, at session: Session) throws -> String? {
    written.isEmpty ? nil : try school.group(named: written, at: session)
  }

  private func yearGroup(_ written: String) throws -> YearGroup? {
    if written.isEmpty { return nil }
    guard let year = YearGroup(written.uppercased()) else {
      throw Refused("rollcall: '\(written)' is no year; write N1, N2, R or 1 to 14")
    }
    return year
  }

  private func dismissal(_ about: String, at session: Session) throws -> Handout {
    let due = try dueList(at: session)
    let here = due.lines.filter { line in
      if case .here = line.state { !line.isAway } else { false }
    }
    let store = school.store
    var contacts: [Pupil.ID: [Contact]] = [:]
    for line in here {
      contacts[line.member.pupil.id] = try store.contacts(of: line.member.pupil.id)
    }
    let families = Siblings(here.map(\.member)) { contacts[$0] ?? [] }
    let names = Dictionary(
      here.map { ($0.member.pupil.id, "\($0.member.pupil.name.onRegister) \($0.group)") },
      uniquingKeysWith: { $1 })
    let only = try group(about, at: session)
    return .dismissal(
      here.filter { only == nil || $0.group == only }.map { line in
        let pupil = line.member.pupil.id
        return Handout.Dismissed(
          line, contacts: (contacts[pupil] ?? []).filter { $0.mayContact == .yes },
          siblings: families.of(pupil).compactMap { names[$0] })
      }, at: session, moment: now)
  }

  private func fewContacts() throws -> Handout {
    .fewContacts(
      try roll.members(on: now.date).map {
        ($0, try school.store.contacts(of: $0.pupil.id).count { $0.mayContact != .no })
      }, atLeast: school.policy.reporting.contactsAtLeast, at: now)
  }

  /// What the policy has done when a pupil is missing on site, or nil where it does not say.
  var missingChecklist: Checklist? {
    school.policy.checklists.first { $0.id == "missing-on-site" }
  }

  /// Those who are looked for, or one of them, with the policy's checklist.
  func searches(_ written: String = "") throws -> [Search] {
    let all = Search.all(
      on: now.date, try school.store.dayBook(.on(now.date)),
      members: { roll.member($0, on: now.date) }, steps: missingChecklist?.steps ?? [],
      minutes: missingChecklist?.minutes)
    if written.isEmpty { return all }
    let member = try member(written)
    guard let search = all.first(where: { $0.member.pupil.id == member.pupil.id }) else {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) is not looked for; say so first with "
          + "'onsite --not-here'")
    }
    return [search]
  }
}
