import Attendance
import Exchange
import Policies
import Storage

extension OfficeDesk {
  /// The act that gives the pupil a timetable of their own.
  ///
  /// X before compulsory school age begins, C2 after (U28): leave that the policy names who grants.
  func act(
    timetable text: String, _ kind: Timetable.Kind, of member: Roll.Member, from: SchoolDate,
    until: SchoolDate, review: SchoolDate?, school other: String, saying words: String
  ) throws -> Act {
    let pupil = member.pupil
    try check(Session(from, .am), Session(until, .pm), of: member)
    guard let slots = Timetable.Slot.list(text) else {
      throw Refused(
        "rollcall: '\(text)' is no list of sessions; write it like 'mon am, tue am 10:30-12:00'")
    }
    if let review, !(from...until).contains(review) {
      throw Refused(
        "rollcall: the review on \(review) lies outside the timetable; choose a day from \(from) "
          + "to \(until)")
    }
    if kind == .shared {
      if other.isEmpty { throw Refused("rollcall: name the other school with --school") }
      if !member.enrolment.kind.isDual {
        throw Refused(
          "rollcall: \(pupil.name.onRegister) is registered here alone; change the enrolment to "
            + "dual_main or dual_subsidiary first")
      }
    }
    let age = CompulsorySchoolAge(born: pupil.dateOfBirth)
    if kind == .partTime, from <= age.ends, age.ends < until {
      throw Refused(
        "rollcall: \(pupil.name.onRegister) is of compulsory school age till \(age.ends); end this "
          + "timetable there, and enter another for the days after")
    }
    let timetable = Timetable(
      kind, from: from, until: until, review: review,
      slots: slots.map { dueAtRegistration($0, member, on: from) }, school: other,
      compulsoryFrom: kind == .partTime
        ? Timetable.compulsoryFrom(born: pupil.dateOfBirth, from: from, until: until) : nil)
    for code in timetable.codes {
      let day = code == "C2" ? max(from, age.begins) : from
      _ = try school.policies.codes.code(
        code, at: Session(day, .am), ofCompulsoryAge: age.contains(day))
      try requireGranting(code, as: .timetable)
    }
    try refuseSecond(timetable, of: member)
    return Act(
      kind: .planned, by: school.actor.person, at: now,
      lines: [
        ProposedLine(pupil: pupil.id, date: from, matter: .timetable(timetable), words: words)
      ])
  }

  /// A slot that begins while the register is open is registration itself: present, and no C2.
  private func dueAtRegistration(
    _ slot: Timetable.Slot, _ member: Roll.Member, on date: SchoolDate
  ) -> Timetable.Slot {
    let day = (0..<7).map { date.adding(days: $0) }.first { $0.weekday == slot.weekday } ?? date
    let session = Session(day, slot.half)
    let key = RegisterKey(roll.group(of: member, at: session), at: session)
    guard let from = slot.from, let window = school.window(of: key, member.particulars),
      from < window.closes
    else { return slot }
    var slot = slot
    slot.from = nil
    return slot
  }

  private func refuseSecond(_ timetable: Timetable, of member: Roll.Member) throws {
    let book = try school.store.dayBook(.leaveAndTimetables(timetable.from, timetable.until))
    let other = book.timetables.first {
      $0.line.pupil == member.pupil.id && $0.timetable.kind == timetable.kind
    }
    guard let other else { return }
    throw Refused(
      "rollcall: \(member.pupil.name.onRegister) has timetable \(other.line.id.number) on these days "
        + "already (\(other.timetable.inWords)); take it back with 'plan --withdraw "
        + "\(other.line.id.number)' first")
  }

  /// The act that lets a timetable off for a day: the other school is closed then.
  func act(lettingOff number: Int64, on date: SchoolDate, _ words: String) throws -> Act {
    let book = try school.store.dayBook(.absences(on: date))
    guard let known = book.timetables.first(where: { $0.line.id.number == number }) else {
      throw Refused("rollcall: no timetable of \(date) has the number \(number)")
    }
    return Act(
      kind: .planned, by: school.actor.person, at: now,
      lines: [
        ProposedLine(
          pupil: known.line.pupil, date: date, about: .kept(known.line.id), matter: .excused,
          words: words)
      ])
  }

  /// A timetable that has ended with nothing after it.
  struct EndedTimetable {
    let member: Roll.Member
    let line: DayLine
    let timetable: Timetable
    /// The sessions since then without a mark.
    let blanks: [Session]

    /// As in `timetable ended 13 Feb, 3 sessions blank`.
    var inWords: String {
      "timetable ended \(timetable.until.short), \(blanks.count) "
        + (blanks.count == 1 ? "session blank" : "sessions blank")
    }
  }

  /// The timetables that have ended while their sessions since are blank (U28).
  func ended(_ book: DayBook) throws -> [EndedTimetable] {
    let year = SchoolYear(of: now.date)
    let ended = book.ended(before: now.date).filter { SchoolYear(of: $0.timetable.until) == year }
    guard !ended.isEmpty else { return [] }
    let sheets = try school.store.sheets(of: year, pupils: ended.compactMap(\.line.pupil))
    return ended.compactMap { line, timetable in
      guard let pupil = line.pupil, let member = roll.member(pupil, on: now.date) else {
        return nil
      }
      let since = calendar.sessions(from: timetable.until.adding(days: 1), through: now.date)
      let blanks = since.filter { session in
        session <= school.lastSessionBegun && sheets[pupil].map { $0[session] == 0 } ?? true
          && calendar.meets(
            at: session, campus: member.particulars.campus,
            yearGroup: member.particulars.yearGroup)
      }
      return EndedTimetable(member: member, line: line, timetable: timetable, blanks: blanks)
    }
  }

  /// The ended timetables as rows.
  func endedTimetables() throws -> RowTable {
    RowTable(
      ["line", "upn", "surname", "forename", "group", "ended", "kind", "blank_sessions", "what"],
      rows: try ended(try arrangements()).map { ended in
        [
          .number(Int(ended.line.id.number)), .code(ended.member.pupil.upn.text),
          .text(ended.member.pupil.name.surname), .text(ended.member.pupil.name.knownAs),
          .text(ended.member.particulars.group), .date(ended.timetable.until),
          .code(ended.timetable.kind.rawValue), .number(ended.blanks.count), .text(ended.inWords),
        ]
      })
  }
}
