public import Attendance

extension MemoryStore {
  /// Keeps many acts in their order, each as its own submission: all of them or none.
  public func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    for act in acts { try act.check() }
    return try writing { books throws(StoreFault) in
      do {
        return try acts.map { act in try books.submit(act) }
      } catch {
        throw StoreFault(error, path: "memory")
      }
    }
  }

  /// Removes the text of an entry's note for good; that there was one stays, and so do the seals.
  public func redact(
    note entry: Entry.ID, by person: Person, at: Instant
  ) throws(StoreFault) {
    guard let note = books.notes[entry.number] else {
      throw .refused("entry \(entry.number) has no note")
    }
    guard note.text != nil else { return }
    books.notes[entry.number] = KeptNote(entry: entry.number)
    books.log.append(("note of entry \(entry.number) redacted", person, at))
  }

  /// The seal of the last submission, in hexadecimal.
  public func headSeal() throws(StoreFault) -> String { (books.chain.last?.seal ?? .none).hex }

  /// Everything that is wrong with the register, place by place; empty where all is well.
  public func verify(
    against seal: String?, progress: (Double) -> Void
  ) throws(StoreFault) -> Verification {
    do {
      var walk = ChainWalk(lookedFor: seal)
      for link in books.chain {
        try walk.walk(link) { add in
          let first = Int(link.firstEntry - 1)
          for entry in books.entries[first..<first + link.entries] {
            add(entry, books.notes[entry.id])
          }
        }
      }
      walk.finish(looseSubmissions: [], looseEntries: [])
      for (key, cells) in books.sheets.sorted(by: { $0.key < $1.key }) {
        walk.compare(key, cells, books.alphabet)
      }
      walk.missSheets()
      progress(1)
      return Verification(
        faults: walk.faults, notices: walk.marksOffRoll(books.roll, try calendar()),
        submissions: walk.submissions, entries: walk.entries, sheets: books.sheets.count,
        headSeal: walk.previous.hex)
    } catch {
      throw StoreFault(error, path: "memory")
    }
  }
}

extension MemoryBooks {
  fileprivate mutating func submit(_ act: Act) throws -> Receipt {
    for code in act.codes where alphabet.byte(adding: code) == nil {
      throw StoreFault.refused("all 255 codes of the sheets are given")
    }
    let known = sheets
    var desk = SheetDesk { key in known[key] }
    let number = Int64(chain.count + 1)
    let first = Int64(entries.count + 1)
    let settled = try Settlement(
      act, submission: number, firstEntry: first, alphabet: alphabet, sheets: &desk,
      standing: standing)
    guard act.marks.allSatisfy({ pupils[$0.pupil] != nil }) else { throw StoreFault.unknownPupil }
    let submission = Submission(
      id: Submission.ID(number), kind: act.kind, at: act.at, typist: act.by,
      observer: act.observer, register: act.register, detail: act.detail)
    var sealer = Sealer(
      after: chain.last?.seal ?? .none, submission, firstEntry: first, entries: settled.count)
    for index in 0..<settled.count {
      let entry = settled.entry(at: index)
      sealer.add(entry)
      places[entry.pupil, default: []].append(entries.count)
      entries.append(entry)
    }
    for note in settled.notes { notes[note.entry] = note }
    for (key, cells) in desk.changed { sheets[key] = cells }
    let seal = sealer.seal()
    chain.append(
      ChainLink(submission: submission, firstEntry: first, entries: settled.count, seal: seal))
    return Receipt(
      submission: submission.id, at: act.at, seal: seal.hex,
      contradictions: settled.contradictions, outranked: settled.outranked)
  }

  private func standing(_ pupil: Pupil.ID, _ session: Session) -> Precedence.Standing? {
    let place = places[pupil.number]?.last { place in
      entries[place].beside == nil && entries[place].isAbout(session)
    }
    return place.map { place in
      Precedence.Standing(
        entry: Entry.ID(entries[place].id), code: entries[place].code,
        basis: Precedence.Basis(rawValue: entries[place].basis) ?? .report)
    }
  }
}

extension KeptEntry {
  /// Whether it is about that session.
  func isAbout(_ session: Session) -> Bool {
    date == session.date.daysSince1970 && half == session.half.index
  }
}
