import ArgumentParser
import Attendance
import Exchange
import Policies
import Screens
import Storage

/// Lists a pupil's contacts, and adds, corrects or removes one.
struct ContactsCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts",
    abstract: "List a pupil's contacts; add, correct or remove one.",
    discussion: """
      A contact is named by number or name. Whoever may not be told anything is listed only for \
      those who may change contacts.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "Correct this contact, with the fields given.")
  var correct: String?
  @Option(help: "Add a contact of this name, with the fields given.")
  var add: String?
  @Option(help: "Remove this contact.")
  var remove: String?
  @Option(
    name: .customLong("set"),
    help: """
      A field and its text, as often as needed: 'phone=01530 000000'. Fields: \
      \(ContactField.allCases.map(\.rawValue).joined(separator: ", ")).
      """)
  var changes: [String] = []
  @Option(help: "The name by which the pupil is known; '' for the first name.")
  var preferredName: String?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if [correct, add, remove].compactMap(\.self).count > 1 {
      throw ValidationError("one of --correct, --add and --remove at a time")
    }
    if !changes.isEmpty, correct == nil, add == nil {
      throw ValidationError("--set goes with --correct or --add")
    }
  }

  func perform() throws {
    let school = try options.open()
    let desk = try OfficeDesk(school)
    let member = try desk.member(pupil)
    let known = try desk.contacts(of: member.pupil.id, for: school.actor)
    if let preferredName {
      try desk.keep(preferredName: preferredName, of: known.pupil.id, by: school.actor)
    }
    if let contacts = try changed(known.contacts, of: known.pupil) {
      try desk.keep(contacts, of: known.pupil.id, seen: known.contacts, by: school.actor)
    }
    let now = try OfficeDesk(school).contacts(of: member.pupil.id, for: school.actor)
    if let few = now.tooFew { Output.refuse("rollcall: \(few)") }
    try Output.print(
      RowTable(
        ["priority"] + ContactField.allCases.map(\.rawValue),
        rows: now.contacts.map { contact in
          [.number(contact.priority)]
            + ContactField.allCases.map { .text(orEmpty: contact[$0].isEmpty ? nil : contact[$0]) }
        }), as: format)
  }

  /// The contacts as they are to be, or nil where nothing is asked for.
  private func changed(_ contacts: [Contact], of pupil: Pupil) throws -> [Contact]? {
    if let remove {
      let contact = try named(remove, contacts, of: pupil)
      return contacts.filter { $0 != contact }
    }
    guard correct != nil || add != nil else { return nil }
    var contact =
      try correct.map { try named($0, contacts, of: pupil) }
      ?? .new(of: pupil.id, after: contacts)
    let before = contact.name
    if let add { try contact.set(.name, to: add) }
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let field = ContactField(rawValue: String(parts[0])) else {
        let fields = ContactField.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refused("rollcall: '\(change)' sets no field; write FIELD=TEXT with one of \(fields)")
      }
      try contact.set(field, to: String(parts[1]))
    }
    return try Contact.list(contacts, with: contact, inPlaceOf: before)
  }

  private func named(_ written: String, _ contacts: [Contact], of pupil: Pupil) throws -> Contact {
    let found = contacts.first { contact in
      Int(written).map { $0 == contact.priority }
        ?? FoldedName.matches(contact.name, search: written)
    }
    guard let found else {
      throw Refused(
        "rollcall: \(pupil.name.onRegister) has no contact '\(written)'; 'contacts' lists them")
    }
    return found
  }
}
