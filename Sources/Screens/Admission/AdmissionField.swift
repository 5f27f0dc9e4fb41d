import Attendance

/// A field of the forms of the admission register.
enum AdmissionField: Hashable, Sendable {
  case surname, forename, born, sex, form, starts, contact, phone
  case last, ground
  case fact(DeletionFact)

  /// What is asked of a new child.
  static let ofChild: [AdmissionField] = [
    .surname, .forename, .born, .sex, .form, .starts, .contact, .phone,
  ]

  /// Under what it is kept while the form is half typed.
  var key: String {
    switch self {
    case .surname: "surname"
    case .forename: "forename"
    case .born: "born"
    case .sex: "sex"
    case .form: "form of"
    case .starts: "starts"
    case .contact: "contact"
    case .phone: "phone"
    case .last: "last"
    case .ground: "ground"
    case .fact(let fact): "fact \(fact.rawValue)"
    }
  }

  var label: String {
    switch self {
    case .surname: "Surname"
    case .forename: "Forename"
    case .born: "Born"
    case .sex: "Sex"
    case .form: "Form"
    case .starts: "Starts"
    case .contact: "First contact"
    case .phone: "Telephone"
    case .last: "Last day"
    case .ground: "Ground"
    case .fact(let fact): fact.title
    }
  }

  var hint: String {
    switch self {
    case .surname: "The legal surname."
    case .forename: "The legal forename."
    case .born: "The date of birth, like 12 5 2014 or 2014-05-12."
    case .sex: "M or F."
    case .form: "The form, like 7B; its year goes with it."
    case .starts:
      "The agreed starting day, like mon or 16 Nov; nothing for today. Sessions since then become N."
    case .contact: "Whom to call first; may be left for later."
    case .phone: "Their telephone."
    case .last: "The last day on roll; nothing for today."
    case .ground: "The letter or word of the ground, from the list."
    case .fact(let fact): fact.hint.asSentence
    }
  }

  /// Whether the form is not kept without it.
  var isNeeded: Bool {
    switch self {
    case .surname, .forename, .born, .form, .ground, .fact: true
    case .sex, .starts, .contact, .phone, .last: false
    }
  }
}
