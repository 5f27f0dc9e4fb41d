/// Everything a role may be given the right to do; a closed list, so that none is forgotten.
public enum Right: String, Choice, Comparable, Hashable, Sendable {
  case takeRegister = "take register"
  case declareCover = "declare cover"
  case viewRegister = "view register"
  case amendBeforeClosing = "amend before closing"
  case amendAfterClosing = "amend after closing"
  case withdrawRegister = "withdraw register"
  case settleContradictions = "settle contradictions"
  case recordArrivals = "record arrivals"
  case signOut = "sign out"
  case reportNotHere = "report not here"
  case fireList = "fire list"
  case logCalls = "log calls"
  case planAbsence = "plan absence"
  case confirmElsewhere = "confirm elsewhere"
  case viewPupil = "view pupil"
  case viewContacts = "view contacts"
  case viewHistory = "view history"
  case viewFigures = "view figures"
  case viewFlags = "view flags"
  case viewNotes = "view notes"
  case viewSafeguarding = "view safeguarding"
  case addNotes = "add notes"
  case redactNotes = "redact notes"
  case workCases = "work cases"
  case holdCases = "hold cases"
  case sendLetters = "send letters"
  case considerPenalty = "consider penalty"
  case makeReturns = "make returns"
  case editPupils = "edit pupils"
  case deletePupils = "delete pupils"
  case editGroups = "edit groups"
  case closeSchool = "close school"
  case manageCalendar = "manage calendar"
  case importData = "import"
  case exportData = "export"
  case printRegisters = "print registers"
  case signOffWeek = "sign off week"
  case issuePass = "issue pass"
  case manageStaff = "manage staff"
  case adoptPolicy = "adopt policy"
  case verify
  case backUp = "back up"
  case restore

  /// The right as a sentence goes on: `may not amend a register before closing`.
  public var inWords: String {
    switch self {
    case .takeRegister: "take this register"
    case .declareCover: "declare cover of a register"
    case .viewRegister: "see this register"
    case .amendBeforeClosing: "amend a submitted register before it closes"
    case .amendAfterClosing: "amend a submitted register after it has closed"
    case .withdrawRegister: "withdraw a register"
    case .settleContradictions: "settle contradictory sightings"
    case .recordArrivals: "record arrivals"
    case .signOut: "sign pupils out and in"
    case .reportNotHere: "report a pupil marked in and not here"
    case .fireList: "print the fire list"
    case .logCalls: "log parents' calls"
    case .planAbsence: "enter planned absence"
    case .confirmElsewhere: "confirm pupils at another place"
    case .viewPupil: "see this pupil"
    case .viewContacts: "see this pupil's contacts"
    case .viewHistory: "see the history of a mark"
    case .viewFigures: "see these figures"
    case .viewFlags: "see these flags"
    case .viewNotes: "see this pupil's notes"
    case .viewSafeguarding: "see safeguarding notes"
    case .addNotes: "add a note about this pupil"
    case .redactNotes: "redact notes"
    case .workCases: "work on this case"
    case .holdCases: "place a hold on a pupil's case"
    case .sendLetters: "send letters and texts"
    case .considerPenalty: "decide on a penalty notice"
    case .makeReturns: "make returns to the authority"
    case .editPupils: "change pupils' records"
    case .deletePupils: "delete a pupil from the roll"
    case .editGroups: "change groups"
    case .closeSchool: "close the school for a session"
    case .manageCalendar: "change the calendar"
    case .importData: "import files"
    case .exportData: "export data"
    case .printRegisters: "print registers"
    case .signOffWeek: "sign off the week"
    case .issuePass: "issue a day pass"
    case .manageStaff: "manage staff"
    case .adoptPolicy: "adopt a policy"
    case .verify: "verify the register"
    case .backUp: "back up the register"
    case .restore: "restore the register"
    }
  }

  /// Whether the first comes earlier in the list.
  public static func < (earlier: Right, later: Right) -> Bool {
    earlier.rawValue < later.rawValue
  }
}

/// How far a right reaches.
public enum Reach: String, Choice, Hashable, Sendable {
  case ownGroups = "own groups"
  case ownCases = "own cases"
  case ownYears = "own years"
  case ownCampus = "own campus"
  case school
}
