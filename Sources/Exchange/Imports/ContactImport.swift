public import Attendance

/// Reads contacts.csv: who is to be reached about a pupil, and whether they may be.
public enum ContactImport {
  enum Column: String, ImportColumn {
    case upn
    case priority
    case name
    case relationship
    case phone
    case email
    case parentalResponsibility = "parental_responsibility"
    case livesWith = "lives_with"
    case mayContact = "may_contact"
    case courtOrder = "court_order"
    case language
    case safeTimes = "safe_times"
    case address

    var isRequired: Bool { self == .upn || self == .priority || self == .name }
  }

  /// A contact of a pupil, by which a second row for them is known.
  private struct Key: Hashable {
    let pupil: Pupil.ID
    let name: String

    init(_ contact: Contact) {
      pupil = contact.pupil
      name = FoldedName(contact.name).text
    }
  }

  /// What the file changes, or every fault that keeps it out.
  ///
  /// A pupil's contact is known again by name; contacts the file does not name stay as they are.
  public static func plan(
    _ file: IncomingFile, over context: ImportContext
  ) throws(FaultList) -> ImportPlan<Contact> {
    let pupils = context.pupilsByUPN
    let known = Dictionary(
      context.contacts.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [Key: Int] = [:]
    var plan = ImportPlan<Contact>(file: file.name, one: "contact", many: "contacts")
    var faults = FaultList(file: file.name)
    ImportRow<Column>.read(file, faults: &faults) { row in
      guard let pupil = row.pupil(.upn, among: pupils)?.pupil.id else {
        _ = contact(of: Pupil.ID(0), in: &row, over: nil)
        return
      }
      let name = CleanText.composed(row.raw(.name))
      let old = known[Key(Contact(pupil: pupil, priority: 1, name: name))]
      let contact = contact(of: pupil, in: &row, over: old)
      guard row.isSound else { return }
      if let first = lines[Key(contact)] {
        let upn = row.raw(.upn)
        row.fault(
          "a second row for this contact of \(upn); the first is on line \(first), delete one")
      } else {
        lines[Key(contact)] = row.line
        plan.take(contact, over: old)
      }
    }
    if !faults.isEmpty { throw faults }
    return plan
  }

  private static func contact(
    of pupil: Pupil.ID, in row: inout ImportRow<Column>, over old: Contact?
  ) -> Contact {
    let rank = row.needed(.priority)
    let priority = Int(rank) ?? 0
    if !rank.isEmpty, !(1...99).contains(priority) {
      row.fault("'\(Nearest.clipped(rank))' is no priority; use 1 to 99, 1 is tried first")
    }
    let name = row.needed(.name, .name)
    var contact = old ?? Contact(pupil: pupil, priority: priority, name: name)
    contact.priority = priority
    contact.name = name
    if row.has(.relationship) { contact.relationship = row.text(.relationship) }
    if row.has(.phone) { contact.phone = row.text(.phone) }
    if row.has(.email) { contact.email = row.text(.email) }
    if row.has(.parentalResponsibility) {
      contact.parentalResponsibility = row.yesOrNo(.parentalResponsibility)
    }
    if row.has(.livesWith) { contact.livesWith = row.yesOrNo(.livesWith) }
    // Left empty, what is known stays: a bar on contact is never lifted by saying nothing.
    if let permission = row.choice(.mayContact, of: Contact.Permission.self) {
      contact.mayContact = permission
    }
    if row.has(.courtOrder) { contact.courtOrder = row.text(.courtOrder) }
    if row.has(.language) { contact.language = row.text(.language) }
    if row.has(.safeTimes) { contact.safeTimes = row.text(.safeTimes) }
    if row.has(.address) { contact.address = row.text(.address, .lines) }
    return contact
  }
}
