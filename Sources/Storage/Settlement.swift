import Attendance

/// What an act becomes: its entries settled against what stands, in the order they are kept.
///
/// Every store settles through here, so that precedence is one rule and not one for each file
/// format.
struct Settlement {
  /// A note with the salt of its hash.
  struct Note: Hashable {
    let entry: Int64
    let salt: [UInt8]
    let text: String
  }

  private(set) var entries: [KeptEntry] = []
  private(set) var notes: [Note] = []
  private(set) var contradictions: [Pupil.ID] = []
  private(set) var outranked: [Pupil.ID] = []

  /// Whose mark, at which session; hashed as one number, since an import asks for each of its marks.
  private struct Place: Hashable {
    let pupil: Pupil.ID
    let session: Session

    func hash(into hasher: inout Hasher) {
      let half = Int64(session.date.daysSince1970) * 2 + Int64(session.half.index)
      hasher.combine(pupil.number &<< 20 ^ half)
    }
  }

  /// The mark that stands at a session, as the store knows it.
  typealias Standing = (Pupil.ID, Session) throws -> Precedence.Standing?

  /// Settles the act, numbering its entries from the one given.
  ///
  /// An act may mark one session twice; the later mark then meets the earlier.
  init(
    _ act: Act, submission: Int64, firstEntry: Int64, standing: Standing,
    salt: () -> [UInt8]
  ) throws {
    entries.reserveCapacity(act.marks.count)
    var own: [Place: Int] = [:]
    own.reserveCapacity(act.marks.count)
    var next = firstEntry
    for mark in act.marks {
      let place = Place(pupil: mark.pupil, session: mark.session)
      try Self.check(mark)
      let stands = try own[place].map { entries[$0].standing } ?? standing(mark.pupil, mark.session)
      var entry = KeptEntry(
        id: next, submission: submission, pupil: mark.pupil.number,
        date: mark.session.date.daysSince1970, half: mark.session.half.index, code: mark.code,
        minutes: mark.minutes, how: mark.how.rawValue, basis: mark.basis.rawValue,
        replaces: nil, beside: nil, reason: mark.reason.isEmpty ? nil : mark.reason.withoutNUL,
        noteHash: nil)
      switch Precedence.outcome(
        of: mark.code, basis: mark.basis, over: stands, having: mark.seen)
      {
      case .stands(let earlier):
        entry.replaces = earlier?.number
        own[place] = entries.count
      case .beside(let standing):
        entry.beside = standing.number
        if stands?.code != mark.code { outranked.append(mark.pupil) }
      case .contradicts(let standing):
        entry.beside = standing.number
        contradictions.append(mark.pupil)
      }
      if let note = mark.note?.withoutNUL, !note.isEmpty {
        let grains = salt()
        entry.noteHash = Seal.hash(note: note, salt: grains)
        notes.append(Note(entry: next, salt: grains, text: note))
      }
      entries.append(entry)
      next += 1
    }
  }

  /// Refuses what no store could keep.
  private static func check(_ mark: ProposedMark) throws {
    try check(mark.code)
    if let minutes = mark.minutes, !(0...600).contains(minutes) {
      throw StoreFault.refused("minutes late are 0 to 600")
    }
  }

  /// Refuses what is no code of one or two plain characters.
  ///
  /// Beyond them two codes may look and compare alike and be kept as different bytes.
  static func check(_ code: String) throws {
    guard (1...2).contains(code.utf8.count), code.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw StoreFault.refused("a code has one or two letters, digits or signs") }
  }

  /// Why a code more cannot be kept.
  static let noByteLeft = StoreFault.refused("all 255 codes of the sheets are given")

  /// Sixteen random bytes.
  static func randomSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

extension Submission {
  /// The submission that an act becomes under that number.
  init(_ id: ID, of act: Act) {
    self.init(
      id: id, kind: act.kind, at: act.at,
      typist: Person(
        login: act.by.login.withoutNUL, name: act.by.name.withoutNUL,
        position: act.by.position.withoutNUL),
      observer: act.observer.map { Observation(by: $0.by.withoutNUL, at: $0.at) },
      register: act.register.map { RegisterKey($0.group.withoutNUL, at: $0.session) },
      detail: act.detail.withoutNUL)
  }
}

extension String {
  /// The text without NUL, at which a file's column would end while the seal went on.
  var withoutNUL: String { utf8.contains(0) ? replacing("\0", with: "") : self }
}
