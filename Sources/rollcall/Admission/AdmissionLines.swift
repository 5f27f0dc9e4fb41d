import Attendance

/// What the admission register holds of a pupil, line by line (regulation 8).
struct AdmissionLines {
  let pupil: Pupil
  let enrolments: [Enrolment]
  let particulars: Particulars?
  let record: AdmissionRecord
  let contacts: [Contact]
  let firstAttended: SchoolDate?

  /// A line: what it is, and what is on record.
  struct Line: Hashable {
    let field: String
    let value: String
  }

  var address: String { particulars?.characteristics[.address] ?? "" }

  /// Every line, names first; addresses and contacts only where they may be seen.
  func lines(withContacts maySee: Bool) -> [Line] {
    var lines = [
      Line(field: "Name", value: pupil.name.legal), Line(field: "UPN", value: pupil.upn.text),
    ]
    func add(_ field: String, _ value: String) {
      if !value.isEmpty { lines.append(Line(field: field, value: value)) }
    }
    add("Known as", pupil.name.preferred)
    for earlier in pupil.earlierNames {
      add("Earlier name", "\(earlier.name.legal), to \(earlier.through)")
    }
    add("Sex", pupil.sex)
    add("Born", "\(pupil.dateOfBirth)")
    if maySee {
      add("Address", address)
      add("Second address", record.secondAddress)
      for home in record.newHomes { add("New address", home.inWords) }
    }
    for enrolment in enrolments { add(enrolment) }
    add("First attended", firstAttended.map { "\($0)" } ?? "")
    add("Form", particulars.map { "\($0.group), \($0.yearGroup.name)" } ?? "")
    add(
      "Last school",
      [pupil.lastSchool, record.lastSchoolAddress].filter { !$0.isEmpty }.joined(separator: ", "))
    for school in record.otherSchools { add("Other school", school.inWords) }
    if maySee {
      for contact in contacts where contact.isParent { add("Parent", contact.asParent) }
      for contact in contacts where !contact.isParent { add("Contact", contact.asParent) }
      if !contacts.contains(where: { $0.livesWith == true && !$0.phone.isEmpty }) {
        add("MISSING", "an emergency telephone of a parent the pupil lives with")
      }
    }
    return lines

    func add(_ enrolment: Enrolment) {
      let continues = enrolments.contains { enrolment.continues($0) }
      let boards = enrolment.isBoarder ? ", boarder" : ""
      let kind =
        enrolment.kind == .main && !continues ? "" : ", \(enrolment.kind.rawValue)"
      add(continues ? "From" : "Starting day", "\(enrolment.starts)\(boards)\(kind)")
      if let ends = enrolment.ends, !enrolments.contains(where: { $0.continues(enrolment) }) {
        add("Leaves", "\(ends), " + (enrolment.deletion?.inWords ?? "no ground on record"))
      }
    }
  }
}

extension Contact {
  /// Whether the law's list of parents has them: whoever has responsibility or is called parent.
  var isParent: Bool {
    parentalResponsibility == true
      || ["mother", "father", "parent", "stepmother", "stepfather", "foster carer"]
        .contains(relationship.lowercased())
  }

  /// The name, what they are, whether the pupil lives with them, telephone and address.
  var asParent: String {
    let lives = livesWith == true ? "lives with" : livesWith == false ? "lives elsewhere" : ""
    return [name, relationship, lives, phone, address].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
