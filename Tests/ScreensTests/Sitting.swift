import Attendance
import Policies
import Screens
import Terminal

/// Somebody at a desk: a shell, and a run loop that keeps everything in memory.
struct Sitting {
  var shell: Shell
  /// The register as the disk has it.
  var rows: [RegisterRow]
  var taken: Submission?
  /// The draft as the disk has it.
  var draft = Draft()
  /// Who looks over from another desk.
  var alsoOpen: [OtherDesk] = []
  /// What others have marked and not sent.
  var unsent: [Pupil.ID: UnsentMark] = [:]
  var closed: String?
  var isDiskFull = false
  var keepsNotes = true
  /// What the office's desk knows, and the acts it kept.
  var office = TestOffice()
  /// The half-typed forms on disk, by login and name.
  private(set) var forms: [String: [String: FormDraft]] = [:]
  /// Everything that was asked of the loop, in order.
  private(set) var effects: [Effect] = []
  private(set) var bells = 0
  private(set) var worked: [Worked] = []
  private(set) var hasLeft = false
  /// The acts that were kept.
  private(set) var acts: [Act] = []
  var now: Instant
  let staff: Staff
  let key: RegisterKey
  let window: RegisterWindow?
  private var nextEntry: Int64 = 5000

  /// The person signed in, with the register open before them unless told otherwise.
  init(
    _ staff: Staff = TestSchool.owen, rows: [RegisterRow] = TestSchool.form,
    at time: String = "08:40", taken: Submission? = nil, draft: [Draft.Change] = [],
    practice: Bool = false, size: Size = Size(rows: 24, columns: 80),
    key: RegisterKey = TestSchool.key, window: RegisterWindow? = TestSchool.window,
    alsoOpen: [OtherDesk] = [], closed: String? = nil, opens: Bool = true,
    showsMorning: Bool = false
  ) {
    self.staff = staff
    self.rows = rows
    self.taken = taken
    self.draft = Draft(draft)
    self.alsoOpen = alsoOpen
    self.closed = closed
    self.key = key
    self.window = window
    now = TestSchool.at(time)
    shell = Shell(
      policy: TestSchool.policy, entrance: practice ? .practice : .account(staff),
      opening: opens ? key : nil, size: size, now: now)
    perform(shell.begin())
    if practice, opens {
      type(.pasted(staff.name))
      press(.enter)
    }
    // The office opens on its morning, the champion on the flags; most tests are about the registers of the day.
    let title = shell.picture(size: size).lines[0]
    if !opens, !showsMorning, title.hasPrefix(" THIS MORNING") || title.hasPrefix(" FLAGS") {
      press(.escape)
    }
  }

  /// The desk after a kill and a new start: what the disk has, and nothing else.
  mutating func startAgain() {
    shell = Shell(
      policy: TestSchool.policy, entrance: .account(staff), opening: nil,
      size: shell.desk.size, now: now)
    perform(shell.begin())
  }

  mutating func type(_ input: Input) { perform(shell.handle(input, now: now)) }

  mutating func press(_ key: Key) { type(.key(key)) }

  /// Types keys as people write them: `5N11L18N=^S`.
  mutating func type(_ keys: String) {
    for key in Self.keys(keys) { press(key) }
  }

  /// Types keys with a new line for each Enter.
  mutating func type(lines: String) {
    for (index, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { press(.enter) }
      type(String(line))
    }
  }

  static func keys(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let letter = rest.popFirst() {
      if letter == "^", let control = rest.popFirst() {
        keys.append(.control(Character(control.lowercased())))
      } else {
        keys.append(Key(letter))
      }
    }
    return keys
  }

  mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      self.effects.append(effect)
      for answer in answers(to: effect) { perform(shell.handle(.answer(answer), now: now)) }
    }
  }

  /// What was done about a case, with its words.
  struct Worked: Hashable {
    let deed: CaseDeed
    let words: String
  }

  /// Forgets what was asked of the loop so far.
  mutating func forgetEffects() { effects = [] }

  private mutating func answers(to effect: Effect) -> [Answer] {
    switch effect {
    case .keepDraft(let key, let changes):
      if isDiskFull { return [.draftNotKept(key, why: "disk full")] }
      for change in changes { draft.apply(change) }
      return [.draftKept(key)]
    case .submit(let act, let settling):
      if act.kind != .resolved, settling != draft {
        return [.notSubmitted(key, why: "another desk has added marks; look at them first")]
      }
      return [.submitted(key, keep(act))]
    case .keep(let act):
      return [kept(act)]
    case .makeLetter(let letter):
      if isDiskFull { return [.unavailable("the disk is full; make room and try again")] }
      _ = kept(letter.act(by: Person(staff), now: now))
      return [.leaveLetterMade(letter, file: "lists/\(letter.letter.id).txt")]
    case .letters(let deed): return letters(deed)
    case .close(let closing): return [kept(closing.act)]
    case .reopen(_, let reopening): return [kept(reopening.act)]
    case .away(let deed):
      if isDiskFull { return [.notKept(why: "the disk is full; make room and try again")] }
      office.deeds.append(deed)
      return [.awayDone("It is done.")]
    case .notice(let deed):
      if isDiskFull { return [.unavailable("the disk is full; make room and try again")] }
      office.noticeDeeds.append(deed)
      return rows.first { $0.pupil.id == deed.pupil }.map {
        [.noticeDone(office.noticeSheet(of: $0.pupil), said: "It is done.")]
      } ?? []
    case .admission(let deed):
      if isDiskFull { return [.unavailable("the disk is full; make room and try again")] }
      office.admissionDeeds.append(deed)
      if case .add(let child, _, false) = deed, child.name.surname == "Ahmed" {
        return [.admission(.asks("Ahmed, Aisha 8B has this surname and date of birth."))]
      }
      if case .leave(_, _, "a", _, false) = deed {
        return [.admission(.asks("3 school days lie between with the pupil on no school's roll"))]
      }
      return [.admission(.done("It is done."))]
    case .keepForm(let form):
      if isDiskFull { return [.formNotKept(why: "disk full")] }
      forms[shell.desk.person.login, default: [:]][form.name] = form.isEmpty ? nil : form
      return []
    case .work(let deed, let words):
      if isDiskFull { return [.notKept(why: "the disk is full; make room and try again")] }
      worked.append(Worked(deed: deed, words: words))
      return [.cases(.done("It is done.", nil))]
    case .leaveNote(let key, _, _):
      return keepsNotes ? [.noteLeft(key)] : [.noteNotLeft(key, why: "nothing keeps notes yet")]
    case .issuePass(let order): return [.passIssued(["PASS  \(order.name)", "Login  kaur"])]
    case .declareCover(let key): return [.covering(key)]
    case .amend(let deed): return [amended(deed)]
    case .signIn(let login, _):
      return TestSchool.staff.first { $0.login == login }.map { [.signedIn($0)] }
        ?? [.notSignedIn("Login or passphrase is wrong; try again.")]
    case .write(let handout, let form):
      if isDiskFull { return [.unavailable("the disk is full; make room and try again")] }
      office.written.append((handout, form))
      return [.site(.written("lists/\(handout.fileName).\(form.rawValue)"))]
    case .keepContacts(let pupil, let contacts, _):
      office.corrected[pupil] = contacts
      return answers(to: .site(.contacts(pupil)))
    case .keepPreferredName(let pupil, let name):
      guard let row = rows.firstIndex(where: { $0.pupil.id == pupil }) else { return [] }
      var renamed = rows[row].pupil
      renamed.name.preferred = name
      rows[row] = TestSchool.row(renamed)
      return answers(to: .site(.contacts(pupil)))
    case .ask(let question): return answers(to: question)
    case .bell:
      bells += 1
      return []
    case .leave:
      hasLeft = true
      return []
    case .repaint, .suspend: return []
    }
  }

  /// A letter that is made, or the page that is written, unless the disk is full.
  private mutating func letters(_ deed: LetterDeed) -> [Answer] {
    if isDiskFull { return [.unavailable("the disk is full; make room and try again")] }
    switch deed {
    case .make(let letter, let again):
      if letter.isMadeToday, !again { return [.unavailable("it was made today already")] }
      guard let act = letter.act(by: Person(staff), now: now) else {
        return [.unavailable("it needs words")]
      }
      _ = kept(act)
      return [.letters(.made(letter, file: "lists/\(letter.letter.id).txt"))]
    case .write(let page):
      office.pages.append(page)
      return [.letters(.pageWritten(file: "lists/parent-page.txt"))]
    }
  }

  /// The office's act in its day book, unless the disk is full.
  private mutating func kept(_ act: Act) -> Answer {
    if isDiskFull { return .notKept(why: "the disk is full; make room and try again") }
    return .kept(
      act,
      Receipt(
        submission: Submission.ID(nextEntry), at: act.at, seal: "ab", lines: office.keep(act)))
  }

  private mutating func keep(_ act: Act) -> Receipt {
    acts.append(act)
    var contradictions: [Pupil.ID] = []
    var outranked: [Pupil.ID] = []
    for mark in act.marks {
      guard let row = rows.firstIndex(where: { $0.pupil.id == mark.pupil }) else { continue }
      nextEntry += 1
      let entry = Entry(
        id: Entry.ID(nextEntry), submission: Submission.ID(nextEntry), pupil: mark.pupil,
        session: mark.session, code: mark.code, minutes: mark.minutes, note: mark.note,
        how: mark.how, reason: mark.reason)
      let stands = rows[row].standing.map { standing in
        Precedence.Standing(
          entry: standing.entry.id, code: standing.entry.code,
          basis: Precedence.Basis(
            TestSchool.policy.codes.code(standing.entry.code, on: mark.session.date),
            how: standing.entry.how))
      }
      switch Precedence.outcome(
        of: mark.code, basis: mark.basis, over: stands, having: mark.seen)
      {
      case .stands:
        rows[row].standing = RegisterRow.Standing(entry: entry, by: act.by, at: act.at)
      case .beside: outranked.append(mark.pupil)
      case .contradicts:
        contradictions.append(mark.pupil)
        if let standing = rows[row].standing {
          rows[row].standing = RegisterRow.Standing(
            entry: standing.entry, by: standing.by, at: standing.at, contradiction: entry)
        }
      }
    }
    if act.kind == .taken {
      taken = Submission(
        id: Submission.ID(nextEntry), kind: .taken, at: act.at, typist: act.by,
        observer: act.observer, register: key)
    }
    if act.kind != .resolved { draft = Draft() }
    return Receipt(
      submission: Submission.ID(nextEntry), at: act.at, seal: "ab", contradictions: contradictions,
      outranked: outranked)
  }
}
