/// A registration that is taken back: the wrong class was opened, or the wrong session (U15).
///
/// One act with one reason: the register is not taken again, and what was entered stays in the
/// history. What others entered, the late desk or the office, stands as it is.
public struct Withdrawal: Hashable, Sendable {
  /// Which register.
  public let key: RegisterKey
  /// The act by which it was taken.
  public let taken: Submission
  /// The marks of the registration that still stand.
  public let marks: [RegisterRow.Standing]
  /// The marks of its pupils that others made, which stay.
  public let kept: [RegisterRow.Standing]
  /// Why.
  public let reason: String

  /// A withdrawal, given the entries made by registering and what stands.
  ///
  /// Throws a refusal without a reason.
  public init(
    of key: RegisterKey, taken: Submission, entries: Set<Entry.ID>,
    standing: [RegisterRow.Standing], because reason: String
  ) throws(Refusal) {
    let words = reason.split(separator: " ").joined(separator: " ")
    if words.isEmpty { throw .reasonMissing }
    self.key = key
    self.taken = taken
    self.reason = words
    marks = standing.filter { entries.contains($0.entry.id) }
    kept = standing.filter { !entries.contains($0.entry.id) }
  }

  /// The act that takes the registration back; kept only where every mark is as it was looked at.
  public func act(by person: Person, now: Instant) -> Act {
    Act(
      kind: .amended, by: person, at: now, register: key,
      detail: Submission.withdrawal(because: reason),
      marks: marks.map {
        .blank($0.entry.pupil, at: key.session, seen: $0.entry.id, reason: "withdrawn: \(reason)")
      }, onlyAsSeen: true)
  }

  /// What it does, in words: `30 marks of 8B are taken back; 2 of others stay`.
  public var inWords: String {
    "\(marks.count) mark\(marks.count == 1 ? "" : "s") of \(key.group), \(key.session.inWords), "
      + "\(marks.count == 1 ? "is" : "are") taken back and the register is not taken"
      + (kept.isEmpty ? "" : "; \(kept.count) by others \(kept.count == 1 ? "stays" : "stay")")
  }
}

extension Submission {
  private static let withdrawing = "registration withdrawn: "

  /// How an act that withdraws a registration says so.
  static func withdrawal(because reason: String) -> String { withdrawing + reason }

  /// Whether it withdraws the registration of its register, which is then not taken.
  public var isWithdrawal: Bool {
    kind == .amended && register != nil && detail.hasPrefix(Self.withdrawing)
  }

  /// The beginning of the detail of every withdrawal, for those who look for them.
  public static var withdrawalPrefix: String { withdrawing }

  /// Which registers are taken after these acts, oldest first, given those taken before them.
  ///
  /// The first taking counts until it is withdrawn.
  public static func taken(
    after acts: some Sequence<Submission>, before: [RegisterKey: Submission] = [:]
  ) -> [RegisterKey: Submission] {
    acts.reduce(into: before) { taken, act in
      guard let key = act.register else { return }
      if act.isWithdrawal {
        taken[key] = nil
      } else if act.kind == .taken, taken[key] == nil {
        taken[key] = act
      }
    }
  }
}
