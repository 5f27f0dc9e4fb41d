import Attendance

/// The fields of what is typed about a case.
enum CaseField: String, FormFieldName {
  case ladder, kind, nature, what, outcome, reason, to, day, time, with, until, back, early,
    arranged, words

  /// The field's name.
  var label: String {
    switch self {
    case .ladder: "Ladder"
    case .kind: "What"
    case .nature: "Nature"
    case .what: "Which"
    case .outcome: "Outcome"
    case .reason: "Reason"
    case .to: "To"
    case .day: "Day"
    case .time: "Time"
    case .with: "With"
    case .until: "Until"
    case .back: "Back on"
    case .early: "Early"
    case .arranged: "Arranged"
    case .words: "Words"
    }
  }

  /// What an empty field means.
  var unsaid: String {
    switch self {
    case .ladder: "as the flag starts it"
    case .day: "today"
    case .until, .back: "as the policy has it"
    case .to: "as the policy says"
    case .early, .arranged: "no"
    case .nature: "ordinary"
    case .kind, .what, .outcome, .reason, .time, .with, .words: ""
    }
  }

  /// What stands below the fields while it has the keys.
  var hint: String {
    switch self {
    case .ladder: "Press the digit of a ladder, or leave it empty."
    case .kind, .outcome, .reason: "Press a digit, or type its beginning."
    case .nature: "2 and 3: named roles only, no export."
    case .what: "To whom a referral goes, which support; or empty."
    case .to: "A login, a name, or a role; empty for whoever the policy names."
    case .day, .until, .back: "A day like 4 Dec, mon, +5 or 2026-12-04."
    case .time: "A time like 14:30, or empty."
    case .with: "Who is to be there, or was; commas between."
    case .early: "y where the step is taken before its time, or without its flag."
    case .arranged: "y where it has not happened yet; it is then due on its day."
    case .words: "Why, or how it went, in words. ^S keeps it."
    }
  }

  /// How many letters it holds.
  var limit: Int {
    switch self {
    case .words: 500
    case .what, .with, .to: 120
    case .ladder, .kind, .nature, .outcome, .reason, .day, .time, .until, .back, .early, .arranged:
      40
    }
  }
}
