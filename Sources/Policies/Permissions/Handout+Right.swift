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

  /// What the right is needed for, where its own words speak of something else.
  private var deed: String? {
    switch self {
    case .safeguarding, .fireList: nil
    case .absenceBulletin, .headcount, .untaken, .headOfYear, .lateBook, .detentions, .lateSlip,
      .dismissal, .contacts, .ringRound, .guests, .sixthForm, .missing:
      "have the list '\(rawValue)'"
    }
  }

  /// Nil where somebody with these permissions may have the list; otherwise why not and whom to ask.
  public func denial(under permissions: Permissions) -> Denial? {
    permissions.denial(of: right, to: deed)
  }
}
