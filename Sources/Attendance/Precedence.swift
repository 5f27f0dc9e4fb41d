/// What becomes of a mark that meets another: seen beats told, and both are kept.
///
/// The order is fixed and no question is asked: seen by a tutor or the late desk, over a confirmed
/// plan, over a report, over N, over a blank. Only two sightings that contradict each other wait for
/// the office to settle them.
public struct Precedence: Sendable {
  /// On what a mark rests, weakest first.
  public enum Basis: Int, Comparable, Sendable {
    case unexplained
    case report
    case plan
    case seen

    /// Whether the first is the weaker.
    public static func < (weaker: Basis, stronger: Basis) -> Bool {
      weaker.rawValue < stronger.rawValue
    }

    /// On what a mark of this code rests, made in this way.
    public init(_ code: AttendanceCode?, how: Entry.How) {
      guard let code else {
        self = .report
        return
      }
      if how == .arrival || (code.onSite != .no && how != .planned) {
        self = .seen
      } else if code.text == "N" {
        self = .unexplained
      } else {
        self = how == .planned || code.isAttended ? .plan : .report
      }
    }
  }

  /// What becomes of the new mark.
  public enum Outcome: Hashable, Sendable {
    /// It stands, in place of the entry named, if there was one.
    case stands(inPlaceOf: Entry.ID?)
    /// It is kept beside the entry named, which goes on standing.
    case beside(Entry.ID)
    /// It is kept beside a sighting that contradicts it; the office settles which is right.
    case contradicts(Entry.ID)
  }

  /// The entry that stands, as far as precedence needs to know it.
  public struct Standing: Hashable, Sendable {
    /// The number of the entry.
    public let entry: Entry.ID
    /// Its code.
    public let code: String
    /// On what it rests.
    public let basis: Basis

    /// The standing entry with this code and basis.
    public init(entry: Entry.ID, code: String, basis: Basis) {
      self.entry = entry
      self.code = code
      self.basis = basis
    }
  }

  /// What becomes of a mark, given what stands and what the person who made it had seen.
  ///
  /// A person who saw the standing entry and marks all the same replaces it knowingly. The same code
  /// on stronger grounds stands too, so that what was seen is not outranked later as merely told.
  public static func outcome(
    of code: String, basis: Basis, over standing: Standing?, having seen: Entry.ID?
  ) -> Outcome {
    guard let standing else { return .stands(inPlaceOf: nil) }
    if seen == standing.entry { return .stands(inPlaceOf: standing.entry) }
    // Only the very mark that was seen is taken back, never one that has come since.
    if code.isEmpty { return .beside(standing.entry) }
    if basis > standing.basis { return .stands(inPlaceOf: standing.entry) }
    if code == standing.code { return .beside(standing.entry) }
    if basis < standing.basis { return .beside(standing.entry) }
    return basis == .seen ? .contradicts(standing.entry) : .stands(inPlaceOf: standing.entry)
  }
}
