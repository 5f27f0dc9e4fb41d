public import Attendance

/// One change to the roll.
///
/// Marks are never touched by any of them: a changed leaving date changes which sessions were
/// possible, and what was marked stays in the register.
public enum RollChange: Hashable, Sendable {
  /// A pupil who was not known before.
  case newPupil(Pupil)
  /// New names, number, date of birth or sex of a known pupil.
  case pupil(Pupil)
  /// A new enrolment.
  case newEnrolment(Enrolment)
  /// Other dates or another kind of a known enrolment.
  case enrolment(Enrolment)
  /// What is true of the pupil from a date on, in place of what was known from that very date.
  case particulars(Pupil.ID, Particulars)
  /// The pupil's contacts, in place of those known.
  case contacts(Pupil.ID, [Contact])
  /// A group's taker and room.
  case group(RegistrationGroup)
  /// A pupil's place in a group.
  case membership(Membership)
}
