import Attendance
@testable import Policies
import Testing

/// What a passphrase may not be.
@Suite struct PassphraseRulesTests {
  private let owen = Staff(
    login: "gowen", name: "Gwen Owen-Price", position: "Form tutor", role: "tutor")

  private func complaint(_ text: String, length: Int = 12) -> String? {
    PassphraseRules(length: length, for: owen).complaint(about: Secret(text.utf8))
  }

  @Test(arguments: [
    "kettle moss grain", "correct-pony battery", "Żółw lubi deszcz", "b9!xK2#vLq7$w",
    "the heron left at noon",
  ])
  func `words nobody would guess will do`(text: String) {
    #expect(complaint(text) == nil)
  }

  @Test(arguments: [
    ("kettle moss", "at least 12 letters"), ("", "at least 12 letters"),
    ("kettle gowen moss", "holds your login or your name"),
    ("my name is PRICE", "holds your login or your name"),
    ("aaaaaaaaaaaaaa", "along the keyboard"), ("123456789012", "along the keyboard"),
    ("moss7moss7moss7", "along the keyboard"), ("abcdefghijklmn", "along the keyboard"),
    ("passwordpassword1", "tried first"), ("P4ssw0rd!2026!!", "tried first"),
    ("welcome-to-school", "tried first"), ("Attendance2026!", "tried first"),
    ("qwertyuiop12", "tried first"), ("correct horse battery staple", "tried first"),
    ("Summer2026!!!", "tried first"), ("1qaz2wsx3edc", "tried first"),
  ])
  func `what is short, about oneself or tried first will not`(text: String, why: String) {
    #expect(complaint(text)?.contains(why) == true, "\(complaint(text) ?? "nil")")
  }

  @Test func `the policy says how long`() {
    #expect(complaint("kettle moss", length: 11) == nil)
    #expect(complaint("kettle moss grain", length: 20)?.contains("at least 20") == true)
  }

  @Test(arguments: Shipped.names)
  func `every shipped policy locks screens and asks for twelve letters`(name: String) throws {
    let registers = try Shipped.policy(name).registers
    #expect([registers.lockAfter, registers.passphraseLength] == [10, 12])
  }

  @Test(arguments: ["lock_after: 0", "lock_after: never"])
  func `a screen that never locks is refused`(line: String) throws {
    let marked = try Marked(
      "ibstock", replacing: "lock_after: 10", by: "lock_after: ‸" + line.dropFirst(12))
    let reading = PolicyReading(name: "x.yaml", text: marked.text, codeSets: Shipped.codes.sets)
    #expect(reading.policy == nil)
    #expect(reading.complaints.contains { $0.sentence.contains("from 1 to 120") })
  }

  @Test(arguments: Shipped.names, Right.allCases)
  func `every right refused is a sentence that says who could`(
    name: String, right: Right
  ) throws {
    let policy = try Shipped.policy(name)
    for role in policy.roles where !policy.permissions(of: role.id).may(right) {
      let denial = try #require(policy.permissions(of: role.id).denial(of: right))
      #expect(denial.sentence.contains(" may "))
      #expect(denial.place.line > 1)
      #expect(denial.next.hasPrefix("ask the "), "\(role.id): \(denial)")
    }
  }
}
