import Attendance
import Policies

/// The form of a new list: one question after another, each with what Enter alone means.
struct ListForm: Hashable, Sendable {
  /// What is asked, in this order.
  enum Step: Int, CaseIterable, Hashable, Sendable {
    case name
    case pupils
    case code
    case nature
    case leader
    case place
    case from
    case through
  }

  private(set) var step = Step.name
  private(set) var list: AwayList
  /// What was typed at each question, so that going back loses nothing.
  private(set) var typed: [Step: String] = [:]
  private(set) var names = ""

  init(today: SchoolDate) {
    list = AwayList(name: "", from: Session(today, .am), through: Session(today, .pm))
  }

  /// The question, with what Enter alone means.
  var question: String {
    switch step {
    case .name: "A new list. What is it called?"
    case .pupils: "Who is on it? Forms, names or UPNs, with commas: 8B, 9A, Ada Abbott"
    case .code: "Off site as V, P, B, W, K or D? Enter alone: on site, like an exam hall"
    case .nature: "The nature of the activity? B and K state it; Enter alone: none"
    case .leader: "Who leads it? Their login; Enter alone: nobody"
    case .place: "Where is it? Enter alone: not said"
    case .from: "From when? 'tomorrow', '23 Mar pm'; Enter alone: today"
    case .through: "Until when? Enter alone: the end of that day"
    }
  }

  /// Takes the answer to the question; a sentence where it cannot be, nil where it can.
  ///
  /// A name that is taken is refused here, before seven more questions are answered.
  mutating func answer(_ text: String, today: SchoolDate, taken: [String]) -> String? {
    typed[step] = text
    switch step {
    case .name:
      if text.isEmpty { return "Type its name, or Esc." }
      if text.count > 40 { return "A name has at most 40 letters; type a shorter one." }
      if let other = taken.first(where: { $0.lowercased() == text.lowercased() }) {
        return "There is a group '\(other)' already; give the list another name."
      }
      list.name = text
    case .pupils:
      if text.isEmpty { return "Type forms, names or UPNs, or Esc." }
      names = text
    case .code: list.code = text.uppercased()
    case .nature: list.nature = text
    case .leader: list.leader = text
    case .place: list.place = text
    case .from:
      guard let day = DayPhrase(text.isEmpty ? "today" : text, from: today, today: today) else {
        return "Type a day like 'tomorrow', 'mon' or '23 Mar pm'."
      }
      list.from = day.first
      list.through = day.last
    case .through:
      guard !text.isEmpty else { return nil }
      guard let day = DayPhrase(text, from: list.from.date, today: today) else {
        return "Type a day like 'fri' or '27 Mar am'."
      }
      list.through = day.last
    }
    return nil
  }

  /// Goes to the question before; false before the first.
  mutating func previous() -> Bool {
    let skips = step == .leader && list.code.isEmpty
    guard let previous = Step(rawValue: step.rawValue - (skips ? 2 : 1)) else { return false }
    step = previous
    return true
  }

  /// Goes to the next question; false after the last.
  mutating func next() -> Bool {
    // On site there is no activity elsewhere whose nature would be asked.
    let skips = step == .code && list.code.isEmpty
    guard let next = Step(rawValue: step.rawValue + (skips ? 2 : 1)) else { return false }
    step = next
    return true
  }
}
