/// What a message says of one pupil's absence, and the act that keeps it.
public struct Report: Hashable, Sendable {
  /// Whom it is about.
  public var pupil: Pupil.ID
  /// What it says of the absence, or nil where it only concerns the pupil.
  public var absence: KnownAbsence?
  /// Whether the pupil is of compulsory school age on the first day.
  public var isOfCompulsoryAge: Bool
  /// The marks on record at sessions of the absence.
  public var standing: [RegisterRow.Standing]
  /// The earlier line that this one corrects, or nil.
  public var corrects: DayLine.ID?
  /// Why an illness that was told is doubted, where it is; else nil.
  public var doubt: Doubt?

  /// A report with these details.
  public init(
    of pupil: Pupil.ID, absence: KnownAbsence?, isOfCompulsoryAge: Bool = true,
    standing: [RegisterRow.Standing] = [], corrects: DayLine.ID? = nil, doubt: Doubt? = nil
  ) {
    self.pupil = pupil
    self.absence = absence
    self.isOfCompulsoryAge = isOfCompulsoryAge
    self.standing = standing
    self.corrects = corrects
    self.doubt = doubt
  }

  /// The one act that keeps a message with what it says of each pupil.
  ///
  /// Sessions not taken yet are prefilled by the plan that it becomes; an N on record is amended,
  /// with the message as its reason. Throws a refusal where a code may not be used.
  public static func act(
    _ message: Message, saying words: String, about reports: [Report], under rules: Register.Rules,
    by person: Person, now: Instant
  ) throws(Refusal) -> Act {
    var lines = [
      ProposedLine(pupil: nil, date: now.date, matter: .message(message), words: words)
    ]
    var marks: [ProposedMark] = []
    for report in reports {
      lines.append(try report.line(under: rules, about: .ofThisAct(0), on: now.date))
      lines += report.told(about: .ofThisAct(0), on: now.date)
      marks += report.amendments(because: Self.reason(message, words))
    }
    return Act(
      kind: marks.isEmpty ? .logged : .amended, by: person, at: now, marks: marks, lines: lines)
  }

  /// The one act that matches a message kept earlier to pupils.
  public static func act(
    linking line: DayLine, to reports: [Report], under rules: Register.Rules, by person: Person,
    now: Instant
  ) throws(Refusal) -> Act {
    guard case .message(let message) = line.matter else { throw .noMessage }
    var lines: [ProposedLine] = []
    var marks: [ProposedMark] = []
    for report in reports {
      lines.append(try report.line(under: rules, about: .kept(line.id), on: now.date))
      lines += report.told(about: .kept(line.id), on: now.date)
      marks += report.amendments(because: reason(message, line.words))
    }
    return Act(
      kind: marks.isEmpty ? .logged : .amended, by: person, at: now, marks: marks, lines: lines)
  }

  /// The one act that plans absences known beforehand, which nobody told in a message.
  public static func act(
    planning reports: [Report], saying words: String, under rules: Register.Rules,
    by person: Person, now: Instant
  ) throws(Refusal) -> Act {
    var lines: [ProposedLine] = []
    var marks: [ProposedMark] = []
    for report in reports {
      var line = try report.line(under: rules, about: nil, on: now.date)
      line.words = words
      lines.append(line)
      marks += report.amendments(because: words.isEmpty ? "planned absence" : words)
    }
    return Act(
      kind: marks.isEmpty ? .planned : .amended, by: person, at: now, marks: marks, lines: lines)
  }

  private func line(
    under rules: Register.Rules, about message: ProposedLine.Reference?, on today: SchoolDate
  ) throws(Refusal) -> ProposedLine {
    guard let absence else {
      return ProposedLine(pupil: pupil, date: today, about: message, matter: .concerns)
    }
    if absence.through < absence.from { throw .endsBeforeItStarts }
    if let out = absence.out, let back = absence.back, back <= out { throw .endsBeforeItStarts }
    if let code = absence.code { try check(code, at: absence.from, under: rules) }
    return ProposedLine(
      pupil: pupil, date: absence.from.date, about: corrects.map { .kept($0) } ?? message,
      matter: .absence(absence), words: doubt.map { "illness doubted: \($0.why)" } ?? "")
  }

  private func check(
    _ text: String, at session: Session, under rules: Register.Rules
  ) throws(Refusal) {
    let code = try rules.codes.code(text, at: session, ofCompulsoryAge: isOfCompulsoryAge)
    if code.use == .everyone { throw .codeForEveryone(code.text) }
    if code.use == .beforeJoining { throw .codeBeforeJoining(code.text) }
    if code.category == .present { throw .presenceForetold(code.text) }
    if let allowed = rules.allowed, !allowed.contains(code.text) {
      throw .codeNotForRole(code.text, role: rules.role)
    }
    guard absence?.source == .report else { return }
    // N says that there is no reason yet, and U that somebody came; a suspension is the school's.
    if ["N", "U", "E"].contains(code.text) { throw .codeNotReported(code.text) }
    if code.isLeave, let grants = rules.grants, !grants.contains(code.text) {
      throw .leaveNotGranted(code.text)
    }
  }

  /// The N on record that the message explains.
  private func amendments(because reason: String) -> [ProposedMark] {
    guard let absence, let code = absence.code else { return [] }
    return standing.filter { $0.entry.code == "N" && absence.covers($0.entry.session) }.map {
      ProposedMark(
        pupil: pupil, session: $0.entry.session, code: code, note: $0.entry.note,
        basis: absence.source == .report ? .report : .plan, seen: $0.entry.id,
        reason: doubt.map { "illness doubted (\($0.why)); \(reason)" } ?? reason)
    }
  }

  private static func reason(_ message: Message, _ words: String) -> String {
    let who = message.relationship.isEmpty ? message.caller : message.relationship
    let from = who.isEmpty ? "message" : "message from \(who)"
    return words.isEmpty ? from : "\(from): \(words)"
  }
}
