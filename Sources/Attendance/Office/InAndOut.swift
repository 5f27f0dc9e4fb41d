/// Who has left the site today and is not back, and who is known to leave: the book at the door.
public struct InAndOut: Hashable, Sendable {
  /// What a line says.
  public enum State: Hashable, Sendable {
    /// Out since then; overdue where the expected time is past.
    case out(Departure, isOverdue: Bool)
    /// An appointment told beforehand, for which nobody has signed the pupil out yet (U29).
    case planned(KnownAbsence)
  }

  /// One pupil of the book.
  public struct Line: Hashable, Sendable {
    /// Who.
    public let member: Roll.Member
    /// What is known.
    public let state: State

    /// What is known, in words; of the overdue since when: `since 11:00: left 10:05, appointment, with her mother`.
    public var words: String {
      switch state {
      case .out(let departure, let isOverdue):
        let overdue = departure.expected.map { "since \($0): " } ?? ""
        return (isOverdue ? overdue : "") + departure.inWords
      case .planned(let absence):
        let out = absence.out.map { "leaves \($0)" } ?? "leaves"
        return out + (absence.back.map { ", back \($0)" } ?? "") + ", appointment"
      }
    }
  }

  /// Those overdue first, then those out since longest, then those known to leave.
  public let lines: [Line]

  /// The book of a date at a time.
  public init(
    on date: SchoolDate, at now: TimeOfDay, _ book: DayBook, members: (Pupil.ID) -> Roll.Member?
  ) {
    let places = book.whereabouts(on: date)
    var out: [(order: (Int, TimeOfDay), line: Line)] = []
    for (pupil, place) in places {
      guard case .left(let departure) = place, let member = members(pupil) else { continue }
      let isOverdue = departure.expected.map { $0 < now } ?? false
      out.append(
        (
          (isOverdue ? 0 : 1, (isOverdue ? departure.expected : nil) ?? departure.time),
          Line(member: member, state: .out(departure, isOverdue: isOverdue))
        ))
    }
    let gone = Set(
      book.standing.filter { line in
        if case .departure = line.matter { return line.date == date }
        return false
      }.compactMap(\.pupil))
    for (line, absence) in book.absences {
      guard let time = absence.out, let pupil = line.pupil, !gone.contains(pupil),
        absence.from.date <= date, date <= absence.through.date, let member = members(pupil)
      else { continue }
      out.append(((2, time), Line(member: member, state: .planned(absence))))
    }
    lines = out.sorted { one, other in
      if one.order != other.order { return one.order < other.order }
      return Pupil.inRegisterOrder(one.line.member.pupil, other.line.member.pupil)
    }.map(\.line)
  }

  /// How many are out now.
  public var outNow: Int { lines.count { if case .out = $0.state { true } else { false } } }
  /// How many of them should be back.
  public var overdue: Int {
    lines.count { if case .out(_, true) = $0.state { true } else { false } }
  }
}
