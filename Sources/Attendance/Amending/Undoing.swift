/// Taking back what an act amended: a new act that makes each mark what it was before.
///
/// A mark that has changed since is left, and named.
public struct Undoing: Hashable, Sendable {
  /// The act that is undone.
  public let undone: Submission
  /// What is to stand again, mark by mark.
  public let marks: [ProposedMark]
  /// The entries of the act in whose place another stands by now.
  public let left: [HistoryLine]

  /// What undoing the act comes to, given the whole history of every session it touched.
  public init(of submission: Submission, made: [Entry], histories: [[HistoryLine]]) {
    undone = submission
    let own = Set(made.map(\.id))
    var marks: [ProposedMark] = []
    var left: [HistoryLine] = []
    for history in histories {
      let byEntry = Dictionary(history.map { ($0.entry.id, $0) }, uniquingKeysWith: { $1 })
      guard let mine = history.last(where: { own.contains($0.entry.id) && $0.entry.beside == nil })
      else { continue }
      guard let last = history.last(where: { $0.entry.beside == nil }),
        last.entry.id == mine.entry.id
      else {
        left.append(mine)
        continue
      }
      // An act may mark a session twice: what stood before it is what is to stand again.
      var before = mine.entry.replaces
      while let entry = before, own.contains(entry) { before = byEntry[entry]?.entry.replaces }
      let earlier = before.flatMap { byEntry[$0] }
      if let mark = Self.mark(restoring: earlier, inPlaceOf: mine.entry, of: submission) {
        marks.append(mark)
      }
    }
    self.marks = marks
    self.left = left
  }

  private static func mark(
    restoring earlier: HistoryLine?, inPlaceOf entry: Entry, of submission: Submission
  ) -> ProposedMark? {
    let reason = "undo of \(submission.at.date.inWords) \(submission.at.time): \(entry.reason)"
    guard let earlier, !earlier.entry.isBlank else {
      return entry.isBlank
        ? nil : .blank(entry.pupil, at: entry.session, seen: entry.id, reason: reason)
    }
    return ProposedMark(
      pupil: entry.pupil, session: entry.session, code: earlier.entry.code,
      minutes: earlier.entry.minutes, note: earlier.entry.shownNote, how: earlier.entry.how,
      basis: earlier.basis, seen: entry.isBlank ? nil : entry.id, reason: reason)
  }

  /// The new act, which is kept only where every mark is still as it was looked at.
  ///
  /// Undoing the withdrawal of a registration makes the register taken again.
  public func act(by person: Person, now: Instant) -> Act {
    let isWithdrawal = undone.isWithdrawal
    return Act(
      kind: isWithdrawal ? .taken : .amended, by: person, at: now,
      register: isWithdrawal ? undone.register : nil, detail: Submission.undo(of: undone.id),
      marks: marks, onlyAsSeen: true)
  }

  /// What it does, in words: `18 marks as they were; 2 changed since and left`.
  public var inWords: String {
    "\(marks.count) mark\(marks.count == 1 ? "" : "s") as \(marks.count == 1 ? "it was" : "they were")"
      + (left.isEmpty ? "" : "; \(left.count) changed since and left")
  }
}

extension Submission {
  private static let undoing = "undo of act "

  /// How an act that undoes another says so.
  static func undo(of id: ID) -> String { "\(undoing)\(id.number)" }

  /// The act that this one undoes, or nil where it undoes none.
  public var undoes: ID? {
    guard detail.hasPrefix(Self.undoing) else { return nil }
    return Int64(detail.dropFirst(Self.undoing.count)).map { ID($0) }
  }
}
