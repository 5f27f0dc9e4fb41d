/// The figures of one group, one pupil, one week: whatever they were gathered by.
public struct FigureRow: Hashable, Sendable {
  /// What they are of, by each key they were gathered by; empty where the school wrote nothing.
  public let keys: [String]
  /// The counts.
  public internal(set) var tally: Tally
  /// How many pupils had at least one possible session, whatever the key.
  public internal(set) var members = 0
  /// How many enrolments had at least one possible session; nil where pupils are not counted.
  public internal(set) var pupils: Int?
  /// How many of them missed a tenth or more.
  public internal(set) var persistent: Int?
  /// How many of them missed half or more.
  public internal(set) var severe: Int?

  /// What they are of by the first key.
  public var key: String { keys.first ?? "" }

  /// Figures of those keys, of nothing yet.
  init(keys: [String], countingPupils: Bool) {
    self.keys = keys
    tally = Tally()
    pupils = countingPupils ? 0 : nil
    persistent = pupils
    severe = pupils
  }

  /// Adds what one enrolment contributes.
  mutating func add(_ enrolment: Tally) {
    tally += enrolment
    guard let pupils, let persistent, let severe, enrolment.possible > 0 else { return }
    self.pupils = pupils + 1
    self.persistent = persistent + (enrolment.isPersistent ? 1 : 0)
    self.severe = severe + (enrolment.isSevere ? 1 : 0)
  }
}

/// How often a code was marked.
public struct CodeCount: Hashable, Sendable {
  /// The code.
  public let code: String
  /// In how many sessions.
  public let sessions: Int
  /// How many sessions were possible altogether.
  public let possible: Int

  /// Its share of the possible sessions, nil where nothing was possible.
  public var share: Share? { Share(sessions, of: possible) }
}
