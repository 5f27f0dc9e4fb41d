import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Lists the absences that nobody has explained, and hands pupils on or confirms them safe.
struct AbsentCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "absent",
    abstract: "List unexplained absences from the registers taken, most vulnerable first.",
    discussion: """
      Pupils handed on to others come first and stay until they are seen or confirmed safe. With \
      --all every N of the school year is listed, with the day by which it must be settled.

      --texts writes the texts that are due as CSV for a texting service: those who may be told \
      only, one row for each telephone and text with every pupil of the family, without those made \
      today already, and without anybody who has arrived by now. A telephone is written as digits, \
      with a plus where it has one, so that a service can dial it.

      --propose lists every N past its day with the code that the policy proposes; --settle gives \
      it to them, or to those named by --only, in one act. Nothing changes by itself.
      """)

  @Argument(help: "The pupil to hand on or confirm safe, by UPN or name.")
  var pupil: String?
  @Option(help: "Hand the pupil on to these: 'the police'.")
  var handOn: String?
  @Option(help: "The pupil is safe, as these say: 'PC Green'.")
  var safe: String?
  @Option(help: "Remind whoever takes the register of this group, which is not taken.")
  var nudge: String?
  @Option(help: "Words beside it.")
  var words = ""
  @Flag(help: "Every N of the school year.")
  var all = false
  @Flag(help: "The texts due now, for a texting service.")
  var texts = false
  @Option(help: "With --texts: this text to every family, instead of each pupil's next step.")
  var letter: String?
  @Flag(help: "With --texts: record each as made, in one act.")
  var record = false
  @Flag(help: "Every N past its day, with the code proposed.")
  var propose = false
  @Flag(help: "Give every N past its day the code proposed.")
  var settle = false
  @Option(help: "With --settle: this pupil only, by UPN; may be given again.")
  var only: [String] = []
  @Option(help: "The date; without it, today.")
  var date: SchoolDate?
  @Option(help: "am or pm; without it, the session that has begun last.")
  var session: HalfDay?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    let acts = [handOn, safe].compactMap(\.self)
    if acts.count > 1 { throw ValidationError("--hand-on or --safe, not both") }
    if acts.isEmpty != (pupil == nil) {
      throw ValidationError("a pupil is named to --hand-on or as --safe, and for nothing else")
    }
    if [all, texts, propose, settle, !acts.isEmpty].count(where: \.self) > 1 {
      throw ValidationError("--all, --texts, --propose, --settle or a pupil: one at a time")
    }
    if !texts, record || letter != nil {
      throw ValidationError("--record and --letter go with --texts")
    }
    if !settle, !only.isEmpty { throw ValidationError("--only goes with --settle") }
    if acts.contains("") { throw ValidationError("say to whom, or who says so") }
  }

  /// What is asked for, as a refusal names it.
  private var deed: String {
    if nudge != nil { return "remind a taker of a register" }
    if handOn != nil { return "hand a pupil on" }
    if safe != nil { return "confirm a pupil safe" }
    if texts { return "make texts about absences" }
    return settle ? "settle an N" : "see unexplained absences"
  }

  func perform() throws {
    let school = try options.open()
    // First the right that fewer have: whoever is sent to somebody else goes there once.
    if texts { try school.require(.sendLetters) }
    if settle { try school.require(.amendAfterClosing) }
    try school.require(.logCalls, to: deed)
    let desk = try OfficeDesk(school)
    if let nudge {
      return try OfficeAct(school: school, act: desk.nudge(nudge)).perform(as: format)
    }
    if let pupil {
      let member = try desk.member(pupil)
      let matter: DayLine.Matter = safe.map { .safe(by: $0) } ?? .handedOn(to: handOn ?? "")
      let act = Act(
        kind: .logged, by: school.actor.person, at: desk.now,
        lines: [
          ProposedLine(
            pupil: member.pupil.id, date: desk.now.date, matter: matter, words: words)
        ])
      try OfficeAct(school: school, act: act).perform(as: format)
      return
    }
    if texts {
      try TextsDue(desk: desk, letter: letter).write(recording: record, as: format)
      return
    }
    if propose || settle {
      let lapsed = try desk.lapsed(only: only)
      if settle {
        try desk.settle(lapsed, as: format)
      } else {
        try desk.propose(lapsed, as: format)
      }
      return
    }
    let absent =
      all
      ? try desk.everyUnexplained() : try desk.unexplained(at: school.session(date, session))
    try Output.print(try desk.table(absent, isAll: all), as: format)
  }
}
