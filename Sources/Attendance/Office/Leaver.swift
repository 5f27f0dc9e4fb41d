/// A pupil who stands at the door: whether they are out, and what is known of their leaving.
public struct Leaver: Hashable, Sendable {
  /// Who.
  public let member: Roll.Member
  /// How they left, where they are out now.
  public let out: Departure?
  /// The appointment told for today that nobody has signed out for, or nil.
  public let appointment: KnownAbsence?
  /// Whether leave at lunch time needs the school's permission and there is none.
  public let mayNotLeaveAtLunch: Bool

  /// The pupil on a date, from the lines about them.
  ///
  /// Permission for lunch is asked for only where the school's policy has such a procedure.
  public init(
    _ member: Roll.Member, on date: SchoolDate, _ book: DayBook, lunchNeedsPermission: Bool
  ) {
    self.member = member
    let pupil = member.pupil.id
    if case .left(let departure) = book.whereabouts(on: date)[pupil] {
      out = departure
    } else {
      out = nil
    }
    let line = InAndOut(on: date, at: TimeOfDay(minutes: 0), book) {
      $0 == pupil ? member : nil
    }.lines.first
    if case .planned(let absence) = line?.state { appointment = absence } else { appointment = nil }
    mayNotLeaveAtLunch = lunchNeedsPermission && !book.mayLeaveAtLunch(pupil, on: date)
  }

  /// The reasons for leaving that are offered: a free period to the sixth form alone.
  public var purposes: [Departure.Purpose] {
    Departure.Purpose.allCases.filter {
      $0 != .freePeriod || member.particulars.yearGroup.isSixthForm
    }
  }

  /// The act that signs the pupil out, or why that is not done.
  public func act(
    leaving departure: Departure, saying words: String = "", by person: Person, now: Instant
  ) throws(Refusal) -> Act {
    let name = member.pupil.name.onRegister
    if let out { throw .outAlready(name: name, since: out.time) }
    if let expected = departure.expected, expected <= departure.time { throw .endsBeforeItStarts }
    switch departure.purpose {
    case .lunch: if mayNotLeaveAtLunch { throw .noLunchLeave(name: name) }
    case .freePeriod:
      if !member.particulars.yearGroup.isSixthForm { throw .noFreePeriod(name: name) }
    case .appointment, .illness, .home, .withdrawn, .other: break
    }
    return act(.departure(departure), words, by: person, now: now)
  }

  /// The act that signs the pupil back in, or why that is not done.
  public func act(
    backAt time: TimeOfDay, saying words: String = "", by person: Person, now: Instant
  ) throws(Refusal) -> Act {
    guard let out else { throw .notOut(name: member.pupil.name.onRegister) }
    if time < out.time { throw .endsBeforeItStarts }
    return act(.back(time), words, by: person, now: now)
  }

  private func act(
    _ matter: DayLine.Matter, _ words: String, by person: Person, now: Instant
  ) -> Act {
    Act(
      kind: .logged, by: person, at: now,
      lines: [
        ProposedLine(pupil: member.pupil.id, date: now.date, matter: matter, words: words)
      ])
  }
}

extension DayBook {
  /// Whether the pupil has leave at lunch time on the date: granted, and not ended since.
  public func mayLeaveAtLunch(_ pupil: Pupil.ID, on date: SchoolDate) -> Bool {
    standing.contains { line in
      guard line.pupil == pupil, case .request(let request) = line.matter,
        request.purpose.lowercased() == "lunch", request.from.date <= date,
        date <= request.through.date
      else { return false }
      let decisions = answers(to: line).compactMap { answer -> LeaveDecision.Outcome? in
        if case .decision(let decision) = answer.matter { decision.outcome } else { nil }
      }
      return decisions.last == .granted
    }
  }
}
