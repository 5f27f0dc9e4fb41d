import Attendance
import Testing

@Suite struct SheetAlphabetTests {
  @Test func `a byte is given once and kept, whatever is added later`() {
    var alphabet = SheetAlphabet(["/", "\\", "L"])
    #expect(alphabet.byte(adding: "C1") == 4)
    #expect(alphabet.byte(adding: "L") == 3)
    #expect(alphabet.codes == ["", "/", "\\", "L", "C1"])
    #expect(["", "/", "\\", "L", "C1", "Q"].map { alphabet.byte(of: $0) } == [0, 1, 2, 3, 4, nil])
    #expect([0, 4, 5, 255].map { alphabet.code(of: $0) } == ["", "C1", "", ""])
  }

  @Test func `255 codes have a byte and the next has none`() {
    var alphabet = SheetAlphabet((1...255).map { "X\($0)" })
    #expect(alphabet.byte(of: "X255") == 255)
    #expect(alphabet.byte(adding: "X256") == nil)
    #expect(alphabet.byte(adding: "X255") == 255)
    #expect(alphabet.codes.count == 256)
  }

  @Test func `a code read from the bytes again is the same`() {
    let texts = TestCodes.book.texts
    let alphabet = SheetAlphabet(texts)
    #expect(texts.map { alphabet.byte(of: $0).map(alphabet.code(of:)) } == texts)
  }
}
