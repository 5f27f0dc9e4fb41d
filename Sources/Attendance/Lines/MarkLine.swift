/// A pupil's marks as a line of bits, one word for each session of the school's time.
///
/// What a rule asks of a session (was it possible, was it absence, was its code one of these) is a
/// bit of the word, so that counting is adding bits.
public struct MarkLine: Sendable {
  /// Whose marks they are.
  public let pupil: Pupil.ID
  /// The position of the first word; earlier sessions have not been read.
  public let base: Int
  /// A word for each position from the base on.
  public let words: [UInt32]
  /// Every bit that any of the words has.
  private let every: UInt32

  /// Marks of these words.
  public init(pupil: Pupil.ID, base: Int, words: [UInt32]) {
    self.pupil = pupil
    self.base = base
    self.words = words
    every = words.reduce(0, |)
  }

  /// The bits of a session that was possible: attended or absent.
  public static let possible: UInt32 = 0b111
  /// The bit of a session attended.
  public static let attended: UInt32 = 0b001
  /// The bits of a session of absence.
  public static let absent: UInt32 = 0b110
  /// The bit of a session to which the pupil came late.
  public static let late = UInt32(CodeClasses.Weight.late.rawValue)
  /// The bits of a session at which the pupil came, if late and after the register had closed.
  public static let arrived: UInt32 = 0b1001
  /// The bit of a session that has a mark.
  public static let marked = UInt32(CodeClasses.Weight.marked.rawValue)
  /// The bit of a session at which the pupil was on roll and the school met for them.
  public static let due: UInt32 = 1 << 6
  /// The bit of the first list of codes; the others follow.
  static let firstList = 8
  /// How many lists of codes there is room for.
  public static let mostLists = 24

  /// The bit of the list of codes with that number.
  public static func list(_ number: Int) -> UInt32 { 1 << UInt32(firstList + number) }

  /// Whether any session at all has one of the bits: most pupils never have most codes.
  public func has(_ bits: UInt32) -> Bool { every & bits != 0 }

  /// The positions it has words for.
  public var positions: Range<Int> { base..<base + words.count }

  /// The word at a position; 0 where none was read.
  public subscript(position: Int) -> UInt32 {
    positions.contains(position) ? words[position - base] : 0
  }

  /// How many sessions of the range have one of the bits.
  public func count(_ bits: UInt32, in range: Range<Int>) -> Int {
    guard has(bits) else { return 0 }
    let known = range.clamped(to: positions)
    // Without a branch and in one run, so that four words are looked at in a step.
    let span = words.span.extracting(known.lowerBound - base..<known.upperBound - base)
    var count: UInt32 = 0
    for index in span.indices { count &+= span[index] & bits == 0 ? 0 : 1 }
    return Int(count)
  }

  /// The sessions of the range that have one of the bits, as positions.
  public func places(of bits: UInt32, in range: Range<Int>) -> [Int] {
    guard has(bits) else { return [] }
    return range.clamped(to: positions).filter { words[$0 - base] & bits != 0 }
  }

  /// The counts of the sessions of the range; a session without a mark counts as missing.
  public func tally(in range: Range<Int>) -> Tally {
    let known = range.clamped(to: positions)
    let span = words.span.extracting(known.lowerBound - base..<known.upperBound - base)
    var (attended, authorised, unauthorised) = (UInt32(0), UInt32(0), UInt32(0))
    var (late, missing) = (UInt32(0), UInt32(0))
    // Without a branch, so that several words are looked at in a step.
    for index in span.indices {
      let word = span[index]
      let due = (word >> Self.dueShift) & 1
      attended &+= word & due
      authorised &+= (word >> 1) & due
      unauthorised &+= (word >> 2) & due
      late &+= (word >> 3) & due
      missing &+= due & ~(word >> Self.markedShift)
    }
    return Tally(
      attended: Int(attended), authorised: Int(authorised), unauthorised: Int(unauthorised),
      late: Int(late), missing: Int(missing))
  }

  private static let dueShift = UInt32(due.trailingZeroBitCount)
  private static let markedShift = UInt32(marked.trailingZeroBitCount)
}
