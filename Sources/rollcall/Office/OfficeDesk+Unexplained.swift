import Attendance
import Exchange
import Policies
import Storage

extension OfficeDesk {
  /// The rows: those handed on and not found first, then the unexplained absences.
  func table(_ absent: [Unexplained], isAll: Bool) throws -> RowTable {
    var table = RowTable(
      [
        "upn", "surname", "forename", "group", "date", "session", "marked_at", "concerns",
        "attempts",
        "last_attempt", "handed_on", "settle_by", "overdue",
      ] + (isAll ? [] : ["day", "next", "next_owner", "to_tell"]))
    let plans = isAll ? [:] : try contactPlans(of: absent)
    let pinned = try school.store.dayBook(.on(now.date)).handedOn
    for line in isAll ? [] : pinned {
      guard let pupil = line.pupil, !absent.contains(where: { $0.member.pupil.id == pupil }),
        let member = roll.member(pupil, on: now.date)
      else { continue }
      table.append([
        .code(member.pupil.upn.text), .text(member.pupil.name.surname),
        .text(member.pupil.name.knownAs), .text(member.particulars.group), .date(line.date),
        .empty, .instant(line.at), .empty, .empty, .empty, .text(line.matter.inWords),
      ])
    }
    let settlingDay = try settlingDays()
    for absent in absent {
      let due = settlingDay(absent.session.date)
      table.append(
        [
          .code(absent.member.pupil.upn.text), .text(absent.member.pupil.name.surname),
          .text(absent.member.pupil.name.knownAs), .text(absent.member.particulars.group),
          .date(absent.session.date), .code(absent.session.half.rawValue),
          .instant(absent.standing.at), .text(absent.concerns.joined(separator: ", ")),
          .number(absent.attempts.count),
          .text(orEmpty: absent.attempts.last.map(\.matter.inWords)),
          .text(orEmpty: absent.handedOn.map(\.matter.inWords)), .date(due),
          .code(due.map { $0 < now.date } ?? false ? "yes" : "no"),
        ] + next(plans[absent.member.pupil.id]))
    }
    return table
  }

  /// The cells of the next step: the day of the absence, what, who, and whom else to tell.
  private func next(_ plan: ContactPlan?) -> [RowTable.Cell] {
    guard let plan else { return [] }
    let owner = plan.next?.owner.flatMap { school.policy.role($0)?.title }
    return [
      .number(plan.day), .text(plan.stepInWords), .text(orEmpty: owner),
      .text(orEmpty: plan.toTell.isEmpty ? nil : plan.toTell.joined(separator: "; ")),
    ]
  }

  /// Every N of this school year up to the clock, oldest first, of these pupils or of everybody.
  func everyUnexplained(among members: [Roll.Member]? = nil) throws -> [Unexplained] {
    let away = Dictionary(grouping: try unexplainedSessions(among: members), by: \.session)
    // The year's day book is long; of it, only what is about these few is asked.
    let pupils = Set(away.values.flatMap { $0.map(\.member.pupil.id) })
    let lines = try pupils.flatMap { try school.store.dayBook(.about($0)).lines }
    let book = DayBook(Array(Set(lines)))
    var found: [Unexplained] = []
    for (session, absent) in away.sorted(by: { $0.key < $1.key }) {
      let members = absent.map(\.member)
      let standing = try school.store.standing(
        of: members.map(\.pupil.id), at: session, asAt: nil)
      found += Unexplained.among(members, standing: standing, book)
    }
    return found
  }

  /// Every session of this school year up to the clock at which one of these pupils, or anybody,
  /// stands as N, as the sheets have it; oldest first.
  func unexplainedSessions(
    among members: [Roll.Member]? = nil
  ) throws -> [(member: Roll.Member, session: Session)] {
    let places = roll.places(on: now.date)
    let everybody = roll.members(on: now.date)
    let year = SchoolYear(of: now.date)
    let marked: [Pupil.ID: [Session]]
    if let members {
      guard let unexplained = try school.store.alphabet().byte(of: "N") else { return [] }
      // Of a few, whom a command asks about, not everybody's sheets are read.
      marked = try school.store.sheets(of: year, pupils: members.map(\.pupil.id))
        .mapValues { $0.sessions(of: unexplained) }
    } else {
      marked = try school.store.sessions(of: "N", in: year)
    }
    var found: [(place: Int, session: Session)] = []
    for (pupil, sessions) in marked {
      guard let place = places[pupil] else { continue }
      let about = everybody[place].particulars
      found += sessions.filter {
        $0.date <= now.date
          && calendar.meets(at: $0, campus: about.campus, yearGroup: about.yearGroup)
      }.map { (place, $0) }
    }
    // A stable order: the sessions first, and within one as in a register.
    return found.sorted { ($0.session, $0.place) < ($1.session, $1.place) }.map {
      (everybody[$0.place], $0.session)
    }
  }

  /// Those marked N in the registers taken for the session, whose absence nobody has explained.
  func unexplained(at session: Session) throws -> [Unexplained] {
    let taken = try school.store.taken(on: session.date)
    let marked = try school.store.sessions(of: "N", in: SchoolYear(of: session.date))
      .filter { $0.value.contains(session) }
    var members: [Roll.Member] = []
    for (group, due) in roll.groups(at: session)
    where taken[RegisterKey(group, at: session)] != nil {
      members += due.filter { marked[$0.pupil.id] != nil }
    }
    // History is read for those alone whose sheet shows N.
    let standing = try school.store.standing(
      of: members.map(\.pupil.id), at: session, asAt: nil)
    return Unexplained.among(
      members, standing: standing, try school.store.dayBook(.on(session.date)))
  }
}
