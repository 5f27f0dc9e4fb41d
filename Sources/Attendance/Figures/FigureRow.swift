/// The figures of one group, one pupil, one week: whatever they were gathered by.
public struct FigureRow: Hashable, Sendable {
  /// What they are of; empty where the school wrote nothing.
  public let key: String
  /// The counts.
  public internal(set) var tally: Tally
  /// How many enrolments had at least one possible session; nil where pupils are not counted.
  public internal(set) var pupils: Int?
  /// How many of them missed a tenth or more.
  public internal(set) var persistent: Int?
  /// How many of them missed half or more.
  public internal(set) var severe: Int?

  /// Figures of that key, of nothing yet.
  init(key: String, countingPupils: Bool) {
    self.key = key
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
