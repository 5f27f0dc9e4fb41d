/// A seeded source of chance: the same seed throws the same numbers on every machine.
///
/// Whatever is thrown for one pupil or one day has a seed of its own, made of the parts that name
/// it, so that the story of one pupil never depends on how many others there are.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Dice for what those numbers name together.
  init(_ parts: Int...) {
    state = 0x5EED
    for part in parts {
      state ^= UInt64(bitPattern: Int64(part))
      state = next()
    }
  }

  /// A number that stands for a text, as a part of a seed.
  static func part(_ text: String) -> Int {
    // FNV-1a; Swift's own hashes differ from one run to the next.
    Int(
      truncatingIfNeeded: text.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      })
  }

  /// The next number (SplitMix64).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to, and not including, the limit.
  mutating func below(_ limit: Int) -> Int { limit <= 1 ? 0 : Int(next() % UInt64(limit)) }

  /// A whole number within the range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A share, from 0 up to 1.
  mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// Whether something of that likelihood happens.
  mutating func happens(_ likelihood: Double) -> Bool { share() < likelihood }

  /// One of the items, each as likely as its weight.
  mutating func pick<Item>(_ items: [Item], weight: (Item) -> Double) -> Item {
    var rest = share() * items.reduce(0) { $0 + weight($1) }
    for item in items.dropLast() {
      rest -= weight(item)
      if rest < 0 { return item }
    }
    return items[items.count - 1]
  }

  /// One of the items.
  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}
