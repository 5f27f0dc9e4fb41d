import Attendance
import Exchange
import Policies
import Storage

/// The rows of returns to the authority: who, why, where they live and with whom.
struct ReturnRows {
  private let desk: PaperDesk

  init(_ desk: PaperDesk) {
    self.desk = desk
  }

  /// A row for each item, by due date: what the register knows of the pupil for that return.
  ///
  /// Regulation 13 of the 2024 Regulations asks for the parents the pupil lives with; those who may
  /// not be contacted are parents all the same and stand in it.
  func table(_ items: [DueItem]) throws -> RowTable {
    var table = RowTable([
      "return", "due", "since", "value", "made", "upn", "surname", "forename", "date_of_birth",
      "sex", "year_group", "form", "address", "starts", "ends", "last_school", "parents",
    ])
    let today = desk.school.clock.now.date
    for item in items {
      guard let pupil = desk.roll.pupils[item.pupil] else { continue }
      let enrolment = desk.roll.enrolments[pupil.id]?.last
      let day = min(enrolment?.ends ?? today, max(today, enrolment?.starts ?? today))
      let then = desk.roll.particulars(of: pupil.id, on: day)
      let parents = try desk.school.store.contacts(of: pupil.id).filter {
        $0.parentalResponsibility == true || $0.livesWith == true
      }
      table.append([
        .code(item.what), .date(item.due), .date(item.since),
        .text(orEmpty: item.value.isEmpty ? nil : item.value), .text(orEmpty: item.settled),
        .code(pupil.upn.text), .text(pupil.name.surname), .text(pupil.name.forename),
        .date(pupil.dateOfBirth), .text(orEmpty: pupil.sex.isEmpty ? nil : pupil.sex),
        .code(orEmpty: then?.yearGroup.description), .text(orEmpty: then?.group),
        .text(orEmpty: then?.characteristics[.address]), .date(enrolment?.starts),
        .date(enrolment?.ends),
        .text(orEmpty: pupil.lastSchool.isEmpty ? nil : pupil.lastSchool),
        .text(orEmpty: parents.isEmpty ? nil : parents.map(Self.words).joined(separator: "; ")),
      ])
    }
    return table
  }

  private static func words(_ contact: Contact) -> String {
    let home = contact.livesWith == true ? "lives with" : ""
    return [contact.name, contact.relationship, home, contact.phone].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
