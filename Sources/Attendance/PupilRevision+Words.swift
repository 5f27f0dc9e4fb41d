extension PupilRevision {
  /// What kind of thing was changed, in one word: `name`, `details`, `contacts`.
  public var kind: String {
    switch record {
    case .pupil: "name"
    case .particulars: "details"
    case .contacts: "contacts"
    case .enrolment: "on roll"
    case .admission: "admission"
    }
  }

  /// What was changed, in words without an end; empty where both say the same.
  public var inWords: String {
    switch record {
    case .pupil(let before, let after):
      before.map { Self.changes(Self.fields($0), Self.fields(after)) } ?? "put on the books"
    case .particulars(let before, let after): Self.words(before, after)
    case .contacts(let before, let after): Self.words(before, after)
    case .enrolment(let before, let after):
      before.map { Self.changes(Self.fields($0), Self.fields(after)) }
        ?? "on roll from \(after.starts)"
    case .admission(let before, let after):
      Self.changes(Self.fields(before), Self.fields(after))
    }
  }

  private static func fields(_ enrolment: Enrolment) -> [(String, String)] {
    [
      ("enrolment", enrolment.kind.rawValue), ("boarder", enrolment.isBoarder ? "yes" : "no"),
      ("starting day", "\(enrolment.starts)"),
      ("leaving date", enrolment.ends.map { "\($0)" } ?? ""),
      ("ground", enrolment.deletion?.inWords ?? ""),
    ]
  }

  private static func fields(_ record: AdmissionRecord) -> [(String, String)] {
    [
      ("address of last school", record.lastSchoolAddress),
      ("second address", record.secondAddress),
      ("new address", record.newHomes.map(\.inWords).joined(separator: "; ")),
      ("other school", record.otherSchools.map(\.inWords).joined(separator: "; ")),
    ]
  }

  private static func fields(_ pupil: Pupil) -> [(String, String)] {
    [
      ("surname", pupil.name.surname), ("forename", pupil.name.forename),
      ("known as", pupil.name.preferred), ("said", pupil.name.sayAs), ("UPN", pupil.upn.text),
      ("born", "\(pupil.dateOfBirth)"), ("sex", pupil.sex), ("last school", pupil.lastSchool),
      (
        "earlier names",
        pupil.earlierNames.map { "\($0.name.legal) to \($0.through)" }.joined(separator: "; ")
      ),
    ]
  }

  private static func fields(_ contact: Contact) -> [(String, String)] {
    ContactField.allCases.map {
      ($0.rawValue.split(separator: "_").joined(separator: " "), contact[$0])
    }
  }

  /// Each field that is another now: `known as Bea -> Beatrice, sex none -> F`.
  private static func changes(_ before: [(String, String)], _ after: [(String, String)]) -> String {
    zip(before, after).filter { $0.1 != $1.1 }.map { old, new in
      "\(old.0) \(written(old.1)) -> \(written(new.1))"
    }.joined(separator: ", ")
  }

  private static func written(_ text: String) -> String { text.isEmpty ? "none" : text }

  /// Year, group, campus and address with what they were; of the rest only that it was changed.
  private static func words(_ before: Particulars?, _ after: Particulars) -> String {
    func fields(_ particulars: Particulars) -> [(String, String)] {
      [
        ("year", "\(particulars.yearGroup)"), ("group", particulars.group),
        ("campus", particulars.campus),
        ("address", particulars.characteristics[.address] ?? ""),
      ]
    }
    guard let before else {
      return "year \(after.yearGroup), group \(written(after.group))"
    }
    var words = [changes(fields(before), fields(after))].filter { !$0.isEmpty }
    words += Characteristic.allCases.filter {
      $0 != .address && before.characteristics[$0] != after.characteristics[$0]
    }.map { $0.rawValue.split(separator: "_").joined(separator: " ") + " changed" }
    guard !words.isEmpty else { return "" }
    return words.joined(separator: ", ")
      + (before.from == after.from ? "" : ", from \(after.from)")
  }

  /// Who was added, who was removed, and what is another of those who stayed.
  private static func words(_ before: [Contact], _ after: [Contact]) -> String {
    var gone = before
    var words: [String] = []
    var new: [Contact] = []
    func stays(_ contact: Contact, as earlier: Int) {
      let changed = changes(fields(gone[earlier]), fields(contact))
      if !changed.isEmpty { words.append("\(gone[earlier].name): \(changed)") }
      gone.remove(at: earlier)
    }
    for contact in after {
      if let earlier = gone.firstIndex(where: { $0.name == contact.name }) {
        stays(contact, as: earlier)
      } else {
        new.append(contact)
      }
    }
    for contact in new {
      // Another name in the same place is most often the same person, married or spelt right.
      if let earlier = gone.firstIndex(where: { $0.priority == contact.priority }) {
        stays(contact, as: earlier)
      } else {
        words.append("added " + named(contact))
      }
    }
    words += gone.map { "removed " + named($0) }
    func order(_ contacts: [Contact]) -> [String] {
      contacts.sorted { ($0.priority, $0.name) < ($1.priority, $1.name) }.map(\.name)
    }
    if words.isEmpty, order(before) != order(after) {
      words.append("another order of calling")
    }
    return words.joined(separator: "; ")
  }

  private static func named(_ contact: Contact) -> String {
    contact.name + (contact.relationship.isEmpty ? "" : " (\(contact.relationship))")
  }
}
