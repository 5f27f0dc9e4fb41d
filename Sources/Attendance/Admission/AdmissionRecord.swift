/// What the admission register holds of a pupil beside names, dates and contacts (regulation 8).
public struct AdmissionRecord: Hashable, Sendable {
  /// The address of the last school attended.
  public var lastSchoolAddress: String
  /// Where else the pupil lives, beside the address on record, or empty.
  public var secondAddress: String
  /// The homes to which the pupil is to move, as a parent has told.
  public var newHomes: [NewHome]
  /// The other schools at which the pupil is registered, or to which the pupil goes.
  public var otherSchools: [OtherSchool]

  /// A record of these; without any, of nothing.
  public init(
    lastSchoolAddress: String = "", secondAddress: String = "", newHomes: [NewHome] = [],
    otherSchools: [OtherSchool] = []
  ) {
    self.lastSchoolAddress = lastSchoolAddress
    self.secondAddress = secondAddress
    self.newHomes = newHomes
    self.otherSchools = otherSchools
  }

  /// Whether nothing is held.
  public var isEmpty: Bool { self == AdmissionRecord() }

  /// The school to which the pupil goes, where it is known with its first day.
  public var destination: OtherSchool? {
    otherSchools.last { $0.kind == .goingTo && $0.from != nil }
  }
}

/// A home to which a pupil is to move: with which parent, where, and when it is expected.
public struct NewHome: Hashable, Sendable {
  /// The parent with whom the pupil will live.
  public var parent: String
  /// The address.
  public var address: String
  /// When the move is expected, or nil where no date was given.
  public var from: SchoolDate?

  /// A home with that parent.
  public init(parent: String, address: String, from: SchoolDate? = nil) {
    self.parent = parent
    self.address = address
    self.from = from
  }

  /// The home in words.
  public var inWords: String {
    let when = from.map { ", expected \($0)" } ?? ""
    return "with \(parent), \(address)\(when)"
  }
}

/// Another school of a pupil.
public struct OtherSchool: Hashable, Sendable {
  /// What the other school is to the pupil.
  public enum Kind: String, CaseIterable, Sendable {
    case registered
    case goingTo = "going_to"

    /// In words.
    public var inWords: String {
      switch self {
      case .registered: "registered there too"
      case .goingTo: "going there"
      }
    }
  }

  /// Its name.
  public var name: String
  /// What it is to the pupil.
  public var kind: Kind
  /// The first day there, or nil where it is not known.
  public var from: SchoolDate?

  /// A school of that name.
  public init(_ name: String, _ kind: Kind, from: SchoolDate? = nil) {
    self.name = name
    self.kind = kind
    self.from = from
  }

  /// The school in words.
  public var inWords: String {
    "\(name), \(kind.inWords)" + (from.map { ", from \($0)" } ?? "")
  }
}
