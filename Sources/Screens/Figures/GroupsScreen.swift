import Attendance
import Policies
import Terminal

/// Figures by group: which key and which second one, over which period, and from a group to its pupils.
struct GroupsScreen: Screen, Hashable {
  var message = Message()
  private(set) var asked: GroupsAsked
  private(set) var board: GroupBoard?
  private(set) var list = ListView<[String]>([], height: 10)
  private(set) var choice: Choice?

  /// A key that is being chosen.
  struct Choice: Hashable, Sendable {
    /// Whether it is the second key, which may be none.
    let isSecond: Bool
    var list: ListView<FigureKey?>
  }

  init(_ asked: GroupsAsked = GroupsAsked()) { self.asked = asked }

  /// Opens the screen and asks for the figures.
  static func opening(_ asked: GroupsAsked = GroupsAsked()) -> [Move] {
    [.open(.groups(GroupsScreen(asked))), .perform(.ask(.figures(.groups(asked))))]
  }

  var place: Command.Place { choice == nil ? .groups : .groupKeys }

  func questions(at desk: Desk) -> [Question] { [.figures(.groups(asked))] }

  /// The row the cursor is on.
  var current: ShownRow? {
    guard let rows = board?.rows, rows.indices.contains(list.cursor) else { return nil }
    return rows[list.cursor]
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    if command == .office(.movers) { return desk.barToMovers }
    guard command == .common(.open), choice == nil else { return nil }
    guard let current else { return Bar("There is no group to open; b chooses another key") }
    if current.row == nil {
      return Bar("This group is \(current.hiddenWords), and nothing of it is shown")
    }
    guard desk.permissions.mayEver(.viewPupil) else { return desk.denial(of: .viewPupil, []) }
    return nil
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      if choice != nil { return choose() }
      return current.map { [.perform(.ask(.figures(.members(asked, of: $0.keys))))] } ?? []
    case .common(.move):
      if var choice {
        choice.list.height = rows(desk.size)
        if let key { _ = choice.list.handle(key) }
        self.choice = choice
        return []
      }
      list.height = rows(desk.size)
      if let key { _ = list.handle(key) }
      sayRow()
      return []
    case .common(.back):
      if choice == nil { return [.back] }
      choice = nil
      sayRow()
      return []
    case .office(.groupBy): return begin(isSecond: false)
    case .office(.groupAnd): return begin(isSecond: true)
    case .office(.period):
      let kinds: [SchoolPeriod.Kind] = [.year, .term, .halfTerm, .week]
      let place = kinds.firstIndex(of: asked.period) ?? 0
      asked.period = kinds[(place + 1) % kinds.count]
      return [.perform(.ask(.figures(.groups(asked))))]
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  /// The keys to choose from: those of single pupils and codes are not in the governors' form.
  private func options(isSecond: Bool) -> [FigureKey?] {
    let keys = FigureKey.allCases.filter { key in
      switch key {
      case .pupil: false
      case .code: board?.isForGovernors == false
      case .group, .year, .weekday, .session, .week, .halfTerm, .term, .schoolYear, .sex, .fsm,
        .pupilPremium, .sen, .eal, .ethnicity, .lookedAfter, .socialWorker, .youngCarer, .campus,
        .school:
        true
      }
    }
    return isSecond ? [nil] + keys.filter { $0 != asked.key } : keys
  }

  private mutating func begin(isSecond: Bool) -> [Move] {
    var options = ListView(options(isSecond: isSecond), height: 10)
    options.move(to: isSecond ? asked.second : asked.key)
    choice = Choice(isSecond: isSecond, list: options)
    say(
      isSecond
        ? "Crossed with what? Enter chooses, Esc leaves it."
        : "By what? Enter chooses, Esc leaves it.")
    return []
  }

  private mutating func choose() -> [Move] {
    guard let choice, let chosen = choice.list.current else { return [] }
    if choice.isSecond {
      asked.second = chosen
    } else if let chosen {
      // Two keys that would be one change places.
      if asked.second == chosen { asked.second = asked.key }
      asked.key = chosen
    }
    self.choice = nil
    return [.perform(.ask(.figures(.groups(asked))))]
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .figures(.groups(let board)) where board.asked == asked:
      let isOther = self.board?.asked != board.asked
      self.board = board
      let keys = board.rows.map(\.keys)
      if isOther { list = ListView(keys, height: rows(desk.size)) } else { list.show(keys) }
      if choice == nil { sayRow() }
      return []
    case .figures(.members(let members)) where members.asked == asked:
      return [.open(.groupPupils(GroupPupilsScreen(members)))]
    case .unavailable(let why):
      // What is shown stays, with the keys it was asked by.
      if let board { asked = board.asked }
      return refuse(why)
    default: return []
    }
  }

  /// How many rows are seen at that size.
  func rows(_ size: Size) -> Int {
    let body = Frame(size, messageLines: 2).body.count
    return max(body - (body >= 8 ? 1 : 0), 1)
  }

  /// Says the figures under the cursor, as exactly as they are known.
  private mutating func sayRow() {
    guard let board, let current else { return say("") }
    let name = board.asked.name(of: current.keys)
    guard let row = current.row else { return say("\(name): \(current.hiddenWords).") }
    let words =
      [row.tally.attendanceWords] + board.benchmarks.words(of: row.tally)
      + [row.persistentWords].compactMap(\.self)
    say("\(name): \(words.joined(separator: "; ")).")
  }
}
