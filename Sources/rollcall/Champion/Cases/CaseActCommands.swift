import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// What every act on a case asks for.
struct CaseActOptions: ParsableArguments {
  @Option(help: "Why, or how it went, in words.")
  var words = ""
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  /// Keeps the act that is made at the desk, and prints what was kept.
  func perform(_ make: (CaseDesk) throws -> Act) throws {
    let school = try options.open()
    let act = try school.store.together {
      try make(CaseDesk(FlagDesk(school, on: school.clock.now.date)))
    }
    try OfficeAct(school: school, act: act).perform(as: format)
    // Whoever wrote it may not read it again, and has to know that somebody does.
    for nature in Set(act.lines.map(\.nature)) where nature != .ordinary {
      Output.refuse("rollcall: kept" + school.permissions.whoReads(nature))
    }
  }
}

/// Opens a case for a pupil.
struct CaseOpenCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a case for a pupil.",
    discussion: """
      Without --ladder it is the ladder that the pupil's flag starts. Ladders wait for the policy's \
      least number of possible sessions, and while a hold stands.
      """)

  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String
  @Option(help: "The ladder, by its id in the policy.")
  var ladder: String?
  @Option(help: "The rule whose flag it is for, by its id.")
  var flag: String?
  @Option(help: "Who takes the first step, by login or role; without it, as the policy says.")
  var owner: String?
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      try desk.opening(
        OfficeDesk(desk.desk.school).member(pupil), on: ladder, for: flag,
        to: owner.map(desk.owner), saying: act.words)
    }
  }
}

/// Takes the next step of a case.
struct CaseStepCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Take the next step of the ladder, and say how it went.")

  @Argument(help: "The number of the case.")
  var number: Int64
  @Option(help: "Who takes the step after it, by login or role; without it, as the policy says.")
  var owner: String?
  @Flag(help: "Before its wait is over, or although its flag does not stand.")
  var early = false
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      try desk.stepping(
        desk.one(number), early: early, to: owner.map(desk.owner), saying: act.words)
    }
  }
}

/// Leaves a case at its step after a review.
struct CaseStayCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "stay", abstract: "Leave a case where it is after a review, and say why.")

  @Argument(help: "The number of the case.")
  var number: Int64
  @Option(help: "When it is looked at again; without it, after the wait of the next step.")
  var until: SchoolDate?
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { try $0.staying($0.one(number), until: until, saying: act.words) }
  }
}

/// Closes a case.
struct CaseCloseCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a case, and say why.",
    discussion: """
      A flag that still stands is shown as open again from --back, or after a half term: closing \
      hides nobody for good.
      """)

  @Argument(help: "The number of the case.")
  var number: Int64
  @Option(help: "improved, 'not improved', left, 'handed over' or mistake.")
  var outcome: CaseClosing.Outcome
  @Option(help: "From when a flag that still stands is shown as open again.")
  var back: SchoolDate?
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { try $0.closing($0.one(number), outcome, back: back, saying: act.words) }
  }
}

/// Leaves a case, or a pupil's flags, until a later day.
struct CaseSnoozeCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Leave a case, or a pupil's flags, until a day, and say why.",
    discussion: "It comes back by itself; a rule that flags meanwhile is seen at once.")

  @Argument(help: "The number of the case, or the pupil: UPN, or the name as written.")
  var what: String
  @Option(help: "The day on which it comes back.")
  var until: SchoolDate
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { desk in
      if let number = Int64(what) {
        return try desk.snoozing(desk.one(number), until: until, saying: act.words)
      }
      return try desk.snoozing(
        OfficeDesk(desk.desk.school).member(what), until: until, saying: act.words)
    }
  }
}

/// Gives a case to somebody else.
struct CaseAssignCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give a case to somebody, by login or role.")

  @Argument(help: "The number of the case.")
  var number: Int64
  @Option(help: "To whom: a login, a name, or a role.")
  var to: String
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { try $0.assigning($0.one(number), to: $0.owner(to), saying: act.words) }
  }
}

/// Takes back a line of the casework.
struct CaseUndoCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back a line of a case, by its number, and say why.",
    discussion: "Nothing is erased: 'rollcall case show' has both lines.")

  @Argument(help: "The number of the line.")
  var line: Int64
  @OptionGroup var act: CaseActOptions

  func perform() throws {
    try act.perform { try $0.undoing(line, saying: act.words) }
  }
}
