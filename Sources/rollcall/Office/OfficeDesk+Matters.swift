import Attendance
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// What matters about the pupil before a code is chosen or a number is rung.
  func matters(
    of member: Roll.Member, _ book: DayBook, since first: SchoolDate?, _ tally: Tally,
    for person: Actor
  ) throws -> CallMatters {
    let pupil = member.pupil.id
    let year = SchoolYear(of: now.date)
    let standing = try school.store.standing(
      of: [pupil], at: school.currentSession, asAt: nil)
    let absent = Unexplained.among(
      [member], standing: standing, try school.store.dayBook(.on(now.date)))
    return CallMatters(
      contactPlan: try contactPlans(of: absent)[pupil],
      refusedLeave: book.refusedLeave(of: pupil),
      evidence: book.standing.filter { line in
        guard line.pupil == pupil, line.date >= year.firstDay, case .evidence = line.matter else {
          return false
        }
        return true
      },
      emailDates: emailDates(book, since: first ?? now.date),
      missed: CallMatters.Missed(tally.absent, of: tally.possible),
      siblings: try siblings(of: member, for: person),
      planned: book.absences.filter { $0.line.pupil == pupil }
        .map { EarlierPlan($0.line, $0.absence) },
      days: try schoolDays()(member))
  }

  /// The days since the first on which messages came, where all of them came by email and nobody
  /// was spoken to; else none.
  private func emailDates(_ book: DayBook, since first: SchoolDate) -> [SchoolDate] {
    var dates: Set<SchoolDate> = []
    for line in book.standing where line.date >= first {
      switch line.matter {
      case .message(let message):
        guard message.channel == .email else { return [] }
        dates.insert(line.date)
      case .attempt(let attempt):
        if attempt.outcome == .spoke { return [] }
      case .concerns, .absence, .arrival, .departure, .back, .notHere, .seen, .handedOn, .safe,
        .note, .request, .decision, .timetable, .closure, .list, .elsewhere, .paper, .evidence,
        .told, .nudge, .step, .excused, .week, .casework, .done, .withdrawn:
        break
      }
    }
    return dates.sorted()
  }

  /// The pupil's siblings on roll who are marked N or not marked now, and of whom nothing is known.
  func siblings(of member: Roll.Member, for person: Actor) throws -> [FoundPupil] {
    let pupil = member.pupil.id
    let contacts = Dictionary(
      grouping: try school.store.contacts(of: pupil) + school.store.contacts(sharedWith: pupil),
      by: \.pupil)
    let family = Siblings(contacts.keys.compactMap { roll.member($0, on: now.date) }) {
      contacts[$0] ?? []
    }.of(pupil)
    guard !family.isEmpty else { return [] }
    let session = school.currentSession
    let standing = try school.store.standing(of: family, at: session, asAt: nil)
    let planned = Set(try school.store.plans(at: session).map(\.pupil))
    let places = try school.store.dayBook(.on(now.date)).whereabouts(on: now.date)
    return family.compactMap { sibling in
      let code = standing[sibling]?.entry.code ?? ""
      guard code.isEmpty || code == "N", !planned.contains(sibling), places[sibling] == nil,
        let found = roll.member(sibling, on: now.date)
      else { return nil }
      let group = found.particulars.group
      return FoundPupil(
        found.pupil, group: group, relations: person.relations(to: group, takenBy: nil))
    }
  }

  /// Refuses illness without words on days for which leave was refused (U44).
  func requireWords(_ words: String, for absence: KnownAbsence, of member: Roll.Member) throws {
    guard absence.code == "I", words.isEmpty else { return }
    let refused = try school.store.dayBook(.about(member.pupil.id)).refusedLeave(
      of: member.pupil.id)
    guard let known = refused.first(where: { $0.overlaps(absence.from, absence.through) }) else {
      return
    }
    throw Refused(
      "rollcall: \(member.pupil.name.onRegister): \(known.inWords); I needs the words as they were "
        + "said, with --words")
  }

  /// The text or call script of the next step for the pupil, to that one of those who may be told.
  func madeText(about pupil: Pupil.ID, to place: Int, for person: Actor) throws -> Answer {
    let brief = try brief(of: pupil, for: person)
    let name = brief.pupil.name.onRegister
    guard let plan = brief.matters.contactPlan, let member = roll.member(pupil, on: now.date) else {
      return .unavailable("\(name) has no unexplained absence now.")
    }
    guard let id = plan.next?.letter else {
      return .unavailable(
        "The next step has no text (\(plan.stepInWords)); a notes what was tried or done.")
    }
    guard brief.contacts.indices.contains(place) else {
      return .unavailable("\(name) has no contact who may be told; ask the safeguarding lead.")
    }
    let letter = try school.letters.letter(id)
    let contact = brief.contacts[place]
    return .madeText(
      MadeText(
        brief: brief, contact: contact, letter: letter,
        words: try words(of: letter, about: [member], to: contact)))
  }
}
