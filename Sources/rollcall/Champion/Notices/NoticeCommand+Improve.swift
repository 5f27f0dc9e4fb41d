import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

extension NoticeCommand {
  /// Gives a notice to improve.
  struct Improve: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "improve",
      abstract: "Give a notice to improve: its period, its checklist, the ground to end it early.",
      discussion: """
        The period is counted in weeks of school: a week in which the school meets for nobody is left \
        out. Each point of the policy's checklist is confirmed with --holds, by number or a few of its \
        words; --holds all confirms them all.
        """)

    @Argument(help: "The pupil: UPN, or the name as written.")
    var pupil: String
    @Option(help: "The parent, by number or name; again for another parent.")
    var parent: [String] = []
    @Option(help: "For how many school weeks.")
    var weeks: Int
    @Option(help: "Its first day; without it, today.")
    var from: SchoolDate?
    @Option(help: "What enough improvement is.")
    var words: String
    @Option(help: "On what ground a penalty notice may come before its end.")
    var early: String
    @Option(help: "A point of the checklist that the letter holds, or 'all'; again for another.")
    var holds: [String] = []
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func validate() throws {
      if parent.isEmpty { throw ValidationError("a notice is for one parent; add --parent") }
      if words.isBlank || early.isBlank {
        throw ValidationError("say what enough improvement is (--words) and what is not (--early)")
      }
    }

    func perform() throws {
      let desk = try NoticeDesk(options.open(), about: pupil)
      let notices = try desk.improvements(
        to: parent, weeks: weeks, from: from, holds: holds, early: early)
      try desk.keep(notices.map { desk.act([desk.line(.improve($0), saying: words)]) }, as: format)
    }
  }

  /// Notes what became of a notice.
  struct Outcome: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "outcome",
      abstract: "Note what became of a notice.",
      discussion: """
        Of a penalty notice: issued or declined (by the authority that was asked), paid, unpaid, \
        prosecuted, withdrawn; one that a court finds was not due is withdrawn. Of a notice to \
        improve: breached while it runs, met or not-met from its last day on, withdrawn.
        """)

    @Argument(help: "The number of the notice's line, as 'notice list' gives it.")
    var line: Int64
    @Argument(help: "What became of it.")
    var outcome: String
    @Option(help: "What is to be said about it.")
    var words = ""
    @Option(help: "Who decided or paid.")
    var by = ""
    @Option(help: "The day on which it happened; without it, today.")
    var on: SchoolDate?
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let school = try options.open()
      let kind = try CaseOutcome.Kind(typed: outcome)
      let desk = try NoticeDesk(school, aboutLine: line)
      try desk.keep([desk.outcome(kind, of: line, by: by, on: on, saying: words)], as: format)
    }
  }
}

extension CaseOutcome.Kind {
  /// The outcome as it is typed: `not-met` as well as `not met`.
  init(typed: String) throws {
    let text = typed.lowercased().replacing("-", with: " ")
    guard let kind = Self(rawValue: text) else {
      let all = Self.allCases.map { $0.rawValue.replacing(" ", with: "-") }
      throw Refused("rollcall: '\(typed)' is no outcome; one is \(all.joined(separator: ", "))")
    }
    self = kind
  }
}

extension NoticeDesk {
  /// The desk for the pupil whom the line of that number is about.
  init(_ school: OpenSchool, aboutLine number: Int64) throws {
    let line = try school.store.dayBook(.casework).line(DayLine.ID(number))
    guard let line, let pupil = line.pupil else {
      throw Refused(
        "rollcall: no notice or agreement has the number \(number); 'notice list' and 'agree list' "
          + "give them")
    }
    let flags = try FlagDesk(school, on: school.clock.now.date)
    // What becomes of a notice may be heard after the pupil has left.
    guard
      let member = flags.roll.member(pupil, on: flags.date)
        ?? flags.roll.member(pupil, on: line.date)
    else {
      let name = flags.roll.pupils[pupil]?.name.onRegister ?? ""
      throw Refusal.notOnRoll(name: name, on: flags.date)
    }
    try self.init(flags, about: member, for: school.actor)
  }

  /// The notices to improve for these parents.
  func improvements(
    to parents: [String], weeks: Int, from: SchoolDate?, holds: [String], early: String
  ) throws -> [NoticeToImprove] {
    let first = from ?? date
    let period: ImprovePeriod
    let confirmed: [String]
    do throws(NoticeRefusal) {
      period = try ImprovePeriod(
        weeks: weeks, from: first, under: policy.penaltyNotices, over: flags.rules.time)
      confirmed = try policy.penaltyNotices.confirmed(holds)
    } catch {
      throw Refused("rollcall: \(error)")
    }
    if let (_, hold) = book.holds(of: pupil.id, on: first).first {
      throw Refused(
        "rollcall: a hold stands until \(hold.until): \(hold.reason.rawValue); no notice goes out "
          + "while it does")
    }
    return try self.parents(named: parents).map { contact in
      try requireMayBeTold(contact)
      let running = book.improvements(of: pupil.id).last {
        FoldedName($0.notice.parent) == FoldedName(contact.name)
          && [.ahead, .running].contains($0.state(on: first))
      }
      if let running {
        throw Refused(
          "rollcall: notice to improve \(running.id.number) to \(contact.name) runs until "
            + "\(running.notice.until); note what becomes of it first")
      }
      return NoticeToImprove(
        parent: contact.name, from: period.from, until: period.until, holds: confirmed,
        earlyGround: early)
    }
  }

  /// Refuses a contact who may not be told, or only through the safeguarding lead.
  private func requireMayBeTold(_ contact: Contact) throws {
    let point = NoticeConsidered(to: contact, try grounds(), under: policy).points.first
    if let point, point.kind == .contact, point.standing == .blocks {
      throw Refused("rollcall: \(point.words)")
    }
  }

  /// The act that notes what became of the notice.
  func outcome(
    _ kind: CaseOutcome.Kind, of number: Int64, by: String, on day: SchoolDate?,
    saying words: String
  ) throws -> Act {
    let id = DayLine.ID(number)
    let day = day ?? date
    let possible: [CaseOutcome.Kind]
    let state: String
    if let record = book.penalties(of: pupil.id).first(where: { $0.id == id }) {
      try require(.considerPenalty, to: "note what became of a penalty notice")
      (possible, state) = (record.possibleOutcomes, "is \(record.state.rawValue)")
      try check(day, notBefore: record.notice.issued)
    } else if let record = book.improvements(of: pupil.id).first(where: { $0.id == id }) {
      (possible, state) = (
        record.possibleOutcomes(on: day),
        "is \(record.state(on: day).rawValue), until \(record.notice.until)"
      )
      try check(day, notBefore: kind == .withdrawn ? record.line.date : record.notice.from)
    } else {
      throw Refused(
        "rollcall: line \(number) is no notice that stands; 'notice list' gives them")
    }
    guard possible.contains(kind) else {
      let words = possible.map { $0.rawValue.replacing(" ", with: "-") }
      throw Refused(
        "rollcall: notice \(number) \(state) and cannot be \(kind.rawValue)"
          + (words.isEmpty
            ? "; take the line back that says so first"
            : "; it can be \(words.joined(separator: ", "))"))
    }
    if words.isBlank, [.breached, .withdrawn, .declined, .notMet].contains(kind) {
      throw Refused("rollcall: say why with --words")
    }
    var line = self.line(.outcome(CaseOutcome(kind, by: by)), about: id, saying: words)
    line.date = day
    return act([line])
  }

  private func check(_ day: SchoolDate, notBefore first: SchoolDate) throws {
    guard first <= day, day <= date else {
      throw Refused(
        "rollcall: give a day from \(first) to today with --on; \(day) lies outside")
    }
  }
}
