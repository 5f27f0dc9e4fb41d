import Attendance
import Terminal

/// Whom the office may ring about a pupil: in their order, with all that whoever rings must know.
///
/// Only those who may be told stand here (U6).
struct ContactPanel: Hashable, Sendable {
  let brief: PupilBrief
  /// How many contacts the policy asks for.
  let atLeast: Int

  func draw(on canvas: inout Canvas) {
    let size = canvas.size
    let width = max(size.columns - 2, 1)
    canvas.write(
      "\(brief.pupil.name.onRegister) \(brief.group)".cut(to: width), row: 0, column: 1,
      style: .heading)
    let room = max(size.rows - 1, 0)
    var lines = lines(width, isShort: false)
    if lines.count > room { lines = self.lines(width, isShort: true) }
    if lines.count > room, room > 0 {
      let left = lines.count - room + 1
      lines = lines.prefix(room - 1) + ["+\(left) more lines: rollcall contacts".cut(to: width)]
    }
    for (row, line) in lines.prefix(room).enumerated() {
      canvas.write(line, row: row + 1, column: 1)
    }
    canvas.cursor = Position(row: 0, column: 1)
  }

  /// Each contact on a line, with what must be known of them below it, or behind it where there is
  /// little room.
  private func lines(_ width: Int, isShort: Bool) -> [String] {
    let contacts = brief.contacts.prefix(8).enumerated().flatMap { index, contact in
      let known = [contact.name, contact.relationship, contact.phone].filter { !$0.isEmpty }
      let first = "\(index + 1) " + known.joined(separator: ", ")
      if isShort {
        return [([first] + contact.facts).joined(separator: ", ").cut(to: width)]
      }
      let facts = contact.facts.joined(separator: ", ")
      return first.wrapped(to: width) + (facts.isEmpty ? [] : indented(facts, width))
    }
    let few =
      brief.contacts.count < atLeast
      ? ["Only \(brief.contacts.count) who may be told; the policy asks for \(atLeast) contacts."]
      : []
    let heed = brief.concerns.isEmpty ? [] : ["Heed: " + brief.concerns.joined(separator: ", ")]
    let tried = brief.attempts.map { "Tried \($0.at.time): \($0.matter.inWords)" }
    return contacts
      + (few + heed + tried).flatMap {
        isShort ? [$0.cut(to: width)] : $0.wrapped(to: width)
      }
  }

  private func indented(_ text: String, _ width: Int) -> [String] {
    text.wrapped(to: max(width - 2, 1)).map { "  " + $0 }
  }
}
