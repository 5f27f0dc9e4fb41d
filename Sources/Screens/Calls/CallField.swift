/// The fields of a message, in the order in which they are come to.
///
/// What every call needs stands before what few need, so that the usual one is short.
enum CallField: String, CaseIterable, Hashable, Sendable {
  case pupil, from, words, code, doubt, first, last, overlap, out, back, channel, callBack,
    telephone

  /// The field's name on a wide screen.
  var label: String {
    switch self {
    case .pupil: "Pupil"
    case .from: "From"
    case .words: "Words"
    case .code: "Code"
    case .doubt: "Doubted"
    case .first: "Away from"
    case .last: "to"
    case .overlap: "Planned"
    case .out: "Out"
    case .back: "Back"
    case .channel: "Channel"
    case .callBack: "Call back"
    case .telephone: "Tel"
    }
  }

  /// The field's name where there are few columns.
  var shortLabel: String {
    switch self {
    case .doubt: "Doubt"
    case .first: "Away"
    case .last: "To"
    case .channel: "How"
    case .callBack: "Ring?"
    case .overlap: "Plan"
    case .pupil, .from, .words, .code, .out, .back, .telephone: label
    }
  }

  /// How many letters it holds.
  var limit: Int {
    switch self {
    case .pupil, .from: 80
    case .words: 500
    case .doubt: 200
    case .code: 2
    case .first, .last, .telephone: 30
    case .out, .back: 5
    case .overlap, .channel, .callBack: 0
    }
  }

  /// Whether it takes a whole line where there is one.
  var isLong: Bool {
    switch self {
    case .pupil, .from, .words, .doubt: true
    case .code, .first, .last, .overlap, .out, .back, .channel, .callBack, .telephone: false
    }
  }

  /// Whether it is chosen and not typed.
  var isChoice: Bool { self == .overlap || self == .channel || self == .callBack }

  /// Whether it belongs to the message itself, which is on record once it is kept.
  var isOfMessage: Bool {
    switch self {
    case .from, .words, .channel, .callBack, .telephone: true
    case .pupil, .code, .doubt, .first, .last, .overlap, .out, .back: false
    }
  }
}
