import Attendance
import Policies
import Screens
import Storage

/// The office's desk: what it needs to know of a pupil, and the acts it keeps.
struct OfficeDesk {
  let school: OpenSchool
  let calendar: SchoolCalendar
  let roll: Roll

  init(_ school: OpenSchool) throws {
    self.school = school
    calendar = try school.store.calendar()
    roll = try school.store.roll()
  }

  var now: Instant { school.clock.now }

  /// What the person may mark, as the policy gives it to their role.
  var rules: Register.Rules { Register.Rules(school.policy, school.permissions) }

  /// The pupil on roll today, or on the date, with that UPN or name; refuses where there is none, or
  /// more than one.
  func member(_ written: String, on date: SchoolDate? = nil) throws -> Roll.Member {
    let today = date ?? now.date
    if written.utf8.count == 13, let pupil = try school.store.pupil(written.uppercased()) {
      guard let member = roll.member(pupil.id, on: today) else {
        throw Refusal.notOnRoll(name: pupil.name.onRegister, on: today)
      }
      return member
    }
    let isShort = written.count < 3
    let found = roll.members(on: today).filter { member in
      // Two letters may fit one child today and two tomorrow: only a whole surname is so short.
      isShort
        ? FoldedName(member.pupil.name.surname) == FoldedName(written)
        : member.pupil.name.matches(written)
    }
    if let only = found.first, found.count == 1 { return only }
    if found.isEmpty {
      let leavers = isShort ? [] : roll.pupils.values.filter { $0.name.matches(written) }
      if let leaver = leavers.first, leavers.count == 1 {
        throw Refusal.notOnRoll(name: leaver.name.onRegister, on: today)
      }
      throw Refused(
        "rollcall: nobody on roll is called '\(written)'; give the UPN, or "
          + (isShort ? "at least three letters of the name" : "the name as written"))
    }
    let names = found.prefix(4).map {
      "\($0.pupil.upn.text) \($0.pupil.name.onRegister) \($0.particulars.group)"
    }
    throw Refused(
      "rollcall: \(found.count) are called '\(written)'; give the UPN: "
        + names.joined(separator: ", ") + (found.count > 4 ? ", …" : ""))
  }

  /// What a message says of the pupil, with the marks on record at the sessions it speaks of.
  func report(of member: Roll.Member, absence: KnownAbsence?) throws -> Report {
    let pupil = member.pupil
    guard let absence else { return Report(of: pupil.id, absence: nil) }
    try check(absence.from, absence.through, of: member)
    let begun = min(absence.through, Session(now.date, .pm))
    var standing: [RegisterRow.Standing] = []
    if absence.from <= begun {
      for session in calendar.sessions(from: absence.from.date, through: begun.date)
      where absence.covers(session) {
        let marks = try school.store.standing(of: [pupil.id], at: session, asAt: nil)
        if let mark = marks[pupil.id] { standing.append(mark) }
      }
    }
    return Report(
      of: pupil.id, absence: absence,
      isOfCompulsoryAge: pupil.isOfCompulsoryAge(on: absence.from.date), standing: standing)
  }

  /// The session of today that an arrival at that time belongs to, with its window.
  func session(
    of member: Roll.Member, at time: TimeOfDay
  ) throws -> (session: Session, window: RegisterWindow?) {
    let closures = HalfDay.allCases.map { half in
      let session = Session(now.date, half)
      return (
        session,
        calendar.closure(
          at: session, campus: member.particulars.campus,
          yearGroup: member.particulars.yearGroup)
      )
    }
    let held = closures.filter { $0.1 == nil }.map { session, _ in
      (
        session: session,
        window: school.window(
          of: RegisterKey(roll.group(of: member, at: session), at: session), member.particulars)
      )
    }
    guard let first = held.first else {
      throw Refusal.schoolClosed(
        closures[0].0, reason: closures[0].1.map { "\($0.description)" } ?? "")
    }
    return held.last { place in place.window.map { $0.opens <= time } ?? false } ?? first
  }

  /// Refuses a time of today that is still to come, or before anybody is at school.
  func check(_ time: TimeOfDay) throws {
    if Instant(now.date, time) > now {
      throw Refused("rollcall: \(time) is still to come; give the time at which it happened")
    }
    if time < TimeOfDay(minutes: 360) {
      throw Refused("rollcall: \(time) is before the school opens; write the time like 08:40")
    }
  }
}
