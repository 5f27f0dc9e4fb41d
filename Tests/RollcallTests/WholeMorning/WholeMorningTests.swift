import Attendance
import TerminalTesting
import Testing

/// A whole morning of a school: messages, a trip, exams, an untaken register, latecomers, absences
/// that nobody explains and a fire bell, under each of the five policies.
@Suite struct WholeMorningTests {
  @Test(arguments: MorningWorld.School.five)
  func `a morning ends with no false alarm and nobody missed, and every record agrees`(
    school: MorningWorld.School
  ) throws {
    let morning = try WholeMorning(school)
    try morning.hearMessages()
    try morning.makeLists()
    try morning.takeRegisters()
    try morning.letLatecomersIn()
    try morning.hearMessagesAfterwards()

    let world = morning.world
    #expect(
      try morning.listed(["absent", "--session", "am"]) == Set(world.those(.unexplained).map(\.upn))
    )
    #expect(
      try morning.listed(["onsite"]) == Set(world.children.filter(\.fate.isOnSite).map(\.upn)))
    #expect(try morning.marks() == morning.expectedMarks)
    #expect(try morning.untaken().contains(MorningWorld.untaken))
    #expect(try morning.verified().contains("all sound"))
  }
}
