public import Attendance

/// Something done about a case or a pupil at the desk.
public enum CaseDeed: Hashable, Sendable {
  /// Open a case on that ladder, or on the one that the pupil's flag starts.
  case open(Pupil.ID, ladder: String?, owner: String)
  /// Take the next step; before its time where that is said.
  case step(DayLine.ID, early: Bool)
  /// Let the case stay where it is.
  case stay(DayLine.ID, until: SchoolDate?)
  /// Close the case.
  case close(DayLine.ID, CaseClosing.Outcome, back: SchoolDate?)
  /// Leave the pupil's case or flags until a later day.
  case snooze(Pupil.ID, DayLine.ID?, until: SchoolDate)
  /// Give the case to somebody, by name, login or role.
  case assign(DayLine.ID, to: String)
  /// Note something done for the pupil, or arranged, on that day.
  case add(Pupil.ID, DayLine.ID?, CaseAction, DayLine.Nature = .ordinary, on: SchoolDate)
  /// Say what became of something arranged or agreed.
  case outcome(DayLine.ID, CaseOutcome)
  /// Take a line back.
  case undo(DayLine.ID)
  /// Let letters and ladders wait for the pupil.
  case hold(Pupil.ID, Hold)
}
