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
    let words = line.what.split(separator: " ", maxSplits: 1).map(String.init)
    let (kind, number) = Self.read(line.what, words, enrolments)
    self.kind = kind
    what =
      number == nil ? line.what : line.what.split(separator: " ").dropLast().joined(separator: " ")
    pupil = number
  }

  private static func read(
    _ what: String, _ words: [String], _ enrolments: [Int64: Pupil.ID]
  ) -> (Kind, Pupil.ID?) {
    let number = what.split(separator: " ").last.flatMap { Int64($0) }
    switch words.first {
    case "pupil": return (.records, number.map(Pupil.ID.init))
    case "particulars" where what.hasPrefix("particulars of pupil "),
      "contacts" where what.hasPrefix("contacts of pupil "),
      "admission" where what.hasPrefix("admission of pupil "):
      return (.records, number.map(Pupil.ID.init))
    case "enrolment": return (.records, number.flatMap { enrolments[$0] })
    case "group", "membership", "rollover": return (.records, nil)
    case "staff", "passphrase", "pass": return (.staff, nil)
    case "calendar": return (.calendar, nil)
    case "cover": return (.cover, nil)
    case "note" where what.hasPrefix("note of entry "),
      "words" where what.hasPrefix("words of line "):
      return (.redacted, nil)
    case "removed" where what == "removed past retention": return (.redacted, nil)
    case "printed", "print": return (.printed, nil)
    case "exported": return (.exported, nil)
    case "signed": return (.signIn, nil)
    case "refused", "wrong", "sign-in": return (.refused, nil)
    case "register" where what.hasPrefix("register restored"): return (.backup, nil)
    default: return (.other, nil)
    }
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
