import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Logs a message about one pupil or several, links one that was not matched, or lists the day's.
struct CallCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Log a parent's message, match an earlier one to pupils, or list the day's.",
    discussion: """
      Without --words, --link or --done it lists the messages of the day. A message about a pupil \
      whose code is given prefills registers from --from to --through and amends every N on record \
      there, in one act. Where something is planned for these days already it asks for --beside or \
      --instead.
      """)

  @Argument(help: "The pupils, by UPN or name; none for a message that is not matched yet.")
  var pupils: [String] = []
  @Option(help: "The words as they were said.")
  var words: String?
  @Option(help: "Who told it: 'Mrs Rees'.")
  var caller = ""
  @Option(help: "What the caller is to the pupil: mother.")
  var relationship = ""
  @Option(help: "telephone, voicemail, email, text, 'in person' or note.")
  var channel = Message.Channel.telephone
  @Option(help: "The number to ring back.")
  var telephone = ""
  @Flag(help: "The caller waits for a call.")
  var callBack = false
  @Option(help: "When it was heard; without it, now.")
  var heard: TimeOfDay?
  @Option(help: "The code of the absence; without it, it is to be decided.")
  var code: String?
  @Option(help: "The first day away, with :am or :pm where it is not the whole day.")
  var from: SessionArgument?
  @Option(help: "The last day away; without it, the first.")
  var through: SessionArgument?
  @Option(help: "For an appointment, when the pupil leaves.")
  var out: TimeOfDay?
  @Option(help: "For an appointment, when the pupil is expected back.")
  var back: TimeOfDay?
  @Option(help: "With --code O: why the illness is doubted.")
  var doubted: String?
  @Flag(help: "With --doubted: the parent or carer was told so.")
  var told = false
  @Option(help: "The evidence that was offered.")
  var evidence = ""
  @OptionGroup var overlap: OverlapOptions
  @Option(help: "Match this message, by its number, to the pupils.")
  var link: Int64?
  @Option(help: "This message, by its number, has been dealt with.")
  var done: Int64?
  @Option(help: "List the messages of that date.")
  var date: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if let words, words.isBlank {
      throw ValidationError("a message has its words; give them as they were said with --words")
    }
    if link != nil, pupils.isEmpty { throw ValidationError("--link needs the pupils it is about") }
    if doubted != nil, code?.uppercased() != "O" {
      throw ValidationError("--doubted goes with --code O, an absence that is not authorised")
    }
    if doubted == "" { throw ValidationError("say why the illness is doubted") }
    if told, doubted == nil { throw ValidationError("--told goes with --doubted") }
    if (out != nil || back != nil || code != nil || from != nil), words == nil, link == nil {
      throw ValidationError("an absence comes with --words or --link: say what was told")
    }
  }

  func perform() throws {
    let school = try options.open()
    let acts = done != nil || link != nil || words != nil
    try school.require(.logCalls, to: acts ? nil : "see parents' messages")
    let desk = try OfficeDesk(school)
    if let done {
      try OfficeAct(school: school, act: desk.act(doneWith: done)).perform(as: format)
    } else if let link {
      try checkDoubt(school.policy)
      let line = try desk.message(link)
      try offerSiblings(desk)
      try keep(
        Report.act(
          linking: line, to: try reports(desk), under: desk.rules, by: school.actor.person,
          now: desk.now), desk)
    } else if let words {
      if let heard { try desk.check(heard) }
      try checkDoubt(school.policy)
      try advise(desk)
      let message = Message(
        caller: caller, relationship: relationship, channel: channel, telephone: telephone,
        wantsCall: callBack, heard: heard ?? desk.now.time)
      try keep(
        Report.act(
          message, saying: words, about: try reports(desk), under: desk.rules,
          by: school.actor.person, now: desk.now), desk)
    } else {
      try Output.print(desk.messages(on: date ?? desk.now.date), as: format)
    }
  }

  private func keep(_ act: Act, _ desk: OfficeDesk) throws {
    var act = act
    try desk.settle(overlap, in: &act)
    try OfficeAct(school: desk.school, act: act).perform(as: format)
  }

  private func reports(_ desk: OfficeDesk) throws -> [Report] {
    try pupils.map { written in
      let member = try desk.member(written)
      guard code != nil || from != nil || through != nil || out != nil || back != nil else {
        return try desk.report(of: member, absence: nil)
      }
      let today = desk.now.date
      let first = from?.first ?? Session(today, .am)
      let last = through?.last ?? from?.last ?? Session(first.date, .pm)
      var report = try desk.report(
        of: member,
        absence: KnownAbsence(
          from: first, through: last, code: code?.uppercased(), source: .report, out: out,
          back: back, evidence: evidence))
      let said = try words ?? link.map { try desk.message($0).words } ?? ""
      if let absence = report.absence { try desk.requireWords(said, for: absence, of: member) }
      report.doubt = doubted.map { Doubt($0, isTold: told) }
      return report
    }
  }
}

extension OfficeDesk {
  /// The message with that number; refuses where the line is none.
  func message(_ number: Int64) throws -> DayLine {
    let book = try school.store.dayBook(.on(now.date))
    guard let line = book.lines.first(where: { $0.id.number == number }),
      case .message = line.matter
    else { throw Refusal.noMessage }
    return line
  }

  /// The act that says that a line has been dealt with.
  func act(doneWith number: Int64) throws -> Act {
    let line = try message(number)
    return Act(
      kind: .logged, by: school.actor.person, at: now,
      lines: [
        ProposedLine(
          pupil: line.pupil, date: now.date, about: .kept(line.id), matter: .done)
      ])
  }

  /// The messages of a date and those that still wait, with what became of each.
  func messages(on date: SchoolDate) throws -> RowTable {
    let book = try school.store.dayBook(.on(date))
    var table = RowTable([
      "line", "heard", "date", "caller", "relationship", "channel", "words", "upn", "state",
      "taken_by",
    ])
    let unlinked = Set(book.unlinked.map(\.id))
    let waiting = Set(book.toCallBack.map(\.id))
    for line in book.standing {
      guard case .message(let message) = line.matter else { continue }
      let about = book.answers(to: line).compactMap { answer in
        answer.pupil.flatMap { roll.pupils[$0] }?.upn.text
      }
      let state =
        (unlinked.contains(line.id) ? ["not linked"] : [])
        + (waiting.contains(line.id) ? ["call back"] : [])
      guard line.date == date || !state.isEmpty else { continue }
      table.append([
        .number(Int(line.id.number)), .code(message.heard.description), .date(line.date),
        .text(message.caller), .text(message.relationship), .code(message.channel.rawValue),
        .text(line.words), .code(about.joined(separator: " ")),
        .code(state.joined(separator: ", ")), .text(line.by.name),
      ])
    }
    return table
  }
}
