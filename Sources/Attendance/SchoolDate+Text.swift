extension SchoolDate: LosslessStringConvertible {
  /// The date written `2026-11-21`, or nil where the text is anything else.
  public init?(_ description: String) {
    let text = Array(description.utf8)
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in text[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The date as it stands in files: `2026-11-21`.
  public var description: String {
    let (year, month, day) = parts
    return Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-"
      + Self.padded(day, to: 2)
  }

  /// The date in words for a screen: `Tue 14 Oct 2025`.
  public var inWords: String { "\(weekday.short) \(day) \(Self.months[month - 1]) \(year)" }

  /// The date in few words for a narrow screen: `14 Oct`.
  public var short: String { "\(day) \(Self.months[month - 1])" }

  /// The ISO week that holds the date: `2026-W12`, by the year its Thursday lies in.
  public var isoWeek: String {
    let thursday = monday.adding(days: 3)
    let first = SchoolDate(year: thursday.year, month: 1, day: 1) ?? thursday
    return "\(thursday.year)-W" + Self.padded(thursday.days(after: first) / 7 + 1, to: 2)
  }

  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension SchoolDate: Codable {
  /// Reads the date from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = SchoolDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no date; write it like 2026-11-21")
    }
    self = date
  }

  /// Writes the date as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
