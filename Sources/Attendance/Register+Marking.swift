extension Register {
  /// What filling the blanks did.
  public struct Filled: Hashable, Sendable {
    /// The changes to keep on disk.
    public let changes: [Draft.Change]
    /// The rows left out, with the reason, to be looked at one by one.
    public let left: [(row: Int, heed: RegisterRow.Heed)]

    /// Whether both did the same.
    public static func == (one: Filled, other: Filled) -> Bool {
      one.changes == other.changes && one.left.map(\.row) == other.left.map(\.row)
    }

    /// Feeds the changes and the rows left out.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(changes)
      hasher.combine(left.map(\.row))
    }
  }

  /// Marks the row, and says what to keep on disk.
  ///
  /// Any present code becomes the one of this half of the day. L takes its minutes from the clock
  /// while the register is open on its own day; a code marked again keeps the minutes it had. Throws a refusal where the code may not stand
  /// there, the role may not use it, or a submitted mark is changed without a reason.
  public mutating func mark(
    _ row: Int, _ typed: String, now: Instant, reason: String = ""
  ) throws(Refusal) -> [Draft.Change] {
    let line = rows[row]
    let code = try usable(typed, for: line)
    let standing = line.standing?.entry
    if let standing, standing.code != code.text, reason.isEmpty,
      needsReason(from: standing, to: code, now: now)
    {
      throw .amendmentWithoutReason(name: line.pupil.name.onRegister)
    }
    let earlier = draft[line.pupil.id]
    let minutes =
      code.text == self.code(at: row)
      ? self.minutes(at: row) : code.text == "L" ? minutesLate(now: now) : nil
    return make([
      (
        row,
        Draft.Mark(
          code: code.text, minutes: minutes,
          note: earlier?.note ?? standing?.note, how: .marked, reason: reason, seen: standing?.id,
          at: now)
      )
    ])
  }

  /// The code that may stand in the row, or why it may not.
  public func usable(_ typed: String, for line: RegisterRow) throws(Refusal) -> AttendanceCode {
    try rules.usable(typed, at: key.session, ofCompulsoryAge: line.isOfCompulsoryAge)
  }

  /// Whether a submitted mark needs a typed reason to be changed so.
  ///
  /// From N or a planned absence to present or late while the register is open needs none: the child
  /// has come.
  public func needsReason(from standing: Entry, to code: AttendanceCode, now: Instant) -> Bool {
    let waited = standing.code == "N" || standing.how == .planned
    return !(waited && code.category == .present && phase(now: now) == .open)
  }

  /// Clears the row; empty where it is blank already or its mark is on record.
  public mutating func clear(_ row: Int, now: Instant) -> [Draft.Change] {
    let line = rows[row]
    if line.standing != nil {
      return draft[line.pupil.id] == nil ? [] : make([(row, nil)])
    }
    if code(at: row).isEmpty { return [] }
    return make([(row, line.plan == nil ? nil : Draft.Mark(code: "", at: now))])
  }

  /// Sets minutes late and note beside the row's mark.
  ///
  /// L or U follows when the pupil came (U10), whoever types it and whenever. Throws a refusal for
  /// minutes beyond 0 to 600, after the session's end, or beside a code that is not late; empty where
  /// the row has no mark.
  public mutating func annotate(
    _ row: Int, minutes: Int?, note: String?, now: Instant
  ) throws(Refusal) -> [Draft.Change] {
    if let minutes, !(0...600).contains(minutes) { throw .minutesOutOfRange(minutes) }
    let shown = code(at: row)
    guard !shown.isEmpty else { return [] }
    if minutes != nil, rules.codes.code(shown, on: key.session.date)?.isLate != true {
      throw .minutesWithoutLateness(shown)
    }
    var mark =
      draft[rows[row].pupil.id]
      ?? Draft.Mark(
        code: shown, how: isPlanned(at: row) ? .planned : .marked,
        seen: rows[row].standing?.entry.id, at: now)
    // Every amendment states a reason (regulation 10); here the act itself is one.
    if rows[row].standing?.entry.code == shown, mark.reason.isEmpty {
      mark.reason = "minutes or note corrected"
    }
    // A note alone says nothing of when the pupil came.
    if minutes != self.minutes(at: row) { mark.code = try late(shown, minutes) }
    if mark.code != shown, rows[row].standing != nil, let minutes, let window {
      mark.reason = "arrived \(window.lateFrom.adding(minutes: minutes))"
    }
    mark.minutes = minutes
    mark.note = note.flatMap { $0.isEmpty ? nil : $0 }
    return make([(row, mark)])
  }

  /// L or U, by when the pupil came; any other code as it is.
  private func late(_ code: String, _ minutes: Int?) throws(Refusal) -> String {
    guard code == "L" || code == "U", let window else { return code }
    guard let minutes else {
      // U came from the minutes, where the role has no U of its own.
      return code == "U" && !(rules.allowed?.contains("U") ?? true) ? "L" : code
    }
    let came = window.lateFrom.adding(minutes: minutes)
    if came >= window.ends { throw .arrivalAfterSession(ends: window.ends) }
    return came < window.closes ? "L" : "U"
  }

  /// Whether the mark is a U that follows from when the pupil came, and is nobody's choice.
  func isByArrival(_ mark: Draft.Mark) -> Bool {
    guard mark.code == "U", let minutes = mark.minutes, let window else { return false }
    let came = window.lateFrom.adding(minutes: minutes)
    return window.closes <= came && came < window.ends
  }

  /// Fills the blanks with present, and leaves out every pupil who must be looked at.
  ///
  /// Marks that are there stay as they are.
  public mutating func fill(now: Instant) throws(Refusal) -> Filled {
    guard rules.mayFill else { throw .fillingIsOff }
    let present = rules.codes.present(at: key.session.half)
    let blanks = rows.indices.filter { code(at: $0).isEmpty }
    let left = blanks.compactMap { row in rows[row].heed.map { (row, $0) } }
    let filled = blanks.filter { rows[$0].heed == nil }.map {
      (row: $0, mark: Optional(Draft.Mark(code: present, how: .filled, at: now)))
    }
    return Filled(changes: filled.isEmpty ? [] : make(filled), left: left)
  }

  /// Takes marks of another's draft into this one as one step, with the times at which they were made.
  public mutating func takeOver(_ marks: [(row: Int, mark: Draft.Mark)]) -> [Draft.Change] {
    marks.isEmpty ? [] : make(marks.map { ($0.row, Optional($0.mark)) })
  }

  /// Where the moment stands in the register's window; nil without a window or on another day.
  public func phase(now: Instant) -> RegisterWindow.Phase? {
    guard let window else { return nil }
    if now.date < key.session.date { return .notOpen }
    return now.date > key.session.date ? .ended : window.phase(at: now.time)
  }

  private func minutesLate(now: Instant) -> Int? {
    // Typed later, the clock says when a key was pressed and not when the child came.
    guard let window, !isTypedLater, phase(now: now) == .open else { return nil }
    let minutes = window.minutesLate(at: now.time)
    return minutes > 0 ? minutes : nil
  }
}

extension Register.Rules {
  /// The code that may be marked at the session for a pupil of that age, or why it may not.
  ///
  /// Either present code, or a space, is the one of that half of the day.
  public func usable(
    _ typed: String, at session: Session, ofCompulsoryAge isCompulsory: Bool
  ) throws(Refusal) -> AttendanceCode {
    let present = codes.present(at: session.half)
    let text = typed == "/" || typed == "\\" || typed == " " ? present : typed.uppercased()
    let code = try codes.code(text, at: session, ofCompulsoryAge: isCompulsory)
    if code.use == .everyone { throw .codeForEveryone(code.text) }
    if code.use == .beforeJoining { throw .codeBeforeJoining(code.text) }
    if let allowed, !allowed.contains(code.text) {
      throw .codeNotForRole(code.text, role: role)
    }
    return code
  }
}
