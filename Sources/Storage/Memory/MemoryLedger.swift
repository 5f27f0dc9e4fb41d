import Attendance

/// The submissions and entries of a register kept in memory, with the sheets they make.
struct MemoryLedger {
  /// A submission as it was kept, with the place of its entries and its seal.
  struct Kept {
    let submission: Submission
    let entries: Range<Int>
    let lines: Range<Int>
    let seal: Seal
  }

  /// A note, or what redacting left of it.
  enum Note {
    case text(String, salt: [UInt8])
    case redacted
  }

  /// Where an entry stands in the register.
  struct Cell: Hashable {
    let pupil: Int64
    let session: Session
  }

  private(set) var submissions: [Kept] = []
  private(set) var entries: [KeptEntry] = []
  private(set) var lines: [KeptLine] = []
  /// The words of lines; empty where they were redacted.
  private(set) var words: [Int64: String] = [:]
  private(set) var alphabet = SheetAlphabet()
  private(set) var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
  /// Every removal of what was past retention, oldest first.
  private(set) var removals: [RemovalRecord] = []
  private var notes: [Int64: Note] = [:]
  private var cells: [Cell: [Int]] = [:]

  var headSeal: Seal { submissions.last?.seal ?? .none }

  /// Keeps the act, whole or not at all: everything that may be refused comes before the first
  /// change.
  mutating func submit(_ act: Act) throws -> Receipt {
    try RemovedYears.check(act, cut)
    var alphabet = alphabet
    for code in act.codes where alphabet.byte(of: code) == nil {
      try Settlement.check(code)
      guard alphabet.byte(adding: code) != nil else { throw Settlement.noByteLeft }
    }
    for line in act.lines {
      guard line.matter.isKeptOnce, let pupil = line.pupil else { continue }
      if let earlier = try dayBook(.about(pupil), sensitive: true).keptAlready(line) {
        throw StoreFault.saidAlready(earlier)
      }
    }
    let first = Int64(entries.count) + 1
    let number = Int64(submissions.count) + 1
    let known = sheets
    var desk = SheetDesk { key in
      known[SchoolYear(startYear: key.year)]?[Pupil.ID(key.pupil)]?.cells
    }
    let settled = try Settlement(
      act, submission: number, firstEntry: first, alphabet: alphabet, sheets: &desk,
      standing: { pupil, session in standing(of: pupil, at: session) },
      salt: Settlement.randomSalt)
    let firstLine = Int64(lines.count) + 1
    let said = try LineSettlement(
      act, submission: number, firstLine: firstLine,
      factsOf: { [lines] line in lines.first { $0.id == line }?.facts }, salt: Settlement.randomSalt
    )
    let submission = Submission(Submission.ID(number), of: act)
    let new = (0..<settled.count).map(settled.entry(at:))
    let seal = Self.seal(
      of: submission, new[...], from: first, said.lines[...], from: firstLine, after: headSeal)
    lines += said.lines
    for kept in said.words { words[kept.line] = kept.text }
    self.alphabet = alphabet
    for entry in new { add(entry) }
    for note in settled.notes { notes[note.entry] = .text(note.text, salt: note.salt) }
    submissions.append(
      Kept(
        submission: submission, entries: Int(first) - 1..<entries.count,
        lines: Int(firstLine) - 1..<lines.count, seal: seal))
    return Receipt(
      submission: submission.id, at: act.at, seal: seal.hex,
      contradictions: settled.contradictions, outranked: settled.outranked,
      lines: said.lines.map { DayLine.ID($0.id) })
  }

  /// Takes the text of a note away; false where it is gone already.
  mutating func redactNote(of entry: Entry.ID) throws -> Bool {
    switch notes[entry.number] {
    case nil: throw Redaction.noNote
    case .redacted: return false
    case .text:
      notes[entry.number] = .redacted
      return true
    }
  }

  /// Takes the words of a line away; false where they are gone already.
  mutating func redactWords(of line: DayLine.ID) throws -> Bool {
    guard let text = words[line.number] else { throw Redaction.noWords }
    words[line.number] = ""
    return !text.isEmpty
  }

  /// Who may read the line.
  func nature(of line: DayLine.ID) -> DayLine.Nature {
    lines.first { $0.id == line.number }.flatMap { LineReading.nature($0.facts) } ?? .ordinary
  }

  /// The day before which everything was removed past retention.
  var cut: SchoolDate? { removals.map(\.cut).max() }

  /// Whether what the act wrote was removed.
  func isEmptied(_ act: Int64) -> Bool { removals.contains { $0.acts.holds(act) } }

  /// Takes what the acts of the record wrote away; the acts stay, with their seals.
  mutating func empty(_ record: RemovalRecord) {
    for kept in submissions where record.acts.holds(kept.submission.id.number) {
      for index in kept.entries {
        let entry = entries[index]
        cells[Cell(pupil: entry.pupil, session: entry.session)]?.removeAll { $0 == index }
        notes[entry.id] = nil
        entries[index] = .removed(entry.id, of: entry.submission)
      }
      for index in kept.lines {
        words[lines[index].id] = nil
        lines[index] = .removed(lines[index].id, of: lines[index].submission)
      }
    }
    removals.append(record)
    sheets = sheets.filter { $0.key.lastDay >= record.cut }
  }

  /// What the act says of marks, as it was kept.
  func history(of act: Kept) -> [HistoryLine] { entries[act.entries].map { line($0) } }

  /// What the act says in the day book.
  func dayLines(of act: Kept) throws -> [DayLine] { try lines[act.lines].map(dayLine) }

  /// The lines that are wanted, and what answers them, sensitive ones only where that is said.
  func dayBook(_ which: DayBookQuery, sensitive: Bool) throws -> DayBook {
    func isShown(_ line: KeptLine) -> Bool {
      sensitive || LineReading.nature(line.facts) == .ordinary
    }
    // The last contact that may be known, and not none where the last may not.
    let lines = which == .lastContacts ? lines.filter(isShown) : lines
    var wanted: Set<Int64> = []
    for line in lines
    where which.wants(line, in: lines) || line.about.map(wanted.contains) ?? false {
      wanted.insert(line.id)
    }
    return DayBook(
      try lines.filter { wanted.contains($0.id) && isShown($0) }.map(dayLine))
  }

  private func dayLine(_ kept: KeptLine) throws -> DayLine {
    let submission = submissions[Int(kept.submission) - 1].submission
    return try kept.line(
      by: submission.typist, at: submission.at,
      words: words[kept.id].map { $0.isEmpty ? DayLine.removed : $0 } ?? "")
  }

  /// The act that the line is part of.
  func submission(of line: DayLine.ID) -> Submission.ID? {
    lines.first { $0.id == line.number }.map { Submission.ID($0.submission) }
  }

  /// The entries that the act made.
  func entries(of submission: Submission.ID) -> [Entry] {
    guard let kept = submissions.first(where: { $0.submission.id == submission }),
      !isEmptied(submission.number)
    else { return [] }
    return entries[kept.entries].map { line($0).entry }
  }

  /// Every entry of the pupil, oldest first, at one session or at all.
  func lines(of pupil: Pupil.ID, at session: Session?) -> [HistoryLine] {
    let places =
      session.map { cells[Cell(pupil: pupil.number, session: $0)] ?? [] }
      ?? entries.indices.filter { entries[$0].pupil == pupil.number }
    return places.map { line(entries[$0]) }.filter { line in
      cut.map { line.entry.session.date >= $0 } ?? true
    }
  }

  /// Every act, oldest first.
  var acts: [ActLine] {
    submissions.map {
      ActLine($0.submission, entries: $0.entries.count, lines: $0.lines.count)
    }
  }

  /// Every entry made after the act, oldest first.
  func lines(after submission: Submission.ID?) -> [HistoryLine] {
    entries.filter { $0.submission > submission?.number ?? 0 && !isEmptied($0.submission) }
      .map { line($0) }
  }

  /// Walks the seals and rebuilds the sheets, as the verification of a file does.
  func verify(against seal: String?) -> Verification {
    var found = Verification()
    var previous = Seal.none
    var isFound = seal == nil || (submissions.isEmpty && seal == previous.hex)
    for kept in submissions {
      let own = Self.seal(
        of: kept.submission, entries[kept.entries], from: Int64(kept.entries.lowerBound) + 1,
        lines[kept.lines], from: Int64(kept.lines.lowerBound) + 1, after: previous)
      if own != kept.seal, !isEmptied(kept.submission.id.number) {
        found.faults.append("\(ChainWalk.place(kept.submission)): its seal does not fit")
      }
      previous = kept.seal
      if previous.hex == seal?.lowercased() { isFound = true }
    }
    if !isFound { found.faults.append(ChainWalk.unknownSeal) }
    found.submissions = submissions.count
    found.entries = entries.filter { !isEmptied($0.submission) }.count
    found.notices = removals.map(\.notice)
    found.sheets = sheets.values.map(\.count).reduce(0, +)
    found.headSeal = previous.hex
    return found
  }

  private mutating func add(_ entry: KeptEntry) {
    cells[Cell(pupil: entry.pupil, session: entry.session), default: []].append(entries.count)
    entries.append(entry)
    guard entry.beside == nil, let byte = alphabet.byte(of: entry.code) else { return }
    let year = SchoolYear(of: entry.session.date)
    sheets[year, default: [:]][Pupil.ID(entry.pupil), default: YearSheet(year: year)][
      entry.session] = byte
  }

  private func standing(of pupil: Pupil.ID, at session: Session) -> Precedence.Standing? {
    cells[Cell(pupil: pupil.number, session: session)]?.last { entries[$0].beside == nil }
      .map { entries[$0].standing }
  }

  private func line(_ kept: KeptEntry) -> HistoryLine {
    var note: String?
    switch notes[kept.id] {
    case nil: note = nil
    case .redacted: note = ""
    case .text(let text, _): note = text
    }
    let entry = Entry(
      id: Entry.ID(kept.id), submission: Submission.ID(kept.submission),
      pupil: Pupil.ID(kept.pupil), session: kept.session, code: kept.code, minutes: kept.minutes,
      note: note, how: Entry.How(rawValue: kept.how) ?? .marked,
      replaces: kept.replaces.map(Entry.ID.init), beside: kept.beside.map(Entry.ID.init),
      reason: kept.reason ?? "")
    return HistoryLine(
      entry: entry, submission: submissions[Int(kept.submission) - 1].submission,
      replaced: kept.replaces.map { entries[Int($0) - 1].code },
      basis: Precedence.Basis(rawValue: kept.basis) ?? .report)
  }

  private static func seal(
    of submission: Submission, _ entries: ArraySlice<KeptEntry>, from first: Int64,
    _ lines: ArraySlice<KeptLine>, from firstLine: Int64, after previous: Seal
  ) -> Seal {
    var sealer = Sealer(
      after: previous, submission, firstEntry: first, entries: entries.count,
      firstLine: firstLine, lines: lines.count)
    for entry in entries { sealer.add(entry) }
    for line in lines { sealer.add(line) }
    return sealer.seal()
  }
}
