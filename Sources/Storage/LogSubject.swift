public import Attendance

/// What a line of the change log is about, by the words of whatever part of the store wrote it.
public enum LogSubject: Hashable, Sendable {
  /// The records of a pupil: names, details, what is true of them from when, contacts, admission.
  case pupil(Pupil.ID)
  /// A time on roll.
  case enrolment(Enrolment.ID)
  /// A group, or a place in one.
  case groups
  /// Somebody on the staff list, their passphrase or their pass.
  case staff
  /// A school year's terms and closures.
  case calendar
  /// Cover of a register.
  case cover
  /// Words that were taken out for good.
  case redaction
  /// Somebody who signed in.
  case signIn
  /// Somebody who could not.
  case refusal
  /// A backup that was put in the place of the register.
  case restore
  /// A clock that had been set back.
  case clock
  /// Anything else, in words of the program's own.
  case other

  /// The heads of lines that name nothing more than their kind.
  private static let heads: [(head: String, subject: LogSubject)] =
    [
      (RollChange.group, .groups), (RollChange.membership, .groups), (LogHead.staff, .staff),
      (LogHead.passphrase, .staff), (LogHead.pass, .staff), (LogHead.calendar, .calendar),
      (Cover.head, .cover),
      (Redaction.entry, .redaction), (Redaction.line, .redaction), (SignIn.signedIn, .signIn),
      (SignIn.barred, .refusal), (SignIn.wrong, .refusal), (RestoreRecord.word, .restore),
      (ClockSetBack.word, .clock), (RemovalRecord.word, .redaction),
    ]

  /// The subject of a line in these words.
  init(_ what: String) {
    if let pupil = RollChange.pupil(in: what) {
      self = .pupil(pupil)
    } else if let enrolment = RollChange.enrolment(in: what) {
      self = .enrolment(enrolment)
    } else {
      self = Self.heads.first { what.hasPrefix($0.head) }?.subject ?? .other
    }
  }
}

/// How lines of the change log begin that belong to no value of their own.
enum LogHead {
  static let staff = "staff "
  static let passphrase = "passphrase of "
  static let pass = "pass for "
  static let calendar = "calendar "
}

extension LogLine {
  /// What the line is about.
  public var subject: LogSubject { LogSubject(what) }
}

extension RollChange {
  /// The pupil whose records a line of the change log in these words is about, or nil.
  static func pupil(in what: String) -> Pupil.ID? {
    let head = [particulars, contacts, admission].first(where: what.hasPrefix) ?? ""
    return number(in: what, after: head + pupil).map(Pupil.ID.init)
  }

  /// The time on roll that one is about, or nil.
  static func enrolment(in what: String) -> Enrolment.ID? {
    number(in: what, after: enrolment).map(Enrolment.ID.init)
  }

  private static func number(in what: String, after head: String) -> Int64? {
    what.hasPrefix(head) ? Int64(what.dropFirst(head.count)) : nil
  }
}
