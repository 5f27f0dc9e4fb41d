public import Attendance
public import Policies

/// Which letter is wanted: about whom, to whom, and what somebody has given for its fields.
public struct LetterOrder: Hashable, Sendable {
  /// About whom.
  public var pupil: Pupil.ID
  /// The letter, by its id in the policy.
  public var letter: String
  /// To whom; nil for the first who may be written to.
  public var contact: Contact?
  /// What was given, by the names of the fields.
  public var given: [String: String]

  /// A letter with that id about the pupil.
  public init(
    _ letter: String, about pupil: Pupil.ID, to contact: Contact? = nil,
    given: [String: String] = [:]
  ) {
    self.pupil = pupil
    self.letter = letter
    self.contact = contact
    self.given = given
  }
}

/// A letter of the policy about a pupil: its words, or what is still to be given for it.
public struct PupilLetter: Hashable, Sendable {
  /// What was asked for, with the contact it has come to.
  public let order: LetterOrder
  /// The pupil's name and group.
  public let name: String
  /// The letter of the policy.
  public let letter: Letter
  /// Those who may be written to, first to be called first; nobody else is here (U6).
  public let contacts: [Contact]
  /// The fields that somebody gives, in the order in which the letter names them.
  public let gaps: [LetterGap]
  /// Its words; nil while something is still to be given.
  public let words: String?
  /// Whether the same letter was made for the same person today.
  public let isMadeToday: Bool

  /// That letter, with these words.
  public init(
    _ order: LetterOrder, named name: String, letter: Letter, contacts: [Contact],
    gaps: [LetterGap], words: String?, isMadeToday: Bool
  ) {
    self.order = order
    self.name = name
    self.letter = letter
    self.contacts = contacts
    self.gaps = gaps
    self.words = words
    self.isMadeToday = isMadeToday
  }

  /// The fields that are needed and were not given.
  public var missing: [LetterGap] {
    gaps.filter { $0.isNeeded && order.given[$0.name]?.isEmpty ?? true }
  }

  /// The act that notes it as made, with its words as they went out; nil while it has none.
  public func act(by person: Person, now: Instant) -> Act? {
    guard let words else { return nil }
    let to = order.contact
    let matter: DayLine.Matter
    switch letter.kind {
    case .text:
      matter = .attempt(
        Attempt(
          contact: to?.name ?? "", relationship: to?.relationship ?? "", channel: .text,
          outcome: .textMade, time: now.time, letter: letter.id))
    case .letter, .script, .form, .certificate, .slip, .card:
      matter = .paper(Paper(letter.id, to: to?.name ?? ""))
    }
    return Act(
      kind: .logged, by: person, at: now,
      lines: [ProposedLine(pupil: order.pupil, date: now.date, matter: matter, words: words)])
  }
}
