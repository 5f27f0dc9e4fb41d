/// What is known of one session before it is closed: who is due where, and what stands already.
public struct ClosureSession: Hashable, Sendable {
  /// The session.
  public let session: Session
  /// The pupils due in each group, those for whom the calendar has no session left out.
  public let due: [String: [Roll.Member]]
  /// The groups whose register is taken.
  public let taken: Set<String>
  /// The marks on record.
  public let standing: [Pupil.ID: Entry]
  /// The codes expected by plans and lists.
  public let expected: [Pupil.ID: String]

  /// A session of which this is known.
  public init(
    _ session: Session, due: [String: [Roll.Member]], taken: Set<String> = [],
    standing: [Pupil.ID: Entry] = [:], expected: [Pupil.ID: String] = [:]
  ) {
    self.session = session
    self.due = due
    self.taken = taken
    self.standing = standing
    self.expected = expected
  }
}
