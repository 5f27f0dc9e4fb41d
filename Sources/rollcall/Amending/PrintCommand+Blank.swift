import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

extension PrintCommand {
  /// Prints the day's registers with their planned absences and room to write.
  struct Blank: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "blank",
      abstract: "Print the day's registers for paper, with planned absences and room to write.",
      discussion: """
        What was written is typed later with 'rollcall take GROUP --observed-by NAME --observed-at \
        08:40', or on the screen, which asks who saw it and when.
        """)

    @Argument(help: "The groups; without any, every register of the session.")
    var groups: [String] = []
    @Option(help: "The date; without it, today.")
    var date: SchoolDate?
    @Option(help: "am or pm; without it, the session that has begun last.")
    var session: HalfDay?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      let at = try school.session(date, session)
      let desk = try RegisterDesk(school)
      var papers: [String] = []
      for key in try keys(school, at) {
        try school.require(.viewRegister, group: key.group, on: at.date)
        let register: Register
        do {
          register = try desk.register(key, for: school.actor)
        } catch let refusal as Refusal {
          if groups.isEmpty, case .schoolClosed = refusal { continue }
          throw Refused("rollcall: \(refusal)")
        }
        papers.append(
          BlankRegisterSheet(
            school: school.identity.name, register.withoutDraft,
            elsewhere: try AwayRegister.elsewhere(from: key, in: school)
          ).text)
      }
      if papers.isEmpty {
        throw Refused("rollcall: no register is kept at \(at); check the date and the session")
      }
      // A form feed begins a new page on a printer, and shows as nothing on a screen.
      try Output.print(papers.joined(separator: "\u{0C}"))
    }

    private func keys(_ school: OpenSchool, _ at: Session) throws -> [RegisterKey] {
      if !groups.isEmpty {
        return try groups.map { RegisterKey(try school.group(named: $0, at: at), at: at) }
      }
      let due = try school.store.roll().groups(at: at)
      let order = due.map { group, members in
        (members.map(\.particulars.yearGroup).min() ?? .all[0], group)
      }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      return order.map { RegisterKey($0.1, at: at) }
    }
  }
}

extension Register {
  /// The register as paper has it: what is typed and not sent is nobody's yet.
  fileprivate var withoutDraft: Register {
    var paper = self
    paper.forgetDraft()
    return paper
  }
}
