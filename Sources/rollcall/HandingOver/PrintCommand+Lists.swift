import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

extension PrintCommand {
  /// Prints a list that an inspector asks for.
  struct Lists: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Print a list that an inspector asks for.",
      discussion: """
        off-site: every session of B, K and D with its nature. part-time: timetables with their ends \
        and the sessions of C2. suspensions: days of suspension. unexplained: sessions without a \
        reason, and by when each was to have one.
        """)

    @Argument(help: "off-site, part-time, suspensions or unexplained.")
    var kind: InspectorList.Kind
    @Option(help: "The first day; without it, the first of the school year.")
    var from: SchoolDate?
    @Option(help: "The last day; without it, today.")
    var to: SchoolDate?
    @OptionGroup var paper: PaperOptions

    func perform() throws {
      let desk = try PaperDesk(paper.options.open(), to: .printRegisters)
      try desk.school.require(.viewHistory, to: "print the lists for an inspector")
      let days = try desk.days(
        from: from, to: to, else: SchoolYear(of: desk.last.date).firstDay)
      try desk.give(
        InspectorList(desk, days).table(kind), .printed,
        "list of \(kind.rawValue), \(days.lowerBound) to \(days.upperBound)", to: paper)
    }
  }

  /// Prints everything that is kept about a pupil.
  struct Record: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "record",
      abstract: "Print everything that is kept about a pupil, for a parent's request for access.",
      discussion: """
        Lines that name or may name somebody else are marked, to be looked at before the paper is \
        given out. Only whoever may see safeguarding notes can make it. The words of notes about \
        safeguarding and health are not in it, only that something is withheld.
        """)

    @Argument(help: "The pupil: UPN, or the name as written.")
    var pupil: String
    @OptionGroup var paper: PaperOptions

    func perform() throws {
      let school = try paper.options.open()
      for right in [Right.viewSafeguarding, .viewNotes, .viewContacts, .viewHistory] {
        try school.require(right, to: "print a pupil's whole record")
      }
      let desk = try PaperDesk(school, to: .exportData)
      let today = desk.last.date
      let member = try desk.member(pupil, within: today...max(today, school.clock.now.date))
      let record = try PupilRecord(desk, of: member)
      let sheet = PupilRecordSheet(
        try desk.making(of: member.particulars.group, today...today), of: member.pupil,
        try record.parts())
      try desk.give(sheet.text, .printed, "record of \(member.pupil.upn.text)", to: paper)
      sayWithheld(record.withheld, from: member.pupil)
    }

    /// Says beside the paper what is not in it, for whoever decides what is given.
    private func sayWithheld(_ lines: [DayLine], from pupil: Pupil) {
      guard !lines.isEmpty else { return }
      let kinds = DayLine.Nature.allCases.compactMap { nature -> String? in
        let count = lines.count { $0.nature == nature }
        return count == 0 ? nil : "\(count) about \(nature.rawValue)"
      }
      Output.refuse(
        "rollcall: withheld from the paper: \(kinds.joined(separator: ", ")); 'rollcall note list "
          + "\(pupil.upn.text)' has the words, to decide what is to be given; black out each line "
          + "that says withheld where that itself would do harm")
    }
  }
}
