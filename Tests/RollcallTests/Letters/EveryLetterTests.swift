import Foundation
import Testing

/// Every letter of every policy can be made by somebody in the office, and is a letter when it is.
@Suite struct EveryLetterTests {
  /// Something for every field that a letter may ask for.
  static let gifts = [
    "meeting_date": "2025-11-06", "held_on": "2025-10-16", "meeting_time": "14:00",
    "meeting_place": "in the library", "meeting_with": "the head of year",
    "review_date": "2025-11-20", "period_from": "2025-10-17", "period_to": "2025-11-14",
    "targets": "in by 8:35; every day", "support": "a check-in", "support_given": "a talk",
    "agreed": "a call on the day", "next_steps": "a review", "circumstances": "a move",
    "achievement": "A whole half term", "enquiries": "a visit",
  ]

  @Test(arguments: ["dunkirk", "ibstock", "psa", "on-track", "st-lukes"])
  func `each is written, whole, and without an empty place`(policy: String) throws {
    let made = try LetterSchool(under: policy)
    let rows = try made.letter("--list").lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count > 8)
    for row in rows {
      let (id, kind, isWritten) = (row[0], row[2], row[3])
      #expect(isWritten == "yes", "\(policy) has no words for \(id)")
      if id.hasPrefix("leave-a") || id.hasPrefix("leave-ref") || id.hasPrefix("lunch-leave")
        || ["after-return", "late-slip", "truancy-warning"].contains(id) || kind == "call script"
      {
        continue
      }
      let pupil = id.hasPrefix("lateness") ? LetterSchool.ben : LetterSchool.aisha
      let all = row[4].split(separator: " ").map(String.init)
      let needed = all.filter { !Self.optional.contains($0) }
      for fields in Set([all, needed]) {
        let letter = try made.school.run(
          ["letter", id, pupil, "--preview", "--as", "hall"]
            + (pupil == LetterSchool.ben ? ["--to", "1"] : [])
            + fields.flatMap { ["--set", "\($0)=\(Self.gifts[$0] ?? "")"] },
          at: LetterSchool.now)
        #expect(letter.status == 0, "\(policy) \(id): \(letter.errors)")
        let text = letter.output
        #expect(
          !text.contains("{{") && !text.contains("  ") && !text.contains("\n\n\n")
            && !text.contains(" ,") && !text.contains(" ."), "\(policy) \(id): \(text)")
      }
    }
  }

  /// What no letter needs.
  private static let optional = ["meeting_with", "circumstances", "achievement", "next_steps"]
}
