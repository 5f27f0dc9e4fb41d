import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Puts the register on paper, as the law and an inspector ask for it.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Print registers, blank or official, certificates and lists.",
    subcommands: [Official.self, Blank.self, Certificate.self, Lists.self, Record.self])

  /// Prints the official register of a group.
  struct Official: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "register", abstract: "Print the official register of a group.",
      discussion: """
        Legal names, every session, totals, the entries that were amended with who, when and why, \
        and the register's head seal. Each print is recorded.
        """)

    @Argument(help: "The group: 8B.")
    var group: String
    @Option(help: "The first day; without it, the first of the term.")
    var from: SchoolDate?
    @Option(help: "The last day; without it, today.")
    var to: SchoolDate?
    @Option(help: "How many columns the paper has: 80 or 132.")
    var columns = 80
    @Flag(help: "As a web page that prints on A4.")
    var html = false
    @OptionGroup var paper: PaperOptions

    func validate() throws {
      guard (72...250).contains(columns) else {
        throw ValidationError("--columns takes a number from 72 to 250")
      }
    }

    func perform() throws {
      let desk = try PaperDesk(paper.options.open(), to: .printRegisters)
      let days = try desk.days(from: from, to: to, else: desk.termBegins)
      let group = try desk.group(named: group, within: days)
      let pupils = OfficialRegister.Source.pupils(of: group, in: desk.roll)
      let register = try OfficialRegister(
        desk.making(of: group, days), upTo: desk.last, desk.source(of: days, pupils: pupils)
      ) { try desk.school.store.history(of: $0, at: nil) }
      let text = html ? register.page : register.text(columns: columns)
      try desk.give(
        text, .printed, "register of \(group), \(days.lowerBound) to \(days.upperBound)",
        to: paper)
    }
  }

  /// Prints the certificate of a pupil's entries.
  struct Certificate: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "certificate",
      abstract: "Print the certificate of a pupil's entries, as evidence for the authority.")

    @Argument(help: "The pupil: UPN, or the name as written.")
    var pupil: String
    @Option(help: "The first day; without it, the first of the school year.")
    var from: SchoolDate?
    @Option(help: "The last day; without it, today.")
    var to: SchoolDate?
    @OptionGroup var paper: PaperOptions

    func perform() throws {
      let school = try paper.options.open()
      let desk = try PaperDesk(school, to: .printRegisters)
      let days = try desk.days(
        from: from, to: to, else: SchoolYear(of: desk.last.date).firstDay)
      let member = try desk.member(pupil, within: days)
      let id = member.pupil.id
      let certificate = RegistrationCertificate(
        try desk.making(of: member.particulars.group, days), of: member, upTo: desk.last,
        try desk.source(of: days, pupils: [id]),
        try desk.figures(of: days, pupils: [id]).tally(
          of: id, from: days.lowerBound, through: min(Session(days.upperBound, .pm), desk.last)),
        history: try school.store.history(of: id, at: nil))
      try desk.give(
        certificate.text, .printed,
        "certificate of \(member.pupil.upn.text), \(days.lowerBound) to \(days.upperBound)",
        to: paper)
    }
  }
}

extension PaperDesk {
  /// The group of that name, in capitals or not, that has a pupil on any of the days.
  func group(named written: String, within days: ClosedRange<SchoolDate>) throws -> String {
    if !OfficialRegister.Source.pupils(of: written, in: roll).isEmpty { return written }
    return try school.group(named: written, at: Session(min(days.upperBound, last.date), .am))
  }

  /// The pupil of that UPN or name, as they were when they were last on roll within the days.
  func member(_ written: String, within days: ClosedRange<SchoolDate>) throws -> Roll.Member {
    guard let pupil = try school.store.pupil(written.uppercased()) else {
      return try OfficeDesk(school).member(written, on: min(days.upperBound, last.date))
    }
    let ends = (roll.enrolments[pupil.id] ?? []).filter { $0.starts <= days.upperBound }
      .map { min($0.ends ?? days.upperBound, days.upperBound) }
    guard let day = ends.max(), let member = roll.member(pupil.id, on: day) else {
      throw Refused(
        "rollcall: \(pupil.name.legal) was not on roll by \(days.upperBound); name later days")
    }
    return member
  }
}
