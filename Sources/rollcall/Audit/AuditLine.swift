import Attendance
import Storage

/// One thing that somebody did, as an audit lists it.
struct AuditLine {
  /// What kind of thing it was.
  enum Kind: String, CaseIterable {
    case taken
    case amended
    case arrival
    case planned
    case settled
    case imported
    case policy
    case dayBook = "day book"
    case records
    case staff
    case calendar
    case cover
    case redacted
    case printed
    case exported
    case signIn = "sign-in"
    case refused
    case backup
    case other
  }

  let at: Instant
  let by: Person
  let kind: Kind
  let what: String
  var pupil: Pupil.ID?
  var session: Session?
  var was: String?
  var code: String?
  var reason = ""
}

extension AuditLine {
  /// An act as a whole: the register it took, the entries and lines it made.
  init(_ act: ActLine) {
    let submission = act.submission
    at = submission.at
    by = submission.typist
    kind = Kind(submission.kind)
    var parts: [String] = []
    if let register = submission.register { parts.append("register of \(register.group)") }
    if act.entries > 0 { parts.append(Self.count(act.entries, "mark")) }
    if act.lines > 0 { parts.append(Self.count(act.lines, "line")) }
    // What an adopted policy is kept by is for machines; its kind says enough.
    if !submission.detail.isEmpty, submission.kind != .adopted { parts.append(submission.detail) }
    if let observer = submission.observer {
      parts.append("as \(observer.by) saw it at \(observer.at.time)")
    }
    what = parts.joined(separator: ", ")
    session = submission.register?.session
  }

  /// An entry that took the place of another.
  init(amendment line: HistoryLine) {
    at = line.submission.at
    by = line.submission.typist
    kind = .amended
    what =
      line.submission.kind == .amended
      ? "mark amended"
      : "mark replaced by an act: "
        + line.submission.kind.rawValue
    pupil = line.entry.pupil
    session = line.entry.session
    was = line.replaced
    code = line.entry.code
    reason = line.entry.reason
  }

  /// What the change log has.
  init(_ line: LogLine, enrolments: [Int64: Pupil.ID]) {
    at = line.at
    by = line.by
    let subject = line.subject
    kind = Kind(line, subject)
    // A move into a new year has a line of words, and below it the records of all it was about.
    let words = line.what.prefix { $0 != "\n" }.split(separator: " ")
    switch subject {
    case .pupil(let id): pupil = id
    case .enrolment(let id): pupil = enrolments[id.number]
    case .groups, .staff, .calendar, .cover, .redaction, .signIn, .refusal, .restore, .clock,
      .other:
      pupil = nil
    }
    what = words.dropLast(pupil == nil ? 0 : 1).joined(separator: " ")
  }

  /// The line without whose mark or record it was, and what that said.
  var withoutPupil: AuditLine {
    guard pupil != nil else { return self }
    var line = self
    line.pupil = nil
    line.was = nil
    line.code = nil
    line.reason = ""
    return line
  }

  /// What the change log has, line by line.
  ///
  /// Why words were taken out stands beside that they were, for whoever may read lines of that nature:
  /// it tells what they told.
  static func lines(
    _ log: [LogLine], enrolments: [Int64: Pupil.ID], seeing nature: (DayLine.Nature) -> Bool
  ) -> [AuditLine] {
    var lines: [AuditLine] = []
    lines.reserveCapacity(log.count)
    for line in log {
      guard let why = line.redactionReason else {
        lines.append(AuditLine(line, enrolments: enrolments))
        continue
      }
      if nature(why.nature), let last = lines.indices.last { lines[last].reason = why.text }
    }
    return lines
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension AuditLine.Kind {
  /// The kind of an act.
  init(_ kind: Submission.Kind) {
    switch kind {
    case .taken: self = .taken
    case .amended: self = .amended
    case .arrival: self = .arrival
    case .planned: self = .planned
    case .resolved: self = .settled
    case .imported: self = .imported
    case .adopted: self = .policy
    case .logged: self = .dayBook
    }
  }
}

extension AuditLine.Kind {
  /// The kind of a line of the change log: the store knows its own words, and the rest are ours.
  fileprivate init(_ line: LogLine, _ subject: LogSubject) {
    switch subject {
    case .pupil, .enrolment, .groups: self = .records
    case .staff: self = .staff
    case .calendar: self = .calendar
    case .cover: self = .cover
    case .redaction: self = .redacted
    case .signIn: self = .signIn
    case .refusal: self = .refused
    case .restore: self = .backup
    case .clock: self = .other
    case .other:
      if line.what.hasPrefix(PaperDesk.Deed.printed.rawValue) {
        self = .printed
      } else if line.what.hasPrefix(PaperDesk.Deed.exported.rawValue) {
        self = .exported
      } else {
        self = line.what.hasPrefix(RolloverRecord.word) ? .records : .other
      }
    }
  }
}
