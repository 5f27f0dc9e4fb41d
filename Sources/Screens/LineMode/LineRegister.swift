public import Attendance
public import Policies

/// A register taken line by line, for a screen reader, a plain terminal, or a script.
///
/// The same engine and the same grammar as on the screen: a row number, then a code. Every line is
/// answered in whole sentences; what must be kept or submitted is handed back as a value.
public struct LineRegister: Sendable {
  /// What an answer asks the program to do before it is shown.
  public enum Request: Hashable, Sendable {
    /// Keep these changes in the draft.
    case keep([Draft.Change])
    /// Submit this act, then tell the outcome by `submitted` or `refused`.
    case submit(Act)
    /// Leave; the draft stays.
    case leave
  }

  /// The register as it stands.
  public internal(set) var register: Register
  /// The row that a code without a number marks.
  public internal(set) var row = 0
  private let person: Person
  private let permissions: Permissions
  private let relations: Set<Reach>
  private let elsewhere: [String]
  private var seenAt: Observation? {
    didSet { register.isTypedLater = seenAt != nil }
  }

  /// A register taken by that person, who may do this much and stands to it so.
  ///
  /// Those elsewhere are of the form and on a list, and are not waited for here.
  public init(
    _ register: Register, by person: Person, with permissions: Permissions,
    _ relations: Set<Reach>, elsewhere: [String] = [], observed: Observation? = nil
  ) {
    seenAt = observed
    self.register = register
    self.register.isTypedLater = observed != nil
    self.elsewhere = elsewhere
    self.person = person
    self.permissions = permissions
    self.relations = relations
    row = register.rows.indices.first { register.code(at: $0).isEmpty } ?? 0
  }

  /// What is said first: which register, how many pupils, and where it stands.
  public func greeting(now: Instant) -> String {
    let key = register.key
    let counts = register.counts
    var lines = [
      "Register \(key.group), \(key.session.date.inWords), \(key.session.half.name.lowercased()). "
        + "\(register.rows.count) pupils, \(counts.blank) blank. Type help for commands."
    ]
    if let taken = register.taken {
      lines.append(
        "Submitted \(taken.at.time) by \(taken.typist.name); a change needs 'because' and why.")
    }
    if let seenAt, register.taken == nil {
      lines.append("Typed from paper, as seen by \(seenAt.by) at \(seenAt.at.time).")
    }
    let expected = register.expectedAbsent.map(\.name.onRegister)
    if !expected.isEmpty {
      lines.append("\(expected.count) expected absent: \(expected.joined(separator: "; ")).")
    }
    if !elsewhere.isEmpty {
      lines.append("Elsewhere, and not marked here: \(elsewhere.joined(separator: "; ")).")
    }
    return lines.joined(separator: "\n")
  }

  /// The prompt: the current row with its mark.
  public var prompt: String {
    guard register.rows.indices.contains(row) else { return "> " }
    return line(row) + " > "
  }

  /// Answers one typed line.
  public mutating func answer(
    _ typed: String, now: Instant
  ) -> (text: String, requests: [Request]) {
    let words = typed.split(separator: " ")
    guard let first = words.first.map({ $0.lowercased() }) else { return ("", []) }
    let command = LineCommand.named(first)
    if command?.changes ?? !Self.isLooking(typed),
      let bar = register.bar(toMarkingWith: permissions, relations, now: now),
      !mendsOwnDraft(command, words, now: now)
    {
      return (bar.sentence, [])
    }
    do throws(Refusal) {
      switch command {
      case .help: return (LineCommand.allWords, [])
      case .list:
        return (register.rows.indices.map(line).joined(separator: "\n"), [])
      case .blank: return (blanks, [])
      case .codes: return (codes, [])
      case .find: return (find(words.dropFirst().joined(separator: " ")), [])
      case .fill, .equals: return try fill(now: now)
      case .undo:
        guard register.canUndo else { return ("Nothing to undo.", []) }
        let changes = register.undo()
        return replayed(changes, "Undone")
      case .redo:
        guard register.canRedo else { return ("Nothing to redo.", []) }
        let changes = register.redo()
        return replayed(changes, "Done again")
      case .clear: return clear(words.dropFirst().first, now: now)
      case .note: return try note(words.dropFirst(), now: now)
      case .minutes: return try minutes(words.dropFirst(), now: now)
      case .seen: return (seen(words.dropFirst().first, now: now), [])
      case .submit: return try submit(words.dropFirst(), now: now)
      case .quit: return ("Left. The draft is kept.", [.leave])
      case nil: return mark(typed, now: now)
      }
    } catch {
      return (Self.sentence(error), [])
    }
  }

  /// Whether a command sends what was marked in time, or drops one's own mark that was never sent.
  private mutating func mendsOwnDraft(
    _ command: LineCommand?, _ words: [Substring], now: Instant
  ) -> Bool {
    switch command {
    case .clear: return number(words.dropFirst().first).map(register.isDraft(at:)) ?? false
    case .submit:
      guard register.maySendLate(with: permissions, relations), let made = register.draftMadeOpen
      else { return false }
      seenAt = Observation(by: person.name, at: made)
      return true
    default: return false
    }
  }

  /// Whether a line only asks for rows by their numbers.
  private static func isLooking(_ typed: String) -> Bool {
    LineStep.steps(in: typed).allSatisfy { if case .look = $0 { true } else { false } }
  }

  /// Takes in what the disk has confirmed, and says so.
  public mutating func submitted(_ receipt: Receipt, standing: Register) -> String {
    register = standing
    register.isTypedLater = seenAt != nil
    var text = "Submitted \(receipt.at.time). \(register.summary)."
    let calls = register.unexplained
    if !calls.isEmpty {
      text +=
        " \(calls.count) to be called: "
        + calls.map { register.rows[$0].pupil.name.onRegister }.joined(separator: "; ") + "."
    }
    if !receipt.contradictions.isEmpty {
      text += " \(receipt.contradictions.count) seen otherwise at another desk; the office settles."
    }
    if !receipt.outranked.isEmpty {
      text += " \(receipt.outranked.count) kept beside what outranks it."
    }
    return text
  }

  /// The refusal as a sentence that stands by itself.
  static func sentence(_ refusal: Refusal) -> String {
    let text = refusal.description
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}

// MARK: - What each command does

extension LineRegister {
  private mutating func fill(now: Instant) throws(Refusal) -> (String, [Request]) {
    let filled = try register.fill(now: now)
    var text = "\(filled.changes.count) blanks set to present."
    if !filled.changes.isEmpty { text += " Type undo to reverse." }
    for (row, heed) in filled.left {
      text += " Look at \(row + 1) \(register.rows[row].pupil.name.onRegister): \(heed)."
    }
    text += " \(register.counts.blank) blank."
    return (text, [.keep(filled.changes)])
  }

  private mutating func clear(_ word: Substring?, now: Instant) -> (String, [Request]) {
    guard let row = number(word) else { return ("Say which row: clear 5.", []) }
    self.row = row
    let changes = register.clear(row, now: now)
    return (line(row) + ".", changes.isEmpty ? [] : [.keep(changes)])
  }

  private mutating func note(
    _ words: ArraySlice<Substring>, now: Instant
  ) throws(Refusal) -> (String, [Request]) {
    guard let row = number(words.first) else {
      return ("Say which row and what to note: note 5 at the dentist.", [])
    }
    let text = words.dropFirst().joined(separator: " ")
    let changes = try register.annotate(
      row, minutes: register.minutes(at: row), note: text, now: now)
    return changes.isEmpty
      ? ("Mark row \(row + 1) first; a note stands beside a mark.", [])
      : (line(row) + ".", [.keep(changes)])
  }

  private mutating func minutes(
    _ words: ArraySlice<Substring>, now: Instant
  ) throws(Refusal) -> (String, [Request]) {
    guard let row = number(words.first),
      let minutes = words.dropFirst().first.flatMap({ minutesLate(String($0)) })
    else {
      return (
        "Say which row and how many minutes late, or when they came: minutes 11 12, minutes 11 08:47.",
        []
      )
    }
    let changes = try register.annotate(
      row, minutes: minutes, note: register.note(at: row), now: now)
    return changes.isEmpty
      ? ("Mark row \(row + 1) first; minutes stand beside a mark.", [])
      : (line(row) + ".", [.keep(changes)])
  }

  /// Minutes, written as a number or as the time of arrival.
  private func minutesLate(_ word: String) -> Int? {
    if let number = Int(word) { return number }
    guard let window = register.window else { return nil }
    return TimeOfDay(word).map(window.minutesLate)
  }

  private mutating func seen(_ word: Substring?, now: Instant) -> String {
    guard let time = word.flatMap({ TimeOfDay(String($0)) }) else {
      return "Say when you saw the class: seen 08:40."
    }
    guard Instant(register.key.session.date, time) <= now else {
      return "\(time) is still to come; type when you saw the class."
    }
    seenAt = Observation(by: person.name, at: Instant(register.key.session.date, time))
    return "Taken as seen at \(time)."
  }

  private mutating func submit(
    _ words: ArraySlice<Substring>, now: Instant
  ) throws(Refusal) -> (String, [Request]) {
    let asN = words.map { $0.lowercased() } == ["as", "n"]
    guard words.isEmpty || asN else { return ("Type submit, or submit as N.", []) }
    if register.phase(now: now) == .notOpen, let window = register.window {
      throw now.date < register.key.session.date
        ? .inTheFuture(register.key.session) : .notOpenYet(opens: window.opens)
    }
    if register.taken == nil, seenAt == nil, register.window != nil,
      register.phase(now: now) != .open
    {
      return ("The register is not open now. Type seen and when you saw the class: seen 08:40.", [])
    }
    let act = try register.act(by: person, now: now, observer: seenAt, blanksAsN: asN)
    return ("", [.submit(act)])
  }

  /// What was taken back or made again, with the blanks that leaves.
  private func replayed(_ changes: [Draft.Change], _ word: String) -> (String, [Request]) {
    changes.isEmpty
      ? ("\(word), but another desk has changed it since: nothing here is altered.", [])
      : ("\(word). \(register.counts.blank) blank.", [.keep(changes)])
  }
}
