/// A pupil whose name is to be deleted: on which day, on which ground.
public struct Leaving: Hashable, Sendable {
  /// The pupil.
  public let pupil: Pupil
  /// The time on roll that ends.
  public let enrolment: Enrolment
  /// The last day on roll.
  public let last: SchoolDate
  /// Why, with what the ground asks for.
  public let deletion: Deletion

  /// The ground of that id for a pupil, or why there is none.
  public static func ground(
    _ text: String?, for pupil: Pupil, on date: SchoolDate
  ) throws(AdmissionRefusal) -> DeletionGround {
    let isOfAge = pupil.isOfCompulsoryAge(on: date)
    let own = DeletionGround.all(ofCompulsoryAge: isOfAge)
    guard let text, !text.isEmpty else { throw .noGround(own) }
    guard let ground = DeletionGround(rawValue: text.lowercased()) else {
      throw .unknownGround(text, own)
    }
    if ground.isOfCompulsoryAge != isOfAge {
      throw .groundForOtherAge(ground, isOfAge: isOfAge, own)
    }
    return ground
  }

  /// A leaving with all that its ground asks for, or what is wrong with it.
  public init(
    _ pupil: Pupil, _ enrolment: Enrolment, on last: SchoolDate, ground: String?,
    _ facts: [DeletionFact: String], today: SchoolDate
  ) throws(AdmissionRefusal) {
    let ground = try Self.ground(ground, for: pupil, on: last)
    if last < enrolment.starts { throw .leavesBeforeStart(enrolment.starts) }
    if ground == .feesUnpaid, !enrolment.isBoarder { throw .noBoarder }
    let deletion = Deletion(ground, facts)
    if let missing = deletion.missing.first { throw .factMissing(ground, missing) }
    for (fact, text) in deletion.facts where fact.isDate {
      guard let date = SchoolDate(text) else { throw .noDate(fact, text) }
      if !fact.mayLieAhead, date > today { throw .factAhead(fact, date) }
    }
    self.pupil = pupil
    self.enrolment = enrolment
    self.last = last
    self.deletion = deletion
  }

  /// Refuses a leaving date that would hide marks, or sessions that the pupil was due at.
  ///
  /// Whoever left last week and is deleted today leaves the register today: what lies between stays
  /// possible, and is accounted for.
  public func check(
    marked: [Session], _ calendar: SchoolCalendar, _ particulars: Particulars?, begun: Session,
    today: SchoolDate
  ) throws(AdmissionRefusal) {
    let hidden = marked.filter { $0.date > last && enrolment.isOnRoll(on: $0.date) }.sorted()
    if !hidden.isEmpty { throw .hidesMarks(hidden, after: last) }
    guard enrolment.isMarked, last < begun.date else { return }
    let ends = enrolment.ends.map { min($0, begun.date) } ?? begun.date
    let due = calendar.sessions(from: last.adding(days: 1), through: ends).filter { session in
      session <= begun
        && calendar.meets(
          at: session, campus: particulars?.campus, yearGroup: particulars?.yearGroup)
    }
    if !due.isEmpty { throw .retrospective(last, sessions: due.count, today: today) }
  }

  /// The times on roll as they are to be.
  ///
  /// Where another kind was to follow, its time becomes the last day of this one: it would bring the
  /// pupil back.
  public func ended(among roll: Roll) throws(AdmissionRefusal) -> [Enrolment] {
    var ended = enrolment
    let next = roll.enrolments[pupil.id]?.first { $0.continues(enrolment) }
    guard var next else {
      ended.ends = last
      ended.deletion = deletion
      return [ended]
    }
    // One day alone is not divided, and of several kinds to come only the first could go.
    if last == enrolment.starts || roll.goesOn(after: next) {
      throw .leavesBeforeStart(next.starts)
    }
    ended.ends = last.adding(days: -1)
    ended.deletion = nil
    next.kind = enrolment.kind
    next.isBoarder = enrolment.isBoarder
    next.starts = last
    next.ends = last
    next.deletion = deletion
    return [ended, next]
  }
}
