import Attendance
import Policies
import Testing

/// Who sees how much of a sensitive note, under every shipped policy.
@Suite struct SensitiveNoteTests {
  @Test(arguments: Shipped.names)
  func `the roles that are named see one whole, and the rest nothing of safeguarding`(name: String)
    throws
  {
    let policy = try Shipped.policy(name)
    func roles(_ nature: DayLine.Nature, _ sight: DayLine.Sight) -> [String] {
      policy.roles.map(\.id).filter {
        policy.permissions(of: $0).sight(of: nature, relations: [.ownGroups, .ownYears]) == sight
      }.sorted()
    }
    #expect(roles(.safeguarding, .whole) == ["dsl", "head"])
    #expect(roles(.safeguarding, .place) == [])
    #expect(roles(.health, .whole) == ["champion", "dsl", "head", "senco"])
    #expect(roles(.health, .place) == ["attendance_officer", "head_of_year"])
    #expect(roles(.ordinary, .whole) == policy.roles.map(\.id).sorted())
  }

  @Test func `a note that nobody could read is not written`() throws {
    let policy = try Shipped.policy("ibstock")
    #expect(policy.permissions(of: "tutor").denial(ofWriting: .safeguarding) == nil)
    #expect(
      policy.permissions(of: "tutor").whoReads(.safeguarding)
        == "; only the designated safeguarding lead and headteacher read it")
    #expect(policy.permissions(of: "tutor").whoReads(.ordinary).isEmpty)
  }
}
