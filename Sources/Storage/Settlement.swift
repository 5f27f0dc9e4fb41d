import Attendance

/// What an act becomes: its entries settled against what stands, in the order they are kept.
///
/// Every store settles through here, so that precedence is one rule and not one for each file
/// format. Only what is out of the ordinary is held beside the act's own marks: a year's import has
/// hundreds of thousands of them, and nearly all fall on blanks.
struct Settlement {
  private let act: Act
  private let submission: Int64
  private let firstEntry: Int64
  private var meetings: [Int: Precedence.Outcome] = [:]
  private var noteHashes: [Int: [UInt8]] = [:]

  /// The byte of each mark's code, in the order of the marks.
  private(set) var bytes: [UInt8] = []
  private(set) var notes: [KeptNote] = []
  private(set) var contradictions: [Pupil.ID] = []
  private(set) var outranked: [Pupil.ID] = []

  /// The mark that stands at a session from before the act, as the store knows it.
  typealias Standing = (Pupil.ID, Session) throws -> Precedence.Standing?

  /// Settles the act, numbering its entries from the one given and putting its codes into sheets.
  ///
  /// An act may mark one session twice; the later mark then meets the earlier.
  init(
    _ act: Act, submission: Int64, firstEntry: Int64, alphabet: SheetAlphabet,
    sheets: inout SheetDesk, standing: Standing
  ) throws {
    self.act = act
    self.submission = submission
    self.firstEntry = firstEntry
    bytes.reserveCapacity(act.marks.count)
    var codes = CodeBytes(alphabet)
    var own: [MarkedSession: Precedence.Standing]?
    for (index, mark) in act.marks.enumerated() {
      let byte = try codes.byte(of: mark.code)
      bytes.append(byte)
      let session = mark.session
      guard
        let place = try sheets.place(
          of: mark.pupil.number, date: session.date.daysSince1970, half: session.half.index)
      else { throw StoreFault.refused("\(session) lies in no school year") }
      if sheets.byte(at: place) == 0 {
        sheets.set(byte, at: place)
      } else {
        if own == nil { own = marksSoFar(index) }
        let marked = MarkedSession(pupil: mark.pupil, session: session)
        let stands = try own?[marked] ?? standing(mark.pupil, session)
        let outcome = Precedence.outcome(
          of: mark.code, basis: mark.basis, over: stands, having: mark.seen)
        meetings[index] = outcome
        switch outcome {
        case .stands: sheets.set(byte, at: place)
        case .beside: if stands?.code != mark.code { outranked.append(mark.pupil) }
        case .contradicts: contradictions.append(mark.pupil)
        }
      }
      if own != nil, case .stands = meetings[index] ?? .stands(inPlaceOf: nil) {
        own?[MarkedSession(pupil: mark.pupil, session: session)] = standingMark(index)
      }
      if let text = mark.note, !text.isEmpty { keep(text, at: index) }
    }
  }

  private struct MarkedSession: Hashable {
    let pupil: Pupil.ID
    let session: Session
  }

  private func standingMark(_ index: Int) -> Precedence.Standing {
    Precedence.Standing(
      entry: Entry.ID(firstEntry + Int64(index)), code: act.marks[index].code,
      basis: act.marks[index].basis)
  }

  /// The marks before that one, which all fell on blanks.
  private func marksSoFar(_ count: Int) -> [MarkedSession: Precedence.Standing] {
    Dictionary(
      act.marks[..<count].indices.map { index in
        let mark = act.marks[index]
        return (MarkedSession(pupil: mark.pupil, session: mark.session), standingMark(index))
      }, uniquingKeysWith: { $1 })
  }

  private mutating func keep(_ text: String, at index: Int) {
    let salt = Self.randomSalt()
    noteHashes[index] = Seal.hash(note: text, salt: salt)
    notes.append(KeptNote(entry: firstEntry + Int64(index), salt: salt, text: text))
  }

  /// How many entries there are.
  var count: Int { act.marks.count }

  /// The entry that the mark at that place becomes.
  func entry(at index: Int) -> KeptEntry {
    let mark = act.marks[index]
    var entry = KeptEntry(
      id: firstEntry + Int64(index), submission: submission, pupil: mark.pupil.number,
      date: mark.session.date.daysSince1970, half: mark.session.half.index, code: mark.code,
      minutes: mark.minutes, how: mark.how.rawValue, basis: mark.basis.rawValue, replaces: nil,
      beside: nil, reason: mark.reason.isEmpty ? nil : mark.reason, noteHash: nil)
    if !meetings.isEmpty, let outcome = meetings[index] {
      switch outcome {
      case .stands(let earlier): entry.replaces = earlier?.number
      case .beside(let standing), .contradicts(let standing): entry.beside = standing.number
      }
    }
    if !noteHashes.isEmpty { entry.noteHash = noteHashes[index] }
    return entry
  }

  /// Sixteen random bytes.
  private static func randomSalt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

/// The bytes of the codes that one act uses: a handful, found again faster than in the whole
/// alphabet.
private struct CodeBytes {
  private let alphabet: SheetAlphabet
  private var used: [(code: String, byte: UInt8)] = []

  init(_ alphabet: SheetAlphabet) {
    self.alphabet = alphabet
  }

  mutating func byte(of code: String) throws -> UInt8 {
    for known in used where known.code == code { return known.byte }
    guard let byte = alphabet.byte(of: code), byte != 0 else {
      throw StoreFault.refused("'\(code)' is no attendance code")
    }
    used.append((code, byte))
    return byte
  }
}
