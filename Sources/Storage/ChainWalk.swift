import Attendance

/// One submission as the chain of seals holds it.
struct ChainLink {
  let submission: Submission
  let firstEntry: Int64
  let entries: Int
  let seal: Seal
}

/// A walk along the seals, submission by submission, that rebuilds the sheets on its way.
///
/// Every store hands its links and entries to the one walk, so that a fault means the same in each.
struct ChainWalk {
  /// The seal of the last submission walked, as the file holds it.
  private(set) var previous = Seal.none
  private(set) var submissions = 0
  private(set) var entries = 0
  private(set) var faults: [String] = []
  /// The last submission walked.
  private(set) var lastSubmission: Int64 = 0
  /// The last entry that a submission walked says it holds.
  private(set) var lastEntry: Int64 = 0

  private let lookedFor: String?
  private var isFound: Bool
  private var sheets = RebuiltSheets()

  init(lookedFor: String?) {
    self.lookedFor = lookedFor?.lowercased()
    isFound = lookedFor == nil || self.lookedFor == Seal.none.hex
  }

  /// Walks the next submission; the body adds its entries, in their order, each with its note.
  mutating func walk(
    _ link: ChainLink, _ body: (_ add: (KeptEntry, KeptNote?) -> Void) throws -> Void
  ) throws {
    let number = link.submission.id.number
    let place = Self.place(link.submission)
    if number != lastSubmission + 1 {
      faults.append(
        lastSubmission + 1 == number - 1
          ? "submission \(lastSubmission + 1) is missing"
          : "submissions \(lastSubmission + 1) to \(number - 1) are missing")
    }
    if link.firstEntry != lastEntry &+ 1 {
      faults.append("\(place): its entries do not follow those before it")
    }
    var sealer = Sealer(
      after: previous, link.submission, firstEntry: link.firstEntry, entries: link.entries)
    var gaps = Gaps(from: link.firstEntry)
    try body { entry, note in
      gaps.meet(entry.id)
      if entry.submission != number {
        faults.append("\(place): entry \(entry.id) says it belongs to another submission")
      }
      check(note, of: entry, place)
      sealer.add(entry)
      sheets.add(entry)
    }
    entries += gaps.met
    let missing = gaps.missing(of: link.entries)
    if !missing.isEmpty {
      let numbers = missing.map(String.init).joined(separator: ", ")
      faults.append("\(place): entry \(numbers) is missing")
    } else if sealer.seal() != link.seal {
      faults.append("\(place): its seal does not fit: the act, its author or an entry was changed")
    }
    // The chain goes on from the seal the file holds, so that each bad submission is named once.
    previous = link.seal
    if link.seal.hex == lookedFor { isFound = true }
    lastSubmission = number
    lastEntry = max(lastEntry, link.firstEntry &+ Int64(link.entries) &- 1)
    submissions += 1
  }

  /// Names what stands outside the chain, and a seal kept outside that is nowhere in it.
  mutating func finish(looseSubmissions: [Int64], looseEntries: [Int64]) {
    faults += looseSubmissions.map { "submission \($0) stands outside the chain" }
    faults += looseEntries.map { "entry \($0) belongs to no sealed submission" }
    if !isFound {
      faults.append(
        "the seal given is of no submission here: the newest ones were cut off, or the chain was "
          + "written anew")
    }
  }

  /// Holds a sheet of the file against its entries.
  mutating func compare(_ key: SheetDesk.Key, _ cells: [UInt8], _ alphabet: SheetAlphabet) {
    if let fault = sheets.fault(of: key, cells, alphabet) { faults.append(fault) }
  }

  /// Names the sheets that the file ought to hold and did not show.
  mutating func missSheets() { faults += sheets.missing }

  /// What the marks say that stand off roll or on closed days after dates were changed.
  func marksOffRoll(_ roll: Roll, _ calendar: SchoolCalendar) -> [String] {
    sheets.marksOffRoll(roll, calendar)
  }

  private mutating func check(_ note: KeptNote?, of entry: KeptEntry, _ place: String) {
    guard let hash = entry.noteHash else {
      if note != nil { faults.append("\(place): entry \(entry.id) was given a note later") }
      return
    }
    guard let note else {
      faults.append("\(place): the note of entry \(entry.id) is missing")
      return
    }
    if note.disagrees(with: hash) {
      faults.append("\(place): the note of entry \(entry.id) was changed")
    }
  }

  private static func place(_ submission: Submission) -> String {
    let what = submission.register.map { "\($0.group) on \($0.session)" } ?? submission.detail
    return "submission \(submission.id.number) (\(submission.kind.rawValue) "
      + "\(what.isEmpty ? "" : what + " ")by \(submission.typist.name), \(submission.at))"
  }
}

/// Which of a submission's entries are not there: the first few, since a damaged count may claim
/// any number.
private struct Gaps {
  private(set) var met = 0
  private var expected: Int64
  private var missing: [Int64] = []

  init(from first: Int64) {
    expected = first
  }

  mutating func meet(_ entry: Int64) {
    while expected < entry, missing.count < 3 {
      missing.append(expected)
      expected += 1
    }
    expected = entry &+ 1
    met += 1
  }

  func missing(of count: Int) -> [Int64] {
    guard met < count else { return missing }
    var missing = missing
    var next = expected
    while missing.count < 3, met + missing.count < count {
      missing.append(next)
      next &+= 1
    }
    return missing
  }
}
