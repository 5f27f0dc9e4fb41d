public import Attendance

/// What the school already holds, as far as an import must know it.
///
/// The caller reads it from the register; imports change nothing themselves. Whatever an import does
/// not look at may stay empty: only marks need sheets, calendar and codes.
public struct ImportContext: Sendable {
  /// Today, by the register's clock.
  public var today: SchoolDate
  /// The latest session that has begun; a mark after it lies in the future.
  public var latest: Session
  /// The pupils, on roll or not.
  public var pupils: [AdmissionEntry]
  /// The contacts of the pupils.
  public var contacts: [Contact]
  /// The members of staff.
  public var staff: [Staff]
  /// The roles that the policy has.
  public var roles: [String]
  /// The groups.
  public var groups: [RegistrationGroup]
  /// The pupils' places in them.
  public var memberships: [Membership]
  /// When the school meets.
  public var calendar: SchoolCalendar
  /// The codes that may stand in the register.
  public var codes: CodeBook
  /// What the bytes of the sheets mean.
  public var alphabet: SheetAlphabet
  /// The marks on record.
  public var sheets: [Pupil.ID: [YearSheet]]

  /// A context that holds nothing but the date.
  ///
  /// Without a latest session, today's afternoon may be marked.
  public init(
    today: SchoolDate, latest: Session? = nil, pupils: [AdmissionEntry] = [],
    contacts: [Contact] = [], staff: [Staff] = [], roles: [String] = [],
    groups: [RegistrationGroup] = [], memberships: [Membership] = [],
    calendar: SchoolCalendar = SchoolCalendar([]), codes: CodeBook = CodeBook([]),
    alphabet: SheetAlphabet = SheetAlphabet(), sheets: [Pupil.ID: [YearSheet]] = [:]
  ) {
    self.today = today
    self.latest = latest ?? Session(today, .pm)
    self.pupils = pupils
    self.contacts = contacts
    self.staff = staff
    self.roles = roles
    self.groups = groups
    self.memberships = memberships
    self.calendar = calendar
    self.codes = codes
    self.alphabet = alphabet
    self.sheets = sheets
  }

  /// The pupils by the UPN in use today.
  var pupilsByUPN: [UPN: AdmissionEntry] {
    Dictionary(pupils.map { ($0.pupil.upn, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What the admission register says of one pupil.
public struct AdmissionEntry: Hashable, Sendable {
  /// The pupil.
  public var pupil: Pupil
  /// The times on roll, earliest first.
  public var enrolments: [Enrolment]
  /// What is true of the pupil, each from its date on, earliest first.
  public var particulars: [Particulars]

  /// An entry of that pupil.
  public init(pupil: Pupil, enrolments: [Enrolment], particulars: [Particulars]) {
    self.pupil = pupil
    self.enrolments = enrolments.sorted { $0.starts < $1.starts }
    self.particulars = particulars.sorted { $0.from < $1.from }
  }

  /// What holds on the date; as first imported, it holds for the time before as well.
  func particulars(on date: SchoolDate) -> Particulars? {
    particulars.last { $0.from <= date } ?? particulars.first
  }

  /// The enrolment that holds the date, if any.
  func enrolment(on date: SchoolDate) -> Enrolment? {
    enrolments.first { $0.isOnRoll(on: date) }
  }
}

/// What stands beside the code of a mark on record.
public struct MarkRemark: Hashable, Sendable {
  /// Minutes late, where known.
  public var minutes: Int?
  /// The note, or nil.
  public var note: String?

  /// Minutes and note of a mark.
  public init(minutes: Int? = nil, note: String? = nil) {
    self.minutes = minutes
    self.note = note
  }
}
