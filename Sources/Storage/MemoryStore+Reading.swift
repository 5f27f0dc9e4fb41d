public import Attendance

extension MemoryStore {
  /// The bytes that stand for codes in the sheets.
  public func alphabet() throws(StoreFault) -> SheetAlphabet { books.alphabet }

  /// The sheets of a year: of these pupils, or of everybody.
  public func sheets(
    of year: SchoolYear, pupils: [Pupil.ID]?
  ) throws(StoreFault) -> [Pupil.ID: YearSheet] {
    let wanted = pupils.map { Set($0) }
    var sheets: [Pupil.ID: YearSheet] = [:]
    for (key, cells) in books.sheets where key.year == year.startYear {
      let pupil = Pupil.ID(key.pupil)
      if wanted?.contains(pupil) ?? true { sheets[pupil] = YearSheet(year: year, cells: cells) }
    }
    return sheets
  }

  /// What stands for each pupil at the session, as known at an instant, or now.
  public func standing(
    of pupils: [Pupil.ID], at session: Session, asAt: Instant?
  ) throws(StoreFault) -> [Pupil.ID: RegisterRow.Standing] {
    var standing: [Pupil.ID: RegisterRow.Standing] = [:]
    for pupil in pupils {
      standing[pupil] = RegisterRow.Standing(
        try history(of: pupil, at: session).filter { line in
          asAt.map { line.submission.at <= $0 } ?? true
        })
    }
    return standing
  }

  /// Every entry ever made for the pupil, oldest first, at one session or at all.
  public func history(
    of pupil: Pupil.ID, at session: Session?
  ) throws(StoreFault) -> [HistoryLine] {
    (books.places[pupil.number] ?? []).map { books.entries[$0] }
      .filter { entry in session.map(entry.isAbout) ?? true }.map(line)
  }

  /// The pupils and sessions of the date at which two sightings contradict each other and wait for
  /// the office, by session and pupil.
  public func unsettled(
    on date: SchoolDate
  ) throws(StoreFault) -> [(pupil: Pupil.ID, session: Session)] {
    var found: [(pupil: Pupil.ID, session: Session)] = []
    for half in HalfDay.allCases {
      let session = Session(date, half)
      for pupil in books.pupils.keys.sorted()
      where RegisterRow.Standing(try history(of: pupil, at: session))?.contradiction != nil {
        found.append((pupil, session))
      }
    }
    return found
  }

  /// The registers taken on the date, by their key.
  public func taken(on date: SchoolDate) throws(StoreFault) -> [RegisterKey: Submission] {
    var taken: [RegisterKey: Submission] = [:]
    for submission in books.chain.map(\.submission) where submission.kind == .taken {
      if let key = submission.register, key.session.date == date, taken[key] == nil {
        taken[key] = submission
      }
    }
    return taken
  }

  private func line(_ entry: KeptEntry) -> HistoryLine {
    let session = Session(
      SchoolDate(daysSince1970: entry.date), entry.half == 0 ? .am : .pm)
    return HistoryLine(
      entry: Entry(
        id: Entry.ID(entry.id), submission: Submission.ID(entry.submission),
        pupil: Pupil.ID(entry.pupil), session: session, code: entry.code,
        minutes: entry.minutes, note: books.notes[entry.id].map { $0.text ?? "" },
        how: Entry.How(rawValue: entry.how) ?? .marked,
        replaces: entry.replaces.map(Entry.ID.init), beside: entry.beside.map(Entry.ID.init),
        reason: entry.reason ?? ""),
      submission: books.chain[Int(entry.submission) - 1].submission,
      replaced: entry.replaces.map { books.entries[Int($0) - 1].code },
      basis: Precedence.Basis(rawValue: entry.basis) ?? .report)
  }
}
