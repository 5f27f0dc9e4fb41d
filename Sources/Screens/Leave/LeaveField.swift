/// The fields of a request for leave, in the order in which they are come to.
enum LeaveField: String, CaseIterable, Hashable, Sendable {
  case pupil, asker, purpose, first, last, words, received, evidence, travelsOut, travelsBack

  /// The field's name.
  var label: String {
    switch self {
    case .pupil: "Pupil"
    case .asker: "Asked by"
    case .purpose: "For"
    case .first: "From"
    case .last: "to"
    case .words: "Words"
    case .received: "Received"
    case .evidence: "Evidence"
    case .travelsOut: "Travels"
    case .travelsBack: "Back"
    }
  }

  /// How many letters it holds.
  var limit: Int {
    switch self {
    case .pupil, .asker, .purpose: 80
    case .words, .evidence: 500
    case .first, .last, .received, .travelsOut, .travelsBack: 30
    }
  }
}
