/// The late book of a day: who came after registration, when, why, and what became of the mark.
public struct LateBook: Hashable, Sendable {
  /// One arrival, or one mark of lateness that no arrival was written down for.
  public struct Line: Hashable, Sendable {
    /// Who came.
    public let member: Roll.Member
    /// The session it was.
    public let session: Session
    /// The arrival as it was written down, or nil where only the register says so.
    public let arrival: DayLine?
    /// The mark that stands, or nil for a blank.
    public let mark: Entry?
    /// The line that lets off what follows, or nil.
    public let excused: DayLine?

    /// When the pupil came, where it was written down.
    public var time: TimeOfDay? {
      if case .arrival(let arrival) = arrival?.matter { arrival.time } else { nil }
    }
    /// Who brought the pupil, or empty.
    public var broughtBy: String {
      if case .arrival(let arrival) = arrival?.matter { arrival.broughtBy } else { "" }
    }
  }

  /// Every line, in the order of sessions and times.
  public let lines: [Line]

  /// The book of these sessions.
  ///
  /// The late marks are those that the registers hold, whoever made them: a pupil marked U by a tutor
  /// stands in the book too.
  public init(
    of sessions: [Session], _ book: DayBook, members: (Pupil.ID, SchoolDate) -> Roll.Member?,
    marks: [Session: [Pupil.ID: Entry]], codes: CodeBook
  ) {
    var lines: [Line] = []
    for session in sessions {
      let arrivals = book.standing.filter { line in
        if case .arrival(let arrival) = line.matter { return arrival.session == session }
        return false
      }
      let written = Set(arrivals.compactMap(\.pupil))
      for line in arrivals {
        guard let pupil = line.pupil, let member = members(pupil, session.date) else { continue }
        lines.append(
          Line(
            member: member, session: session, arrival: line, mark: marks[session]?[pupil],
            excused: Self.excuse(of: pupil, on: session.date, line, book)))
      }
      let late = (marks[session] ?? [:]).filter { pupil, entry in
        !written.contains(pupil) && codes.code(entry.code, on: session.date)?.isLate == true
      }
      let only = late.compactMap { pupil, entry in
        members(pupil, session.date).map { member in
          Line(
            member: member, session: session, arrival: nil, mark: entry,
            excused: Self.excuse(of: pupil, on: session.date, nil, book))
        }
      }
      lines += only.sorted { Pupil.inRegisterOrder($0.member.pupil, $1.member.pupil) }
    }
    self.lines = lines
  }

  private static func excuse(
    of pupil: Pupil.ID, on date: SchoolDate, _ arrival: DayLine?, _ book: DayBook
  ) -> DayLine? {
    book.standing.last { line in
      guard line.matter == .excused, line.pupil == pupil else { return false }
      return line.about == nil ? line.date == date : line.about == arrival?.id
    }
  }

  /// Those who came after closing: the lines marked with that code.
  public func lines(marked code: String) -> [Line] { lines.filter { $0.mark?.code == code } }
}

extension LateBook.Line {
  /// The mark with its minutes: `U, 45 minutes late`.
  public var markInWords: String {
    guard let mark else { return "no mark" }
    return mark.code + (mark.minutes.map { ", \($0) minutes late" } ?? "")
  }

  /// The act that lets off what follows from the lateness, for a reason in words.
  public func excuse(saying words: String, by person: Person, now: Instant) -> Act {
    Act(
      kind: .logged, by: person, at: now,
      lines: [
        ProposedLine(
          pupil: member.pupil.id, date: session.date, about: arrival.map { .kept($0.id) },
          matter: .excused, words: words)
      ])
  }
}
