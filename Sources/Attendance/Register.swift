/// One register: the pupils due at one session, what is on record, and the draft being made.
///
/// Everything a person can do to a register goes through here, whatever screen or command they use.
/// Each act returns the changes that must be kept on disk before they are shown.
public struct Register: Hashable, Sendable {
  /// What a person may mark and how, as the school's policy gives it to their role.
  public struct Rules: Hashable, Sendable {
    /// Every code there is.
    public var codes: CodeBook
    /// The codes the person may use, or nil for all.
    public var allowed: Set<String>?
    /// The person's role, in words for a refusal.
    public var role: String
    /// Whether the blanks may be filled as present in one act.
    public var mayFill: Bool
    /// The codes of leave that the person may grant, or nil for all.
    public var grants: Set<String>?

    /// Rules of that book for that role.
    public init(
      codes: CodeBook, allowed: Set<String>? = nil, role: String = "", mayFill: Bool = true,
      grants: Set<String>? = nil
    ) {
      self.codes = codes
      self.allowed = allowed
      self.role = role
      self.mayFill = mayFill
      self.grants = grants
    }
  }

  /// Which group's, at which session.
  public let key: RegisterKey
  /// Who takes it, by name, or empty.
  public let taker: String
  /// The room, or empty.
  public let room: String
  /// Its times, or nil where the policy gives none.
  public let window: RegisterWindow?
  /// What the person may mark.
  public let rules: Rules
  /// The pupils, in the order of a register.
  public var rows: [RegisterRow]
  /// How each row's name is told from others that look like it, or nil.
  public let lookAlikes: [LookAlike?]
  /// When it was taken and by whom, or nil while it is not.
  public var taken: Submission?
  /// The marks that are not submitted yet.
  public private(set) var draft: Draft
  /// Whether it is typed later than it was seen, as from paper.
  public var isTypedLater = false

  private var undone: [[Step]] = []
  private var done: [[Step]] = []

  /// One change with what it replaced, so that it can be taken back.
  struct Step: Hashable, Sendable {
    let pupil: Pupil.ID
    let before: Draft.Mark?
    let after: Draft.Mark?
  }

  /// A register of these rows, put into order.
  public init(
    key: RegisterKey, taker: String = "", room: String = "", window: RegisterWindow?,
    rules: Rules, rows: [RegisterRow], taken: Submission? = nil, draft: Draft = Draft()
  ) {
    self.key = key
    self.taker = taker
    self.room = room
    self.window = window
    self.rules = rules
    self.rows = rows.sorted { Pupil.inRegisterOrder($0.pupil, $1.pupil) }
    lookAlikes = LookAlike.among(self.rows.map(\.pupil))
    self.taken = taken
    self.draft = draft
  }

  /// The code a row shows: of the draft, else on record, else planned; empty for a blank.
  public func code(at row: Int) -> String {
    let line = rows[row]
    return draft[line.pupil.id]?.code ?? line.standing?.entry.code ?? line.plan?.code ?? ""
  }

  /// Minutes late as the row shows them.
  public func minutes(at row: Int) -> Int? {
    if let mark = draft[rows[row].pupil.id] { return mark.minutes }
    return rows[row].standing?.entry.minutes
  }

  /// The note as the row shows it.
  public func note(at row: Int) -> String? {
    if let mark = draft[rows[row].pupil.id] { return mark.note }
    return rows[row].standing?.entry.note
  }

  /// Whether the row shows a plan that nobody has confirmed or contradicted.
  public func isPlanned(at row: Int) -> Bool {
    let line = rows[row]
    return draft[line.pupil.id] == nil && line.standing == nil && line.plan != nil
  }

  /// Whether the row's mark is in the draft only.
  public func isDraft(at row: Int) -> Bool { draft[rows[row].pupil.id] != nil }

  /// Blank, present and other rows; together they are all rows.
  public var counts: (blank: Int, present: Int, other: Int) {
    var counts = (blank: 0, present: 0, other: 0)
    let present = rules.codes.present(at: key.session.half)
    for row in rows.indices {
      switch code(at: row) {
      case "": counts.blank += 1
      case present: counts.present += 1
      default: counts.other += 1
      }
    }
    return counts
  }

  /// The rows still blank, counted from 1 as they are numbered on the screen.
  public var blankNumbers: [Int] { rows.indices.filter { code(at: $0).isEmpty }.map { $0 + 1 } }

  /// The pupils whose planned absence nobody has contradicted.
  public var expectedAbsent: [Pupil] {
    rows.indices.filter { isPlanned(at: $0) && isAbsence(code(at: $0)) }.map { rows[$0].pupil }
  }

  /// Whether the code says that the pupil is away.
  func isAbsence(_ code: String) -> Bool {
    rules.codes.code(code, on: key.session.date)?.isAttended == false
  }

  /// Takes in the changes that another desk has made to the same draft.
  public mutating func adopt(_ draft: Draft) { self.draft = draft }

  /// Makes changes that are not on disk yet once more, in a register read from the disk.
  public mutating func keep(_ changes: [Draft.Change]) {
    for change in changes { draft.apply(change) }
  }

  /// Takes over the steps of an earlier reading of this register, so that they can be undone still.
  public mutating func takeSteps(of earlier: Register) {
    done = earlier.done
    undone = earlier.undone
  }

  /// Forgets the draft once its marks are on record.
  public mutating func forgetDraft() {
    draft = Draft()
    done = []
    undone = []
  }

  /// Makes the changes as one step that can be undone, and says what to keep on disk.
  mutating func make(_ marks: [(row: Int, mark: Draft.Mark?)]) -> [Draft.Change] {
    let steps = marks.map { row, mark in
      let pupil = rows[row].pupil.id
      return Step(pupil: pupil, before: draft[pupil], after: mark)
    }
    done.append(steps)
    undone = []
    return play(steps.map { Draft.Change($0.pupil, to: $0.after) })
  }

  /// Takes back the last step; empty where there is none.
  ///
  /// What another desk has changed since stays as that desk left it.
  public mutating func undo() -> [Draft.Change] {
    guard let steps = done.popLast() else { return [] }
    undone.append(steps)
    return play(
      steps.reversed().filter { draft[$0.pupil] == $0.after }.map {
        Draft.Change($0.pupil, to: $0.before)
      })
  }

  /// Makes again the last step taken back; empty where there is none.
  ///
  /// What another desk has changed since stays as that desk left it.
  public mutating func redo() -> [Draft.Change] {
    guard let steps = undone.popLast() else { return [] }
    done.append(steps)
    return play(
      steps.filter { draft[$0.pupil] == $0.before }.map {
        Draft.Change($0.pupil, to: $0.after)
      })
  }

  /// Whether there is a step to take back.
  public var canUndo: Bool { !done.isEmpty }
  /// Whether there is a step to make again.
  public var canRedo: Bool { !undone.isEmpty }

  private mutating func play(_ changes: [Draft.Change]) -> [Draft.Change] {
    for change in changes { draft.apply(change) }
    return changes
  }
}
