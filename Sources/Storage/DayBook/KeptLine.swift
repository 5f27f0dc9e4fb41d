import Attendance

/// A line of the day book as the file holds it, in plain columns.
struct KeptLine: Hashable {
  let id: Int64
  let submission: Int64
  let pupil: Int64?
  let date: Int32
  let until: Int32?
  let about: Int64?
  let kind: String
  /// Whether somebody has to do something about it: a message nobody has matched or who waits for a
  /// call, a note, a pupil handed on, a request for leave.
  let waits: Bool
  let facts: String
  let wordsHash: [UInt8]?

  /// What is left in memory of a line that was removed past retention: its number.
  static func removed(_ id: Int64, of submission: Int64) -> KeptLine {
    KeptLine(
      id: id, submission: submission, pupil: nil, date: .min, until: nil, about: nil, kind: "",
      waits: false, facts: "", wordsHash: nil)
  }

  /// The line as everybody reads it; throws where the file holds what no line says.
  func line(by: Person, at: Instant, words: String) throws -> DayLine {
    guard let matter = LineReading.matter(kind, facts), let nature = LineReading.nature(facts)
    else {
      throw StoreFault.damaged("line \(id) of the day book says nothing that can be read")
    }
    return DayLine(
      id: DayLine.ID(id), by: by, at: at, pupil: pupil.map(Pupil.ID.init),
      date: SchoolDate(daysSince1970: date), about: about.map(DayLine.ID.init), matter: matter,
      words: words, nature: nature)
  }
}

/// The words of a line with the salt of their hash.
struct KeptWords: Hashable {
  let line: Int64
  let salt: [UInt8]
  let text: String
}

/// The lines of an act as they are kept, numbered from the one given.
struct LineSettlement {
  private(set) var lines: [KeptLine] = []
  private(set) var words: [KeptWords] = []

  init(
    _ act: Act, submission: Int64, firstLine: Int64,
    factsOf kept: (Int64) throws -> String?, salt: () -> [UInt8]
  ) throws {
    for (index, proposed) in act.lines.enumerated() {
      let id = firstLine + Int64(index)
      if case .absence(let absence) = proposed.matter, absence.through < absence.from {
        throw StoreFault.rule(.planEndsEarly)
      }
      let about = try Self.about(proposed.about, firstLine, before: index)
      let facts = LineFacts(
        proposed.matter, try nature(proposed, about: about, firstLine, factsOf: kept))
      var hash: [UInt8]?
      let text = proposed.words.withoutNUL
      if !text.isEmpty {
        let kept = KeptWords(line: id, salt: salt(), text: text)
        hash = Seal.hash(note: text, salt: kept.salt)
        words.append(kept)
      }
      lines.append(
        KeptLine(
          id: id, submission: submission, pupil: proposed.pupil?.number,
          date: proposed.date.daysSince1970, until: facts.until?.daysSince1970,
          about: about, kind: facts.kind,
          waits: Self.waits(proposed, index, in: act), facts: facts.text, wordsHash: hash))
    }
  }

  /// Its own nature, or that of what it is about: why a note was taken back says what it said.
  private func nature(
    _ line: ProposedLine, about: Int64?, _ firstLine: Int64, factsOf kept: (Int64) throws -> String?
  ) throws -> DayLine.Nature {
    guard line.nature == .ordinary, let about else { return line.nature }
    let facts = about < firstLine ? try kept(about) : lines[Int(about - firstLine)].facts
    return facts.flatMap(LineReading.nature) ?? .ordinary
  }

  private static func waits(_ line: ProposedLine, _ index: Int, in act: Act) -> Bool {
    switch line.matter {
    case .message(let message):
      message.wantsCall
        || line.pupil == nil && !act.lines.contains { $0.about == .ofThisAct(index) }
    case .note, .handedOn, .request: true
    case .concerns, .absence, .attempt, .arrival, .departure, .back, .notHere, .seen, .safe,
      .decision, .timetable, .closure, .list, .elsewhere, .paper, .evidence, .told, .nudge, .step,
      .excused, .week, .casework, .done, .withdrawn:
      false
    }
  }

  private static func about(
    _ reference: ProposedLine.Reference?, _ firstLine: Int64, before index: Int
  ) throws(StoreFault) -> Int64? {
    switch reference {
    case nil: return nil
    case .kept(let line):
      guard line.number > 0, line.number < firstLine else { throw unknownLine }
      return line.number
    case .ofThisAct(let place):
      guard (0..<index).contains(place) else { throw unknownLine }
      return firstLine + Int64(place)
    }
  }

  private static let unknownLine = StoreFault.refused("it answers a line that is not there")
}
