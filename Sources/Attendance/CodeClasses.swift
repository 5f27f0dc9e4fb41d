/// What each byte of a year sheet counts as, on each date: the codes made ready for counting.
public struct CodeClasses: Sendable {
  /// What one cell adds to a tally.
  public struct Weight: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// A weight with these bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The session was possible and the pupil attended.
    public static let attended = Weight(rawValue: 1)
    /// An authorised absence.
    public static let authorised = Weight(rawValue: 2)
    /// An unauthorised absence.
    public static let unauthorised = Weight(rawValue: 4)
    /// A late session.
    public static let late = Weight(rawValue: 8)
    /// There is a mark, whatever it counts as.
    public static let marked = Weight(rawValue: 16)
    /// It counts towards the penalty notice threshold.
    public static let penalty = Weight(rawValue: 32)
  }

  /// The weights by byte that hold from a date on; the first hold from the beginning.
  private let eras: [(from: SchoolDate, weights: [Weight])]

  /// The classes that the book gives the codes of the alphabet.
  ///
  /// A code that is not in force on a date keeps the class of its own time there, so that a mark
  /// carried over a change of sets still counts as what it was.
  public init(_ book: CodeBook, _ alphabet: SheetAlphabet) {
    let beginning = SchoolDate(daysSince1970: .min)
    let changes = Set(
      [beginning] + book.codes.flatMap { [$0.from, $0.retired].compactMap(\.self) })
    eras = changes.sorted().map { date in
      let weights = alphabet.codes.enumerated().map { byte, text -> Weight in
        if byte == 0 { return [] }
        guard let code = book.code(text, on: date) ?? book.codes.last(where: { $0.text == text })
        else { return .marked }
        return Self.weight(of: code)
      }
      return (date, weights + Array(repeating: .marked, count: 256 - weights.count))
    }
  }

  /// What a session with this code adds to a tally.
  public static func weight(of code: AttendanceCode) -> Weight {
    var weight: Weight = .marked
    switch code.category {
    case .present, .approvedActivity: weight.insert(.attended)
    case .authorisedAbsence: weight.insert(.authorised)
    case .unauthorisedAbsence: weight.insert(.unauthorised)
    case .notPossible: break
    }
    if code.isLate { weight.insert(.late) }
    if code.countsTowardsPenalty { weight.insert(.penalty) }
    return weight
  }

  /// The weights of every byte on the date.
  public func weights(on date: SchoolDate) -> [Weight] {
    eras.last { $0.from <= date }?.weights ?? []
  }

  /// The stretches of days with one set of weights each, from one date through the other.
  public func stretches(
    from first: SchoolDate, through last: SchoolDate
  ) -> [(days: ClosedRange<SchoolDate>, weights: [Weight])] {
    guard first <= last else { return [] }
    return eras.indices.compactMap { index in
      let lower = max(first, eras[index].from)
      let upper = index + 1 < eras.count ? min(last, eras[index + 1].from.adding(days: -1)) : last
      return lower <= upper ? (lower...upper, eras[index].weights) : nil
    }
  }
}
