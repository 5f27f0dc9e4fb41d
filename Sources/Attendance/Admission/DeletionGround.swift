/// A ground on which a name is deleted from the admission register.
///
/// The law has two closed lists: one for pupils of compulsory school age, one for all others.
public enum DeletionGround: String, CaseIterable, Hashable, Sendable {
  case otherSchool = "a"
  case nurseryEnded = "b"
  case consented = "c"
  case orderAmended = "d"
  case orderRevoked = "e"
  case educatedOtherwise = "f"
  case movedAway = "g"
  case notBackFromLeave = "h"
  case missing = "i"
  case detained = "j"
  case died = "k"
  case overAge = "l"
  case feesUnpaid = "m"
  case ceasedIndependent = "n"
  case excluded = "o"
  case ceased
  case absent
  case diedOther = "died"
  case nurseryLeft = "nursery"
  case excludedOther = "excluded"

  /// One row of the two lists.
  private struct Row {
    let reference: String
    let words: String
    let needs: [DeletionFact]
  }

  /// The lists: regulation 9(1) and 9(3) of the School Attendance (Pupil Registration) (England)
  /// Regulations 2024.
  ///
  /// The letters of 9(1) are those of the regulation. Those of 9(3) are not known here, so that its
  /// grounds go by a word; their contents follow the list of the regulations of 2006 (8(3)).
  private var row: Row {
    switch self {
    case .otherSchool:
      Row(
        reference: "9(1)(a)", words: "registered at another school",
        needs: [.destination, .startsThere])
    case .nurseryEnded:
      Row(
        reference: "9(1)(b)", words: "nursery education ended, not going on to reception here",
        needs: [])
    case .consented:
      Row(
        reference: "9(1)(c)", words: "registered elsewhere too, and the other school consents",
        needs: [.destination, .consent])
    case .orderAmended:
      Row(
        reference: "9(1)(d)", words: "school attendance order now names another school",
        needs: [.order, .destination])
    case .orderRevoked:
      Row(reference: "9(1)(e)", words: "school attendance order revoked", needs: [.order])
    case .educatedOtherwise:
      Row(
        reference: "9(1)(f)", words: "parent's written notice of education otherwise",
        needs: [.noticeDated])
    case .movedAway:
      Row(
        reference: "9(1)(g)", words: "no longer lives at a reasonable distance", needs: [.newArea])
    case .notBackFromLeave:
      Row(
        reference: "9(1)(h)", words: "not back within ten school days of leave, not found",
        needs: [.leaveEnded, .schoolEnquiries, .authorityEnquiries, .enquiries])
    case .missing:
      Row(
        reference: "9(1)(i)", words: "twenty school days absent without leave, not found",
        needs: [.schoolEnquiries, .authorityEnquiries, .enquiries])
    case .detained:
      Row(
        reference: "9(1)(j)", words: "detained under a sentence of detention", needs: [.sentence])
    case .died: Row(reference: "9(1)(k)", words: "died", needs: [])
    case .overAge:
      Row(
        reference: "9(1)(l)",
        words: "over compulsory age before the school next meets, not staying",
        needs: [])
    case .feesUnpaid:
      Row(reference: "9(1)(m)", words: "boarding fees unpaid at the end of term", needs: [.feesDue])
    case .ceasedIndependent:
      Row(
        reference: "9(1)(n)", words: "no longer a pupil of this independent or special school",
        needs: [])
    case .excluded:
      Row(reference: "9(1)(o)", words: "permanently excluded", needs: [.reviewEnded])
    case .ceased: Row(reference: "9(3)", words: "has ceased to attend", needs: [])
    case .absent:
      Row(
        reference: "9(3)", words: "twenty school days absent without leave, not found",
        needs: [.schoolEnquiries, .enquiries])
    case .diedOther: Row(reference: "9(3)", words: "died", needs: [])
    case .nurseryLeft:
      Row(
        reference: "9(3)", words: "nursery education ended, not going on to reception here",
        needs: [])
    case .excludedOther:
      Row(reference: "9(3)", words: "permanently excluded", needs: [.reviewEnded])
    }
  }

  /// Where the law has it: `9(1)(f)`.
  public var reference: String { row.reference }
  /// The ground in a few words.
  public var words: String { row.words }
  /// What it asks for.
  public var needs: [DeletionFact] { row.needs }

  /// Whether it is for pupils of compulsory school age; the others are for everybody else.
  public var isOfCompulsoryAge: Bool { rawValue.count == 1 }

  /// The grounds for a pupil who is of compulsory school age on the date, or is not.
  public static func all(ofCompulsoryAge isOfAge: Bool) -> [DeletionGround] {
    allCases.filter { $0.isOfCompulsoryAge == isOfAge }
  }

  /// How many school days the pupil must have been away first, or nil where the law names none.
  public var awayFor: Int? {
    switch self {
    case .notBackFromLeave: 10
    case .missing, .absent: 20
    case .otherSchool, .nurseryEnded, .consented, .orderAmended, .orderRevoked, .educatedOtherwise,
      .movedAway, .detained, .died, .overAge, .feesUnpaid, .ceasedIndependent, .excluded, .ceased,
      .diedOther, .nurseryLeft, .excludedOther:
      nil
    }
  }
}
