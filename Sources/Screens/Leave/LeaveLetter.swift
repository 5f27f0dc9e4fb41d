public import Attendance
public import Policies

/// A letter about a request for leave with the names put in, ready to be looked at and made.
public struct LeaveLetter: Hashable, Sendable {
  /// The number of the request.
  public let request: DayLine.ID
  /// Whose leave it is.
  public let pupil: Pupil.ID
  /// The pupil's name and group.
  public let name: String
  /// Which letter it is.
  public let kind: LeaveLetterKind
  /// The letter of the policy.
  public let letter: Letter
  /// Whom it is for.
  public let contact: Contact
  /// Those who may be written to, first to be called first; nobody else is here (U6).
  public let contacts: [Contact]
  /// Its words.
  public let words: String
  /// The other letters that the request has now.
  public let others: [LeaveLetterKind]

  /// That letter to that contact.
  public init(
    about leave: LeaveCase, of pupil: Pupil.ID, named name: String, _ kind: LeaveLetterKind,
    letter: Letter, contact: Contact, contacts: [Contact], words: String,
    others: [LeaveLetterKind] = []
  ) {
    request = leave.id
    self.pupil = pupil
    self.name = name
    self.kind = kind
    self.letter = letter
    self.contact = contact
    self.contacts = contacts
    self.words = words
    self.others = others
  }

  /// The act that notes the letter as made, with its words as they went out.
  public func act(by person: Person, now: Instant) -> Act {
    Act(
      kind: .logged, by: person, at: now,
      lines: [
        ProposedLine(
          pupil: pupil, date: now.date, about: .kept(request),
          matter: .paper(Paper(letter.id, to: contact.name)), words: words)
      ])
  }
}

extension LeaveLetter {
  /// Whom a letter about the request is for where nobody else is chosen: whoever asked, where they
  /// may be told; otherwise the first with parental responsibility, or the first.
  public static func addressee(of request: LeaveRequest, among permitted: [Contact]) -> Contact? {
    permitted.first { isAsker($0, of: request) }
      ?? permitted.first { $0.parentalResponsibility == true } ?? permitted.first
  }

  /// Whether the contact is whoever asked.
  public static func isAsker(_ contact: Contact, of request: LeaveRequest) -> Bool {
    !request.asker.isEmpty && FoldedName(contact.name) == FoldedName(request.asker)
  }
}
