public import Attendance

/// A register on paper, to be filled in by hand and typed later (U16).
///
/// At most 80 columns: number, name as the pupil is known, what is planned, and room for the code,
/// the minutes late and a note.
public struct BlankRegisterSheet: Sendable {
  private let school: String
  private let register: Register
  private let elsewhere: [String]

  /// The paper of that register; those elsewhere are of the group and on a list.
  public init(school: String, _ register: Register, elsewhere: [String] = []) {
    self.school = school
    self.register = register
    self.elsewhere = elsewhere
  }

  /// The sheet, each line ended by a line feed.
  public var text: String {
    let key = register.key
    let taker = register.taker.isEmpty ? "" : "  \(register.taker)"
    let room = register.room.isEmpty ? "" : "  room \(register.room)"
    let planned = register.rows.indices.count { register.isPlanned(at: $0) }
    var text = "REGISTER \(key.group)\(taker)\(room)  \(school)\n"
    text += "\(key.session.date.inWords), \(key.session.half.name.lowercased())"
    text += register.window.map { ".  Opens \($0.opens), closes \($0.closes)" } ?? ""
    text += ".\n\(register.rows.count) pupils, \(planned) expected absent.\n"
    text += "Write / for present, L and minutes, N for not here.\n\n"
    text += "      " + padded("Name", Self.name) + padded("Planned", Self.planned)
    text += padded("Code", 7) + padded("Min", 7) + "Note\n"
    for row in register.rows.indices { text += line(row) }
    if !elsewhere.isEmpty { text += "\nElsewhere, not marked here: \(names)\n" }
    text += "\nSeen by (name) ____________________________  at (time) ________\n"
    text += "\nSignature      ____________________________  typed by ________  at ______\n"
    return text
  }

  private static let name = 28
  private static let planned = 14

  private func line(_ row: Int) -> String {
    let line = register.rows[row]
    let alike = register.lookAlikes[row].map { " (\($0))" } ?? ""
    let plan = register.isPlanned(at: row) ? line.plan : nil
    let number = String(row + 1)
    return String(repeating: " ", count: max(3 - number.count, 0)) + number + "   "
      + padded(
        clipped(line.pupil.name.onRegister, Self.name - 1 - DisplayWidth.of(alike)) + alike,
        Self.name)
      + padded(plan.map { "\($0.code) \(words(of: $0.source))" } ?? "", Self.planned)
      + padded("____", 7) + padded("____", 7) + "______________\n"
  }

  /// Where the knowledge comes from; what a family said stands on no paper that lies about.
  private func words(of source: Plan.Source) -> String {
    switch source {
    case .report: "told"
    case .leave: "leave"
    case .timetable: "timetable"
    case .visit: "visit"
    case .list: "list"
    case .suspension: "suspended"
    case .closure: "closed"
    }
  }

  private var names: String { elsewhere.map { DisplayWidth.safe($0) }.joined(separator: "; ") }

  private func clipped(_ text: String, _ width: Int) -> String {
    var text = DisplayWidth.safe(text)
    while DisplayWidth.of(text) > max(width, 1), !text.isEmpty { text.removeLast() }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - DisplayWidth.of(text), 1))
  }
}
