public import Attendance
public import Policies
import Terminal

/// A pupil that a search has found.
public struct FoundPupil: Hashable, Sendable {
  /// The pupil.
  public let pupil: Pupil
  /// The group the pupil is registered in.
  public let group: String
  /// What the pupil is to the person who searches.
  public let relations: Set<Reach>

  /// A pupil of that group.
  public init(_ pupil: Pupil, group: String, relations: Set<Reach> = []) {
    self.pupil = pupil
    self.group = group
    self.relations = relations
  }
}

/// Finding a pupil by either name, accents aside, by form or by UPN.
struct FindScreen: Screen, Hashable {
  var message = Message("Type the beginning of a name, legal or known-as, a form, or a UPN.")
  private var search = Field(limit: 40)
  private var found: [FoundPupil] = []
  private var list = ListView<Pupil.ID>([], height: 10)

  var place: Command.Place { .findPupil }

  /// What is searched for.
  var searched: String { search.text }

  func questions(at desk: Desk) -> [Question] { search.isEmpty ? [] : [.pupils(search.text)] }

  private var current: FoundPupil? {
    list.current.flatMap { id in found.first { $0.pupil.id == id } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    guard command == .common(.open) else { return nil }
    guard let current else { return Bar("Nobody is chosen; type a name first") }
    return desk.denial(of: .viewPupil, current.relations)
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): current.map { [.perform(.ask(.year($0.pupil.id, nil)))] } ?? []
    case .common(.move): move(key, at: desk)
    case .common(.back): [.back]
    case .common, .today, .register, .answer, .year, .office: []
    }
  }

  private mutating func move(_ key: Key?, at desk: Desk) -> [Move] {
    list.height = max(Frame(desk.size, messageLines: 2, headers: 0).body.count, 1)
    if let key { _ = list.handle(key) }
    return []
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    let before = search.text
    guard search.handle(key) else { return nil }
    return search.text == before ? [] : ask()
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    search.insert(text)
    return ask()
  }

  private mutating func ask() -> [Move] {
    if search.isEmpty {
      found = []
      list.show([])
      say("Type the beginning of a name, legal or known-as, a form, or a UPN.")
      return []
    }
    return [.perform(.ask(.pupils(search.text)))]
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    if case .unavailable(let why) = answer { return refuse(why) }
    guard case .pupils(search.text, let pupils) = answer else { return [] }
    found = pupils
    list.show(pupils.map(\.pupil.id))
    say(
      pupils.isEmpty
        ? "Nobody on roll is called '\(search.text)'."
        : "\(pupils.count.of("pupil")); Enter opens the year.")
    return []
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + 1, headers: 0)
    TitleBar(["FIND A PUPIL", "FIND"], isPractice: desk.isPractice).draw(on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      var list = list
      list.height = max(body.size.rows, 1)
      for (line, index) in list.visible.enumerated() {
        guard let pupil = found.first(where: { $0.pupil.id == list.rows[index] }) else { continue }
        let style: Style = index == list.cursor ? .current : .plain
        body.write(list.marker(at: index), row: line, column: 0, style: style)
        let born = body.size.columns >= 60 ? "  born \(pupil.pupil.dateOfBirth.short)" : ""
        // The name gives way: the group is what tells two of one name apart.
        let rest = "  \(pupil.group)\(born)"
        let name = pupil.pupil.name.onRegister.cutName(to: body.size.columns - 2 - rest.columns)
        body.write(name + rest, row: line, column: 2, style: style)
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, above: "Name:", search, on: &canvas)
  }
}
