import Attendance
import Testing

@testable import Storage

/// What somebody with an SQLite shell could do to pupils, groups, staff and calendar, and how `verify`
/// finds it.
@Suite struct RollSealTests {
  private let office = TestSchool.office

  /// A school with a row in every table that stands beside the marks.
  private func school(_ test: TestFolder) throws -> any Store {
    let store = try test.takenSchool()
    let contact = Contact(pupil: TestSchool.ada.id, priority: 1, name: "Mrs Abbott")
    try store.keep(
      [
        .contacts(TestSchool.ada.id, [contact]),
        .group(RegistrationGroup(name: "Band", taker: "owen", room: "Hall")),
        .membership(Membership(group: "Band", pupil: TestSchool.ada.id)),
      ], by: office, at: TestSchool.moment(10))
    try store.keep(
      [Staff(login: "owen", name: "Mr Owen", position: "Form tutor", role: "tutor", group: "8B")],
      by: office, at: TestSchool.moment(20))
    #expect(try store.faults().isEmpty)
    return store
  }

  @Test(arguments: [
    ("UPDATE pupil SET surname = 'Abbot' WHERE id = 1", "the pupils' records"),
    ("UPDATE pupil SET born = born + 1 WHERE id = 2", "the pupils' records"),
    ("UPDATE enrolment SET starts = starts + 1 WHERE id = 1", "the pupils' records"),
    ("UPDATE enrolment SET ends = starts + 400 WHERE id = 1", "the pupils' records"),
    ("DELETE FROM enrolment WHERE id = 1", "the pupils' records"),
    ("UPDATE particulars SET registration_group = '8C' WHERE pupil = 1", "the pupils' records"),
    ("UPDATE particulars SET characteristics = 'fsm=1' WHERE pupil = 1", "the pupils' records"),
    ("UPDATE upn SET pupil = 2 WHERE pupil = 1", "the pupils' records"),
    ("UPDATE contact SET may_contact = 'no'", "the contacts"),
    ("UPDATE registration_group SET taker = 'hall'", "the groups"),
    ("DELETE FROM membership", "the groups"),
    ("UPDATE staff SET role = 'administrator'", "the members of staff"),
    ("INSERT INTO staff VALUES ('x', 'X', 'Y', 'head', '', NULL)", "the members of staff"),
    ("UPDATE term SET ends = ends - 7", "the terms and closures"),
    ("DELETE FROM closure", "the terms and closures"),
    ("INSERT INTO school VALUES ('seconds_ahead', '0')", "the school's name and whether"),
    ("UPDATE school SET value = 'Another' WHERE key = 'name'", "the school's name and whether"),
  ])
  func `a row changed in the file itself is found, and its part named`(
    sql: String, part: String
  ) throws {
    let test = TestFolder()
    _ = try school(test)
    try test.tamper(sql)
    let faults = try test.folder.open().faults()
    #expect(faults.count == 1, "\(faults)")
    #expect(
      faults.first?.hasPrefix(part) == true
        && faults.first?.contains("not as the program last kept them") == true, "\(faults)")
  }

  @Test(arguments: [
    ("UPDATE change SET name = 'Nobody' WHERE what LIKE 'staff%'", "the change log was altered"),
    ("UPDATE change SET before = 'x' WHERE what LIKE 'pupil 1'", "the change log was altered"),
    ("UPDATE change SET at = at + 1 WHERE what LIKE 'calendar%'", "the change log was altered"),
    ("DELETE FROM change WHERE what LIKE 'staff%'", "the change log was altered"),
    (
      "DELETE FROM change WHERE what LIKE 'seal%' AND id < (SELECT max(id) - 5 FROM change)",
      "the seal before it was removed"
    ),
    (
      "UPDATE change SET after = 'pupils:' || after WHERE what LIKE 'seal%' AND id = (SELECT "
        + "max(id) FROM change)", "its seal cannot be read"
    ),
    (
      "DELETE FROM change WHERE id = (SELECT max(id) FROM change)",
      "the members of staff are not as the program last kept them"
    ),
    (
      "INSERT INTO change SELECT max(id) + 1, 0, 'x', 'Ms X', 'y', 'staff x', '', '' FROM change",
      "the change by Ms X at "
    ),
    ("DELETE FROM change", "and its change log says nothing of them"),
  ])
  func `a changed, added or removed line of the change log is found`(
    sql: String, place: String
  ) throws {
    let test = TestFolder()
    _ = try school(test)
    try test.tamper(sql)
    let faults = try test.folder.open().faults()
    #expect(faults.contains { $0.contains(place) }, "\(faults)")
  }

  @Test func `a later change does not cover up what was changed in the file before it`() throws {
    let test = TestFolder()
    _ = try school(test)
    try test.tamper("UPDATE staff SET role = 'administrator'")
    let store = try test.folder.open()
    let hall = Staff(login: "hall", name: "Ms Hall", position: "Officer", role: "office")
    try store.keep([hall], by: office, at: TestSchool.moment(60))
    let words =
      "the members of staff had been changed in the file itself before the change by Ms Hall at "
    let found = try store.verify(against: nil) { _ in }
    #expect(found.faults.count == 1 && found.alterations.count == 1)
    #expect(found.faults.first?.hasPrefix(words) == true)
    try store.acceptAlterations(
      because: "the head was told", by: office, at: TestSchool.moment(120))
    let accepted = try store.verify(against: nil) { _ in }
    #expect(accepted.isSound && accepted.alterations.isEmpty)
    #expect(accepted.notices.first?.hasPrefix(words) == true)
    #expect(accepted.notices.first?.hasSuffix(": the head was told") == true)
  }

  @Test func `what was changed in the file is accepted as it stands, and what follows is not`()
    throws
  {
    let test = TestFolder()
    _ = try school(test)
    try test.tamper("UPDATE staff SET role = 'administrator'")
    try test.folder.open().acceptAlterations(
      because: "seen", by: office, at: TestSchool.moment(60))
    #expect(try test.folder.open().faults().isEmpty)
    try test.tamper("UPDATE staff SET role = 'head'")
    #expect(try test.folder.open().faults().count == 1)
  }

  @Test func `changes cut off whole are found with the roll seal kept outside`() throws {
    let test = TestFolder()
    let store = try school(test)
    let seal = try store.verify(against: nil) { _ in }.rollSeal
    try store.record("cover", by: office, at: TestSchool.moment(60))
    #expect(try store.faults(against: seal).isEmpty)
    let last = try store.verify(against: nil) { _ in }.rollSeal
    #expect(last != seal)
    try test.tamper("DELETE FROM change WHERE id > (SELECT max(id) - 2 FROM change)")
    #expect(try test.folder.open().faults().isEmpty)
    #expect(try test.folder.open().faults(against: last) == [ChainWalk.unknownSeal])
  }

  @Test func `a log whose seals were taken out is a fault, whatever is kept after it`() throws {
    let test = TestFolder()
    _ = try school(test)
    try test.tamper("DELETE FROM change WHERE what = '\(RollSeal.word)'")
    let store = try test.folder.open()
    let found = try store.verify(against: nil) { _ in }
    #expect(found.faults.count == 1)
    #expect(found.faults.first?.contains("is under no seal: they were taken out") == true)
    let hall = Staff(login: "hall", name: "Ms Hall", position: "Officer", role: "office")
    try store.keep([hall], by: office, at: TestSchool.moment(60))
    #expect(
      try store.verify(against: nil) { _ in }.faults.contains {
        $0.hasPrefix("the members of staff had been changed in the file itself")
      })
    try store.acceptAlterations(because: "seen", by: office, at: TestSchool.moment(70))
    #expect(try store.faults().isEmpty)
    try test.tamper("UPDATE pupil SET forename = 'Ida' WHERE id = 1")
    #expect(try test.folder.open().faults().count == 1)
  }

  @Test func `the clock of a practice school may be set without a fault`() throws {
    let test = TestFolder()
    let practice = SchoolIdentity(name: "Test School", practice: PracticeClock(secondsAhead: 0))
    let store = try test.folder.create(practice)
    try store.admitEverybody()
    try store.keep(
      SchoolIdentity(name: "Test School", practice: PracticeClock(secondsAhead: -86_400)))
    #expect(try store.faults().isEmpty)
    try test.tamper("DELETE FROM school WHERE key = 'seconds_ahead'")
    #expect(try test.folder.open().faults().count == 1)
  }

  @Test func `a change that changes nothing is not sealed`() throws {
    let test = TestFolder()
    let store = try school(test)
    let before = try store.verify(against: nil) { _ in }.rollSeal
    try store.keep(store.staff(), by: office, at: TestSchool.moment(60))
    try store.keep(store.calendar().years, by: office, at: TestSchool.moment(60))
    #expect(try store.verify(against: nil) { _ in }.rollSeal == before)
  }
}
