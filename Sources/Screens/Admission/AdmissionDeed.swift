public import Attendance

/// What a screen asks to be done to the admission register.
public enum AdmissionDeed: Hashable, Sendable {
  /// Put a child on the books; whoever has looked is sure that it is another than the one alike, and
  /// of the age.
  case add(NewPupil, contact: Contact?, isSure: Bool)
  /// Delete a name after that day, on that ground, with what the ground asks for; whoever was asked
  /// about it is sure.
  case leave(
    Pupil.ID, on: SchoolDate, ground: String, facts: [DeletionFact: String], isSure: Bool)
  /// Make the move that was looked at, as far as it is decided and the person may, unless it would be
  /// another by now.
  case rollOver(RolloverBoard)
  /// Take the last move into that year back.
  case takeBackRollover(SchoolYear)
}

/// What became of it.
public enum AdmissionAnswer: Hashable, Sendable {
  /// It is done, in a sentence.
  case done(String)
  /// Nothing was done: it may be a slip (a child on record looks the same), in a sentence.
  case asks(String)
}
