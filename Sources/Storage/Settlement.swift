import Attendance

/// What an act becomes: its entries settled against what stands, in the order they are kept.
///
/// Every store settles through here, so that precedence is one rule and not one for each file
/// format. Only what is out of the ordinary is held beside the act's own marks: a year's import has
/// hundreds of thousands of them, and nearly all fall on blanks.
struct Settlement {
  /// A note with the salt of its hash.
  struct Note: Hashable {
    let entry: Int64
    let salt: [UInt8]
    let text: String
  }

  private let act: Act
  private let submission: Int64
  private let firstEntry: Int64
  private var meetings: [Int: Precedence.Outcome] = [:]
  private var noteHashes: [Int: [UInt8]] = [:]

  /// The byte of each mark's code, in the order of the marks.
  private(set) var bytes: [UInt8] = []
  private(set) var notes: [Note] = []
  private(set) var contradictions: [Pupil.ID] = []
  private(set) var outranked: [Pupil.ID] = []

  /// The mark that stands at a session from before the act, as the store knows it.
  typealias Standing = (Pupil.ID, Session) throws -> Precedence.Standing?

  /// Settles the act, numbering its entries from the one given and putting its codes into sheets.
  ///
  /// A mark taken back leaves the sheet blank, so that whatever comes after it meets nothing.
  /// An act may mark one session twice; the later mark then meets the earlier.
  init(
    _ act: Act, submission: Int64, firstEntry: Int64, alphabet: SheetAlphabet,
    sheets: inout SheetDesk, standing: Standing, salt: () -> [UInt8]
  ) throws {
    self.act = act
    self.submission = submission
    self.firstEntry = firstEntry
    bytes.reserveCapacity(act.marks.count)
    var codes = CodeBytes(alphabet)
    var own: [MarkedSession: Precedence.Standing]?
    for (index, mark) in act.marks.enumerated() {
      try Self.check(mark)
      let byte = try codes.byte(of: mark.code)
      bytes.append(byte)
      let session = mark.session
      guard
        let place = try sheets.place(
          of: mark.pupil.number, date: session.date.daysSince1970, half: session.half.index)
      else { throw StoreFault.refused("\(session) lies in no school year") }
      if sheets.byte(at: place) == 0 {
        if act.onlyAsSeen, mark.seen != nil { throw Self.changed(mark) }
        if mark.takesBack { throw Self.nothingToTakeBack }
        sheets.set(byte, at: place)
      } else {
        if own == nil { own = marksSoFar(index) }
        let marked = MarkedSession(pupil: mark.pupil, session: session)
        let stands = try own?[marked] ?? standing(mark.pupil, session)
        if act.onlyAsSeen, stands?.entry != mark.seen { throw Self.changed(mark) }
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
      if let text = mark.note?.withoutNUL, !text.isEmpty { keep(text, salt: salt(), at: index) }
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

  private mutating func keep(_ text: String, salt: [UInt8], at index: Int) {
    noteHashes[index] = Seal.hash(note: text, salt: salt)
    notes.append(Note(entry: firstEntry + Int64(index), salt: salt, text: text))
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
      beside: nil, reason: mark.reason.isEmpty ? nil : mark.reason.withoutNUL,
      noteHash: nil)
    if !meetings.isEmpty, let outcome = meetings[index] {
      switch outcome {
      case .stands(let earlier): entry.replaces = earlier?.number
      case .beside(let standing), .contradicts(let standing): entry.beside = standing.number
      }
    }
    if !noteHashes.isEmpty { entry.noteHash = noteHashes[index] }
    return entry
  }

  /// Refuses what no store could keep.
  private static func check(_ mark: ProposedMark) throws {
    if let minutes = mark.minutes, !(0...600).contains(minutes) {
      throw StoreFault.refused("minutes late are 0 to 600")
    }
    if mark.takesBack, mark.reason.isEmpty || mark.minutes != nil || mark.note != nil {
      throw StoreFault.refused("a mark is taken back for a reason, and leaves nothing beside it")
    }
  }

  /// Why an act is not kept that was to replace only what its maker had looked at.
  private static func changed(_ mark: ProposedMark) -> StoreFault {
    .markChanged(mark.pupil, mark.session)
  }

  /// Why a mark cannot be taken back that does not stand.
  static let nothingToTakeBack = StoreFault.refused(
    "there is no mark to take back; another desk was first, so look at it again")

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
