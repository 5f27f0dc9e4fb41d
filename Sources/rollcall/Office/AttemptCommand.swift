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
      The contact is named by the order of calling, 1 before 2, or by name. A contact who may not be
      told anything is refused, and so is one who is reached through the safeguarding lead only.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "The contact, by number or name.")
  var contact: String
  @Option(
    help: "'spoke to', 'left message', 'no answer', 'wrong number', 'text made' or refused.")
  var outcome: Attempt.Outcome
  @Option(help: "telephone, voicemail, email, text, 'in person' or note.")
  var channel = Message.Channel.telephone
  @Option(help: "When; without it, now.")
  var time: TimeOfDay?
  @Option(help: "What was said.")
  var words = ""
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    try school.require(.logCalls)
    let desk = try OfficeDesk(school)
    let time = time ?? desk.now.time
    try desk.check(time)
    let member = try desk.member(pupil)
    let reached = try desk.contact(contact, of: member)
    let attempt = Attempt(
      contact: reached.name, relationship: reached.relationship, channel: channel,
      outcome: outcome, time: time)
    let act = Act(
      kind: .logged, by: school.actor.person, at: desk.now,
      lines: [
        ProposedLine(
          pupil: member.pupil.id, date: desk.now.date, matter: .attempt(attempt), words: words)
      ])
    try OfficeAct(school: school, act: act).perform(as: format)
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
