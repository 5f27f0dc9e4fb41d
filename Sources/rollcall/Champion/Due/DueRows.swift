import Attendance
import Exchange
import Policies

/// The rows that what falls due is printed as.
struct DueRows {
  private let desk: DueDesk

  init(_ desk: DueDesk) {
    self.desk = desk
  }

  /// A row for each item, by due date.
  func table(_ items: [DueItem]) -> RowTable {
    var table = RowTable([
      "due", "kind", "upn", "surname", "forename", "form", "what", "since", "value", "next",
      "owner", "state", "number",
    ])
    for item in items {
      guard let pupil = desk.desk.roll.pupils[item.pupil] else { continue }
      let member = desk.desk.roll.member(item.pupil, on: desk.date)
      table.append([
        .date(item.due), .code(item.kind.rawValue), .code(pupil.upn.text),
        .text(pupil.name.surname), .text(pupil.name.forename),
        .text(orEmpty: member?.particulars.group), .code(item.what), .date(item.since),
        .text(orEmpty: item.value.isEmpty ? nil : item.value), .text(item.next),
        .text(
          orEmpty: item.owner.role.isEmpty && item.owner.login.isEmpty
            ? nil : desk.cases.name(of: item.owner)),
        .text(item.state(on: desk.date).inWords),
        .number(orEmpty: item.line.map { Int($0.number) }),
      ])
    }
    return table
  }
}
