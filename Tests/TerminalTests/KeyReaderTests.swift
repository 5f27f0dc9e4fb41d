import Testing

@testable import Terminal

@Suite struct KeyReaderTests {
  /// What is read of these bytes, when nothing more follows.
  private func events(_ bytes: [UInt8]) -> [Event] {
    events(bytes.map { .byte($0) } + [.pause])
  }

  private func events(_ inputs: [KeyReader.Input]) -> [Event] {
    var reader = KeyReader()
    for input in inputs { reader.take(input) }
    var events: [Event] = []
    while let event = reader.popEvent() { events.append(event) }
    return events
  }

  @Test(arguments: [
    ("N", [Key.character("N")]), (" ", [.space]), ("\r", [.enter]), ("\n", [.enter]),
    ("\t", [.tab]), ("\u{8}", [.backspace]), ("\u{7F}", [.backspace]), ("\u{13}", [.control("s")]),
    ("\u{0}", [.control("@")]), ("\u{1C}", [.control("\\")]), ("\u{1F}", [.control("_")]),
    ("é李𠮷", ["é", "李", "𠮷"]), ("\u{1B}", [.escape]), ("\u{1B}1", [.escape, "1"]),
    ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}[", [.escape, "["]),
    ("\u{1B}[1;5Az", ["z"]), ("\u{1B}[99;1uN", ["N"]), ("\u{1B}[[AN", ["N"]),
    ("\u{1B}[?1;2cN", ["N"]), ("\u{1B}[IN", ["N"]),
  ])
  func `bytes become keys, and a sequence nobody knows becomes none`(text: String, keys: [Key]) {
    #expect(events(Array(text.utf8)) == keys.map { .key($0) })
  }

  private static let broken: [([UInt8], [Key])] = [
    ([0xE9, 0x61, 0x62], ["a", "b"]), ([0x80, 0x61], ["a"]), ([0xFF, 0x61], ["a"]),
    ([0xC3, 0xC3, 0xA9], ["é"]), ([0xED, 0xA0, 0x80, 0x61], ["a"]), ([0xF0, 0x9F, 0x61], ["a"]),
  ]

  @Test(arguments: broken)
  func `bytes that are no letter cost no key that follows`(bytes: [UInt8], keys: [Key]) {
    #expect(events(bytes) == keys.map { .key($0) })
  }

  @Test func `a letter may come in pieces`() {
    #expect(events([.byte(0xC3), .pause, .byte(0xA9), .pause]) == [.key("é")])
  }

  @Test func `a paste is one event, whatever is in it`() {
    let inputs: [KeyReader.Input] =
      [.pasteBegins] + Array("5N\r\n\u{1B}é\r".utf8).map { .byte($0) } + [.pause, .key(.up)]
      + [.byte(0x13), .pasteEnds, .byte(0x4C)]
    #expect(events(inputs) == [.paste("5N\n\u{1B}é\n\u{13}"), .key("L")])
  }

  @Test func `an end without a beginning is nothing`() {
    #expect(events([.pasteEnds, .byte(0x4C), .pause]) == [.key("L")])
  }

  @Test func `a paste larger than any is cut, and its end still found`() {
    var reader = KeyReader()
    reader.take(.pasteBegins)
    for _ in 0..<KeyReader.longestPaste + 10 { reader.take(.byte(0x61)) }
    reader.take(.pasteEnds)
    guard case .paste(let text) = reader.popEvent() else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == KeyReader.longestPaste)
  }
}
