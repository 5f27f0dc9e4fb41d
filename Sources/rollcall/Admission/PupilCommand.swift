import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Keeps the admission register: pupils join, change, move and leave.
struct PupilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pupil", abstract: "Add, show, change, move or delete a pupil.",
    subcommands: [
      PupilAddCommand.self, PupilShowCommand.self, PupilChangeCommand.self,
      PupilMoveCommand.self, PupilLeaveCommand.self, PupilReinstateCommand.self,
    ])
}

/// Puts a child on the books.
struct PupilAddCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put a child on the books; the next register shows it.",
    discussion: """
      Without a UPN a temporary one is made; 'pupil change' gives the real one later. Sessions since \
      a starting day before today are marked as not explained yet, unless --seen says that somebody \
      saw the child and the registers will be put right.
      """)

  @Option(help: "The legal surname.")
  var surname: String
  @Option(help: "The legal forename.")
  var forename: String
  @Option(help: "The name the child goes by.")
  var preferredName = ""
  @Option(help: "How the name is said.")
  var sayAs = ""
  @Option(help: "The date of birth.")
  var born: SchoolDate
  @Option(help: "M, F, or what the school writes.")
  var sex = ""
  @Option(help: "The form.")
  var group: String
  @Option(help: "The agreed starting day; without it, today.")
  var from: SchoolDate?
  @Option(help: "The year group; without it, that of the form.")
  var year: YearGroup?
  @Option(help: "The real UPN, where it is known.")
  var upn: String?
  @Flag(help: "The child boards.")
  var boarder = false
  @Option(help: "main, dual_main, dual_subsidiary or guest.")
  var enrolment = Enrolment.Kind.main
  @Option(help: "The address.")
  var address = ""
  @Option(help: "The last school attended.")
  var lastSchool = ""
  @Option(help: "Its address.")
  var lastSchoolAddress = ""
  @Option(help: "The first person to call.")
  var contact = ""
  @Option(help: "What that person is to the child.")
  var relationship = ""
  @Option(help: "That person's telephone.")
  var phone = ""
  @Flag(help: "It is another child than the one on record who looks the same.")
  var another = false
  @Flag(help: "Somebody saw the child since the starting day.")
  var seen = false
  @OptionGroup var answer: AcceptOption
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if contact.isEmpty, !phone.isEmpty || !relationship.isEmpty {
      throw ValidationError("name the contact whose telephone it is, with --contact")
    }
  }

  func perform() throws {
    let desk = try AdmissionDesk(options.open())
    var contacts: [Contact] = []
    if !contact.isEmpty {
      var first = Contact.new(of: Pupil.ID(0), after: [])
      try first.set(.name, to: contact)
      try first.set(.relationship, to: relationship)
      try first.set(.phone, to: phone)
      contacts = [first]
    }
    let child = try NewPupil(
      name: PupilName(
        surname: surname.tidy, forename: forename.tidy, preferred: preferredName.tidy,
        sayAs: sayAs.tidy),
      dateOfBirth: born, sex: sex.tidy, group: group, starts: from ?? desk.today,
      yearGroup: year, upn: upn.map { try UPN.written($0) }, kind: enrolment,
      isBoarder: boarder, address: address.tidy, lastSchool: lastSchool.tidy)
    func add(isRightAge: Bool) throws -> AdmissionDesk.Added {
      try desk.add(
        child, contacts: contacts,
        record: AdmissionRecord(lastSchoolAddress: lastSchoolAddress.tidy), isAnother: another,
        isRightAge: isRightAge, wasSeen: seen)
    }
    let added: AdmissionDesk.Added
    do {
      added = try add(isRightAge: false)
    } catch AdmissionRefusal.otherAge(let misfit) {
      try answer.confirm([misfit])
      added = try add(isRightAge: true)
    }
    if !added.unseen.isEmpty {
      Output.refuse("notice: " + added.inWords(code: desk.school.policy.followUp.code))
    }
    try Output.print(
      RowTable(
        ["upn", "surname", "forename", "group", "year_group", "starts", "unseen_sessions"],
        rows: [
          [
            .code(added.pupil.upn.text), .text(added.pupil.name.surname),
            .text(added.pupil.name.forename), .text(added.particulars.group),
            .code(added.particulars.yearGroup.description),
            .date(added.particulars.from), .number(added.unseen.count),
          ]
        ]), as: format)
  }
}

/// Moves a pupil to another form.
struct PupilMoveCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move a pupil to another form from a date on.")

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "The form.")
  var to: String
  @Option(help: "The first day there; without it, today.")
  var from: SchoolDate?
  @Option(help: "The year group, where it is not that of the form.")
  var year: YearGroup?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let desk = try AdmissionDesk(options.open())
    let pupil = try desk.pupil(pupil)
    let made = try desk.move(pupil, to: to, from: from ?? desk.today, yearGroup: year)
    try Output.print(RowTable(of: made, to: pupil), as: format)
  }
}

extension UPN {
  /// The number as somebody has typed it; refuses what is none.
  static func written(_ text: String) throws -> UPN {
    do {
      return try UPN(text.uppercased().filter { $0 != " " })
    } catch {
      throw Refused("rollcall: '\(text)': \(error)")
    }
  }
}

extension String {
  /// The text with one blank between its words, and none around them.
  var tidy: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
