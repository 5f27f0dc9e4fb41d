import Attendance
import Policies
import Terminal

/// The register: thirty names, one key each, and every mark on disk before it is seen.
struct RegisterScreen: Screen, Hashable {
  /// The register and what stands around it, as the disk last had it, with the draft.
  var open: OpenRegister
  var message = Message()
  /// The index of the current row.
  var cursor = 0
  /// The digits typed so far of a row's number.
  var digits = ""
  /// The row to which Esc goes back from the digits.
  var rowBeforeDigits = 0
  /// The row that was left by a number for the key being performed, or nil.
  var rowLeft: Int?
  /// The number typed last where no row has it: the key after it marks nobody.
  var missingRow: String?
  /// What is asked, or nil.
  var prompt: Prompt?
  /// Whether the week is shown instead of the roll.
  var isWeek = false
  var week: RegisterWeek?
  /// Whether a class may read along.
  var isClassView: Bool
  /// The changes on their way to the disk.
  var sent: [Draft.Change] = []
  /// The changes that are not on disk, and why, or nil.
  var unsaved: Unsaved?
  /// Those whom filling left out and who are still to be looked at, one after another.
  var round: [Pupil.ID] = []
  /// The letter typed last and its row, for `C` and a digit.
  var lastLetter: Letter?
  /// What was said about a late taking, so that it is asked once.
  var observation: Observation?
  /// What was sent and is not yet acknowledged.
  var submitting: Act?
  /// What was acknowledged, until the register shows what has become of it.
  var acknowledged: Acknowledged?
  /// The pupils selected, whose marks are amended together.
  var selected: Set<Pupil.ID> = []
  /// One's own last amendment here, which ^Z takes back once no mark of the draft is to be undone.
  var amended: Submission.ID?

  /// One's own act with what the disk has confirmed of it.
  struct Acknowledged: Hashable, Sendable {
    let act: Act?
    let receipt: Receipt
  }

  /// Marks that stand on this screen only.
  struct Unsaved: Hashable, Sendable {
    let why: String
    let changes: [Draft.Change]

    /// How many pupils' marks are meant.
    var count: Int { Set(changes.map(\.pupil)).count }
  }

  /// A letter that was typed for a row.
  struct Letter: Hashable, Sendable {
    let text: String
    let row: Int
  }

  init(_ open: OpenRegister, at desk: Desk) {
    self.open = open
    isClassView = desk.policy.registers.classView == .names
    cursor = rowToGoOn
    greet(at: desk)
  }

  var register: Register {
    get { open.register }
    set { open.register = newValue }
  }
  var key: RegisterKey { register.key }

  var place: Command.Place { prompt?.place ?? (isWeek ? .week : .register) }

  func questions(at desk: Desk) -> [Question] {
    [.register(key)] + (isWeek ? [.week(key)] : [])
  }

  func label(of command: Command.ID) -> String? {
    switch command {
    case .register(.row): register.rows.count == 1 ? "1" : "1-\(register.rows.count)"
    case .register(.week): nil
    default: nil
    }
  }

  /// The pupils about whom two sightings contradict each other.
  var toSettle: [Int] {
    register.rows.indices.filter { register.rows[$0].standing?.contradiction != nil }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .register(let command):
      if let missing = missingRow, command != .row {
        missingRow = nil
        if command.marks {
          return refuse("There is no row \(missing): nobody was marked. Type the number again.")
        }
      }
      rowLeft = digits.isEmpty ? nil : rowBeforeDigits
      if command != .row { endTyping() }
      return perform(command, key: key, at: desk)
    case .answer(let answer): return self.answer(answer, at: desk)
    case .common(.back): return goBack()
    case .common(.move):
      if let key { _ = prompt?.type(key) }
      return []
    case .office(let command):
      endTyping()
      return amend(command, at: desk)
    case .common, .today, .year: return []
    }
  }

  private mutating func perform(
    _ command: Command.OfRegister, key: Key?, at desk: Desk
  ) -> [Move] {
    switch command {
    case .present: mark("/", at: desk)
    case .notHere: mark("N", at: desk)
    case .late: mark("L", at: desk)
    case .code: typeCode(key, at: desk)
    case .codes: listCodes()
    case .fill: fill(at: desk)
    case .clear: clear(at: desk)
    case .note: note(at: desk)
    case .row: typeDigit(key, at: desk)
    case .find: find()
    case .undo: undo(at: desk)
    case .redo: redo(at: desk)
    case .submit: submit(at: desk)
    case .move: move(key, at: desk)
    case .column: moveAcross(at: desk)
    case .earlier: look(at: open.earlier)
    case .later: look(at: open.later)
    case .week: toggleWeek()
    case .classView: toggleClassView(at: desk)
    case .pupil: [.perform(.ask(.year(currentPupil.id, nil)))]
    case .history: [.perform(.ask(.history(currentPupil.id, self.key.session)))]
    case .settle: settle(at: desk)
    case .takeOver: takeOver(at: desk)
    }
  }

  /// The pupil of the current row; commands that need one are barred in an empty register.
  var currentPupil: Pupil { register.rows[cursor].pupil }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    switch prompt {
    case .blanks, .codeOrRow, .settle, .leaving: return typeAtQuestion(key, at: desk)
    case .find, .codes, .note, .officeNote, .reason, .asSeen:
      guard var asking = prompt, asking.type(key) else { return nil }
      prompt = asking
      if case .find(let field, let row) = asking { follow(field.text, from: row) }
      return []
    case nil: return nil
    }
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if var asking = prompt, asking.paste(text) {
      prompt = asking
      if case .find(let field, let row) = asking { follow(field.text, from: row) }
      return []
    }
    return refuse("A paste marks nobody; type the marks.")
  }

  private mutating func goBack() -> [Move] {
    if !digits.isEmpty {
      cursor = rowBeforeDigits
      endDigits()
      say("Row number put aside.")
      return []
    }
    if let unsaved {
      return refuse(
        "\(unsaved.count.of("mark")) \(unsaved.count == 1 ? "is" : "are") only here "
          + "(\(unsaved.why)); this screen stays until they are kept. ^Q asks.")
    }
    if isWeek {
      isWeek = false
      return []
    }
    return [.back]
  }

  mutating func endDigits() {
    digits = ""
    missingRow = nil
  }

  mutating func endTyping() {
    endDigits()
    lastLetter = nil
  }
}

extension Int {
  /// The number and the noun: `1 mark`, `3 marks`.
  func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
