import Attendance
import Policies
import Exchange
import Storage

/// Keeps an act of the office and prints what became of it.
struct OfficeAct {
  let school: OpenSchool
  let act: Act

  /// Keeps the act, and prints a row for each line of the day book and each mark.
  func perform(as format: RowTable.Format?) throws {
    let receipt = try school.keep(act)
    var table = RowTable(["line", "upn", "date", "kind", "what", "words"])
    let pupils = try school.store.roll().pupils
    func upn(_ pupil: Pupil.ID?) -> RowTable.Cell {
      .code(orEmpty: pupil.flatMap { pupils[$0] }?.upn.text)
    }
    for (id, line) in zip(receipt.lines, act.lines) {
      table.append([
        .number(Int(id.number)), upn(line.pupil), .date(line.date), .code(line.matter.kind),
        .text(line.matter.inWords), .text(orEmpty: line.words.isEmpty ? nil : line.words),
      ])
    }
    for mark in act.marks {
      let fate =
        receipt.outranked.contains(mark.pupil)
        ? ", kept beside what outranks it"
        : receipt.contradictions.contains(mark.pupil) ? ", to be settled by the office" : ""
      table.append([
        .empty, upn(mark.pupil), .date(mark.session.date), .code("mark"),
        .text("\(mark.session.half.rawValue) \(mark.code)\(fate)"),
        .text(orEmpty: mark.reason.isEmpty ? nil : mark.reason),
      ])
    }
    try Output.print(table, as: format)
  }
}
