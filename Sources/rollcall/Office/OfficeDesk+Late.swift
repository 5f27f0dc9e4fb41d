import Attendance
import Exchange
import Policies
import Storage

extension OfficeDesk {
  /// The late book of these sessions.
  func lateBook(of sessions: [Session]) throws -> LateBook {
    guard let first = sessions.map(\.date).min(), let last = sessions.map(\.date).max() else {
      return LateBook(of: [], DayBook([]), members: { _, _ in nil }, marks: [:], codes: codes)
    }
    let book = try school.store.dayBook(.between(first, last))
    let alphabet = try school.store.alphabet()
    var marks: [Session: [Pupil.ID: Entry]] = [:]
    for session in sessions {
      let sheets = try school.store.sheets(of: SchoolYear(of: session.date), pupils: nil)
      // Few are late: history is read for them alone, and for those who were written down.
      var late = Set(
        sheets.filter { _, sheet in
          codes.code(alphabet.code(of: sheet[session]), on: session.date)?.isLate == true
        }.keys)
      for line in book.standing {
        if case .arrival(let arrival) = line.matter, arrival.session == session {
          late.formUnion([line.pupil].compactMap(\.self))
        }
      }
      marks[session] = try school.store.standing(of: late.sorted(), at: session, asAt: nil)
        .mapValues(\.entry)
    }
    return LateBook(
      of: sessions, book, members: { roll.member($0, on: $1) }, marks: marks, codes: codes)
  }

  private var codes: CodeBook { school.policies.codes }

  /// Those who have detention at lunch time of the date: the morning's, and the afternoon's of the
  /// school day before (PSA).
  func detentions(on date: SchoolDate) throws -> [LateBook.Line] {
    let policy = school.policies.policy(on: date)
    guard policy.lateness.detention == .nextLunch else {
      throw Refused(
        "rollcall: the policy of \(policy.school.name) knows no detention for lateness; a policy "
          + "that does says so under 'lateness'")
    }
    let before = calendar.lastSchoolDay(upTo: date.adding(days: -1)).map { [Session($0, .pm)] }
    return try lateBook(of: (before ?? []) + [Session(date, .am)])
      .lines(marked: policy.lateness.afterClosing)
  }

  /// The act that lets off what follows from the pupil's latest arrival after closing.
  func act(excusing written: String, saying words: String) throws -> Act {
    let member = try member(written)
    let late = try detentions(on: now.date)
    // An afternoon's lateness has its lunch time on the next school day.
    let today = try lateBook(of: [Session(now.date, .pm)]).lines(
      marked: school.policy.lateness.afterClosing)
    guard
      let line = (late + today).last(where: {
        $0.member.pupil.id == member.pupil.id && $0.excused == nil
      })
    else {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) has no detention to be let off; 'handout "
          + "detentions' lists those who have")
    }
    return line.excuse(saying: words, by: school.actor.person, now: now)
  }

  /// The slips of today's late pupils, or of one.
  func lateSlips(_ written: String) throws -> Handout {
    let only = try written.isEmpty ? nil : member(written)
    let lines = try lateBook(of: HalfDay.allCases.map { Session(now.date, $0) }).lines.filter {
      only == nil || $0.member.pupil.id == only?.pupil.id
    }
    if let only, lines.isEmpty {
      throw Refused(
        "rollcall: \(only.pupil.name.onRegister) has not come late today; write it down with "
          + "'arrive' first")
    }
    // Who came late twice takes the slip of the last time to class.
    let slips = only == nil ? lines : lines.suffix(1)
    return .lateSlips(
      slips, saying: school.policy.registers.lateDesk, on: now.date, at: now,
      papers: try slipPapers(slips))
  }

  /// The slips in the words of the letter that the policy names; none where it names no slip, or
  /// nobody has written it.
  private func slipPapers(_ lines: [LateBook.Line]) throws -> [String] {
    guard let slip = school.policy.letter("late-slip"), slip.kind == .slip,
      school.letters.file(of: slip.id) != nil
    else { return [] }
    return try lines.map { line in
      let name = line.member.pupil.name
      var fields = try letterFields(about: [line.member], to: nil)
      fields[.pupil] = "\(name.knownAs) \(name.surname)"
      fields[.date] = line.session.date.inWords
      fields[.arrived] = line.time.map { "\($0)" }
      fields[.minutes] = line.mark?.minutes.map { "\($0)" }
      fields[.reason] = line.arrival?.words
      do {
        return try school.letters.words(of: slip, fields)
      } catch let missing as MissingField {
        throw Refused("rollcall: \(missing)")
      }
    }
  }
}
