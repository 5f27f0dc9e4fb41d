/// Why a pupil's name is deleted from the admission register, with what the ground asks for.
public struct Deletion: Hashable, Sendable {
  /// The ground.
  public var ground: DeletionGround
  /// What the ground asks for, as it was entered; dates as `2026-11-20`.
  public var facts: [DeletionFact: String]

  /// A deletion on that ground.
  public init(_ ground: DeletionGround, _ facts: [DeletionFact: String] = [:]) {
    self.ground = ground
    self.facts = facts.filter { !$0.value.isEmpty }
  }

  /// The date in a fact, or nil where there is none.
  public func date(_ fact: DeletionFact) -> SchoolDate? { facts[fact].flatMap(SchoolDate.init) }

  /// What the ground asks for and is not there.
  public var missing: [DeletionFact] { ground.needs.filter { facts[$0] == nil } }

  /// The ground with what was entered, in words.
  public var inWords: String {
    let entered = DeletionFact.allCases.compactMap { fact in
      facts[fact].map { "\(fact.title.lowercased()) \($0)" }
    }
    return (["\(ground.reference) \(ground.words)"] + entered).joined(separator: "; ")
  }
}

/// Something that a ground of deletion asks for.
public enum DeletionFact: String, CaseIterable, Hashable, Sendable {
  case destination
  case startsThere = "starts_there"
  case consent
  case order
  case noticeDated = "notice_dated"
  case newArea = "new_area"
  case leaveEnded = "leave_ended"
  case schoolEnquiries = "school_enquiries"
  case authorityEnquiries = "authority_enquiries"
  case enquiries
  case sentence
  case feesDue = "fees_due"
  case reviewEnded = "review_ended"

  /// The fact as a form names it.
  public var title: String {
    switch self {
    case .destination: "Goes to"
    case .startsThere: "First day there"
    case .consent: "Consent of"
    case .order: "Order"
    case .noticeDated: "Notice dated"
    case .newArea: "Now lives"
    case .leaveEnded: "Leave ended"
    case .schoolEnquiries: "School asked to"
    case .authorityEnquiries: "Authority asked to"
    case .enquiries: "What was found"
    case .sentence: "Sentence"
    case .feesDue: "Fees due since"
    case .reviewEnded: "Reviews ended"
    }
  }

  /// What is to be written, for whoever is asked.
  public var hint: String {
    switch self {
    case .destination: "the name of the school, or where else"
    case .startsThere: "the day on which the pupil starts there"
    case .consent: "the school that has consented, who there, and when"
    case .order: "the reference of the school attendance order"
    case .noticeDated: "the date of the parent's written notice; what was only said is not enough"
    case .newArea: "where the pupil lives now"
    case .leaveEnded: "the last day of the leave"
    case .schoolEnquiries: "the day on which the school's enquiries ended"
    case .authorityEnquiries: "the day on which the authority's enquiries ended"
    case .enquiries: "in words: who was asked, by school and authority together"
    case .sentence: "the court and the day of the sentence"
    case .feesDue: "the last day of the term for which they are due"
    case .reviewEnded: "the day on which the ways of review ended"
    }
  }

  /// Whether it is a date.
  public var isDate: Bool {
    switch self {
    case .startsThere, .noticeDated, .leaveEnded, .schoolEnquiries, .authorityEnquiries, .feesDue,
      .reviewEnded:
      true
    case .destination, .consent, .order, .newArea, .enquiries, .sentence: false
    }
  }

  /// Whether the day may still be to come.
  public var mayLieAhead: Bool { self == .startsThere }
}
