import Attendance
import Policies
import Terminal

/// The cases: what is due, what waits, and a key for each thing to do about them.
struct CasesScreen: CaseWork, Hashable {
  var message = Message()
  private(set) var board: CaseBoard?
  var list = ListView<DayLine.ID>([], height: 8)
  private(set) var shown = CaseBoard.Shown.open
  /// The one pupil whose cases are shown, or nil for everybody's.
  let pupil: Pupil?
  var form: CaseForm?
  /// Whether the panel shows every line about the case, from which of them on; nil for the summary.
  private(set) var lines: Int?
  /// The case to which the cursor goes once it is shown.
  private var wanted: DayLine.ID?

  /// Opens the screen, for everybody or one pupil, at a case if one is meant.
  static func opening(of pupil: Pupil? = nil, at one: DayLine.ID? = nil) -> [Move] {
    [
      .open(.cases(CasesScreen(pupil: pupil, wanted: one))), .perform(.ask(.cases(.board))),
    ]
  }

  private init(pupil: Pupil?, wanted: DayLine.ID?) {
    self.pupil = pupil
    self.wanted = wanted
  }

  var place: Command.Place { form == nil ? lines == nil ? .cases : .caseLines : .caseForm }

  func questions(at desk: Desk) -> [Question] { [.cases(.board)] }

  func questionsAfterDeed() -> [Question] { [.cases(.board)] }

  /// The rows that are shown.
  var rows: [CaseBoard.Row] { board?.rows(shown, of: pupil?.id) ?? [] }

  /// The case the cursor is on.
  var current: CaseBoard.Row? { list.current.flatMap { id in rows.first { $0.id == id } } }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .office(.stepCase), .office(.stayCase), .office(.closeCase), .office(.assignCase):
      guard let current else { return Bar("No case is here") }
      return current.one.isOpen ? barToWork(at: desk) : Bar("That case is closed; u takes it back")
    case .office(.snooze), .office(.addAction), .office(.undoLine), .office(.caseLines):
      if current == nil { return Bar("No case is here") }
      return command == .office(.caseLines) ? nil : barToWork(at: desk)
    case .office(.outcome):
      if current?.one.arranged.isEmpty ?? true {
        return Bar("Nothing is arranged here; m arranges something")
      }
      return barToWork(at: desk)
    case .common(.open): return current == nil ? Bar("No case is here") : nil
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  private func barToWork(at desk: Desk) -> Bar? {
    desk.permissions.mayEver(.workCases) ? nil : desk.denial(of: .workCases, [])
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    if let moves = performInForm(command, at: desk) { return moves }
    switch command {
    case .common(.open): return current.map { [.perform(.ask(.year($0.pupil.id, nil)))] } ?? []
    case .common(.move):
      if let top = lines {
        lines = CasePanel(current, on: board?.date).top(
          after: key, from: top, in: CasesLayout(desk.size, lines: true).panelSize)
        return []
      }
      list.height = CasesLayout(desk.size, lines: false).rows
      if let key { _ = list.handle(key) }
      message = Message()
      return []
    case .common(.back):
      if lines == nil { return [.back] }
      lines = nil
      return []
    case .office(.showOthers):
      let all = CaseBoard.Shown.allCases
      shown = all[((all.firstIndex(of: shown) ?? 0) + 1) % all.count]
      show(at: desk)
      say("Shown: \(shown.words).")
      return []
    case .office(.caseLines):
      lines = lines == nil ? 0 : nil
      return []
    default:
      guard let current, let form = CaseForm(command, about: current) else { return [] }
      return begin(form, at: desk)
    }
  }

  private mutating func show(at desk: Desk) {
    list.height = CasesLayout(desk.size, lines: false).rows
    list.show(rows.map(\.id))
    if let wanted, list.move(to: wanted) { self.wanted = nil }
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    if let moves = takeDeed(answer) { return moves }
    switch answer {
    case .cases(.board(let board)):
      self.board = board
      show(at: desk)
      return []
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? { typeInForm(key) }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard form != nil else { return refuse("A paste does nothing here.") }
    form?.typed.insert(text)
    return []
  }
}

extension CaseForm {
  /// The form of a command about the case; nil where it has none.
  init?(_ command: Command.ID, about row: CaseBoard.Row) {
    let name = "\(row.pupil.name.onRegister) \(row.form)"
    func form(_ kind: Kind, _ heading: String) -> CaseForm {
      CaseForm(kind, about: row.pupil, row.id, heading: heading)
    }
    switch command {
    case .office(.stepCase):
      guard let next = row.next else { return nil }
      self = form(.step, "\(name): \(next.name)")
    case .office(.stayCase): self = form(.stay, "\(name): stays where it is")
    case .office(.closeCase): self = form(.close, "\(name): close case \(row.id.number)")
    case .office(.snooze): self = form(.snooze, "\(name): leave until a day")
    case .office(.assignCase): self = form(.assign, "\(name): to somebody else")
    case .office(.addAction): self = form(.add, "\(name): done, or arranged")
    case .office(.outcome):
      guard let arranged = row.one.arranged.first else { return nil }
      self = form(
        .outcome(arranged.line.id),
        "\(name): \(arranged.action.kind.rawValue) of \(arranged.line.date.short)")
    case .office(.undoLine):
      guard let last = row.last else { return nil }
      self = CaseForm(
        .undo, about: row.pupil, last.id,
        heading: "\(name): take back '\(last.inWords)'")
    default: return nil
    }
  }
}
