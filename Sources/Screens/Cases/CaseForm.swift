import Attendance
import Policies
import Terminal

/// A form for one deed about a case or a pupil: few fields, the words last.
struct CaseForm: DeskForm {
  typealias FieldName = CaseField

  /// What the form is for.
  enum Kind: Hashable, Sendable {
    case open, step, stay, close, snooze, assign, add, note, undo, hold
    /// What became of that line, named in words.
    case outcome(DayLine.ID)
  }

  let kind: Kind
  /// Whom it is about.
  let pupil: Pupil
  /// The case, or nil where the pupil has none.
  let one: DayLine.ID?
  /// What it is about, in a sentence.
  let heading: String
  var typed: TypedFields<CaseField>
  var saving: Instant?

  init(
    _ kind: Kind, about pupil: Pupil, _ one: DayLine.ID?, heading: String, ladders: [String] = []
  ) {
    self.kind = kind
    self.pupil = pupil
    self.one = one
    self.heading = heading
    var offers: [CaseField: [String]] = [:]
    let fields: [CaseField]
    switch kind {
    case .open:
      fields = [.ladder, .to, .words]
      offers[.ladder] = ladders
    case .step: fields = [.words, .early]
    case .stay: fields = [.words, .until]
    case .close:
      fields = [.outcome, .words, .back]
      offers[.outcome] = CaseClosing.Outcome.allCases.map(\.rawValue)
    case .snooze: fields = [.until, .words]
    case .assign: fields = [.to, .words]
    case .add:
      fields = [.kind, .words, .nature, .what, .day, .time, .with, .arranged]
      offers[.kind] = CaseAction.Kind.allCases.map(\.rawValue)
      offers[.nature] = DayLine.Nature.allCases.map(\.rawValue)
    case .note:
      fields = [.words, .nature, .day]
      offers[.nature] = DayLine.Nature.allCases.map(\.rawValue)
    case .undo: fields = [.words]
    case .hold:
      fields = [.reason, .until, .words]
      offers[.reason] = Hold.Reason.allCases.map(\.rawValue)
    case .outcome:
      fields = [.outcome, .words, .with]
      offers[.outcome] = CaseOutcome.Kind.allCases.map(\.rawValue)
    }
    typed = TypedFields(fields, offers: offers)
  }

  /// What kind it is, whom it is about and which case, by which it is found again.
  var name: String {
    "\(FormDraft.ofCase) \(kind.word) \(pupil.id.number)" + (one.map { " \($0.number)" } ?? "")
  }
}

extension CaseForm.Kind {
  /// The kind in one word.
  fileprivate var word: String {
    switch self {
    case .open: "open"
    case .step: "step"
    case .stay: "stay"
    case .close: "close"
    case .snooze: "snooze"
    case .assign: "assign"
    case .add: "add"
    case .note: "note"
    case .undo: "undo"
    case .hold: "hold"
    case .outcome(let line): "outcome-\(line.number)"
    }
  }
}
