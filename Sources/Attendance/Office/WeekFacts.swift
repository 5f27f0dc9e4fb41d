/// What is on record of a week, from which it is worked out what is still open.
public struct WeekFacts {
  /// The Monday of the week.
  public let monday: SchoolDate
  /// The sessions of the week that have begun.
  public let sessions: [Session]
  private let roll: Roll
  private let calendar: SchoolCalendar
  private let book: DayBook
  private let taken: Set<RegisterKey>
  private let code: (Pupil.ID, Session) -> String
  private let unexplained: [Unexplained]
  private let unsettled: [(pupil: Pupil.ID, session: Session)]
  private let settleWithin: Int
  private let today: SchoolDate
  private let closures: [ClosedSessions]

  /// The facts of the week of that Monday, up to the last session that has begun; an N must be
  /// settled within so many school days.
  public init(
    of monday: SchoolDate, upTo last: Session, roll: Roll, calendar: SchoolCalendar,
    _ book: DayBook, taken: Set<RegisterKey>, unexplained: [Unexplained],
    settleWithin: Int, unsettled: [(pupil: Pupil.ID, session: Session)],
    code: @escaping (Pupil.ID, Session) -> String
  ) {
    self.monday = monday
    sessions = calendar.sessions(from: monday, through: monday.adding(days: 6)).filter {
      $0 <= last
    }
    self.roll = roll
    self.calendar = calendar
    self.book = book
    self.taken = taken
    self.code = code
    self.unexplained = unexplained
    self.unsettled = unsettled
    self.settleWithin = settleWithin
    today = last.date
    closures = book.closures.map(\.closure)
  }

  /// The codes of places elsewhere that somebody there must confirm (U14).
  private static let elsewhere: Set<String> = ["B", "K", "V", "D"]

  /// What is still open.
  public var close: WeekClose {
    let signedOff = book.standing.last { $0.matter == .week && $0.date == monday }
    var rows = settle + timetables + contradictions
    var confirm: [Pupil.ID: [Session]] = [:]
    var suspended: [Pupil.ID: [Session]] = [:]
    for session in sessions {
      let groups = roll.groups(at: session).sorted { $0.key < $1.key }
      for (group, members) in groups {
        let due = members.filter {
          calendar.meets(
            at: session, campus: $0.particulars.campus, yearGroup: $0.particulars.yearGroup)
            && !isClosed(session, to: $0, in: group)
        }
        guard !due.isEmpty else { continue }
        if group.isEmpty {
          rows += due.map { row(.groups, $0, nil, "is due in no group, \(Self.words(session))") }
          continue
        }
        let key = RegisterKey(group, at: session)
        let marks = due.map { ($0, code($0.pupil.id, session)) }
        let blanks = marks.count { $0.1.isEmpty }
        // One mark by the office does not take a register: it stays one thing, and no thirty blanks.
        let isUntaken = !taken.contains(key) && blanks > 0
        if isUntaken {
          let marked = blanks < due.count ? ", \(due.count - blanks) marked" : ""
          rows.append(
            WeekClose.Row(
              .untaken, nil, key, name: group,
              words: "\(due.count) pupils\(marked), \(Self.words(session))"))
        }
        for (member, code) in marks {
          if code.isEmpty, !isUntaken {
            rows.append(row(.blanks, member, key, Self.words(session)))
          }
          if Self.elsewhere.contains(code), !isConfirmed(member.pupil.id, session) {
            confirm[member.pupil.id, default: []].append(session)
          }
          if code == "E", !hasDates(member.pupil.id, session) {
            suspended[member.pupil.id, default: []].append(session)
          }
        }
      }
      rows += inTwo(at: session)
    }
    rows += named(confirm, .unconfirmed) { "nobody there has confirmed \($0)" }
    rows += named(suspended, .suspensions) { "suspended without first and last day, \($0)" }
    return WeekClose(of: monday, rows: Self.once(rows), signedOff: signedOff)
  }

  /// The N whose day to be settled falls in the week, or is past.
  private var settle: [WeekClose.Row] {
    let friday = monday.adding(days: 4)
    return unexplained.compactMap { absent in
      guard
        let due = calendar.schoolDay(
          settleWithin, after: absent.session.date, but: book.closedDays), due <= friday
      else { return nil }
      let state =
        due < today ? "was to be settled by \(due.short)" : "to be settled by \(due.short)"
      let key = RegisterKey(roll.group(of: absent.member, at: absent.session), at: absent.session)
      return row(
        .settle, absent.member, key,
        "N \(Self.words(absent.session)), \(state)")
    }
  }

  /// The timetables that have ended, with none after them and nothing said of it.
  private var timetables: [WeekClose.Row] {
    let last = sessions.last?.date ?? monday
    let all = book.standing.compactMap { line -> (DayLine, Timetable)? in
      if case .timetable(let timetable) = line.matter { (line, timetable) } else { nil }
    }
    return all.compactMap { line, timetable in
      guard timetable.until <= last, let pupil = line.pupil,
        let member = roll.member(pupil, on: last),
        !all.contains(where: { $0.0.pupil == pupil && $0.1.until > timetable.until }),
        !book.answers(to: line).contains(where: { $0.matter == .done })
      else { return nil }
      return row(
        .timetables, member, nil, "\(timetable.kind.rawValue) until \(timetable.until.short)")
    }
  }

  private var contradictions: [WeekClose.Row] {
    unsettled.compactMap { pupil, session in
      roll.member(pupil, on: session.date).map { member in
        row(
          .contradictions, member, RegisterKey(roll.group(of: member, at: session), at: session),
          "two sightings, \(Self.words(session))")
      }
    }
  }

  /// Those with a place in two groups besides their form at once (U13).
  private func inTwo(at session: Session) -> [WeekClose.Row] {
    let places = Dictionary(
      grouping: roll.memberships.filter { $0.applies(at: session) }, by: \.pupil)
    return places.compactMap { pupil, places in
      let names = Set(places.map(\.group)).sorted()
      guard names.count > 1, let member = roll.member(pupil, on: session.date),
        !isClosed(session, to: member, in: roll.group(of: member, at: session))
      else { return nil }
      return row(.groups, member, nil, "due in \(names.joined(separator: " and "))")
    }
  }

  private func isClosed(_ session: Session, to member: Roll.Member, in group: String) -> Bool {
    closures.contains {
      $0.closes(session, to: member, in: group, marked: code(member.pupil.id, session))
    }
  }

  private func isConfirmed(_ pupil: Pupil.ID, _ session: Session) -> Bool {
    book.standing.contains { line in
      guard line.pupil == pupil, case .elsewhere(let word) = line.matter else { return false }
      return word.session == session
    }
  }

  private func hasDates(_ pupil: Pupil.ID, _ session: Session) -> Bool {
    book.absences.contains { line, absence in
      line.pupil == pupil && absence.code == "E" && absence.covers(session)
    }
  }

  private func named(
    _ found: [Pupil.ID: [Session]], _ section: WeekClose.Section, _ words: (String) -> String
  ) -> [WeekClose.Row] {
    found.sorted { $0.key < $1.key }.compactMap { pupil, sessions in
      guard let first = sessions.first, let member = roll.member(pupil, on: first.date) else {
        return nil
      }
      let rest = sessions.count > 1 ? " and \(sessions.count - 1) more" : ""
      return row(
        section, member, RegisterKey(roll.group(of: member, at: first), at: first),
        words(Self.words(first) + rest))
    }
  }

  private func row(
    _ section: WeekClose.Section, _ member: Roll.Member, _ key: RegisterKey?, _ words: String
  ) -> WeekClose.Row {
    WeekClose.Row(
      section, member.pupil.id, key,
      name: "\(member.pupil.name.onRegister) \(member.particulars.group)", words: words)
  }

  /// A pupil without a group is so at every session; one line says it.
  private static func once(_ rows: [WeekClose.Row]) -> [WeekClose.Row] {
    var seen: Set<Pupil.ID> = []
    return rows.filter { row in
      guard row.section == .groups, let pupil = row.pupil else { return true }
      return seen.insert(pupil).inserted
    }
  }

  private static func words(_ session: Session) -> String {
    "\(session.date.weekday.short) \(session.date.short) \(session.half.rawValue)"
  }
}
