import Attendance
import Exchange
import Policies
import Screens
import Storage

extension LeaveCommand {
  /// Makes the letter of a request, or only shows its words.
  func makeLetter(of request: Int64, _ desk: OfficeDesk) throws {
    let person = desk.school.actor
    let leave = try desk.leave(request)
    guard let member = leave.pupil.flatMap({ desk.roll.member($0, on: desk.now.date) }) else {
      throw Refused("rollcall: the pupil of request \(request) is not on roll today")
    }
    let letter = try desk.leaveLetter(
      afterReturn ? .afterReturn : .decision, of: leave,
      to: to.map { try desk.contact($0, of: member) }, for: person)
    if preview { return try Output.print(letter.words + "\n") }
    let made = try desk.make(letter, by: person)
    try Output.print(
      RowTable(
        ["line", "upn", "date", "letter", "to", "file", "words"],
        rows: [
          [
            made.receipt.lines.first.map { .number(Int($0.number)) } ?? .empty,
            .code(member.pupil.upn.text), .date(desk.now.date), .code(letter.letter.id),
            .text(letter.contact.name), .code(made.file), .text(letter.words),
          ]
        ]), as: format)
  }
}
