import Attendance
import Policies
import Testing

/// The shipped settings, found from this file, so that tests do not depend on where they start.
enum Shipped {
  static let config =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    + "/config"
  static let names = ["ibstock", "psa", "dunkirk", "st-lukes", "on-track"]
  static let codes = CodeReading(folder: config + "/codes")

  // Read once: the tables of tests ask for them hundreds of times.
  private static let readings = Dictionary(
    uniqueKeysWithValues: names.map { ($0, PolicyReading(path: "\(config)/policies/\($0).yaml")) })

  static func reading(_ name: String) throws -> PolicyReading { try #require(readings[name]) }

  static func policy(_ name: String) throws -> Policy { try #require(try reading(name).policy) }

  /// The text of a shipped policy.
  static func text(_ name: String) throws -> String {
    try #require(TestFolder.read("\(config)/policies/\(name).yaml"))
  }

  static func date(_ text: String) throws -> SchoolDate { try #require(SchoolDate(text)) }
  static func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
  static func year(_ text: String) throws -> YearGroup { try #require(YearGroup(text)) }
}

/// A text in which `‸` stands just before the place a complaint must point at.
struct Marked {
  let text: String
  let line: Int
  let column: Int

  init(_ marked: String) throws {
    let before = try #require(marked.firstRange(of: "‸")?.lowerBound)
    let lines = marked[..<before].split(separator: "\n", omittingEmptySubsequences: false)
    line = lines.count
    column = (lines.last?.unicodeScalars.count ?? 0) + 1
    text = marked.filter { $0 != "‸" }
  }

  /// The sentence with each `{passage}` replaced by the line the passage stands in.
  func withLines(_ sentence: String) -> String {
    var sentence = sentence
    while let open = sentence.firstIndex(of: "{"), let close = sentence.firstIndex(of: "}") {
      let passage = sentence[sentence.index(after: open)..<close]
      let before = text.firstRange(of: passage).map { text[..<$0.lowerBound] } ?? ""
      let line = before.split(separator: "\n", omittingEmptySubsequences: false).count
      sentence.replaceSubrange(open...close, with: "\(line)")
    }
    return sentence
  }

  /// The text of a shipped policy in which the first such passage is replaced.
  init(_ policy: String, replacing passage: String, by marked: String) throws {
    let text = try Shipped.text(policy)
    let range = try #require(text.firstRange(of: passage), "the policy has no '\(passage)'")
    try self.init(text[..<range.lowerBound] + marked + text[range.upperBound...])
  }
}
