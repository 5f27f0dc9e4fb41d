import Attendance

extension SchoolIdentity {
  /// A new, empty register of this school that lasts as long as it is held.
  ///
  /// It keeps the same promises as a file but that of outlasting the program: for trying out, and
  /// for tests.
  public func inMemory() -> any Store { MemoryStore(MemoryRegister(self)) }
}

/// A school's register in memory, which several desks of one program may share.
final class MemoryStore: Store {
  let register: MemoryRegister
  private var ownWrites = 0

  /// A desk at that register.
  init(_ register: MemoryRegister) {
    self.register = register
  }

  func school() -> SchoolIdentity { register.school }

  func keep(_ school: SchoolIdentity) {
    write { $0.school = school }
  }

  func roll() -> Roll { register.roll.roll }

  func members(of group: String, at session: Session) -> [Roll.Member] {
    roll().groups(at: session)[group] ?? []
  }

  func group(_ name: String) -> RegistrationGroup {
    register.roll.groups[name] ?? RegistrationGroup(name: name)
  }

  func pupil(_ upn: String) -> Pupil? { register.roll.pupil(upn) }

  func keep(
    _ changes: [RollChange], by person: Person, at: Instant
  ) throws(StoreFault) {
    guard !changes.isEmpty else { return }
    let (roll, made) = try register.roll(after: changes, by: person, at: at)
    guard !made.isEmpty else { return }
    write { register in
      register.roll = roll
      register.changes += made
    }
  }

  func contacts(of pupil: Pupil.ID) -> [Contact] { register.roll.contacts(of: pupil) }
  func contacts(sharedWith pupil: Pupil.ID) -> [Contact] {
    register.roll.contacts(sharedWith: pupil)
  }

  func admissions(of pupils: [Pupil.ID]?) -> [Pupil.ID: AdmissionRecord] {
    let all = register.roll.admissions
    guard let pupils else { return all }
    return all.filter { pupils.contains($0.key) }
  }

  func revisions(of pupil: Pupil.ID) -> [PupilRevision] {
    let enrolments = roll().enrolments[pupil]?.map(\.id) ?? []
    let subjects = RollChange.subjects(of: pupil, enrolments)
    return register.changes.compactMap { change in
      guard subjects.contains(change.what), let record = change.record else { return nil }
      return PupilRevision(at: change.at, by: change.by, record)
    }
  }

  func staff() -> [Staff] { register.roll.staff.values.sorted { $0.login < $1.login } }

  func calendar() -> SchoolCalendar {
    RemovedYears.shown(SchoolCalendar(Array(register.roll.years.values)), register.ledger.cut)
  }

  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt] {
    let (ledger, receipts) = try register.ledger(after: acts, register.roll)
    write { $0.ledger = ledger }
    return receipts
  }

  func submit(_ act: Act, with changes: [RollChange]) throws(StoreFault) -> Receipt {
    let (roll, made) = try register.roll(after: changes, by: act.by, at: act.at)
    let (ledger, receipts) = try register.ledger(after: [act], roll)
    write { register in
      register.ledger = ledger
      register.roll = roll
      register.changes += made
    }
    guard let receipt = receipts.first else { throw .failed("no receipt") }
    return receipt
  }

  func alphabet() -> SheetAlphabet { register.ledger.alphabet }

  func sheets(of year: SchoolYear, pupils: [Pupil.ID]?) -> [Pupil.ID: YearSheet] {
    let all = register.ledger.sheets[year] ?? [:]
    guard let pupils else { return all }
    let wanted = Set(pupils)
    return all.filter { wanted.contains($0.key) }
  }

  func sessions(of code: String, in year: SchoolYear) -> [Pupil.ID: [Session]] {
    guard let byte = alphabet().byte(of: code) else { return [:] }
    return sheets(of: year, pupils: nil).mapValues { $0.sessions(of: byte) }
      .filter { !$0.value.isEmpty }
  }

  func standing(
    of pupils: [Pupil.ID], at session: Session, asAt: Instant?
  ) -> [Pupil.ID: RegisterRow.Standing] {
    var standing: [Pupil.ID: RegisterRow.Standing] = [:]
    for pupil in pupils {
      standing[pupil] = RegisterRow.Standing(history(of: pupil, at: session), asAt: asAt)
    }
    return standing
  }

  func history(of pupil: Pupil.ID, at session: Session?) -> [HistoryLine] {
    register.ledger.lines(of: pupil, at: session)
  }

  func lines(after submission: Submission.ID?) -> [HistoryLine] {
    register.ledger.lines(after: submission)
  }

  func submission(of line: DayLine.ID) -> Submission.ID? { register.ledger.submission(of: line) }

  func entries(of submission: Submission.ID) -> [Entry] {
    register.ledger.entries(of: submission)
  }

  func submission(_ id: Submission.ID) -> Submission? {
    register.ledger.submissions.first { $0.submission.id == id }?.submission
  }

  func submissions(of key: RegisterKey) -> [Submission] {
    register.ledger.submissions.map(\.submission).filter { $0.register == key }
  }

  func amendments(by login: String?, atMost count: Int) -> [Submission] {
    Array(
      register.ledger.submissions.lazy.map(\.submission).reversed().filter {
        $0.kind == .amended && (login == nil || $0.typist.login == login)
      }.prefix(count))
  }

  func redactNote(
    of entry: Entry.ID, because reason: String, by person: Person, at: Instant
  ) throws(StoreFault) {
    do {
      guard try register.ledger.redactNote(of: entry) else { return }
    } catch {
      throw StoreFault(error, path: "memory")
    }
    write { register in
      register.note(Redaction.subject(of: entry.number), because: reason, by: person, at: at)
    }
  }

  func unsettled(on date: SchoolDate) -> [Unsettled] {
    let places = register.ledger.entries.filter { $0.beside != nil && $0.session.date == date }
      .map { Unsettled(pupil: Pupil.ID($0.pupil), session: $0.session) }
    return Set(places).filter { place in
      RegisterRow.Standing(history(of: place.pupil, at: place.session))?.contradiction != nil
    }.sorted { ($0.session, $0.pupil) < ($1.session, $1.pupil) }
  }

  func taken(on date: SchoolDate) -> [RegisterKey: Submission] {
    Submission.taken(
      after: register.ledger.submissions.map(\.submission).filter {
        $0.register?.session.date == date
      })
  }

  func covers(on date: SchoolDate) -> [Cover] {
    register.changes.compactMap { Cover($0.what, on: date, by: $0.by) }
  }

  func dayBook(_ which: DayBookQuery, sensitive: Bool) throws(StoreFault) -> DayBook {
    do {
      return try register.ledger.dayBook(which, sensitive: sensitive)
    } catch {
      throw StoreFault(error, path: "memory")
    }
  }

  func redactWords(
    of line: DayLine.ID, because reason: String, by person: Person, at: Instant
  ) throws(StoreFault) {
    var ledger = register.ledger
    do {
      guard try ledger.redactWords(of: line) else { return }
    } catch {
      throw StoreFault(error, path: "memory")
    }
    write { register in
      register.ledger = ledger
      register.note(
        Redaction.subject(ofLine: line.number), ledger.nature(of: line), because: reason,
        by: person, at: at)
    }
  }

  func policies() -> [AdoptedPolicy] {
    AdoptedPolicy.inForce(
      register.ledger.submissions.map(\.submission).filter { $0.kind == .adopted }.map(\.detail))
  }

  func together<Value>(_ body: () throws -> Value) rethrows -> Value { try body() }

  func dataVersion() -> Int { register.writes - ownWrites }

  func backUp(to path: String) throws(StoreFault) {
    throw .refused("a register kept in memory has no file to copy")
  }

  func copy(to descriptor: Int32, progress: (Double) -> Void) throws(StoreFault) {
    throw .refused("a register kept in memory has no file to copy")
  }

  func mark() -> RegisterMark {
    RegisterMark(
      entry: Int64(register.ledger.entries.count), line: Int64(register.ledger.lines.count),
      change: Int64(register.changes.count))
  }

  func touched(since mark: RegisterMark) -> Set<Pupil.ID>? {
    let now = self.mark()
    let changes = register.changes.dropFirst(Int(mark.change)).map(\.what)
    guard changes.allSatisfy({ $0.hasPrefix(SignIn.signedIn) || $0.hasPrefix(SignIn.wrong) }),
      mark.change <= now.change, mark.entry <= now.entry, mark.line <= now.line
    else {
      return nil
    }
    let lines = register.ledger.lines[Int(mark.line)...]
    if lines.contains(where: { $0.pupil == nil && !RegisterMark.harmless.contains($0.kind) }) {
      return nil
    }
    let entries = register.ledger.entries[Int(mark.entry)...]
    return Set((entries.map(\.pupil) + lines.compactMap(\.pupil)).map(Pupil.ID.init))
  }

  func acceptAlterations(because why: String, by person: Person, at: Instant) {
    write {
      $0.changes.append(MemoryRegister.Change(what: AcceptedAlterations.word, by: person, at: at))
    }
  }

  func headSeal() -> String { register.ledger.headSeal.hex }

  func verify(against seal: String?, progress: (Double) -> Void) -> Verification {
    let found = register.ledger.verify(against: seal)
    progress(1)
    return found
  }

  func write(_ change: (MemoryRegister) -> Void) {
    change(register)
    register.writes += 1
    ownWrites += 1
  }
}
