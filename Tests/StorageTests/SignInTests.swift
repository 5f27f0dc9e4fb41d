import Attendance
import GRDB
@testable import Storage
import Testing

/// Login and passphrase, held to both ways of keeping a register.
@Suite struct SignInTests {
  private static let cheap = PassphraseHash.Cost(rounds: 2, block: 8, lanes: 1)
  private let now = TestSchool.moment()
  private static let owen = Staff(
    login: "owen", name: "Mr Owen", position: "Form tutor", role: "tutor", group: "8B")
  private static let right = "kettle moss grain lamp"

  private func school(_ keeper: Keeper) throws -> KeptSchool {
    let school = try keeper.school()
    try school.store.keep([Self.owen], by: TestSchool.office, at: now)
    try school.store.keep(
      PassphraseHash(of: Secret(Self.right.utf8), cost: Self.cheap), of: "owen",
      by: TestSchool.office, at: now)
    return school
  }

  private func attempt(
    _ store: any Store, _ text: String, as login: String = "owen", after seconds: Int64 = 0
  ) throws -> SignIn.Outcome {
    try SignIn(store, cost: Self.cheap).attempt(
      login, Secret(text.utf8), from: "desk", at: now, machine: now.adding(seconds: seconds))
  }

  @Test(arguments: Keeper.allCases)
  func `the right passphrase signs in, a wrong one and an unknown login are told the same`(
    keeper: Keeper
  ) throws {
    let school = try school(keeper)
    #expect(try attempt(school.store, Self.right) == .signedIn(Self.owen))
    #expect(try attempt(school.store, Self.right + " ") == .wrong)
    #expect(try attempt(school.store, Self.right, as: "nobody") == .wrong)
    #expect(try attempt(school.store, Self.right, as: "") == .wrong)
    #expect(try attempt(school.store, Self.right) == .signedIn(Self.owen))
  }

  @Test(arguments: Keeper.allCases, ["owen", "nobody"])
  func `after the third wrong one each further waits longer, known or not`(
    keeper: Keeper, login: String
  ) throws {
    let school = try school(keeper)
    defer { withExtendedLifetime(school) {} }
    let store = school.store
    for second in 0..<3 as Range<Int64> {
      #expect(try attempt(store, "wrong", as: login, after: second) == .wrong)
    }
    #expect(try attempt(store, "wrong", as: login, after: 3) == .wait(seconds: 4))
    #expect(try attempt(store, Self.right, as: login, after: 6) == .wait(seconds: 1))
    #expect(try attempt(store, "wrong", as: login, after: 7) == .wrong)
    #expect(try attempt(store, "wrong", as: login, after: 8) == .wait(seconds: 9))
    #expect(try attempt(store, "wrong", as: login, after: 17) == .wrong)
    #expect(try attempt(store, "wrong", as: login, after: 17) == .wait(seconds: 20))
  }

  @Test(arguments: Keeper.allCases)
  func `of a thousand guesses in a minute six are looked at, and the right one is not`(
    keeper: Keeper
  ) throws {
    let school = try school(keeper)
    var looked = 0
    for guess in 0..<1000 {
      // Every desk and every start of the program counts alike.
      let store = guess % 100 == 0 ? try school.secondDesk() : school.store
      if try attempt(store, "guess \(guess)", after: Int64(guess) * 60 / 1000) == .wrong {
        looked += 1
      }
    }
    #expect(looked == 6)
    #expect(try attempt(school.store, Self.right, after: 60) == .wait(seconds: 15))
    #expect(try attempt(school.store, Self.right, after: 3600) == .signedIn(Self.owen))
  }

  @Test(arguments: Keeper.allCases)
  func `a clock set back a year shuts nobody out for a year, and lets nobody guess`(
    keeper: Keeper
  ) throws {
    let school = try school(keeper)
    defer { withExtendedLifetime(school) {} }
    let store = school.store
    for _ in 0..<3 { _ = try attempt(store, "wrong") }
    let back: Int64 = -31_536_000
    #expect(try attempt(store, Self.right, after: back) == .wait(seconds: 5))
    #expect(try attempt(store, Self.right, after: back + 5) == .signedIn(Self.owen))
  }

  @Test func `every look is in the change log under a seal, and never what was typed`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    try store.keep([Self.owen], by: TestSchool.office, at: now)
    try store.keep(
      PassphraseHash(of: Secret(Self.right.utf8), cost: Self.cheap), of: "owen",
      by: TestSchool.office, at: now)
    _ = try attempt(store, "wrong guess")
    _ = try attempt(store, "my login is this", as: Self.right)
    _ = try attempt(store, Self.right)
    #expect(try store.faults().isEmpty)
    let lines = try DatabaseQueue(path: test.folder.register).read { db in
      try String.fetchAll(
        db, sql: "SELECT what || '|' || login || '|' || before || after FROM change ORDER BY id")
    }
    let said = lines.filter { !$0.hasPrefix("seal") }.suffix(4)
    #expect(
      Array(said) == [
        "passphrase of owen|\(TestSchool.office.login)|set", "wrong passphrase: owen||",
        "wrong passphrase: an unknown login||", "signed in: owen|owen|",
      ])
    for word in ["guess", "kettle", "my login"] {
      #expect(!lines.contains { $0.contains(word) })
    }
  }

  @Test(arguments: Keeper.allCases)
  func `a post that has not begun or has ended is told only to who knows the passphrase`(
    keeper: Keeper
  ) throws {
    let school = try school(keeper)
    defer { withExtendedLifetime(school) {} }
    let store = school.store
    var owen = Self.owen
    owen.ends = now.date
    owen.endsAt = now.time
    try store.keep([owen], by: TestSchool.office, at: now)
    #expect(try attempt(store, Self.right) == .barred(owen))
    #expect(try attempt(store, "wrong") == .wrong)
    (owen.ends, owen.endsAt, owen.starts) = (nil, nil, now.date.adding(days: 1))
    try store.keep([owen], by: TestSchool.office, at: now)
    #expect(try attempt(store, Self.right) == .barred(owen))
    #expect(try store.staff() == [owen])
  }

  @Test(arguments: Keeper.allCases)
  func `who comes in at another desk touches no pupil, and nothing is worked out anew`(
    keeper: Keeper
  ) throws {
    let school = try school(keeper)
    let mark = try school.store.mark()
    _ = try attempt(school.store, "wrong")
    _ = try attempt(school.store, Self.right)
    #expect(try school.store.touched(since: mark) == [])
    try school.store.record("something else", by: TestSchool.office, at: now)
    #expect(try school.store.touched(since: mark) == nil)
  }

  @Test(arguments: Keeper.allCases)
  func `a new passphrase ends the old one and the wait`(keeper: Keeper) throws {
    let school = try school(keeper)
    defer { withExtendedLifetime(school) {} }
    let store = school.store
    for _ in 0..<3 { _ = try attempt(store, "wrong") }
    try store.keep(
      PassphraseHash(of: Secret("another one".utf8), cost: Self.cheap), of: "owen",
      by: TestSchool.office, at: now)
    #expect(try attempt(store, Self.right) == .wrong)
    #expect(try attempt(store, "another one") == .signedIn(Self.owen))
  }

  @Test(arguments: Keeper.allCases)
  func `a pass is one act: its holder, passphrase and covers, and no login twice`(
    keeper: Keeper
  ) throws {
    let school = try school(keeper)
    defer { withExtendedLifetime(school) {} }
    let store = school.store
    let holder = Staff(
      login: "kaur", name: "S. Kaur", position: "Supply", role: "cover", starts: now.date,
      ends: now.date, isPass: true)
    let pass = IssuedPass(
      for: holder,
      hash: try PassphraseHash(of: Secret("lamp-river-7".utf8).folded, cost: Self.cheap),
      groups: ["8B", "8C"], on: [now.date])
    try store.issue(pass, by: TestSchool.office, at: now)
    #expect(try store.covers(on: now.date).map(\.group) == ["8B", "8C"])
    #expect(try store.covers(on: now.date).map(\.by) == [Person(holder), Person(holder)])
    for typed in ["lamp-river-7", "LampRiver7", "lamp river 7"] {
      #expect(try attempt(store, typed, as: "kaur") == .signedIn(holder))
    }
    #expect(throws: StoreFault.self) {
      try store.issue(pass, by: TestSchool.office, at: now)
    }
    #expect(try store.faults().isEmpty)
  }

  @Test(arguments: [
    "UPDATE passphrase SET key = (SELECT key FROM passphrase WHERE login = '')",
    "UPDATE passphrase SET login = 'hall' WHERE login = 'owen'",
    "UPDATE passphrase SET rounds = 2, salt = substr(key, 1, 32) WHERE login = 'owen'",
    "DELETE FROM passphrase WHERE login = 'owen'",
    "INSERT INTO passphrase SELECT 'hall', rounds, block, lanes, salt, key FROM passphrase "
      + "WHERE login = 'owen'",
    "UPDATE post SET starts = 1", "INSERT INTO post VALUES ('x', NULL, NULL, 1)",
  ])
  func `a passphrase or a post changed in the file itself is found`(sql: String) throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    try store.keep([Self.owen], by: TestSchool.office, at: now)
    try store.keep(
      PassphraseHash(of: Secret(Self.right.utf8), cost: Self.cheap), of: "owen",
      by: TestSchool.office, at: now)
    #expect(try store.faults().isEmpty)
    try test.tamper(sql)
    let faults = try test.folder.open().faults()
    #expect(
      faults.count == 1
        && faults[0].hasPrefix("the passphrases and when posts begin and end are not as"),
      "\(faults)")
  }

  @Test func `a register of before this version opens with its staff and takes a passphrase`()
    throws
  {
    let test = TestFolder()
    _ = try SQLiteStore(
      creating: TestSchool.identity, in: test.folder, schema: Schema(steps: Self.before))
    try test.tamper(
      """
      INSERT INTO staff VALUES ('owen', 'Mr Owen', 'Form tutor', 'tutor', '8B', NULL);
      INSERT INTO change VALUES (1, 0, 'office', 'Office', 'Office', 'staff owen', '', '');
      INSERT INTO pupil VALUES (1, 'V820400120005', 'Abbott', 'Ada', '', '', 15000, 'F', '');
      INSERT INTO enrolment VALUES (1, 1, 'main', 0, 20000, 20100);
      """)
    let store = try test.folder.open()
    #expect(try store.staff() == [Self.owen])
    #expect(try store.roll().enrolments.count == 1)
    try store.keep(
      PassphraseHash(of: Secret(Self.right.utf8), cost: Self.cheap), of: "owen",
      by: TestSchool.office, at: now)
    #expect(try attempt(store, Self.right) == .signedIn(Self.owen))
    // Nobody can say any more whether its roll was as it is: somebody has to.
    #expect(try store.verify(against: nil) { _ in }.alterations.isEmpty == false)
    try store.acceptAlterations(because: "looked at", by: TestSchool.office, at: now)
    #expect(try store.verify(against: nil) { _ in }.alterations.isEmpty)
  }

  /// The steps of the versions before passphrases were kept.
  private static let before = Array(Schema.current.steps.prefix { $0 != Schema.passphrases })
}
