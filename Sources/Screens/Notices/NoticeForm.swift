import Attendance
import Policies
import Terminal

/// A form about a notice or an agreement: what is given to whom, and what became of it.
struct NoticeForm: DeskForm {
  typealias FieldName = NoticeField

  /// What the form is for.
  enum Kind: Hashable, Sendable {
    /// A penalty notice by today's count.
    case issue
    /// One by the count of an earlier day, on a ground of the school's own, or for an excluded pupil.
    case other
    case improve
    case agree
    /// What became of that notice or agreement.
    case outcome(NoticeRecord)
  }

  let kind: Kind
  /// Whom it is about.
  let pupil: Pupil
  let heading: String
  var typed: TypedFields<NoticeField>
  var saving: Instant?

  init(_ kind: Kind, about sheet: NoticeSheet, under policy: PenaltyNotices) {
    self.kind = kind
    pupil = sheet.pupil
    let parents = sheet.considered.map { "\($0.contact.priority) \($0.inBrief)" }
    let name = sheet.pupil.name.onRegister
    switch kind {
    case .issue:
      heading = "\(name): penalty notice"
      typed = TypedFields([.parent, .checked, .words], guides: [.parent: parents])
    case .other:
      heading = "\(name): penalty notice on another ground"
      typed = TypedFields(
        [.parent, .checked, .met, .ground, .excluded, .words],
        offers: [.ground: policy.ownGrounds],
        guides: [.parent: sheet.considered.map { "\($0.contact.priority) \($0.contact.name)" }])
    case .improve:
      heading = "\(name): notice to improve"
      let points = policy.improveHolds.enumerated().map { "\($0 + 1) \($1)" }
      typed = TypedFields(
        [.parent, .weeks, .from, .holds, .early, .words],
        guides: [
          .parent: sheet.considered.map { "\($0.contact.priority) \($0.contact.name)" },
          .weeks: [policy.improveWeeksInWords], .holds: [points.joined(separator: "; ")],
          .words: ["Words here: what enough improvement is."],
        ])
    case .agree:
      heading = "\(name): contract or plan"
      typed = TypedFields(
        [.kind, .targets, .parties, .review, .until, .support, .from, .words],
        offers: [.kind: Agreement.Kind.allCases.map(\.rawValue)])
    case .outcome(let record):
      heading = "\(name): \(record.title)"
      typed = TypedFields(
        [.outcome, .words, .by, record.isAgreement ? .next : .day],
        offers: [.outcome: record.outcomes.map(\.rawValue), .by: record.unsigned])
    }
  }

  /// What kind it is and whom it is about, by which it is found again.
  var name: String {
    let word =
      switch kind {
      case .issue: "issue"
      case .other: "other"
      case .improve: "improve"
      case .agree: "agree"
      case .outcome(let record): "outcome-\(record.id.number)"
      }
    return "\(FormDraft.ofNotice) \(word) \(pupil.id.number)"
  }
}

extension PenaltyNotices {
  /// For how many weeks a notice to improve may be given.
  fileprivate var improveWeeksInWords: String {
    guard let least = improveWeeksLeast, let most = improveWeeksMost else {
      return "The policy knows no notice to improve."
    }
    return least == most
      ? "The policy gives \(least) weeks." : "The policy gives \(least) to \(most)."
  }
}
