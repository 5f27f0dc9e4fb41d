/// Where a mark may be amended: whose, at which session, in which register, and what stands there.
public struct MarkPlace: Hashable, Sendable {
  /// Whose mark it is.
  public let pupil: Pupil
  /// The session.
  public let session: Session
  /// The group in whose register the pupil is due.
  public let group: String
  /// Whether the pupil is of compulsory school age on the date.
  public let isOfCompulsoryAge: Bool
  /// What is on record, or nil where nothing is.
  public let standing: RegisterRow.Standing?
  /// Why no mark can stand there at all, or nil where one can.
  public let bar: Refusal?

  /// A place with these details.
  public init(
    pupil: Pupil, session: Session, group: String, isOfCompulsoryAge: Bool,
    standing: RegisterRow.Standing? = nil, bar: Refusal? = nil
  ) {
    self.pupil = pupil
    self.session = session
    self.group = group
    self.isOfCompulsoryAge = isOfCompulsoryAge
    self.standing = standing
    self.bar = bar
  }

  /// The register it is in.
  public var key: RegisterKey { RegisterKey(group, at: session) }

  /// What stands, by whom and when: `N by G. Owen (Form tutor) Fri 20 Mar 2026 08:41`, or `no mark`.
  public var original: String {
    guard let standing else { return "no mark" }
    return "\(standing.entry.code) by \(standing.by.name) (\(standing.by.position)) "
      + "\(standing.at.date.inWords) \(standing.at.time)"
  }
}

extension Roll {
  /// Where the pupil's mark of the session may be amended, given what stands there.
  ///
  /// Who is not on roll, boards, or has no school then can have no mark; nor can a session that is
  /// still to come.
  public func place(
    of pupil: Pupil, at session: Session, _ calendar: SchoolCalendar,
    lastBegun: Session, standing: RegisterRow.Standing?
  ) -> MarkPlace {
    let member = member(pupil.id, on: session.date)
    var bar: Refusal?
    if session > lastBegun {
      bar = .inTheFuture(session)
    } else if let member, member.enrolment.isMarked {
      let closed = calendar.closure(
        at: session, campus: member.particulars.campus, yearGroup: member.particulars.yearGroup)
      if let closed {
        bar =
          closed == .noCalendar
          ? .outsideCalendar(session.date)
          : .schoolClosed(session, reason: closed.description)
      }
    } else {
      bar = .notOnRoll(name: pupil.name.onRegister, on: session.date)
    }
    return MarkPlace(
      pupil: pupil, session: session,
      group: member.map { group(of: $0, at: session) } ?? "",
      isOfCompulsoryAge: pupil.isOfCompulsoryAge(on: session.date), standing: standing, bar: bar)
  }
}
