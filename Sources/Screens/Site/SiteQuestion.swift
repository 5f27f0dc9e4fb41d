public import Attendance

/// What the screens ask of the day, the door and the week.
public enum SiteQuestion: Hashable, Sendable {
  /// That list as it stands now; answered by `handout`.
  case handout(Handout.Request)
  /// Who is out, and who is known to leave; answered by `inAndOut`.
  case inAndOut
  /// What is known of a pupil who stands at the door; answered by `leaver`.
  case leaver(Pupil.ID)
  /// The day of a pupil; answered by `day`.
  case day(Pupil.ID, SchoolDate)
  /// The person's own registers that somebody waits for; answered by `reminders`.
  case reminders
  /// What the week that holds the date leaves open; answered by `week`.
  case week(SchoolDate)
  /// A pupil's contacts as the person may see them; answered by `contacts`.
  case contacts(Pupil.ID)
}

/// An answer about the day, the door or the week.
public enum SiteAnswer: Hashable, Sendable {
  /// The list that was asked for.
  case handout(Handout.Request, Handout)
  /// The list lies in that file of the school's folder.
  case written(String)
  /// Who is out, and who is known to leave.
  case inAndOut(InAndOut)
  /// What is known of a pupil at the door.
  case leaver(Leaver)
  /// A pupil's day.
  case day(PupilDay)
  /// The person's own registers that somebody waits for, with when they were reminded.
  case reminders([RegisterKey: TimeOfDay])
  /// What a week leaves open.
  case week(WeekClose)
  /// A pupil's contacts, siblings and preferred name.
  case contacts(PupilContacts)
}
