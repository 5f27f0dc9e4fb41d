/// The names of a pupil: legal names, the name the pupil goes by, and how it is said.
public struct PupilName: Hashable, Sendable {
  /// The legal surname, as written.
  public var surname: String
  /// The legal forename, as written.
  public var forename: String
  /// The forename the pupil goes by, or empty where it is the legal one.
  public var preferred: String
  /// How the name is said, in the school's own spelling, or empty.
  public var sayAs: String

  /// A name with these parts.
  public init(surname: String, forename: String, preferred: String = "", sayAs: String = "") {
    self.surname = surname
    self.forename = forename
    self.preferred = preferred
    self.sayAs = sayAs
  }

  /// The forename the pupil goes by.
  public var knownAs: String { preferred.isEmpty ? forename : preferred }

  /// The name on a register: `Rees, Rhys`, by the name the pupil goes by.
  public var onRegister: String { "\(surname), \(knownAs)" }

  /// The name on an official print: `Rees, Rhys Owen`, legal names only.
  public var legal: String { "\(surname), \(forename)" }

  /// Where the name stands in a register: surname, then forename, both folded.
  public var order: Order { Order(surname: FoldedName(surname), forename: FoldedName(forename)) }

  /// A surname and forename as they are compared.
  public struct Order: Hashable, Comparable, Sendable {
    /// The folded surname.
    public let surname: FoldedName
    /// The folded forename.
    public let forename: FoldedName

    /// Whether the first comes earlier.
    public static func < (earlier: Order, later: Order) -> Bool {
      (earlier.surname, earlier.forename) < (later.surname, later.forename)
    }
  }

  /// Whether either name, legal or known-as, has the text at the beginning of one of its words,
  /// surname first or last, accents aside.
  public func matches(_ search: String) -> Bool {
    [forename, knownAs].contains {
      FoldedName.matches("\(surname) \($0)", search: search)
        || FoldedName.matches("\($0) \(surname)", search: search)
    }
  }

  /// Whether the two could be taken for one another: one surname and one initial.
  public func looksLike(_ other: PupilName) -> Bool {
    FoldedName(surname) == FoldedName(other.surname) && initial == other.initial
  }

  /// The first letter of the name the pupil is known by, folded.
  var initial: Character? { FoldedName(knownAs).text.first }
}
