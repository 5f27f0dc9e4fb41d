import Attendance
import Policies
import Terminal

/// The late desk: name, Enter, reason, Enter; one line for each child in the queue.
struct LateScreen: Screen, Hashable {
  var message = Message("Type the name of whoever has come.")
  private(set) var name = Field(limit: 40)
  private(set) var found: [FoundPupil] = []
  private(set) var list = ListView<Pupil.ID>([], height: 10)
  private(set) var brief: PupilBrief?
  private(set) var reason = Field(limit: 120)
  private(set) var time = Field(limit: 8)
  private(set) var broughtBy = Field(limit: 60)
  /// Which of the three is being typed.
  private(set) var typing = Typing.reason
  /// Who came last, whose slip can be printed.
  private var last: Pupil?
  /// The last arrivals written here, the newest first.
  private(set) var written: [String] = []

  /// What is typed of an arrival; only the reason is asked for, the others by Tab.
  enum Typing: Hashable, Sendable {
    case reason
    case time
    case broughtBy
  }

  var place: Command.Place { brief == nil ? .lateName : .lateReason }

  func questions(at desk: Desk) -> [Question] {
    if let brief { return [.brief(brief.pupil.id)] }
    return name.isEmpty ? [] : [.pupils(name.text)]
  }

  private var current: FoundPupil? {
    list.current.flatMap { id in found.first { $0.pupil.id == id } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open): return current == nil ? Bar("Nobody is chosen; type a name first") : nil
    case .office(.lateBook): return desk.denial(of: .viewRegister, [])
    case .office(.slip):
      return last == nil ? Bar("Nobody has been written down here yet") : nil
    case .common, .today, .register, .answer, .year, .office: return nil
    }
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
    case .answer(.nextField):
      typing = typing == .reason ? .time : typing == .time ? .broughtBy : .reason
      return []
    case .office(.lateBook): return HandoutScreen.opening(.lateBook)
    case .office(.slip):
      return last.map { pupil in
        let request = Handout.Request(.lateSlip, about: pupil.upn.text)
        return [.perform(.ask(.site(.handout(request))))]
      } ?? []
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
    if typing == .reason, reason.text.looksLikeTime, let came = TimeOfDay.typed(reason.text) {
      time = Field("\(came)", limit: 8)
      reason.clear()
      return refuse("\(came) is when they came, and stands as the time. Why late?")
    }
    guard let came = time.isEmpty ? desk.now.time : TimeOfDay.typed(time.text) else {
      return refuse("'\(time.text)' is no time; write it like 08:50, or nothing for now.")
    }
    if came > desk.now.time { return refuse("\(came) is still to come; write when they came.") }
    if !time.isEmpty, came < arrival.window.opens {
      let half = arrival.session.half.name.lowercased()
      return refuse(
        "\(came) is before the register of the \(half) opened at \(arrival.window.opens).")
    }
    let act = Arrival(at: came, window: arrival.window).act(
      of: brief.pupil.id, at: arrival.session, standing: arrival.standing,
      planned: arrival.planned, reason: reason.text,
      broughtBy: broughtBy.text.split(separator: " ").joined(separator: " "), by: desk.person,
      now: desk.now)
    return [.perform(.keep(act))]
  }

  private mutating func startAgain() {
    brief = nil
    name.clear()
    reason.clear()
    time.clear()
    broughtBy.clear()
    typing = .reason
    found = []
    list.show([])
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    if brief != nil {
      switch typing {
      case .reason: return reason.handle(key) ? [] : nil
      case .time: return time.handle(key) ? [] : nil
      case .broughtBy: return broughtBy.handle(key) ? [] : nil
      }
    }
    let before = name.text
    guard name.handle(key) else { return nil }
    return name.text == before ? [] : search()
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if brief != nil {
      switch typing {
      case .reason: reason.insert(text)
      case .time: time.insert(text)
      case .broughtBy: broughtBy.insert(text)
      }
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
      last = brief?.pupil
      startAgain()
      message.text += " Type the next name."
      return []
    case .site(.handout(_, let slip)): return [.perform(.write(slip, as: .sheet))]
    case .site(.written(let file)):
      say("The slip lies in \(file); print it from there. Type the next name.")
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
        + "\(desk.now.time): \(outcome). Why late?"
        + (arrival.lateLunch.map { " Lunch: \($0)." } ?? "")
    )
    return []
  }

  private func words(of act: Act, _ receipt: Receipt) -> String {
    let name = brief?.pupil.name.onRegister ?? ""
    let mark = act.marks.first
    var came = act.at.time
    if case .arrival(let arrival) = act.lines.first?.matter { came = arrival.time }
    var text = "\(came) \(name): arrived"
    if let mark {
      text += ", \(mark.code)" + (mark.minutes.map { ", \($0) minutes late" } ?? "")
    }
    if !receipt.contradictions.isEmpty { text += "; another saw otherwise, the office settles" }
    if !receipt.outranked.isEmpty { text += "; kept beside what outranks it" }
    return text + "."
  }
}

extension LateScreen: ShowingMarks {
  func shownMark(at desk: Desk) -> ShownMark? {
    if let brief {
      return ShownMark(
        brief.pupil, brief.arrival.map { .at($0.session) } ?? .lastOf(desk.now.date))
    }
    return (current?.pupil ?? last).map { ShownMark($0, .lastOf(desk.now.date)) }
  }
}
