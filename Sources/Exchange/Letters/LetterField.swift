/// What a letter, a text or a call script may name between its braces: `{{pupil}}`.
///
/// A closed list, so that a misspelt field is a complaint when the policy is checked and never a gap
/// in a text that went out.
public enum LetterField: String, CaseIterable, Hashable, Sendable {
  // MARK: known when it is made

  /// The school's name.
  case school
  /// The school's telephone, where the policy names one.
  case schoolPhone = "school_phone"
  /// The day on which it is made.
  case date
  /// Whom it is for, by name.
  case contact
  /// The pupil's forename as known.
  case pupil
  /// The pupil's forename and surname as the admission register has them.
  case legalName = "legal_name"
  /// Every pupil it is about: `Ada and Ben`.
  case pupils
  /// The pupil's group.
  case group
  /// The pupil's year group.
  case yearGroup = "year_group"
  /// The pupil's number.
  case upn
  /// The day on which the pupil was born.
  case birthDate = "birth_date"
  /// The parents and carers with parental responsibility who may be written to, one a line.
  case parents
  /// An hour after it is made.
  case deadline
  /// When the pupil's school day starts.
  case starts
  /// Who made it, by name.
  case signed
  /// The position of whoever made it.
  case position
  /// What was said, sent and tried about the pupil this school year, one a line.
  case contactLog = "contact_log"
  /// Whether it is about several pupils: `{{#several}}have{{/several}}`.
  case several

  // MARK: of a request for leave

  /// The first day it speaks of.
  case firstDay = "first_day"
  /// The last day it speaks of.
  case lastDay = "last_day"
  /// The day on which the pupil is expected back.
  case expectedBack = "expected_back"
  /// The reason that was given.
  case reason
  /// Why a request is refused.
  case refusedBecause = "refused_because"
  /// Whether first and last day are one: `{{#one_day}}on that day{{/one_day}}`.
  case oneDay = "one_day"
  /// Whether whoever it is for asked for it: `{{#asked}}You asked{{/asked}}`.
  case asked
  /// Whether what was asked for is granted.
  case granted
  /// Whether a permission that was given is taken back.
  case ended

  // MARK: of an arrival

  /// When the pupil came.
  case arrived
  /// How many minutes late.
  case minutes

  // MARK: from the register

  /// This year's attendance in per cent.
  case attendance
  /// The sessions of this year that could have been attended so far.
  case possible
  /// How many of them were attended.
  case attended
  /// How many of them were missed.
  case absences
  /// The same as days: `7 and a half days`.
  case daysMissed = "days_missed"
  /// How many missed sessions were authorised.
  case authorised
  /// How many were not.
  case unauthorised
  /// For how many of these the reason is not known yet.
  case unexplained
  /// How many missed sessions belong to an agreed part-time timetable.
  case partTime = "part_time"
  /// The first day that is counted.
  case countedFrom = "counted_from"
  /// The last day that is counted.
  case countedTo = "counted_to"
  /// Every missed session of the year with its reason in words, one run a line.
  case absencesList = "absences_list"
  /// Those that were not authorised.
  case unauthorisedList = "unauthorised_list"
  /// The band of the policy that the attendance lies in.
  case band
  /// The attendance that the school aims at.
  case target
  /// Attendance of the whole school year before, in per cent.
  case lastYear = "last_year"
  /// How many sessions may still be missed before a tenth of the year's is, where any may.
  case sessionsLeft = "sessions_left"
  /// The same as days.
  case daysLeft = "days_left"
  /// The day after which full attendance brings the year back above nine tenths.
  case backOn = "back_on"
  /// How often the pupil was late this week.
  case lates
  /// How often the pupil was late this year.
  case latesYear = "lates_year"
  /// Each time, with the minutes where they are known, one a line.
  case latesList = "lates_list"
  /// The sessions that the rule which sends this letter counts, one run a line.
  case countedList = "counted_list"
  /// The sessions without leave in the last ten school weeks, once none of them lacks a reason.
  case tenWeekCount = "ten_week_count"
  /// These sessions, one run a line.
  case tenWeekList = "ten_week_list"
  /// The same count where it meets the line at which a penalty notice is considered.
  case thresholdCount = "threshold_count"
  /// How many sessions that line is.
  case threshold
  /// A first penalty notice in pounds, if paid within 21 days.
  case firstFine = "first_fine"
  /// A first penalty notice in pounds, if paid within 28 days.
  case firstFineLate = "first_fine_late"
  /// A second penalty notice in pounds, where there is such a step.
  case secondFine = "second_fine"
  /// The last session at which the pupil was in school.
  case lastSeen = "last_seen"
  /// How many school days the pupil has been away since.
  case daysAway = "days_away"
  /// Attendance of the period that was given, in per cent.
  case periodAttendance = "period_attendance"

  // MARK: given by whoever makes it

  /// The day of the meeting.
  case meetingDate = "meeting_date"
  /// The day on which a meeting was held.
  case heldOn = "held_on"
  /// The time of the meeting.
  case meetingTime = "meeting_time"
  /// Where the meeting is.
  case meetingPlace = "meeting_place"
  /// Who comes to the meeting.
  case meetingWith = "meeting_with"
  /// The day on which it is looked at again.
  case reviewDate = "review_date"
  /// The first day of the period it speaks of.
  case periodFrom = "period_from"
  /// The last day of the period it speaks of.
  case periodTo = "period_to"
  /// What is aimed at.
  case targets
  /// The help that is offered.
  case support
  /// The help that was given so far.
  case supportGiven = "support_given"
  /// What was agreed.
  case agreed
  /// What follows next.
  case nextSteps = "next_steps"
  /// What stands behind the absence.
  case circumstances
  /// What the pupil has achieved.
  case achievement
  /// What was done to find the pupil.
  case enquiries
}
