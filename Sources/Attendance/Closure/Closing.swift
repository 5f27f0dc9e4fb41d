/// The one act that three answers come to, and what is shown before it is done.
public struct Closing: Hashable, Sendable {
  /// A pupil at a session.
  public struct Place: Hashable, Sendable {
    /// Whose.
    public let pupil: Pupil.ID
    /// At which session.
    public let session: Session
    /// The code that stands or was expected there.
    public let code: String
  }

  /// What was answered.
  public let answers: ClosureAnswers
  /// The closure line with the marks of everybody it touches.
  public let act: Act
  /// What goes into the calendar, where it was planned ahead.
  public let calendar: [Closure]
  /// The pupils it touches.
  public let pupils: Set<Pupil.ID>
  /// The registers it touches, none of which is asked for any more.
  public let registers: Set<RegisterKey>
  /// The marks that stand, since their session was registered before it closed.
  public let standing: [Place]
  /// The plans that give way: the same code for everybody.
  public let overridden: [Place]
  /// Those left out, since they are elsewhere or away by a plan of their own.
  public let leftOut: [Place]
  /// How many pupils could be accommodated.
  public let accommodated: Int

  /// The closure that follows from the answers and from what stands.
  ///
  /// Nobody accommodated is Y4 for all, plans included; a part closed is Y3 for those alone who
  /// could not be, and a plan of their own stands; # is for whole years, from tomorrow on. A mark
  /// already made at a registered session stands.
  public init(
    _ answers: ClosureAnswers, _ sessions: [ClosureSession], codes: CodeBook, by person: Person,
    decidedBy: String? = nil, now: Instant
  ) throws(ClosureRefusal) {
    try Self.check(answers, codes, now)
    let reason = "closed: \(answers.reason)"
    var marks: [ProposedMark] = []
    var pupils: Set<Pupil.ID> = []
    var registers: Set<RegisterKey> = []
    var places = (standing: [Place](), overridden: [Place](), leftOut: [Place]())
    var others: Set<Pupil.ID> = []
    for facts in sessions where answers.covers(facts.session) {
      let session = facts.session
      for (group, members) in facts.due.sorted(by: { $0.key < $1.key }) {
        for member in members {
          let pupil = member.pupil.id
          guard answers.scope.holds(member, in: group) else {
            others.insert(pupil)
            continue
          }
          let entry = facts.standing[pupil]
          if let entry, entry.how != .planned || facts.taken.contains(group) {
            places.standing.append(Place(pupil: pupil, session: session, code: entry.code))
            continue
          }
          if entry?.code == answers.code { continue }
          if let code = facts.expected[pupil] {
            let place = Place(pupil: pupil, session: session, code: code)
            if answers.extent == .some {
              places.leftOut.append(place)
              continue
            }
            places.overridden.append(place)
          }
          pupils.insert(pupil)
          registers.insert(RegisterKey(group, at: session))
          if answers.extent != .planned {
            marks.append(
              ProposedMark(
                pupil: pupil, session: session, code: answers.code, how: .planned, basis: .plan,
                seen: entry?.id, reason: reason))
          }
        }
      }
    }
    if pupils.isEmpty {
      throw places.standing.isEmpty && places.leftOut.isEmpty ? .nobodyDue : .nothingToClose
    }
    self.answers = answers
    self.pupils = pupils
    self.registers = registers
    (standing, overridden, leftOut) = places
    accommodated = others.subtracting(pupils).count
    calendar =
      answers.extent == .planned
      ? answers.calendarClosures(on: Set(registers.map(\.session.date))) : []
    act = Act(
      kind: .planned, by: person, at: now,
      observer: answers.decided.map { Observation(by: decidedBy ?? person.name, at: $0) },
      detail: "closure", marks: marks,
      lines: [
        ProposedLine(
          pupil: nil, date: answers.from.date, matter: .closure(ClosedSessions(answers)),
          words: answers.reason)
      ])
  }

  private static func check(
    _ answers: ClosureAnswers, _ codes: CodeBook, _ now: Instant
  ) throws(ClosureRefusal) {
    if answers.reason.allSatisfy(\.isWhitespace) { throw .noReason }
    if answers.through < answers.from { throw .endsBeforeItStarts }
    if answers.through.date.days(after: answers.from.date) >= 14 { throw .tooLong }
    if let decided = answers.decided, decided > now { throw .decidedLater }
    switch answers.extent {
    case .nobody: if !answers.scope.isEverybody { throw .namedForAll }
    case .some: if answers.scope.isEverybody { throw .nobodyNamed }
    case .planned:
      if answers.from.date <= now.date { throw .plannedTooLate }
      guard answers.scope.campus.isEmpty, answers.scope.groups.isEmpty,
        answers.scope.pupils.isEmpty
      else { throw .plannedForPart }
    }
    do {
      _ = try codes.code(answers.code, at: answers.from, ofCompulsoryAge: true)
    } catch {
      throw .code(error)
    }
  }
}

extension ClosureAnswers {
  /// The days and half days as the calendar lists them.
  func calendarClosures(on dates: Set<SchoolDate>) -> [Closure] {
    dates.sorted().map { date in
      let halves = HalfDay.allCases.filter { covers(Session(date, $0)) }
      return Closure(
        date: date, reason: reason, half: halves.count == 2 ? nil : halves.first,
        yearGroups: scope.years)
    }
  }
}

extension ClosedSessions {
  /// The closure as the day book keeps it; pupils named one by one are known by their marks.
  public init(_ answers: ClosureAnswers) {
    self.init(
      from: answers.from, through: answers.through, code: answers.code,
      campus: answers.scope.campus, years: answers.scope.years, groups: answers.scope.groups,
      decided: answers.decided)
  }
}
