public import Attendance
public import Policies

/// The letters that can be made about a pupil.
public struct LetterBoard: Hashable, Sendable {
  /// A letter of the policy, and whether its words are written.
  public struct Row: Hashable, Sendable {
    /// The letter.
    public let letter: Letter
    /// What leads to it for this pupil: the names of rules that flag, and of the band.
    public let because: [String]
    /// Whether it can be made here; where not, why, in a sentence.
    public let bar: String?

    /// A letter that can be made, or cannot for that reason.
    public init(_ letter: Letter, because: [String] = [], bar: String? = nil) {
      self.letter = letter
      self.because = because
      self.bar = bar
    }

    /// Letters that something leads to come first, those that cannot be made here last.
    var rank: Int { bar != nil ? 2 : because.isEmpty ? 1 : 0 }
  }

  /// The pupil.
  public let pupil: Pupil
  /// The form.
  public let form: String
  /// The letters: those that something leads to, the others, those that cannot be made here; each in
  /// the order of the policy.
  public let rows: [Row]

  /// These letters about the pupil.
  public init(of pupil: Pupil, form: String, rows: [Row]) {
    self.pupil = pupil
    self.form = form
    self.rows = (0...2).flatMap { rank in rows.filter { $0.rank == rank } }
  }
}

/// What the screens ask about letters and the page for the parent meeting.
public enum LetterQuestion: Hashable, Sendable {
  /// The letters that can be made about that pupil; answered by `board`.
  case board(Pupil.ID)
  /// That letter with what is given for it; answered by `letter`.
  case letter(LetterOrder)
  /// The page for the meeting about that pupil; answered by `page`.
  case page(Pupil.ID)
}

/// What is asked about letters and the page.
public enum LetterAnswer: Hashable, Sendable {
  /// The letters that can be made.
  case board(LetterBoard)
  /// A letter, as far as what it needs is given.
  case letter(PupilLetter)
  /// The letter is made, and lies in that file of the school's folder.
  case made(PupilLetter, file: String)
  /// The page for the meeting.
  case page(ParentPage)
  /// The page is written to that file of the school's folder.
  case pageWritten(file: String)
}

/// What the screens want done with letters and the page.
public enum LetterDeed: Hashable, Sendable {
  /// Write the letter and note it, though it was made today already where `again` says so; answered
  /// by `made`.
  case make(PupilLetter, again: Bool)
  /// Write the page for the printer and note it; answered by `pageWritten`.
  case write(ParentPage)
}
