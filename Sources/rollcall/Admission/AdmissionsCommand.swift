import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Prints the admission register in alphabetical order, or the leavers with their grounds.
struct AdmissionsCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "admissions",
    abstract: "Print the admission register in alphabetical order, or the leavers.",
    discussion: """
      Rows by default; --print gives the register as it is kept on paper, a block for each pupil. Each \
      time it stands in the change log.
      """)

  @Option(help: "As it was on this day; without it, today.")
  var on: SchoolDate?
  @Flag(help: "Those who left in the school year of the day, with the ground.")
  var leavers = false
  @Flag(name: .customLong("print"), help: "Text of 80 columns.")
  var isPrint = false
  @OptionGroup var paper: PaperOptions

  func perform() throws {
    let desk = try AdmissionDesk(paper.options.open())
    for right in [Right.printRegisters, .viewContacts] {
      try desk.school.require(right, to: "have the admission register")
    }
    let printer = try PaperDesk(desk.school, to: .printRegisters)
    let date = on ?? desk.today
    let year = SchoolYear(of: date)
    let left = leavers ? desk.leavers(of: year) : []
    let pupils = leavers ? left.map(\.pupil).firsts(by: \.id) : desk.onRoll(on: date)
    let entries = try desk.entries(of: pupils, on: date) {
      !$0.isHidden(from: desk.permissions, [])
    }
    let what =
      (leavers ? "leavers of \(year)" : "admission register of \(date)")
      + ", \(pupils.count) pupils"
    if isPrint {
      let sheet = AdmissionSheet(
        title: leavers ? "LEAVERS OF \(year)" : "ADMISSION REGISTER",
        school: desk.school.identity.name, on: date, printed: desk.now,
        by: desk.person.person.name,
        entries.map { entry in
          AdmissionSheet.Entry(
            heading: "\(entry.pupil.name.legal)  \(entry.pupil.upn)",
            lines: entry.lines(withContacts: true).dropFirst(2).map {
              (field: $0.field, value: $0.value)
            })
        })
      return try printer.give(sheet.text, .printed, what, to: paper)
    }
    try printer.give(
      leavers ? desk.leaverTable(left) : desk.table(entries, on: date), .exported, what, to: paper)
  }
}

extension AdmissionDesk {
  /// Everybody on roll on the date, in alphabetical order.
  func onRoll(on date: SchoolDate) -> [Pupil] { roll.members(on: date).map(\.pupil) }

  /// Every time on roll that ended in the school year and did not go on, in the same order; whoever
  /// came back later has left all the same.
  func leavers(of year: SchoolYear) -> [(pupil: Pupil, enrolment: Enrolment)] {
    roll.pupils.values.sorted(by: Pupil.inRegisterOrder).flatMap { pupil in
      (roll.enrolments[pupil.id] ?? []).filter { enrolment in
        enrolment.ends.map { year.contains($0) } ?? false && !roll.goesOn(after: enrolment)
      }.map { (pupil, $0) }
    }
  }

  fileprivate func table(_ entries: [AdmissionLines], on date: SchoolDate) -> RowTable {
    RowTable(
      [
        "upn", "surname", "forename", "sex", "date_of_birth", "group", "starts", "first_attended",
        "boarder", "address", "second_address", "parents", "last_school", "last_school_address",
        "new_address", "other_school",
      ],
      rows: entries.map { entry in
        let enrolment = roll.enrolment(of: entry.pupil.id, on: date)
        let parents = entry.contacts.filter(\.isParent).map(\.asParent)
        return [
          .code(entry.pupil.upn.text), .text(entry.pupil.name.surname),
          .text(entry.pupil.name.forename), .text(orEmpty: entry.pupil.sex.orNil),
          .date(entry.pupil.dateOfBirth), .text(orEmpty: entry.particulars?.group.orNil),
          .date(enrolment.map(roll.startingDay)), .date(entry.firstAttended),
          .code(enrolment?.isBoarder == true ? "yes" : "no"),
          .text(orEmpty: entry.address.orNil), .text(orEmpty: entry.record.secondAddress.orNil),
          .text(orEmpty: parents.joined(separator: "; ").orNil),
          .text(orEmpty: entry.pupil.lastSchool.orNil),
          .text(orEmpty: entry.record.lastSchoolAddress.orNil),
          .text(orEmpty: entry.record.newHomes.map(\.inWords).joined(separator: "; ").orNil),
          .text(orEmpty: entry.record.otherSchools.map(\.inWords).joined(separator: "; ").orNil),
        ]
      })
  }

  fileprivate func leaverTable(_ left: [(pupil: Pupil, enrolment: Enrolment)]) -> RowTable {
    RowTable(
      [
        "upn", "surname", "forename", "date_of_birth", "group", "starts", "leaves", "ground",
        "reference", "what",
      ],
      rows: left.map { pupil, enrolment in
        let last = enrolment.ends ?? today
        let deletion = enrolment.deletion
        return [
          .code(pupil.upn.text), .text(pupil.name.surname), .text(pupil.name.forename),
          .date(pupil.dateOfBirth),
          .text(orEmpty: roll.particulars(of: pupil.id, on: last)?.group.orNil),
          .date(roll.startingDay(of: enrolment)), .date(last),
          .code(orEmpty: deletion?.ground.rawValue),
          .code(orEmpty: deletion?.ground.reference),
          .text(deletion?.inWords ?? "no ground on record"),
        ]
      })
  }
}

extension Array {
  /// The first element of each key, in their order.
  fileprivate func firsts<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension String {
  /// Nil where nothing is written.
  var orNil: String? { isEmpty ? nil : self }
}
