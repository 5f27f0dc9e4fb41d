/// Every code of every set, each in force on its own dates.
///
/// The set of the 2024 Regulations applies from 19 August 2024, the earlier one before that; a mark
/// keeps the meaning its code had on its date, and history is never rewritten.
public struct CodeBook: Hashable, Sendable {
  /// Every code as it was read, in the order of its files.
  public let codes: [AttendanceCode]
  private let places: [String: [Int]]

  /// A book of these codes.
  public init(_ codes: [AttendanceCode]) {
    self.codes = codes
    places = Dictionary(grouping: codes.indices, by: { codes[$0].text })
  }

  /// The code with this text on that date.
  public func code(_ text: String, on date: SchoolDate) -> AttendanceCode? {
    places[text]?.lazy.map { codes[$0] }.first { $0.isInForce(on: date) }
  }

  /// The codes in force on the date, in the order of their file.
  public func codes(on date: SchoolDate) -> [AttendanceCode] {
    codes.filter { $0.isInForce(on: date) }
  }

  /// Whether any set has a code of this text, on whatever dates.
  public func knows(_ text: String) -> Bool { places[text] != nil }

  /// Every text once, in the order of the files.
  public var texts: [String] {
    var seen: Set<String> = []
    return codes.map(\.text).filter { seen.insert($0).inserted }
  }

  /// The code for being in school at this half of the day: `/` or `\`.
  public func present(at half: HalfDay) -> String { half == .am ? "/" : "\\" }

  /// The code that may be marked, or why it may not be.
  ///
  /// Throws a refusal where the code is unknown, not in force on the date (its successors are
  /// named), belongs to the other half of the day, or is not for a pupil of this age.
  public func code(
    _ text: String, at session: Session, ofCompulsoryAge compulsory: Bool
  ) throws(Refusal) -> AttendanceCode {
    guard let code = code(text, on: session.date) else {
      guard let other = places[text]?.lazy.map({ codes[$0] }).first else {
        throw .unknownCode(text)
      }
      let successors = (other.retired.map { $0 <= session.date } ?? false) ? other.successors : []
      throw .codeNotInForce(text, on: session.date, successors: successors)
    }
    if let half = code.half, half != session.half {
      throw .codeForOtherHalf(text, half: half, use: present(at: session.half))
    }
    switch code.age {
    case .any: break
    case .compulsory:
      if !compulsory { throw .codeNotForAge(text, onlyFor: "pupils of compulsory school age") }
    case .notCompulsory:
      if compulsory { throw .codeNotForAge(text, onlyFor: "pupils outside compulsory school age") }
    }
    return code
  }
}
