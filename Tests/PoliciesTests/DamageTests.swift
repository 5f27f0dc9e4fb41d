import Policies
import Testing

/// A generator whose numbers depend on its seed alone.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite struct DamageTests {
  @Test(arguments: 0..<150)
  func `a damaged policy gives a policy or faults with their places, never a trap`(
    seed: Int
  ) throws {
    var dice = Dice(seed: seed)
    let name = try #require(Shipped.names.randomElement(using: &dice))
    var bytes = Array(try Shipped.text(name).utf8)
    for _ in 0..<Int.random(in: 1...12, using: &dice) {
      let at = Int.random(in: bytes.indices, using: &dice)
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.remove(at: at)
      case 2:
        bytes.insert(
          contentsOf: Array("\n[]{}:,&*#'\"-\t|>%@`".utf8.shuffled(using: &dice).prefix(2)), at: at)
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + 40))
      default:
        let end = min(bytes.count, at + 30)
        bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: bytes.indices, using: &dice))
      }
    }
    let folder = TestFolder()
    let path = folder.write(bytes, to: "damaged.yaml")
    let reading = PolicyReading(path: path, codeSets: Shipped.codes.sets)
    let faults = reading.complaints.filter { $0.severity == .fault }
    #expect((reading.policy == nil) == !faults.isEmpty)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    #expect(faults.allSatisfy { (1...lines).contains($0.line ?? 1) && $0.file == path })
    if let policy = reading.policy { #expect(!PolicySummary(policy).lines.isEmpty) }
  }

  @Test(arguments: 0..<40)
  func `a policy cut off anywhere gives a policy or faults`(seed: Int) throws {
    var dice = Dice(seed: seed)
    let text = try Shipped.text("dunkirk")
    let cut = String(text.prefix(Int.random(in: 0..<text.count, using: &dice)))
    let reading = PolicyReading(name: "x.yaml", text: cut, codeSets: Shipped.codes.sets)
    #expect(reading.policy == nil)
    #expect(reading.complaints.contains { $0.severity == .fault })
  }
}
