import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Shows what the admission register holds of a pupil.
struct PupilShowCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what the admission register holds of a pupil.",
    discussion: "Addresses and contacts only for those who may see contacts.")

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Flag(help: "Every change ever made to it, too.")
  var changes = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let desk = try AdmissionDesk(options.open())
    let pupil = try desk.pupil(pupil)
    let group = desk.group(of: pupil.id)
    try desk.require(.viewPupil, group: group)
    let relations = try desk.school.relations(of: desk.person, to: group)
    let maySee = desk.permissions.may(.viewContacts, relations: relations)
    let entries = try desk.entries(of: [pupil], on: desk.today) {
      !$0.isHidden(from: desk.permissions, relations)
    }
    var rows: [[RowTable.Cell]] = []
    for line in entries.flatMap({ $0.lines(withContacts: maySee) }) {
      rows.append([.text(line.field), .text(line.value)])
    }
    if changes {
      let made = try desk.school.store.revisions(of: pupil.id).compactMap { revision in
        revision.seen(withContacts: maySee) { $0.isHidden(from: desk.permissions, relations) }
      }
      rows += made.map {
        [
          .text("Change \($0.at.date) \($0.at.time)"),
          .text("\($0.kind): \($0.inWords) (\($0.by.name), \($0.by.position))"),
        ]
      }
    }
    try Output.print(RowTable(["field", "value"], rows: rows), as: format)
  }
}

extension AdmissionDesk {
  /// What the admission register holds of these pupils, as it is on the date.
  func entries(
    of pupils: [Pupil], on date: SchoolDate, shows: (Contact) -> Bool
  ) throws -> [AdmissionLines] {
    let few = pupils.count < 20
    let records = try school.store.admissions(of: few ? pupils.map(\.id) : nil)
    let attended = try firstAttended(pupils, by: date)
    return try pupils.map { pupil in
      AdmissionLines(
        pupil: pupil.named(on: date), enrolments: roll.enrolments[pupil.id] ?? [],
        particulars: roll.particulars(of: pupil.id, on: date),
        record: records[pupil.id] ?? AdmissionRecord(),
        contacts: try school.store.contacts(of: pupil.id).filter(shows),
        firstAttended: attended[pupil.id])
    }
  }

  /// The first session each pupil attended on or after the starting day of the time on roll that runs
  /// on the date; of whom none does, of the last.
  private func firstAttended(
    _ pupils: [Pupil], by date: SchoolDate
  ) throws -> [Pupil.ID: SchoolDate] {
    let alphabet = try school.store.alphabet()
    let codes = school.policies.codes
    var attended: [Pupil.ID: SchoolDate] = [:]
    guard let begins = calendar.years.first?.year.firstDay else { return [:] }
    for year in calendar.years.map(\.year) {
      let waiting = pupils.filter { attended[$0.id] == nil }.map(\.id)
      if waiting.isEmpty { break }
      let sheets = try school.store.sheets(of: year, pupils: waiting.count < 20 ? waiting : nil)
      // Which bytes are attendance is asked once a year, not once a mark.
      var isAttended: [UInt8: Bool] = [:]
      for pupil in waiting {
        // Of whom the register knows nothing from the starting day on, it cannot say.
        guard let sheet = sheets[pupil],
          let enrolment = roll.enrolment(of: pupil, on: date) ?? roll.enrolments[pupil]?.last
        else { continue }
        let starts = roll.startingDay(of: enrolment)
        guard starts >= begins else { continue }
        for cell in sheet.cells.indices where sheet.cells[cell] != 0 {
          let session = YearSheet.session(at: cell, in: year)
          guard session.date >= starts else { continue }
          let byte = sheet.cells[cell]
          let here =
            isAttended[byte]
            ?? codes.code(alphabet.code(of: byte), on: session.date)?.isAttended ?? false
          isAttended[byte] = here
          if here {
            attended[pupil] = session.date
            break
          }
        }
      }
    }
    return attended
  }
}
