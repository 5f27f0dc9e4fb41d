import Attendance
import Policies
import Terminal

/// The late desk: name, Enter, reason, Enter; one line for each child in the queue.
struct LateScreen: Screen, Hashable {
  var message = Message("Type the name of whoever has come.")
  private var name = Field(limit: 40)
  private var found: [FoundPupil] = []
  private var list = ListView<Pupil.ID>([], height: 10)
  private var brief: PupilBrief?
  private var reason = Field(limit: 120)
  /// The last arrivals written here, the newest first.
  private var written: [String] = []

  var place: Command.Place { brief == nil ? .lateName : .lateReason }

  func questions(at desk: Desk) -> [Question] {
    if let brief { return [.brief(brief.pupil.id)] }
    return name.isEmpty ? [] : [.pupils(name.text)]
  }

  private var current: FoundPupil? {
    list.current.flatMap { id in found.first { $0.pupil.id == id } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    guard command == .common(.open) else { return nil }
    return current == nil ? Bar("Nobody is chosen; type a name first") : nil
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return current.map { [.perform(.ask(.brief($0.pupil.id)))] } ?? []
    case .common(.move):
      list.height = max(Frame(desk.size, messageLines: 2, headers: 0).body.count, 1)
      if let key { _ = list.handle(key) }
      return []
    case .common(.back): return [.back]
    case .answer(.accept): return arrive(at: desk)
    case .answer(.cancel):
      startAgain()
      say("Not written down. Type the next name.")
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  /// The act of the late desk: the arrival, with the mark that follows from the clock.
  private mutating func arrive(at desk: Desk) -> [Move] {
    guard let brief, let arrival = brief.arrival else { return [] }
    let act = Arrival(at: desk.now.time, window: arrival.window).act(
      of: brief.pupil.id, at: arrival.session, standing: arrival.standing,
      planned: arrival.planned, reason: reason.text, by: desk.person, now: desk.now)
    return [.perform(.keep(act))]
  }

  private mutating func startAgain() {
    brief = nil
    name.clear()
    reason.clear()
    found = []
    list.show([])
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    if brief != nil { return reason.handle(key) ? [] : nil }
    let before = name.text
    guard name.handle(key) else { return nil }
    return name.text == before ? [] : search()
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if brief != nil {
      reason.insert(text)
      return []
    }
    name.insert(text)
    return search()
  }

  private mutating func search() -> [Move] {
    if name.isEmpty {
      found = []
      list.show([])
      return []
    }
    return [.perform(.ask(.pupils(name.text)))]
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .pupils(name.text, let pupils):
      found = pupils
      list.show(pupils.map(\.pupil.id))
      if let current {
        say("\(current.pupil.name.onRegister) \(current.group): Enter takes, Up Down choose.")
      } else {
        say("Nobody on roll is called '\(name.text)'.")
      }
      return []
    case .brief(let brief): return take(brief, at: desk)
    case .kept(let act, let receipt):
      say(words(of: act, receipt))
      written.insert(message.text, at: 0)
      startAgain()
      message.text += " Type the next name."
      return []
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  private mutating func take(_ brief: PupilBrief, at desk: Desk) -> [Move] {
    guard let arrival = brief.arrival else {
      return refuse("No session is held for \(brief.pupil.name.onRegister) today; nothing to mark.")
    }
    let isNew = self.brief?.pupil.id != brief.pupil.id
    self.brief = brief
    guard isNew else { return [] }
    let act = Arrival(at: desk.now.time, window: arrival.window).act(
      of: brief.pupil.id, at: arrival.session, standing: arrival.standing,
      planned: arrival.planned, by: desk.person, now: desk.now)
    let mark = act.marks.first
    let outcome =
      mark.map { $0.code + ($0.minutes.map { ", \($0) minutes late" } ?? "") }
      ?? (arrival.standing.map { "\($0.code) stays" }
        ?? (arrival.planned.isEmpty
          ? "no mark, the register is not open" : "planned \(arrival.planned) stays"))
    say(
      "\(brief.pupil.name.onRegister) \(brief.group), \(arrival.session.half.name.lowercased()) "
        + "\(desk.now.time): \(outcome). Why late?")
    return []
  }

  private func words(of act: Act, _ receipt: Receipt) -> String {
    let name = brief?.pupil.name.onRegister ?? ""
    let mark = act.marks.first
    var text = "\(act.at.time) \(name): arrived"
    if let mark {
      text += ", \(mark.code)" + (mark.minutes.map { ", \($0) minutes late" } ?? "")
    }
    if !receipt.contradictions.isEmpty { text += "; another saw otherwise, the office settles" }
    if !receipt.outranked.isEmpty { text += "; kept beside what outranks it" }
    return text + "."
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + 1, headers: 0)
    TitleBar(["LATE DESK", "LATE"], state: ["\(desk.now.date.short)"], isPractice: desk.isPractice)
      .draw(on: &canvas)
    canvas.inside(frame.bodyArea) { drawBody(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    if brief == nil {
      frame.draw(message, above: "Name:", name, on: &canvas)
    } else {
      frame.draw(message, above: "Why:", reason, on: &canvas)
    }
  }

  /// Those found while a name is typed, else the arrivals written here.
  private func drawBody(on canvas: inout Canvas) {
    guard brief == nil, !found.isEmpty else {
      for (line, text) in written.prefix(canvas.size.rows).enumerated() {
        canvas.write(text.cut(to: canvas.size.columns - 1), row: line, column: 1)
      }
      return
    }
    var list = list
    list.height = max(canvas.size.rows, 1)
    for (line, index) in list.visible.enumerated() {
      guard let pupil = found.first(where: { $0.pupil.id == list.rows[index] }) else { continue }
      let style: Style = index == list.cursor ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      let rest = "  \(pupil.group)  born \(pupil.pupil.dateOfBirth.short)"
      let name = pupil.pupil.name.onRegister.cut(to: canvas.size.columns - 2 - rest.columns)
      canvas.write(name + rest, row: line, column: 2, style: style)
    }
  }
}
