import Attendance
@testable import Storage
import Testing

/// What every store promises of the roll.
@Suite struct RollPromises {
  private let office = TestSchool.office
  private let now = TestSchool.moment()

  @Test(arguments: Keeper.allCases)
  func `a changed leaving date never touches a mark`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    _ = try store.submit(TestSchool.taken)
    let history = try store.history(of: TestSchool.ada.id, at: nil)
    var enrolment = Enrolment(
      id: Enrolment.ID(1), pupil: TestSchool.ada.id, starts: TestSchool.starts)
    enrolment.ends = TestSchool.monday.date.adding(days: -1)
    try store.keep([.enrolment(enrolment)], by: office, at: now)
    #expect(try store.history(of: TestSchool.ada.id, at: nil) == history)
    #expect(try store.cell(TestSchool.ada) == "/")
    #expect(
      try store.members(of: "8B", at: TestSchool.monday).map(\.pupil.id.number) == [2, 3, 4])
    #expect(try store.faults().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `an old number and a new one both find the pupil`(keeper: Keeper) throws {
    let school = try keeper.school()
    var ada = TestSchool.ada
    let old = ada.upn
    ada.upn = TestSchool.upn(700)
    try school.store.keep([.pupil(ada)], by: office, at: now)
    #expect(try school.store.pupil(old.text) == ada)
    #expect(try school.store.pupil(ada.upn.text) == ada)
    #expect(try school.store.pupil(TestSchool.upn(701).text) == nil)
  }

  @Test(arguments: Keeper.allCases)
  func `a number given in error goes to its rightful owner`(keeper: Keeper) throws {
    let school = try keeper.school()
    var ada = TestSchool.ada
    let meant = ada.upn
    ada.upn = TestSchool.upn(700)
    try school.store.keep([.pupil(ada)], by: office, at: now)
    var ben = TestSchool.ben
    ben.upn = meant
    try school.store.keep([.pupil(ben)], by: office, at: now)
    #expect(try school.store.pupil(meant.text) == ben)
  }

  @Test(arguments: Keeper.allCases)
  func `two desks that choose one number for two children lose neither`(keeper: Keeper) throws {
    let school = try keeper.school()
    let other = try school.secondDesk()
    let new = Pupil.ID(6)
    let fay = Pupil(
      id: new, upn: TestSchool.upn(6), name: PupilName(surname: "Fox", forename: "Fay"),
      dateOfBirth: TestSchool.starts)
    let gus = Pupil(
      id: new, upn: TestSchool.upn(7), name: PupilName(surname: "Gray", forename: "Gus"),
      dateOfBirth: TestSchool.starts)
    try school.store.keep([.newPupil(fay)], by: office, at: now)
    #expect(throws: StoreFault.rule(.takenPupil)) {
      try other.keep([.newPupil(gus)], by: office, at: now)
    }
    let stolen = Enrolment(id: Enrolment.ID(1), pupil: new, starts: TestSchool.starts)
    #expect(throws: StoreFault.rule(.takenEnrolment)) {
      try other.keep([.newEnrolment(stolen)], by: office, at: now)
    }
    #expect(throws: StoreFault.unknownEnrolment) {
      try other.keep([.enrolment(stolen)], by: office, at: now)
    }
    #expect(try other.roll().pupils[new] == fay)
    #expect(try other.roll().enrolments[TestSchool.ada.id]?.count == 1)
  }

  @Test(arguments: Keeper.allCases)
  func `changes to the roll are kept whole or not at all`(keeper: Keeper) throws {
    let school = try keeper.school()
    let before = try school.store.roll()
    let fay = TestSchool.pupil(6, "Fox", "Fay")
    var twin = TestSchool.pupil(7, "Fox", "Flo")
    twin.upn = TestSchool.ada.upn
    let contact = Contact(pupil: fay.id, priority: 1, name: "Mrs Fox")
    let ended = Enrolment(
      id: Enrolment.ID(6), pupil: fay.id, starts: TestSchool.starts,
      ends: TestSchool.starts.adding(days: -1))
    for (wrong, fault) in [
      (RollChange.newPupil(twin), StoreFault.rule(.takenUPN)),
      (.newPupil(TestSchool.pupil(7, "", "Flo")), .rule(.namelessPupil)),
      (.pupil(TestSchool.pupil(8, "Gray", "Gus")), .unknownPupil),
      (.newEnrolment(ended), .rule(.endsEarly)),
      (.contacts(fay.id, [contact, contact]), .rule(.repeatedContact)),
      (.membership(Membership(group: "Choir", pupil: Pupil.ID(50))), .unknownPupil),
      (
        .particulars(
          Pupil.ID(50),
          Particulars(from: TestSchool.starts, yearGroup: .reception, group: "R")), .unknownPupil
      ),
    ] {
      #expect(throws: fault) {
        try school.store.keep([.newPupil(fay), wrong], by: office, at: now)
      }
    }
    #expect(try school.store.roll().pupils == before.pupils)
    #expect(try school.store.pupil(fay.upn.text) == nil)
  }

  @Test(arguments: Keeper.allCases)
  func `an act is kept with the changes to the roll that belong to it, or neither is`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let place = Membership(group: "Museum", pupil: TestSchool.eve.id)
    let unknown = Membership(group: "Museum", pupil: Pupil.ID(50))
    #expect(throws: StoreFault.rule(.unknownMembership)) {
      _ = try school.store.submit(TestSchool.taken, with: [.noMembership(place)])
    }
    let stranger = TestSchool.act([TestSchool.mark(TestSchool.pupil(50, "Gray", "Gus"), "/")])
    #expect(throws: StoreFault.unknownPupil) {
      _ = try school.store.submit(stranger, with: [.membership(place)])
    }
    #expect(throws: StoreFault.unknownPupil) {
      _ = try school.store.submit(TestSchool.taken, with: [.membership(unknown)])
    }
    #expect(try school.store.roll().memberships.isEmpty)
    #expect(try school.store.standing(TestSchool.ada) == nil)

    let receipt = try school.store.submit(TestSchool.taken, with: [.membership(place)])
    let desk = try school.secondDesk()
    #expect(try desk.roll().memberships == [place])
    #expect(try desk.entries(of: receipt.submission).count == 4)
    #expect(try desk.faults().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `what is true of a pupil holds from its date on`(keeper: Keeper) throws {
    let school = try keeper.school()
    let moved = Particulars(
      from: TestSchool.date("2025-10-01"), yearGroup: TestSchool.year8, group: "8C",
      campus: "North", characteristics: [.sen: "K", .address: "1 High Street\r\nTown", .eal: ""])
    try school.store.keep(
      [
        .particulars(TestSchool.ada.id, moved),
        .membership(
          Membership(group: "Choir", pupil: TestSchool.ben.id, weekday: .monday, half: .am)),
        .group(RegistrationGroup(name: "Choir", taker: "owen", room: "Hall")),
      ], by: office, at: now)
    let roll = try school.store.roll()
    #expect(roll.particulars(of: TestSchool.ada.id, on: TestSchool.starts)?.group == "8B")
    let now = roll.particulars(of: TestSchool.ada.id, on: moved.from)
    #expect(
      now?.characteristics == [.sen: "K", .address: "1 High Street  Town", .eal: ""])
    #expect(now?.campus == "North")
    let october = Session(TestSchool.date("2025-10-06"), .am)
    func members(_ group: String, _ session: Session) throws -> [Int64] {
      try school.store.members(of: group, at: session).map(\.pupil.id.number)
    }
    #expect(try members("8B", TestSchool.monday) == [1, 3, 4])
    #expect(try members("8B", october) == [3, 4])
    #expect(try members("8C", october) == [1, 5])
    #expect(try members("Choir", october) == [2])
    #expect(try members("8B", Session(october.date, .pm)) == [2, 3, 4])
    #expect(
      try school.store.group("Choir")
        == RegistrationGroup(name: "Choir", taker: "owen", room: "Hall"))
    #expect(try school.store.group("Band") == RegistrationGroup(name: "Band"))
  }

  @Test(arguments: Keeper.allCases)
  func `contacts come back with their permissions, first to be called first`(
    keeper: Keeper
  ) throws {
    let school = try keeper.school()
    let contacts = [
      Contact(
        pupil: TestSchool.ada.id, priority: 2, name: "Mr Abbott", mayContact: .no,
        courtOrder: "No contact"),
      Contact(
        pupil: TestSchool.ada.id, priority: 1, name: "Mrs Abbott", relationship: "mother",
        phone: "01234 567890", email: "a@example.org", parentalResponsibility: true,
        livesWith: false, mayContact: .dsl, language: "Polish", safeTimes: "after 16:00"),
    ]
    try school.store.keep([.contacts(TestSchool.ada.id, contacts)], by: office, at: now)
    #expect(try school.store.contacts(of: TestSchool.ada.id) == contacts.reversed())
    #expect(try school.store.contacts(of: TestSchool.ben.id).isEmpty)
    try school.store.keep([.contacts(TestSchool.ada.id, [])], by: office, at: now)
    #expect(try school.store.contacts(of: TestSchool.ada.id).isEmpty)
  }
}
