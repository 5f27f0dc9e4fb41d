import Attendance
import Policies
import Terminal

/// LISTS: everybody away from the form, place by place, and who has confirmed them.
struct ListsScreen: Screen, Hashable {
  var message = Message()
  var day: AwayDay?
  var list = ListView<String>([], height: 10)
  /// The place whose pupils are shown, or nil while the places are.
  var opened: String?
  var pupils = ListView<Pupil.ID>([], height: 10)
  /// The session that is looked back at, or nil for what is now and to come.
  var session: Session?
  /// The pupils of the opened place who are said not to be there.
  var missing: Set<Pupil.ID> = []
  /// What is typed, or nil.
  var typing: Typing?
  var field = Field(limit: 200)

  /// What is typed for.
  enum Typing: Hashable, Sendable {
    case says(isConfirming: Bool)
    case names
    case ending
    case new(ListForm)
  }

  private init(_ opened: String?) { self.opened = opened }

  /// Opens the screen, at a place where one is named.
  static func opening(at place: String? = nil) -> [Move] {
    [.open(.lists(ListsScreen(place))), .perform(.ask(.away(at: nil)))]
  }

  var place: Command.Place {
    typing != nil ? .listText : opened == nil ? .lists : .listPupils
  }

  func questions(at desk: Desk) -> [Question] { [.away(at: session)] }

  /// The place that is opened, or the one the cursor is on.
  var current: AwayDay.Place? {
    let name = opened ?? list.current
    return day?.places.first { $0.name == name }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    let works = current?.isLed == true ? nil : desk.denial(of: .confirmElsewhere, [])
    switch command {
    case .common(.open): return current == nil ? Bar("Nobody is on a list; n makes one") : nil
    case .office(.earlierDay):
      return day?.earlier == nil ? Bar("There is no session before this one") : nil
    case .office(.laterDay):
      return session == nil ? Bar("These are the lists of now and to come") : nil
    case .office(.newList): return desk.denial(of: .editGroups, [])
    case .office(.endList):
      return current?.list == nil
        ? Bar("Choose a list; a provider is ended by its plans") : desk.denial(of: .editGroups, [])
    case .office(.toggle):
      return current?.members.isEmpty == false ? works : Bar("Nobody is on this list")
    case .office(.confirmList):
      guard let current, current.isOffSite else {
        return Bar("This list is on site; its leader takes its register like any other")
      }
      return current.members.isEmpty ? Bar("Nobody is on this list") : works
    case .office(.takeOff):
      guard current?.list != nil else {
        return Bar("A provider's pupils are no list to be taken off")
      }
      return missing.isEmpty ? Bar("Mark with Space who is to be taken off first") : works
    case .office(.putOn):
      guard let current, current.list != nil else { return Bar("This is no list to put pupils on") }
      return current.isLed ? nil : desk.denial(of: .editGroups, [])
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return open(at: desk)
    case .common(.move): return move(key, at: desk)
    case .common(.back): return back()
    case .office(.earlierDay): return look(at: day?.earlier)
    case .office(.laterDay): return look(at: day?.later)
    case .office(.newList): return ask(.new(ListForm(today: desk.now.date)))
    case .office(.endList): return ask(.ending)
    case .office(.toggle): return toggle()
    case .office(.confirmList): return ask(.says(isConfirming: true))
    case .office(.takeOff): return ask(.says(isConfirming: false))
    case .office(.putOn): return ask(.names)
    case .answer(.accept): return accept(at: desk)
    case .answer(.cancel): return cancel()
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func open(at desk: Desk) -> [Move] {
    guard let current else { return [] }
    opened = current.name
    missing = []
    pupils = ListView(current.members.map(\.pupil.id), height: rows(desk.size))
    say("\(current.name): \(current.words)")
    return []
  }

  private mutating func move(_ key: Key?, at desk: Desk) -> [Move] {
    if opened == nil {
      list.height = rows(desk.size)
      if let key { _ = list.handle(key) }
    } else {
      pupils.height = rows(desk.size)
      if let key { _ = pupils.handle(key) }
    }
    return []
  }

  /// Shows another session; those marked as not there were of the one before.
  private mutating func look(at session: Session?) -> [Move] {
    self.session = session
    missing = []
    message = Message()
    return [.perform(.ask(.away(at: session)))]
  }

  private mutating func back() -> [Move] {
    guard opened != nil else { return [.back] }
    opened = nil
    missing = []
    message = Message()
    return []
  }

  private mutating func toggle() -> [Move] {
    guard let pupil = pupils.current else { return [] }
    if missing.remove(pupil) == nil { missing.insert(pupil) }
    let there = (current?.members.count ?? 0) - missing.count
    say("\(there) there, \(missing.count) not. c confirms, o takes those marked off.")
    _ = pupils.handle(.down)
    return []
  }

  private mutating func ask(_ typing: Typing) -> [Move] {
    self.typing = typing
    field.clear()
    switch typing {
    case .says(let isConfirming):
      let count = isConfirming ? (current?.members.count ?? 0) - missing.count : missing.count
      say(
        isConfirming
          ? "\(count) are there, \(missing.count) are not. Who says so? Enter alone: you"
          : "\(count) come off the list, blank in their forms. Who says so? Enter alone: you")
    case .names: say("Who is put on? Forms, names or UPNs, with commas")
    case .ending: say("Everybody on it is due in their form again. Type end, or Esc.")
    case .new(let form):
      field.insert(form.typed[form.step] ?? "")
      say(form.question)
    }
    return []
  }

  /// One question of the form back, or out of what is typed.
  private mutating func cancel() -> [Move] {
    if case .new(var form) = typing, form.previous() { return ask(.new(form)) }
    typing = nil
    field.clear()
    say("Nothing was changed.")
    return []
  }

  private mutating func accept(at desk: Desk) -> [Move] {
    let text = field.text.split(separator: " ").joined(separator: " ")
    switch typing {
    case .new(let form): return take(text, in: form, today: desk.now.date)
    case .says(let isConfirming):
      guard let current else { return [] }
      let says = text.isEmpty ? desk.person.name : text
      return deed(
        isConfirming
          ? .confirm(place: current.name, notThere: missing, says: says, at: current.session)
          : .takeOff(list: current.name, missing, says: says, at: current.session))
    case .names:
      guard let current, !text.isEmpty else { return refuse("Type forms, names or UPNs, or Esc.") }
      return deed(.putOn(list: current.name, names: text))
    case .ending:
      guard let current, text.lowercased() == "end" else {
        return refuse("Type end to end the list, or Esc.")
      }
      return deed(.end(list: current.name))
    case nil: return []
    }
  }

  private mutating func take(_ text: String, in form: ListForm, today: SchoolDate) -> [Move] {
    var form = form
    if let fault = form.answer(text, today: today, taken: day?.taken ?? []) { return refuse(fault) }
    // Kept here too, so that going back after a refusal finds what was typed.
    typing = .new(form)
    guard form.next() else { return deed(.make(form.list, names: form.names)) }
    return ask(.new(form))
  }

  /// Hands the deed on; what was typed stays until it is done.
  private mutating func deed(_ deed: AwayDeed) -> [Move] { [.perform(.away(deed))] }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    guard typing != nil else { return nil }
    return field.handle(key) ? [] : nil
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard typing != nil else { return refuse("A paste does nothing here.") }
    field.insert(text)
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .away(let day):
      self.day = day
      list.height = rows(desk.size)
      list.show(day.places.map(\.name))
      if let current, opened != nil {
        pupils.height = rows(desk.size)
        pupils.show(current.members.map(\.pupil.id))
        missing.formIntersection(current.members.map(\.pupil.id))
      } else {
        opened = nil
      }
      if message.text.isEmpty {
        say(day.places.isEmpty ? nobody : summary)
      }
      return []
    case .awayDone(let sentence):
      typing = nil
      field.clear()
      missing = []
      say(sentence)
      return [.perform(.ask(.away(at: session)))]
    case .notKept(let why), .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  private var nobody: String {
    session.map { "Nobody was away from the form then, \($0.inWords)." }
      ?? "Nobody is away from the form today. n makes a list."
  }

  private var summary: String {
    let places = day?.places ?? []
    let open = places.map { $0.count("expected") }.reduce(0, +)
    return "\(places.count.of("place")), \(open) still to confirm."
  }

  func rows(_ size: Size) -> Int {
    max(Frame(size, messageLines: Frame.lines(of: message, size)).body.count, 1)
  }
}
