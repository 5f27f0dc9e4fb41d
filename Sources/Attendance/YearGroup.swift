/// A national curriculum year group: nursery, reception, or a year from 1 to 14.
public struct YearGroup: Hashable, Comparable, Sendable {
  /// -2 for N1, -1 for N2, 0 for reception, else the year.
  private let order: Int

  private init(order: Int) {
    self.order = order
  }

  /// The first nursery year, for children who turn three in it.
  public static let nursery1 = YearGroup(order: -2)
  /// The nursery year before reception.
  public static let nursery2 = YearGroup(order: -1)
  /// The reception year.
  public static let reception = YearGroup(order: 0)

  /// That year, 1 to 14, or nil beyond them.
  public init?(year: Int) {
    guard (1...14).contains(year) else { return nil }
    order = year
  }

  /// Every year group, youngest first.
  public static let all: [YearGroup] = (-2...14).map(YearGroup.init(order:))

  /// Whether this is a nursery year.
  public var isNursery: Bool { order < 0 }
  /// Whether this year lies beyond Year 11.
  public var isSixthForm: Bool { order > 11 }

  /// The age a pupil of this year has on 31 August before it begins: 4 for reception.
  public var ageAtStart: Int { order + 4 }

  /// The year group after this one, or nil after Year 14.
  public var next: YearGroup? { order < 14 ? YearGroup(order: order + 1) : nil }

  /// The year group in words: `Year 8`, `Reception`, `Nursery 2`.
  public var name: String {
    switch order {
    case -2: "Nursery 1"
    case -1: "Nursery 2"
    case 0: "Reception"
    default: "Year \(order)"
    }
  }

  /// Whether the first is the younger year.
  public static func < (younger: YearGroup, older: YearGroup) -> Bool {
    younger.order < older.order
  }
}

extension YearGroup: LosslessStringConvertible {
  /// The year group written `N1`, `N2`, `R` or `1` to `14`, or nil where the text is anything else.
  public init?(_ description: String) {
    switch description {
    case "N1": order = -2
    case "N2": order = -1
    case "R": order = 0
    default:
      guard let year = Int(description), (1...14).contains(year), String(year) == description
      else { return nil }
      order = year
    }
  }

  /// The year group as it stands in files.
  public var description: String {
    switch order {
    case -2: "N1"
    case -1: "N2"
    case 0: "R"
    default: String(order)
    }
  }
}

extension YearGroup: Codable {
  /// Reads the year group from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let year = YearGroup(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no year group; use N1, N2, R or 1 to 14")
    }
    self = year
  }

  /// Writes the year group as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
