import Attendance
import Policies
import Terminal

/// Everybody whom a rule flags: one row a pupil, and beneath the list why.
struct FlagsScreen: CaseWork, Hashable {
  var message = Message()
  private(set) var board: FlagBoard?
  /// The rows that are shown, in the order shown.
  private(set) var shown: [FlagBoard.Row] = []
  var list = ListView<Pupil.ID>([], height: 10)
  private(set) var order = FlagOrder.name
  /// The words to narrow the list by.
  var filter = Field(limit: 40)
  var typing: Typing?
  /// What the rules say of the pupil under the cursor, once it has come.
  private(set) var page: PupilFlags?
  var form: CaseForm?
  /// Whether those who are left for later are shown too.
  var showsLeft = false
  /// Another pupil about whom it was asked why no rule flags them.
  var asked: Pupil.ID?

  /// What is being typed.
  enum Typing: Hashable, Sendable {
    case filter
    /// The name of whoever is asked about, and whom it fits.
    case name(Field, [FoundPupil], ListView<Pupil.ID>)
  }

  /// Opens the screen and asks for the list.
  static func opening() -> [Move] {
    [.open(.flags(FlagsScreen())), .perform(.ask(.flags(.board)))]
  }

  var place: Command.Place {
    if form != nil { return .caseForm }
    switch typing {
    case nil: return .flags
    case .filter: return .flagFilter
    case .name: return .flagName
    }
  }

  func questions(at desk: Desk) -> [Question] { [.flags(.board)] }

  /// The row the cursor is on.
  var current: FlagBoard.Row? {
    shown.indices.contains(list.cursor) ? shown[list.cursor] : nil
  }

  /// What the rules say of the pupil under the cursor.
  var currentPage: PupilFlags? {
    page.flatMap { $0.pupil.id == current?.pupil.id ? $0 : nil }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open):
      if case .name(let field, let found, _) = typing {
        return found.isEmpty && (!field.isEmpty || current == nil)
          ? Bar("Nobody is chosen; type a name first") : nil
      }
      return current == nil ? Bar(nobody) : nil
    case .office(.openCase), .office(.snooze), .office(.addAction), .office(.holdPupil):
      return current == nil ? Bar(nobody) : nil
    case .office(.closeCase), .office(.assignCase):
      return current?.work.one == nil ? Bar("No case is open for this pupil; c opens one") : nil
    case .office(.leftForLater):
      return board?.left ?? 0 == 0 ? Bar("Nobody is left for later") : nil
    case .office(.evidence), .office(.forecast), .office(.parentPage):
      return current == nil ? Bar(nobody) : nil
    case .register(.history):
      if lastCounted == nil { return Bar("No mark is counted here; the evidence says what is") }
      return desk.permissions.mayEver(.viewHistory) ? nil : desk.denial(of: .viewHistory, [])
    case .office(.letters): return current == nil ? Bar(nobody) : desk.barToLetters
    case .office(.notices): return current == nil ? Bar(nobody) : desk.barToNotices
    case .office(.sort), .office(.filter):
      return board?.rows.isEmpty ?? true ? Bar("Nobody is flagged") : nil
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  /// The session of the last mark that is counted against the pupil under the cursor.
  private var lastCounted: Session? {
    currentPage?.flags.flatMap(\.sessions).filter { !$0.code.isEmpty }.map(\.session).max()
  }

  private var nobody: String {
    board?.rows.isEmpty ?? true
      ? "Nobody is flagged; w says how near anybody is"
      : "No flagged pupil fits the filter; Esc shows all of them"
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    // Whatever was asked before and refused is no longer waited for.
    asked = nil
    if let moves = performInForm(command, at: desk) { return moves }
    switch command {
    case .common(.open): return open(at: desk)
    case .common(.move): return move(key, at: desk)
    case .common(.back):
      if case .name = typing { return endAsking() }
      guard !filter.isEmpty else { return [.back] }
      filter.clear()
      return show(at: desk)
    case .office(.sort):
      order = order.next
      // Whoever sees the beginning of the list wants to see what now stands there.
      let wasFirst = list.cursor == 0
      var moves = show(at: desk)
      if wasFirst {
        list.move(by: -list.rows.count)
        moves = askForPage()
      }
      say("Sorted by \(order.words).")
      return moves
    case .office(.filter):
      typing = .filter
      say("Only those with a name, form, year, rule or need, like: y8 sen. Enter keeps it.")
      return []
    case .office(.evidence): return sheet(.evidence)
    case .register(.history):
      guard let page = currentPage, let session = lastCounted else { return [] }
      return [.perform(.ask(.history(page.pupil.id, session)))]
    case .office(.forecast): return sheet(.forecast)
    case .office(.whyNot): return askWhom()
    case .office(.leftForLater):
      showsLeft.toggle()
      say(showsLeft ? "Those left for later are shown too." : "Those left for later are left out.")
      return show(at: desk)
    case .office(.openCase), .office(.snooze), .office(.addAction), .office(.holdPupil),
      .office(.closeCase), .office(.assignCase):
      return work(command, at: desk)
    case .office(.letters):
      return current.map { [.perform(.ask(.letters(.board($0.pupil.id))))] } ?? []
    case .office(.parentPage):
      return current.map { [.perform(.ask(.letters(.page($0.pupil.id))))] } ?? []
    case .office(.notices): return current.map { [.perform(.ask(.notices($0.pupil.id)))] } ?? []
    case .answer(.accept):
      typing = nil
      say("")
      return []
    case .answer(.cancel):
      filter.clear()
      typing = nil
      say("")
      return show(at: desk)
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func open(at desk: Desk) -> [Move] {
    if case .name = typing { return choose() }
    guard let current else { return [] }
    // Where there is no room for the panel it comes first, and the pupil's page after it.
    guard FlagLayout(desk.size).panel == 0, currentPage != nil else {
      return [.perform(.ask(.year(current.pupil.id, nil)))]
    }
    return sheet(.evidence)
  }

  /// Opens what the rules say of the pupil under the cursor.
  private func sheet(_ part: FlagSheetScreen.Part) -> [Move] {
    currentPage.map { [.open(.flagSheet(FlagSheetScreen($0, part)))] } ?? []
  }

  private mutating func move(_ key: Key?, at desk: Desk) -> [Move] {
    if case .name(let field, let found, var names) = typing {
      names.height = max(Frame(desk.size, messageLines: 2, headers: 0).body.count, 1)
      if let key { _ = names.handle(key) }
      typing = .name(field, found, names)
      return []
    }
    list.height = FlagLayout(desk.size).rows
    if let key { _ = list.handle(key) }
    say("")
    return askForPage()
  }

  /// Asks what the rules say of the pupil under the cursor, where that is not known yet.
  func askForPage() -> [Move] {
    guard let current, currentPage == nil else { return [] }
    return [.perform(.ask(.flags(.pupil(current.pupil.id))))]
  }

  /// Shows the rows that the filter leaves, in order, with the cursor on its pupil.
  mutating func show(at desk: Desk) -> [Move] {
    let words = FilterWords.typed(filter.text)
    let rows = (board?.rows ?? []).filter { showsLeft || $0.work.left == nil }
    shown = order.sorted(words.isEmpty ? rows : rows.filter { $0.words.hold(words) })
    list.height = FlagLayout(desk.size).rows
    list.show(shown.map(\.pupil.id))
    return askForPage()
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    if let moves = takeDeed(answer) { return moves }
    switch answer {
    case .flags(.board(let board)):
      self.board = board
      // What the rules say of the pupil may have changed with the list.
      page = nil
      return show(at: desk)
    case .flags(.pupil(let page)) where page.pupil.id == asked:
      asked = nil
      typing = nil
      say("")
      return [.open(.flagSheet(FlagSheetScreen(page, .whyNot)))]
    case .flags(.pupil(let page)):
      self.page = page
      return []
    case .pupils(let search, let pupils): return take(pupils, foundBy: search)
    default: return []
    }
  }
}
