import Attendance
import Testing

@testable import Storage

/// What every store promises of the admission register beside names, dates and contacts.
@Suite struct AdmissionPromises {
  private let office = TestSchool.office
  private let now = TestSchool.moment()

  /// A text with everything in it that a description writes otherwise.
  private static let odd = "1, \"The Łodge\" (rear), \\ [x: 1]"

  private static let record = AdmissionRecord(
    lastSchoolAddress: odd, secondAddress: "9 Mill Lane",
    newHomes: [NewHome(parent: "Mrs Abbott", address: odd, from: TestSchool.monday.date)],
    otherSchools: [
      OtherSchool("Oldersby School", .registered),
      OtherSchool("Thorpe Academy", .goingTo, from: TestSchool.monday.date),
    ])

  @Test(arguments: Keeper.allCases)
  func `what the admission register holds comes back, and goes when it is emptied`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let ada = TestSchool.ada.id
    try school.store.keep([.admission(ada, Self.record)], by: office, at: now)
    let desk = try school.secondDesk()
    #expect(try desk.admissions(of: nil) == [ada: Self.record])
    #expect(try desk.admission(of: TestSchool.ben.id) == AdmissionRecord())
    try desk.keep([.admission(ada, AdmissionRecord())], by: office, at: now)
    #expect(try desk.admissions(of: nil).isEmpty)
    #expect(try desk.faults().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a ground of deletion stands with its leaving date, and its history with both`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let store = school.store
    let first = try #require(store.roll().enrolments[TestSchool.ada.id]?.first)
    var left = first
    left.ends = TestSchool.monday.date
    left.deletion = Deletion(.educatedOtherwise, [.noticeDated: "2025-09-01"])
    try store.keep([.enrolment(left)], by: office, at: now)
    var corrected = left
    corrected.deletion = Deletion(
      .otherSchool, [.destination: Self.odd, .startsThere: "2025-09-20"])
    try store.keep([.enrolment(corrected)], by: office, at: now)
    #expect(try school.secondDesk().roll().enrolments[TestSchool.ada.id] == [corrected])
    #expect(
      try store.revisions(of: TestSchool.ada.id).map(\.record).suffix(2) == [
        .enrolment(before: first, after: left), .enrolment(before: left, after: corrected),
      ])
    try store.keep([.enrolment(first)], by: office, at: now)
    #expect(try store.roll().enrolments[TestSchool.ada.id] == [first])
    #expect(try store.faults().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a register of an earlier day has the name of then`(keeper: Keeper) throws {
    let school = try keeper.school()
    var ada = TestSchool.ada
    let born = ada.name
    var married = born
    married.surname = "Zeller"
    ada.take(married, from: TestSchool.monday.date)
    try school.store.keep([.pupil(ada)], by: office, at: now)
    let desk = try school.secondDesk()
    #expect(try desk.pupil(ada.upn.text) == ada)
    let before = Session(TestSchool.monday.date.adding(days: -3), .am)
    #expect(try desk.members(of: "8B", at: before).map(\.pupil.name).first == born)
    #expect(try desk.members(of: "8B", at: TestSchool.monday).map(\.pupil.name).last == married)
    #expect(
      try desk.revisions(of: ada.id).last?.record == .pupil(before: TestSchool.ada, after: ada))
    #expect(try desk.faults().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a contact's own address is kept`(keeper: Keeper) throws {
    let school = try keeper.school()
    let father = Contact(
      pupil: TestSchool.ada.id, priority: 1, name: "Mr Abbott", address: Self.odd)
    try school.store.keep([.contacts(TestSchool.ada.id, [father])], by: office, at: now)
    #expect(try school.secondDesk().contacts(of: TestSchool.ada.id) == [father])
    #expect(
      try school.store.revisions(of: TestSchool.ada.id).last?.record
        == .contacts(before: [], after: [father]))
  }

  @Test(arguments: Keeper.allCases)
  func `what holds from a later day can be taken away, and never the first`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let ada = TestSchool.ada.id
    let before = try school.store.roll().particulars[ada]
    var moved = try #require(before?.first)
    let first = moved.from
    moved.from = TestSchool.monday.date
    moved.group = "8C"
    try school.store.keep([.particulars(ada, moved)], by: office, at: now)
    try school.store.keep([.noParticulars(ada, from: moved.from)], by: office, at: now)
    #expect(try school.secondDesk().roll().particulars[ada] == before)
    for date in [first, moved.from] {
      #expect(throws: StoreFault.rule(.unknownParticulars)) {
        try school.store.keep([.noParticulars(ada, from: date)], by: office, at: now)
      }
    }
    #expect(try school.store.faults().isEmpty)
  }

  @Test(arguments: [
    "UPDATE admission SET second_address = 'x'", "DELETE FROM new_home",
    "UPDATE other_school SET name = 'x'", "UPDATE deletion SET ground = 'a'",
    "DELETE FROM deletion_fact", "UPDATE earlier_name SET surname = 'x'",
    "UPDATE contact SET address = 'x'",
  ])
  func `a row changed in the file itself is found`(sql: String) throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    var left = try #require(store.roll().enrolments[TestSchool.ada.id]?.first)
    left.ends = TestSchool.monday.date
    left.deletion = Deletion(.educatedOtherwise, [.noticeDated: "2025-09-01"])
    var ben = TestSchool.ben
    ben.take(PupilName(surname: "Zeller", forename: "Ben"), from: TestSchool.monday.date)
    let mother = Contact(pupil: TestSchool.ada.id, priority: 1, name: "Mrs Abbott")
    try store.keep(
      [
        .admission(TestSchool.ada.id, Self.record), .enrolment(left), .pupil(ben),
        .contacts(TestSchool.ada.id, [mother]),
      ], by: office, at: now)
    #expect(try store.faults().isEmpty)
    try test.tamper(sql)
    let faults = try test.folder.open().faults()
    #expect(
      faults.count == 1 && faults[0].hasPrefix("what else the admission register holds"),
      "\(faults)")
  }
}
