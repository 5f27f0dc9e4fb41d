import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Asks for leave, shows what the policy says about a request, decides it, or lists.
struct LeaveCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: "Ask for leave, weigh a request, grant or refuse it, or list those that wait.",
    discussion: """
      A request is recorded with what the policy says about it; nothing is decided by itself. A \
      grant plans the absence in the same act; a refusal keeps the dates watched. --letter makes \
      the policy's letter of a decision: it is written into the school's folder of lists, and noted \
      with its words. Purposes: \
      \(LeavePurpose.allCases.map(\.rawValue).joined(separator: ", ")).
      """)

  @Argument(help: "The pupil who is to have leave, by UPN or name; none lists the requests.")
  var pupil: String?
  @Option(help: "The first day asked for, with :am or :pm where it is not the whole day.")
  var from: SessionArgument?
  @Option(help: "The last day asked for; without it, the first.")
  var through: SessionArgument?
  @Option(help: "What it is for: 'a holiday', 'religious observance', lunch.")
  var purpose: String?
  @Option(help: "The reason in their words; beside a decision, why.")
  var words = ""
  @Option(help: "Who asks, by name.")
  var asker = ""
  @Option(help: "What the asker is to the pupil: mother.")
  var relationship = ""
  @Option(help: "The day on which the school received it; without it, today.")
  var received: SchoolDate?
  @Option(help: "The day of the journey out.")
  var travelsOut: SchoolDate?
  @Option(help: "The day of the journey back.")
  var travelsBack: SchoolDate?
  @Option(help: "The evidence that came with it.")
  var evidence = ""
  @Option(help: "Show the request with this number and what the policy says about it.")
  var show: Int64?
  @Option(help: "Decide the request with this number.")
  var decide: Int64?
  @Option(help: "Grant it under this code; for leave at lunch time, 'lunch'.")
  var grant: String?
  @Flag(help: "Refuse it; its dates stay watched.")
  var refuse = false
  @Flag(help: "Take the permission back, with the absence it planned.")
  var end = false
  @Flag(help: "With --grant or --refuse: decide again what was decided otherwise.")
  var again = false
  @Option(help: "The day on which the pupil is expected back; without it, the next school day.")
  var expected: SchoolDate?
  @Flag(help: "List decided requests too.")
  var all = false
  @Flag(help: "List the refused dates that are near, with what is marked there.")
  var watch = false
  @Flag(help: "List those who have not come back from leave, with the clocks that run.")
  var back = false
  @Option(help: "Make the letter of the decision about the request with this number.")
  var letter: Int64?
  @Flag(help: "With --letter: the one for after the return, where leave was refused.")
  var afterReturn = false
  @Option(help: "With --letter: to this contact, by number or name; without it, whoever asked.")
  var to: String?
  @Flag(help: "With --letter: show the words and note nothing.")
  var preview = false
  @OptionGroup var overlap: OverlapOptions
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    let outcomes = [grant != nil, refuse, end].count { $0 }
    if (decide != nil) != (outcomes == 1) || outcomes > 1 {
      throw ValidationError("a decision is --decide NUMBER with one of --grant, --refuse, --end")
    }
    if again, grant == nil, !refuse {
      throw ValidationError("--again goes with --decide and --grant or --refuse")
    }
    if decide != nil, words.isBlank {
      throw ValidationError("a decision has its reason; give it with --words")
    }
    if pupil != nil, from == nil || purpose == nil {
      throw ValidationError("a request needs --from and --purpose")
    }
    if [pupil != nil, show != nil, decide != nil, letter != nil, watch, back].count(where: { $0 })
      > 1
    {
      throw ValidationError("ask, show, decide, write or list: one at a time")
    }
    if letter == nil, afterReturn || to != nil || preview {
      throw ValidationError("--after-return, --to and --preview go with --letter NUMBER")
    }
  }

  func perform() throws {
    let school = try options.open()
    let desk = try OfficeDesk(school)
    if let decide {
      try LeaveRows(desk).print(
        act(desk, on: desk.leave(decide)), deciding: desk.leave(decide), as: format)
    } else if let letter {
      try makeLetter(of: letter, desk)
    } else if let pupil {
      try school.require(.logCalls, to: "ask for leave")
      try request(for: desk.member(pupil), desk)
    } else {
      try school.require(.planAbsence, to: "see requests for leave")
      if let show {
        let leave = try desk.leave(show)
        try LeaveRows(desk).print(leave, as: format)
      } else if watch {
        try Output.print(LeaveRows(desk).watched(), as: format)
      } else if back {
        try Output.print(LeaveRows(desk).notBack(), as: format)
      } else {
        try Output.print(LeaveRows(desk).list(isAll: all), as: format)
      }
    }
  }

  private func request(for member: Roll.Member, _ desk: OfficeDesk) throws {
    guard let from, let purpose else { return }
    let request = LeaveRequest(
      from: from.first, through: through?.last ?? from.last,
      purpose: LeavePurpose(typed: purpose)?.rawValue ?? purpose, asker: asker,
      relationship: relationship, received: received ?? desk.now.date, travelsOut: travelsOut,
      travelsBack: travelsBack, evidence: evidence)
    try desk.check(request.from, request.through, of: member)
    let act = try request.act(
      for: member.pupil.id, saying: words, by: desk.school.actor.person, now: desk.now)
    let receipt = try desk.school.store.submit(act)
    guard let line = receipt.lines.first else { return }
    try LeaveRows(desk).print(desk.leave(line.number), as: format)
  }

  private func act(_ desk: OfficeDesk, on leave: LeaveCase) throws -> Act {
    let person = desk.school.actor.person
    // The screen asks for the key once more; here it is an option that nobody types by mistake.
    if !end, !again, leave.state != .granted, let decided = leave.decidedInWords {
      throw Refused(
        "rollcall: request \(leave.id.number) is \(decided); --again decides it again")
    }
    if let grant {
      let code = leave.isLunch ? nil : grant.uppercased()
      try desk.requireAnswering(code)
      guard let pupil = leave.pupil, let known = desk.roll.pupils[pupil] else {
        throw Refusal.noMessage
      }
      var act = try leave.granting(
        code,
        expectedBack: expected ?? desk.calendar.schoolDay(1, after: leave.request.through.date),
        saying: words, isOfCompulsoryAge: known.isOfCompulsoryAge(on: leave.request.from.date),
        codes: desk.school.policies.codes, begun: desk.school.lastSessionBegun,
        again: again, by: person, now: desk.now)
      try desk.settle(overlap, in: &act)
      return act
    }
    if refuse {
      try desk.requireRefusing()
      return try leave.refusing(saying: words, again: again, by: person, now: desk.now)
    }
    try desk.requireAnswering(leave.decision?.code)
    return try leave.ending(saying: words, by: person, now: desk.now)
  }
}
