import Attendance
import Testing

@testable import Storage

/// Texts that share all but the address read as each would alone.
@Suite struct CharacteristicReadingTests {
  @Test(arguments: [
    "", "address=", "address=1 High Street", "address=1 High Street\n", "eal=no\nsen=K",
    "address=2 High Street\neal=no\nsen=K", "address=\neal=no\nsen=K", "address=a=b\nsen=",
    "addresses=none\nsen=K", "address=日本\nethnicity=Any other",
  ])
  func `a text is read as it is alone, after any other`(text: String) {
    var reading = CharacteristicReading()
    _ = reading.read("address=9 Low Street\neal=no\nsen=K")
    for _ in 1...2 { #expect(reading.read(text) == CharacteristicText.read(text)) }
  }
}
