import Attendance
import Policies
import Terminal

/// What the office asks of a pass.
public struct PassOrder: Hashable, Sendable {
  /// The name, as it is to stand in the register.
  public var name = ""
  /// The position.
  public var position = ""
  /// The groups whose registers they take.
  public var groups: [String] = []
  /// A time of today, a date, or nothing for the end of today.
  public var until = ""
}

/// A pass that is put together by four questions, and then shown once to be copied or printed.
struct PassScreen: Screen, Hashable {
  private enum Step: Int, CaseIterable {
    case name, groups, position, until
  }

  var message: Message
  private var step = Step.name
  private var order = PassOrder()
  private var field = Field(limit: 80)
  /// The pass as it is handed over; empty while none was issued here.
  private(set) var issued: [String] = []
  /// The passes that hold today.
  private(set) var standing: [String] = []
  private let usualGroup: String
  private static let usualPosition = "Cover teacher"

  /// The questions, with the group of the register that was looked at as the usual one.
  static func opening(for group: String?) -> [Move] {
    [.open(.pass(PassScreen(for: group ?? ""))), .perform(.ask(.passes))]
  }

  private init(for group: String) {
    usualGroup = group
    message = Message("Whose pass is it? Type the name as it is to stand in the register.")
  }

  var place: Command.Place { .passForm }

  func questions(at desk: Desk) -> [Question] { [.passes] }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .answer(.accept): return accept()
    case .common(.back):
      guard let before = Step(rawValue: step.rawValue - 1) else { return [.back] }
      turn(to: before)
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func accept() -> [Move] {
    let typed = field.text.split(separator: " ").joined(separator: " ")
    switch step {
    case .name:
      if typed.isEmpty { return refuse("Type the name, or Esc.") }
      order.name = typed
      issued = []
    case .groups:
      order.groups = (typed.isEmpty ? usualGroup : typed).split(separator: ",").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      if order.groups.isEmpty { return refuse("Type the group or groups, with commas.") }
    case .position: order.position = typed.isEmpty ? Self.usualPosition : typed
    case .until:
      order.until = typed
      say("Issuing.")
      return [.perform(.issuePass(order))]
    }
    turn(to: Step(rawValue: step.rawValue + 1) ?? .name)
    return []
  }

  private mutating func turn(to step: Step) {
    self.step = step
    field.clear()
    switch step {
    case .name: say("Whose pass is it? Type the name as it is to stand in the register.")
    case .groups:
      say(
        "Which registers does \(order.name) take? With commas"
          + (usualGroup.isEmpty ? "." : "; Enter alone: \(usualGroup)."))
    case .position: say("In what position? Enter alone: \(Self.usualPosition).")
    case .until: say("Until when? 15:30, or 2026-11-20; Enter alone: the end of today.")
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? { field.handle(key) ? [] : nil }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    field.insert(text)
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    if case .passes(let lines) = answer { standing = lines }
    if case .passIssued(let lines) = answer {
      issued = lines
      order = PassOrder()
      turn(to: .name)
      say("Copy or hand over the pass: it is shown once. Type the next name, or Esc.")
      return [.perform(.ask(.passes))]
    }
    return []
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + 1, headers: 0)
    TitleBar(["DAY PASS  \(desk.policy.school.name)", "DAY PASS"], isPractice: desk.isPractice)
      .draw(on: &canvas)
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, above: label, field, on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      for (row, line) in lines.prefix(body.size.rows).enumerated() {
        body.write(line.cut(to: max(body.size.columns - 2, 1)), row: row, column: 1)
      }
    }
  }

  private var label: String {
    switch step {
    case .name: "Name:"
    case .groups: "Groups:"
    case .position: "Position:"
    case .until: "Until:"
    }
  }

  private var lines: [String] {
    if !issued.isEmpty { return issued }
    let answers = [
      ("Name", order.name), ("Groups", order.groups.joined(separator: ", ")),
      ("Position", order.position),
    ].prefix(step.rawValue).map { "\($0.0): \($0.1)" }
    let known = standing.isEmpty ? ["No pass holds today."] : ["Passes that hold:"] + standing
    return answers + (answers.isEmpty ? [] : [""]) + known
  }
}
