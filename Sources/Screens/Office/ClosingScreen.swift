import Attendance
import Policies
import Terminal

/// CLOSE THE SCHOOL: three questions one after another, what it would touch, and one Enter.
struct ClosingScreen: Screen, Hashable {
  /// What is asked.
  enum Step: Hashable, Sendable {
    case extent
    case part
    case names
    case sessions
    case days
    case decided
    case reason
    case preview(Closing, [String])
    case whichBack
    case whyBack(StandingClosure)
    case previewBack(StandingClosure, Reopening)
  }

  var message = Message()
  /// The answers so far.
  var words = ClosureWords()
  var field = Field(limit: 100)
  /// The closures that stand and can be taken back.
  var closures: [StandingClosure] = []
  /// The next school day where that is not tomorrow, or nil.
  var nextDay: SchoolDate?
  /// The questions answered, the one asked now last.
  var steps: [Step] = [.extent]

  private init() {}

  /// Opens the screen and asks what stands closed already.
  static func opening() -> [Move] {
    [.open(.closing(ClosingScreen())), .perform(.ask(.closures))]
  }

  var step: Step { steps[steps.count - 1] }

  var place: Command.Place {
    switch step {
    case .extent, .part, .sessions, .whichBack: .closing
    case .names, .days, .decided, .reason, .whyBack: .closingText
    case .preview, .previewBack: .closingPreview
    }
  }

  func questions(at desk: Desk) -> [Question] {
    if case .preview = step { return [.closing(words)] }
    return []
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    command == .answer(.accept) ? desk.denial(of: .closeSchool, []) : nil
  }

  func label(of command: Command.ID) -> String? {
    command == .office(.choose) ? "1-\(max(choices.count, 1))" : nil
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .office(.choose): return choose(key, at: desk)
    case .answer(.accept): return accept(at: desk)
    case .answer(.cancel): return stepBack()
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  /// One question back; from the first one out of the screen.
  private mutating func stepBack() -> [Move] {
    field.clear()
    message = Message()
    guard steps.count > 1 else { return [.back] }
    steps.removeLast()
    return []
  }

  mutating func go(_ step: Step) -> [Move] {
    field.clear()
    message = Message()
    steps.append(step)
    return []
  }

  /// The lines among which a digit chooses.
  var choices: [String] {
    switch step {
    case .extent:
      [
        "Nobody could come: the whole school is closed (Y4 for all)",
        "A part was open: only those who could not be accommodated (Y3)",
        "Planned ahead, from tomorrow on: into the calendar (#)",
      ] + (closures.isEmpty ? [] : ["Take back a closure that stands"])
    case .part:
      words.extent == .planned
        ? ["The whole school", "Whole years"]
        : ["A campus", "Years", "Forms or groups", "Single pupils"]
    case .sessions:
      [
        "Today, morning and afternoon", "This morning only", "This afternoon only",
        "\(nextDay.map { "\($0.weekday.name) \($0.short)" } ?? "Tomorrow"), morning and afternoon",
        "Other days",
      ]
    case .whichBack: closures.prefix(9).map(\.words)
    case .names, .days, .decided, .reason, .preview, .whyBack, .previewBack: []
    }
  }

  private mutating func choose(_ key: Key?, at desk: Desk) -> [Move] {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue,
      choices.indices.contains(number - 1)
    else { return refuse("Press one of the digits shown, or Esc.") }
    switch step {
    case .extent: return chooseExtent(number)
    case .part: return choosePart(number)
    case .sessions: return chooseSessions(number, today: desk.now.date)
    case .whichBack: return go(.whyBack(closures[number - 1]))
    case .names, .days, .decided, .reason, .preview, .whyBack, .previewBack: return []
    }
  }

  private mutating func chooseExtent(_ number: Int) -> [Move] {
    if number == 4 { return go(.whichBack) }
    words.extent = ClosureAnswers.Extent.allCases[number - 1]
    words.part = nil
    words.names = ""
    return go(words.extent == .nobody ? .sessions : .part)
  }

  private mutating func choosePart(_ number: Int) -> [Move] {
    if words.extent == .planned {
      words.part = number == 1 ? nil : .years
      return go(number == 1 ? .days : .names)
    }
    words.part = [.campus, .years, .groups, .pupils][number - 1]
    return go(.names)
  }

  private mutating func chooseSessions(_ number: Int, today: SchoolDate) -> [Move] {
    let day = number == 4 ? nextDay ?? today.adding(days: 1) : today
    if number == 5 { return go(.days) }
    words.from = Session(day, number == 3 ? .pm : .am)
    words.through = Session(day, number == 2 ? .am : .pm)
    return go(.decided)
  }

  private mutating func accept(at desk: Desk) -> [Move] {
    let text = field.text.split(separator: " ").joined(separator: " ")
    switch step {
    case .names:
      if text.isEmpty { return refuse("Type the names, with commas, or Esc.") }
      words.names = text
      return go(words.extent == .planned ? .days : .sessions)
    case .days: return takeDays(text, today: desk.now.date)
    case .decided: return takeDecided(text, at: desk)
    case .reason:
      if text.isEmpty { return refuse("A closure states its reason: type it, or Esc.") }
      words.reason = text
      return [.perform(.ask(.closing(words)))]
    case .preview(let closing, _): return [.perform(.close(closing))]
    case .whyBack(let closure):
      if text.isEmpty { return refuse("Say why it is taken back, or Esc.") }
      return [.perform(.ask(.reopening(closure.line, because: text)))]
    case .previewBack(let closure, let reopening):
      return [.perform(.reopen(closure.line, reopening))]
    case .extent, .part, .sessions, .whichBack: return []
    }
  }

  private mutating func takeDays(_ text: String, today: SchoolDate) -> [Move] {
    let parts = text.split(separator: " to ").map(String.init)
    let start = words.extent == .planned ? today.adding(days: 1) : today
    guard let first = parts.first, parts.count <= 2,
      let from = DayPhrase(first, from: start, today: today),
      let through = DayPhrase(parts.last ?? first, from: from.date, today: today)
    else { return refuse("Type a day like 'mon', '23 Mar pm' or '23 Mar to 24 Mar am', or Esc.") }
    words.from = from.first
    words.through = through.last
    return go(.decided)
  }

  private mutating func takeDecided(_ text: String, at desk: Desk) -> [Move] {
    words.decided = nil
    if !text.isEmpty {
      guard let time = TimeOfDay(text.count == 4 ? "0" + text : text) else {
        return refuse("Type a time like 07:10, or Enter alone for now.")
      }
      words.decided = Instant(desk.now.date, time)
    }
    return go(.reason)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    guard place == .closingText else { return refuse("Press one of the keys shown, or Esc.") }
    return field.handle(key) ? [] : nil
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard place == .closingText else { return refuse("A paste does nothing here.") }
    field.insert(text)
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .closures(let closures, let next):
      nextDay = next == desk.now.date.adding(days: 1) ? nil : next
      self.closures = closures
      return []
    case .closing(let closing, let sentences):
      if case .preview = step { steps.removeLast() }
      return go(.preview(closing, sentences))
    case .reopening(let line, let reopening):
      guard case .whyBack(let closure) = step, closure.line == line else { return [] }
      return go(.previewBack(closure, reopening))
    case .kept(let act, let receipt):
      let count = act.marks.count
      steps = [.extent]
      words = ClosureWords()
      say(
        "\(act.detail.isEmpty ? "Closure" : act.detail) kept at \(act.at.time) as line "
          + "\(receipt.lines.first?.number ?? 0): \(count) marks in one act. Esc goes back.")
      return [.perform(.ask(.closures))]
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }
}
