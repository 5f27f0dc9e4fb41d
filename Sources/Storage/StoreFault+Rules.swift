extension StoreFault {
  /// A rule of the roll and the day book, which every store keeps in its own way and words alike.
  enum Rule: String, CaseIterable {
    case takenPupil = "another desk has just added a pupil under that number"
    case takenEnrolment = "another desk has just added an enrolment under that number"
    case takenUPN = "another pupil has that UPN"
    case namelessPupil = "a pupil has a surname and a forename"
    case repeatedContact = "a contact stands twice in the list with one name and priority"
    case endsEarly = "it ends before it begins"
    case planEndsEarly = "a plan ends before it begins"
    case unknownMembership = "the pupil has no such place in that group; look at it again"
    case unknownParticulars = "nothing was known of the pupil from that day on"
    case repeatedTerm = "two terms of the year begin on one day"

    /// The rule that a constraint of the file keeps, by SQLite's message.
    init?(constraint message: String) {
      switch message {
      case "UNIQUE constraint failed: pupil.id": self = .takenPupil
      case "UNIQUE constraint failed: enrolment.id": self = .takenEnrolment
      case "UNIQUE constraint failed: pupil.upn": self = .takenUPN
      case "CHECK constraint failed: surname <> ''", "CHECK constraint failed: forename <> ''":
        self = .namelessPupil
      case "UNIQUE constraint failed: contact.pupil, contact.priority, contact.name":
        self = .repeatedContact
      case "CHECK constraint failed: ends >= starts": self = .endsEarly
      case "UNIQUE constraint failed: term.year, term.starts": self = .repeatedTerm
      default: return nil
      }
    }
  }

  /// The refusal that names the rule.
  static func rule(_ rule: Rule) -> StoreFault { .refused(rule.rawValue) }
}
