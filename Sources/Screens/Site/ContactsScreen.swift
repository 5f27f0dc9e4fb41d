import Attendance
import Policies
import Terminal

/// A pupil's contacts, seen and corrected; siblings and the name they are known by.
struct ContactsScreen: Screen, Hashable {
  var message = Message()
  private(set) var known: PupilContacts
  private(set) var list: ListView<String>
  /// What is being typed, or nil while the list has the keys.
  private(set) var typing: Typing?
  /// The contacts as they were before the last change made here.
  private var before: [Contact]?

  /// A correction that is being typed.
  enum Typing: Hashable, Sendable {
    /// A field of a contact; the name is that by which the contact was known before.
    case field(Contact, inPlaceOf: String, ContactField, Field)
    /// The name the pupil is known by.
    case preferred(Field)
  }

  init(_ known: PupilContacts) {
    self.known = known
    list = ListView(known.contacts.map(\.name), height: 10)
    say(known.summary)
  }

  var place: Command.Place { typing == nil ? .contacts : .contactField }

  func questions(at desk: Desk) -> [Question] { [.site(.contacts(known.pupil.id))] }

  /// The contact the cursor is on.
  private var current: Contact? {
    list.current.flatMap { name in known.contacts.first { $0.name == name } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open), .office(.removeContact):
      return current == nil
        ? Bar("There is no contact; a adds one") : desk.denial(of: .editPupils, known.relations)
    case .office(.addContact), .office(.preferredName):
      return desk.denial(of: .editPupils, known.relations)
    case .office(.restoreContacts): return before == nil ? Bar("Nothing was changed here") : nil
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      if let current { ask(.name, of: current, inPlaceOf: current.name) }
      return []
    case .common(.move):
      list.height = max(Frame(desk.size, messageLines: 2).body.count, 1)
      if let key { _ = list.handle(key) }
      if let current { say(current.inWords) }
      return []
    case .common(.back): return [.back]
    case .office(.addContact):
      ask(.name, of: .new(of: known.pupil.id, after: known.contacts), inPlaceOf: "")
      return []
    case .office(.removeContact):
      guard let current else { return [] }
      say("\(current.name) is removed. ^Z brings them back.")
      return keep(known.contacts.filter { $0.name != current.name })
    case .office(.restoreContacts):
      guard let contacts = before else { return [] }
      say("The contacts are as they were.")
      return keep(contacts)
    case .office(.preferredName):
      typing = .preferred(Field(known.pupil.name.preferred, limit: 40))
      say("Known as? Nothing for \(known.pupil.name.forename). Enter keeps it.")
      return []
    case .answer(.nextField): return next()
    case .answer(.accept): return accept()
    case .answer(.cancel):
      typing = nil
      say("Nothing was changed.")
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func ask(_ field: ContactField, of contact: Contact, inPlaceOf name: String) {
    typing = .field(contact, inPlaceOf: name, field, Field(contact[field], limit: 80))
    say(
      "\(contact.name.isEmpty ? "A new contact" : contact.name). Tab next field, Enter keeps all.")
  }

  /// Takes what is typed, and goes on to the next field.
  private mutating func next() -> [Move] {
    guard case .field(var contact, let name, let field, let text) = typing else { return [] }
    do {
      try contact.set(field, to: text.text)
    } catch {
      return refuse(error.description)
    }
    let all = ContactField.allCases
    let index = (all.firstIndex(of: field) ?? 0) + 1
    ask(all[index % all.count], of: contact, inPlaceOf: name)
    return []
  }

  private mutating func accept() -> [Move] {
    switch typing {
    case nil: return []
    case .preferred(let field):
      typing = nil
      let name = field.text.split(separator: " ").joined(separator: " ")
      say(name.isEmpty ? "Known by the first name again." : "Known as \(name).")
      return [.perform(.keepPreferredName(known.pupil.id, name))]
    case .field(var contact, let name, let field, let text):
      do {
        try contact.set(field, to: text.text)
        let contacts = try Contact.list(known.contacts, with: contact, inPlaceOf: name)
        typing = nil
        say(contacts == known.contacts ? "Nothing was changed." : "Kept: \(contact.inWords)")
        return contacts == known.contacts ? [] : keep(contacts)
      } catch {
        return refuse(error.description)
      }
    }
  }

  private mutating func keep(_ contacts: [Contact]) -> [Move] {
    before = known.contacts
    return [.perform(.keepContacts(known.pupil.id, contacts, seen: known.contacts))]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    switch typing {
    case nil: return nil
    case .preferred(var field):
      guard field.handle(key) else { return nil }
      typing = .preferred(field)
    case .field(let contact, let name, let which, var field):
      guard field.handle(key) else { return nil }
      typing = .field(contact, inPlaceOf: name, which, field)
    }
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    switch typing {
    case nil: return refuse("A paste does nothing here.")
    case .preferred(var field):
      field.insert(text)
      typing = .preferred(field)
    case .field(let contact, let name, let which, var field):
      field.insert(text)
      typing = .field(contact, inPlaceOf: name, which, field)
    }
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .site(.contacts(let fresh)) where fresh.pupil.id == known.pupil.id:
      known = fresh
      list.show(fresh.contacts.map(\.name))
      return []
    case .unavailable(let why): return refuse("Not kept: \(why)")
    default: return []
    }
  }
}

extension Contact {
  /// All that is on record of the contact, in words.
  var inWords: String {
    let permission =
      switch mayContact {
      case .yes: ""
      case .no: "MAY NOT BE TOLD"
      case .dsl: "through the safeguarding lead only"
      }
    let order = courtOrder.isEmpty ? [] : ["court order: \(courtOrder)"]
    let told = [name, relationship, phone, email, permission].filter { !$0.isEmpty }
    return (told + facts.filter { $0 != "court order" } + order).joined(separator: ", ")
  }
}
