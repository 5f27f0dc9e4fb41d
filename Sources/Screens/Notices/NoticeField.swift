/// The fields of what is typed about notices and agreements.
enum NoticeField: String, FormFieldName {
  case parent, checked, met, ground, excluded, weeks, from, holds, early
  case kind, targets, parties, review, until, support, outcome, by, day, next, words

  /// The field's name.
  var label: String {
    switch self {
    case .parent: "Parent"
    case .checked: "Asked"
    case .met: "Met on"
    case .ground: "Ground"
    case .excluded: "Excluded"
    case .weeks: "Weeks"
    case .from: "From"
    case .holds: "Letter"
    case .early: "Early"
    case .kind: "What"
    case .targets: "Targets"
    case .parties: "Sign"
    case .review: "Review"
    case .until: "Until"
    case .support: "Support"
    case .outcome: "Outcome"
    case .by: "By"
    case .day: "Day"
    case .next: "Again"
    case .words: "Words"
    }
  }

  /// What an empty field means.
  var unsaid: String {
    switch self {
    case .from, .day: "today"
    case .met: "today's count"
    case .ground: "the line of the policy"
    case .excluded: "not about an excluded pupil"
    case .review: "as the policy has it"
    case .until: "until it is reviewed"
    case .next: "it ends with this"
    case .parent, .checked, .weeks, .holds, .early, .kind, .targets, .parties, .support, .outcome,
      .by, .words:
      ""
    }
  }

  /// What stands below the fields while it has the keys.
  var hint: String {
    switch self {
    case .parent: "The number of the parent."
    case .checked: "The day the authority was asked, like today, mon or 18 Nov."
    case .met: "The day on which the line was met, where today's count is lower."
    case .ground: "One of the school's own grounds, where the line is not met."
    case .excluded: "The day the excluded pupil was in a public place."
    case .weeks: "For how many weeks of school."
    case .from: "Its first day, like mon or 2026-12-04."
    case .holds: "Which points the letter holds: all, or their numbers with commas."
    case .early: "On what ground a penalty notice may come before its end."
    case .kind: "Press a digit, or type its beginning."
    case .targets: "What is to be reached; semicolons between."
    case .parties: "Who is to sign; commas between."
    case .review: "The day it is looked at, like +20, 4 Dec or 2026-12-04."
    case .until: "Its last day; a part-time timetable always has one."
    case .support: "What the school or others give; semicolons between."
    case .outcome: "Press a digit, or type its beginning."
    case .by: "Who signed, decided or paid."
    case .day: "The day on which it happened, like fri or 18 Nov."
    case .next: "The same again, looked at on this day; empty where it ends."
    case .words: "The ground, or how it went, in words. ^S keeps it."
    }
  }

  /// How many letters it holds.
  var limit: Int {
    switch self {
    case .words, .early, .targets, .support: 300
    case .parties, .by, .ground, .holds: 120
    case .parent, .checked, .met, .excluded, .weeks, .from, .kind, .review, .until, .outcome, .day,
      .next:
      40
    }
  }
}
