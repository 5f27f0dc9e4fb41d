public import Attendance

/// One change to what stands beside the marks: the roll, the staff, the calendar.
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
  /// What else the admission register holds of the pupil, in place of what was known.
  case admission(Pupil.ID, AdmissionRecord)
  /// What was known of the pupil from that very date on is taken away; the change log keeps it.
  case noParticulars(Pupil.ID, from: SchoolDate)
  /// A group's taker and room.
  case group(RegistrationGroup)
  /// A pupil's place in a group.
  case membership(Membership)
  /// A pupil's place in a group is taken away; the change log keeps what it was.
  case noMembership(Membership)
  /// A member of staff, new or known by the login; one who is so already makes no change.
  case staff(Staff)
  /// A school year's terms and closures, in place of those known; the same again make no change.
  case year(CalendarYear)
  /// What the changes together were made for, in the words of whoever reads it back.
  case done(String)
}

extension RollChange {
  /// What the change log names it by.
  var subject: String {
    switch self {
    case .newPupil(let pupil), .pupil(let pupil): Self.subject(of: pupil.id)
    case .newEnrolment(let enrolment), .enrolment(let enrolment):
      Self.subject(of: enrolment.id)
    case .particulars(let pupil, _): Self.particulars + Self.subject(of: pupil)
    case .noParticulars(let pupil, _): Self.particulars + Self.subject(of: pupil)
    case .contacts(let pupil, _): Self.contacts + Self.subject(of: pupil)
    case .admission(let pupil, _): Self.admission + Self.subject(of: pupil)
    case .group(let group): Self.group + group.name
    case .membership(let place), .noMembership(let place): Self.membership + place.group
    case .staff(let member): LogHead.staff + member.login
    case .year(let year): LogHead.calendar + "\(year.year)"
    case .done(let what): what
    }
  }

  /// Whether nothing is kept or logged where what it says was known already.
  var isOnlyNews: Bool {
    switch self {
    case .staff, .year: true
    default: false
    }
  }

  static let particulars = "particulars of "
  static let contacts = "contacts of "
  static let admission = "admission of "
  static let enrolment = "enrolment "
  static let pupil = "pupil "
  static let group = "group "
  static let membership = "membership of "

  private static func subject(of pupil: Pupil.ID) -> String {
    Self.pupil + "\(pupil.number)"
  }

  private static func subject(of enrolment: Enrolment.ID) -> String {
    Self.enrolment + "\(enrolment.number)"
  }

  /// What the change log names the records of the pupil by: names, details, contacts, times on roll.
  static func subjects(of pupil: Pupil.ID, _ enrolments: [Enrolment.ID]) -> [String] {
    ["", particulars, contacts, admission].map { $0 + subject(of: pupil) }
      + enrolments.map(subject)
  }

  /// What the change log says is true from now on.
  var after: String {
    switch self {
    case .newPupil(let pupil), .pupil(let pupil): "\(pupil)"
    case .newEnrolment(let enrolment), .enrolment(let enrolment): "\(enrolment)"
    case .particulars(_, let particulars): "\(particulars.asKept)"
    case .contacts(_, let contacts): "\(contacts)"
    case .admission(_, let record): "\(record)"
    case .group(let group): "\(group)"
    case .membership(let place): "\(place)"
    case .staff(let member): "\(member)"
    case .year(let year): "\(year.inOrder)"
    case .noMembership, .noParticulars, .done: ""
    }
  }
}
