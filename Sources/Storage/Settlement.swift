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

  /// The mark that stands at a session, as the store knows it.
  typealias Standing = (Pupil.ID, Session) throws -> Precedence.Standing?

  /// Settles the act, numbering its entries from the one given.
  ///
  /// An act may mark one session twice; the later mark then meets the earlier.
  init(
    _ act: Act, submission: Int64, firstEntry: Int64, standing: Standing,
    salt: () -> [UInt8]
  ) throws {
    struct Place: Hashable {
      let pupil: Pupil.ID
      let session: Session
    }
    entries.reserveCapacity(act.marks.count)
    let mayRepeat = act.kind != .imported
    var own: [Place: Precedence.Standing] = [:]
    var next = firstEntry
    for mark in act.marks {
      let place = Place(pupil: mark.pupil, session: mark.session)
      let stands = try (mayRepeat ? own[place] : nil) ?? standing(mark.pupil, mark.session)
      var entry = KeptEntry(
        id: next, submission: submission, pupil: mark.pupil.number,
        date: mark.session.date.daysSince1970, half: mark.session.half.index, code: mark.code,
        minutes: mark.minutes, how: mark.how.rawValue, basis: mark.basis.rawValue,
        replaces: nil, beside: nil, reason: mark.reason.isEmpty ? nil : mark.reason,
        noteHash: nil)
      switch Precedence.outcome(
        of: mark.code, basis: mark.basis, over: stands, having: mark.seen)
      {
      case .stands(let earlier):
        entry.replaces = earlier?.number
        if mayRepeat {
          own[place] = Precedence.Standing(
            entry: Entry.ID(next), code: mark.code, basis: mark.basis)
        }
      case .beside(let standing):
        entry.beside = standing.number
        if stands?.code != mark.code { outranked.append(mark.pupil) }
      case .contradicts(let standing):
        entry.beside = standing.number
        contradictions.append(mark.pupil)
      }
      if let note = mark.note, !note.isEmpty {
        let grains = salt()
        entry.noteHash = Seal.hash(note: note, salt: grains)
        notes.append(Note(entry: next, salt: grains, text: note))
      }
      entries.append(entry)
      next += 1
    }
  }

  /// Sixteen random bytes.
  static func randomSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
