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
  /// not be contacted are parents all the same and stand in it. Of a child who comes it asks for
  /// everything the admission register holds, of one who leaves for where they go: those columns stay
  /// empty in returns about absence, which ask for name and address.
  func table(_ items: [DueItem]) throws -> RowTable {
    var table = RowTable([
      "return", "due", "since", "value", "made", "upn", "surname", "forename", "date_of_birth",
      "sex", "year_group", "form", "address", "starts", "ends", "last_school", "parents",
      "last_school_address", "second_address", "new_address", "other_school", "boarder", "deletion",
    ])
    let today = desk.school.clock.now.date
    for item in items {
      guard let pupil = desk.roll.pupils[item.pupil] else { continue }
      let enrolment = enrolment(of: item)
      let day = min(enrolment?.ends ?? today, max(today, enrolment?.starts ?? today))
      let then = desk.roll.particulars(of: pupil.id, on: day)
      let parents = try desk.school.store.contacts(of: pupil.id).filter {
        $0.livesWith == true || $0.isParent
      }
      table.append(
        [
          .code(item.what), .date(item.due), .date(item.since),
          .text(orEmpty: item.value.orNil), .text(orEmpty: item.settled),
          .code(pupil.upn.text), .text(pupil.name.surname), .text(pupil.name.forename),
          .date(pupil.dateOfBirth), .text(orEmpty: pupil.sex.orNil),
          .code(orEmpty: then?.yearGroup.description), .text(orEmpty: then?.group),
          .text(orEmpty: then?.characteristics[.address]), .date(enrolment?.starts),
          .date(enrolment?.ends), .text(orEmpty: pupil.lastSchool.orNil),
          .text(orEmpty: parents.map(\.asParent).joined(separator: "; ").orNil),
        ] + (try admission(of: item, enrolment)))
    }
    return table
  }

  /// The time on roll that came or went, or the one in which an episode began.
  private func enrolment(of item: DueItem) -> Enrolment? {
    let all = desk.roll.enrolments[item.pupil] ?? []
    if let id = item.made?.enrolment { return all.first { $0.id == id } }
    return all.first { $0.isOnRoll(on: item.since) } ?? all.last
  }

  /// What else the admission register holds, for a return about who came or left.
  private func admission(of item: DueItem, _ enrolment: Enrolment?) throws -> [RowTable.Cell] {
    guard item.made?.enrolment != nil else { return [] }
    let record = try desk.school.store.admission(of: item.pupil)
    return [
      .text(orEmpty: record.lastSchoolAddress.orNil), .text(orEmpty: record.secondAddress.orNil),
      .text(orEmpty: record.newHomes.map(\.inWords).joined(separator: "; ").orNil),
      .text(orEmpty: record.otherSchools.map(\.inWords).joined(separator: "; ").orNil),
      .code(enrolment?.isBoarder == true ? "yes" : "no"),
      .text(orEmpty: enrolment?.deletion?.inWords),
    ]
  }
}
