import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Notes a try at reaching somebody about a pupil.
struct AttemptCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "attempt", abstract: "Note a try at reaching a pupil's parent or carer.",
    discussion: """
      The contact is named by the order of calling, 1 before 2, or by name. A contact who may not \
      be told anything is refused, and so is one who is reached through the safeguarding lead \
      only.

      --letter makes a text of the policy, or shows a call script, and notes it with its words; \
      --show only shows it. --told notes who else was told of the absence, and --did that the \
      policy's next step was taken, where that is neither a call nor a text.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "The contact, by number or name.")
  var contact: String?
  @Option(
    help: "'spoke to', 'left message', 'no answer', 'wrong number', 'text made' or refused.")
  var outcome: Attempt.Outcome?
  @Option(help: "The text or call script of the policy that was used: absence-text-1.")
  var letter: String?
  @Flag(help: "With --letter: show the words and note nothing.")
  var show = false
  @Option(help: "Who else was told of the absence: 'the youth offending worker'.")
  var told: String?
  @Flag(help: "The next step of the policy was taken.")
  var did = false
  @Option(help: "telephone, voicemail, email, text, 'in person' or note.")
  var channel: Message.Channel?
  @Option(help: "When; without it, now.")
  var time: TimeOfDay?
  @Option(help: "What was said.")
  var words = ""
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    let kinds = [contact != nil, told != nil, did].count(where: \.self)
    if kinds != 1 {
      throw ValidationError("say one of --contact, --told or --did: what was tried or done")
    }
    if contact != nil, outcome == nil, letter == nil {
      throw ValidationError("--contact goes with --outcome or --letter: say what came of it")
    }
    if contact == nil, outcome != nil || letter != nil || channel != nil {
      throw ValidationError("--outcome, --letter and --channel go with --contact")
    }
    if show, letter == nil { throw ValidationError("--show goes with --letter") }
    if told == "" { throw ValidationError("say who was told") }
  }

  func perform() throws {
    let school = try options.open()
    try school.require(.logCalls, to: "note who was rung or told")
    let desk = try OfficeDesk(school)
    let time = time ?? desk.now.time
    try desk.check(time)
    let member = try desk.member(pupil)
    var line = ProposedLine(
      pupil: member.pupil.id, date: desk.now.date, matter: .step, words: words)
    if let told {
      line.matter = .told(school.policy.followUp.teller(told))
    } else if did {
      line.words = try desk.nextStep(of: member)
    } else if let contact {
      let reached = try desk.contact(contact, of: member)
      if let letter {
        guard let made = try made(letter, for: reached, member, desk, at: time) else { return }
        line = made
      } else if let outcome {
        line.matter = .attempt(
          Attempt(
            contact: reached.name, relationship: reached.relationship,
            channel: channel ?? .telephone, outcome: outcome, time: time))
      }
    }
    let act = Act(kind: .logged, by: school.actor.person, at: desk.now, lines: [line])
    try OfficeAct(school: school, act: act).perform(as: format)
  }

  /// The line of a text or script, with its words; nil where it is only shown.
  private func made(
    _ id: String, for contact: Contact, _ member: Roll.Member, _ desk: OfficeDesk,
    at time: TimeOfDay
  ) throws -> ProposedLine? {
    let letter = try desk.school.letters.letter(id)
    try desk.school.require(.sendLetters)
    let isText = letter.kind == .text
    guard isText || letter.kind == .script else {
      throw Refused(
        "rollcall: '\(id)' is a \(letter.kind.rawValue), neither a text nor a call script")
    }
    let words = try desk.words(of: letter, about: [member], to: contact)
    if show {
      try Output.print(words + "\n")
      return nil
    }
    guard isText || outcome != nil else {
      throw Refused(
        "rollcall: a call script goes with --outcome, what came of the call; --show shows its words"
      )
    }
    let attempt = Attempt(
      contact: contact.name, relationship: contact.relationship,
      channel: channel ?? (isText ? .text : .telephone), outcome: outcome ?? .textMade, time: time,
      letter: letter.id)
    // What was said matters more than the script that was read.
    return ProposedLine(
      pupil: member.pupil.id, date: desk.now.date, matter: .attempt(attempt),
      words: self.words.isEmpty ? words : self.words)
  }
}

extension OfficeDesk {
  /// The words of the policy's next step for the pupil, where that is neither a call nor a text.
  func nextStep(of member: Roll.Member) throws -> String {
    let absent = try unexplained(at: school.currentSession).filter {
      $0.member.pupil.id == member.pupil.id
    }
    guard let plan = try contactPlans(of: absent)[member.pupil.id] else {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) has no unexplained absence now, so no step is due"
      )
    }
    guard let next = plan.next, next.way == .other else {
      throw Refused(
        "rollcall: the next step of \(member.pupil.name.onRegister) is '\(plan.stepInWords)'; note "
          + "it with --contact")
    }
    return next.action
  }
}

extension OfficeDesk {
  /// The contact of the pupil by number or name who may be told something; refuses any other (U6).
  func contact(_ written: String, of member: Roll.Member) throws -> Contact {
    let contacts = try school.store.contacts(of: member.pupil.id)
    let permitted = contacts.filter { $0.mayContact == .yes }
    let named = contacts.first { contact in
      Int(written).map { $0 == contact.priority }
        ?? FoldedName.matches(contact.name, search: written)
    }
    guard let named else {
      throw Refused(
        "rollcall: \(member.pupil.name.onRegister) has no contact '\(written)'; there "
          + (permitted.isEmpty
            ? "are none who may be told"
            : "are " + permitted.map(Self.label).joined(separator: ", ")))
    }
    switch named.mayContact {
    case .yes: return named
    case .no:
      throw Refused(
        "rollcall: contact \(named.priority) may not be told anything; choose another contact")
    case .dsl:
      if school.permissions.denial(of: .viewSafeguarding) == nil { return named }
      throw Refused(
        "rollcall: contact \(named.priority) is reached through the safeguarding lead only; ask "
          + "them")
    }
  }

  private static func label(_ contact: Contact) -> String {
    "\(contact.priority) \(contact.name)"
      + (contact.relationship.isEmpty ? "" : " (\(contact.relationship))")
  }
}
