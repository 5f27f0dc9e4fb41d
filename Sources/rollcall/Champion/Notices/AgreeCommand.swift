import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Contracts and plans: agreed, signed, reviewed, listed.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Contracts and plans that school and family agree: write, sign, review, list.",
    discussion: """
      'rollcall agree PUPIL --kind contract' writes one; its review is the policy's where that says \
      when contracts are reviewed. Kinds: \
      \(Agreement.Kind.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    subcommands: [Make.self, Sign.self, Review.self, List.self], defaultSubcommand: Make.self)

  /// Writes an agreement.
  struct Make: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "make", abstract: "Write a contract or plan.")

    @Argument(help: "The pupil: UPN, or the name as written.")
    var pupil: String
    @Option(help: "What it is: contract, 'action plan', reintegration, part-time, …")
    var kind: String
    @Option(help: "What is to be reached; again for another target.")
    var target: [String] = []
    @Option(help: "What the school or others give; again for more.")
    var support: [String] = []
    @Option(help: "Who is to sign; again for another.")
    var party: [String] = []
    @Option(help: "Its first day; without it, today.")
    var from: SchoolDate?
    @Option(help: "Its last day, where it has one; a part-time timetable always has.")
    var until: SchoolDate?
    @Option(help: "When it is reviewed; a contract without it when the policy says.")
    var review: SchoolDate?
    @Option(help: "What else was said.")
    var words = ""
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func validate() throws {
      if target.isEmpty { throw ValidationError("an agreement has a target; add --target") }
    }

    func perform() throws {
      let desk = try NoticeDesk(options.open(), about: pupil)
      let agreement = try desk.agreement(
        Agreement.Kind(typed: kind), from: from, until: until, review: review, targets: target,
        support: support, parties: party)
      try desk.keep([desk.act([desk.line(.agreement(agreement), saying: words)])], as: format)
    }
  }

  /// Notes that somebody signed.
  struct Sign: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "sign", abstract: "Note that somebody has signed an agreement.")

    @Argument(help: "The number of the agreement's line, as 'agree list' gives it.")
    var line: Int64
    @Option(help: "Who signed.")
    var by: String
    @Option(help: "What is to be said about it.")
    var words = ""
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let desk = try NoticeDesk(options.open(), aboutLine: line)
      try desk.keep([desk.signing(line, by: by, saying: words)], as: format)
    }
  }

  /// Notes how a review went.
  struct Review: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "review",
      abstract: "Note whether an agreement was met, and when it is looked at again.")

    @Argument(help: "The number of the agreement's line, as 'agree list' gives it.")
    var line: Int64
    @Argument(help: "met or not-met.")
    var outcome: String
    @Option(help: "How the review went.")
    var words: String
    @Option(help: "Who was there.")
    var by = ""
    @Option(help: "Agree the same again, reviewed on this day.")
    var next: SchoolDate?
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func validate() throws {
      if words.isBlank { throw ValidationError("a review has its words; give them with --words") }
    }

    func perform() throws {
      let kind = try CaseOutcome.Kind(typed: outcome)
      guard [.met, .notMet, .withdrawn].contains(kind) else {
        throw Refused("rollcall: a review is met, not-met or withdrawn, and not '\(outcome)'")
      }
      let desk = try NoticeDesk(options.open(), aboutLine: line)
      try desk.keep(
        [desk.reviewing(line, kind, by: by, next: next, saying: words)], as: format)
    }
  }

  /// Lists the agreements there are.
  struct List: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List contracts and plans, who is to sign, and what is due.")

    @Option(help: "Only this pupil: UPN, or the name as written.")
    var pupil: String?
    @Flag(help: "Only those whose review is due or overdue.")
    var due = false
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let rows = try NoticeRows(options.open())
      try Output.print(rows.agreements(of: pupil, onlyDue: due), as: format)
    }
  }
}

extension Agreement.Kind {
  /// The kind as it is typed: a word of its name is enough where no other has it.
  init(typed: String) throws {
    let wanted = FoldedName(typed).text
    let found = Self.allCases.filter { $0.rawValue == typed.lowercased() }
    let near = Self.allCases.filter { FoldedName($0.rawValue).text.contains(wanted) }
    guard !wanted.isEmpty, let kind = found.first ?? (near.count == 1 ? near.first : nil) else {
      let all = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refused("rollcall: '\(typed)' is no kind of agreement; one is \(all)")
    }
    self = kind
  }
}

extension NoticeDesk {
  /// The agreement of these details, with the policy's review where none is given.
  func agreement(
    _ kind: Agreement.Kind, from: SchoolDate?, until: SchoolDate?, review: SchoolDate?,
    targets: [String], support: [String], parties: [String]
  ) throws -> Agreement {
    let first = from ?? date
    let looked: SchoolDate
    if let review {
      looked = try self.review(on: review, after: first)
    } else {
      do throws(NoticeRefusal) {
        looked = try policy.penaltyNotices.review(of: kind, from: first, over: flags.rules.time)
      } catch {
        throw Refused("rollcall: \(error)")
      }
    }
    if kind == .partTime, until == nil {
      throw Refused(
        "rollcall: a part-time timetable is for a time; give its last day with --until, and the "
          + "timetable itself with 'rollcall plan'")
    }
    if let until, until < first {
      throw Refused("rollcall: it ends on \(until), before its first day \(first)")
    }
    return Agreement(
      kind, from: first, until: until, review: looked, targets: targets, support: support,
      parties: parties)
  }

  /// The act that notes that somebody has signed the agreement.
  func signing(_ number: Int64, by typed: String, saying words: String) throws -> Act {
    let agreed = try agreement(number)
    let name = try agreed.signer(typed)
    return act([line(.outcome(CaseOutcome(.signed, by: name)), about: agreed.id, saying: words)])
  }

  /// The act that notes how a review of the agreement went, and agrees the same again where it goes on.
  func reviewing(
    _ number: Int64, _ kind: CaseOutcome.Kind, by: String, next: SchoolDate?, saying words: String
  ) throws -> Act {
    let agreed = try agreement(number)
    var lines = [line(.outcome(CaseOutcome(kind, by: by)), about: agreed.id, saying: words)]
    if let next {
      var again = agreed.agreement
      again.from = date
      again.review = try review(on: next, after: date)
      if let until = again.until, until < next { again.until = next }
      lines.append(line(.agreement(again), saying: "goes on from agreement \(number)"))
    }
    return act(lines)
  }

  /// The day, if it is one after the first; refuses one that is not.
  func review(on day: SchoolDate, after first: SchoolDate) throws -> SchoolDate {
    guard day > first else {
      throw Refused("rollcall: the review is after the first day, \(first); \(day) is not")
    }
    return day
  }

  /// The agreement of that number, while its review is still to be noted.
  func agreement(_ number: Int64) throws -> AgreementRecord {
    guard let found = book.agreements(of: pupil.id).first(where: { $0.id.number == number }) else {
      throw Refused(
        "rollcall: line \(number) is no agreement that stands; 'agree list' gives them")
    }
    guard found.isOpen(on: date) else {
      throw Refused(
        "rollcall: agreement \(number) was reviewed already: \(found.state(on: date).inWords); write "
          + "a new one, or take the review back first")
    }
    return found
  }
}

extension AgreementRecord {
  /// The one of the parties whose name was typed; refuses whoever is none, or has signed.
  func signer(_ typed: String) throws -> String {
    if agreement.parties.isEmpty { return typed }
    let matching = { (name: String) in FoldedName.matches(name, search: typed) }
    if let name = unsigned.first(where: matching) { return name }
    if let name = signed.first(where: matching) {
      throw Refused("rollcall: \(name) has signed agreement \(id.number) already")
    }
    throw Refused(
      "rollcall: '\(typed)' is not to sign agreement \(id.number); it waits for "
        + (unsigned.isEmpty ? "nobody" : unsigned.joined(separator: ", ")))
  }
}
