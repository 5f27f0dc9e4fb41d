public import Attendance

extension Handout.Kind {
  /// The right that the list needs, for the whole school.
  public var right: Right {
    switch self {
    case .absenceBulletin, .headcount, .untaken, .headOfYear, .lateBook, .detentions, .lateSlip:
      .viewRegister
    case .safeguarding: .viewSafeguarding
    case .dismissal, .contacts: .viewContacts
    case .ringRound, .guests: .confirmElsewhere
    case .sixthForm: .signOut
    case .missing: .reportNotHere
    case .fireList: .fireList
    }
  }
}
