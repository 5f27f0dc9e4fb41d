import Attendance
import Policies
import Testing

@Suite struct PermissionTests {
  @Test func `a tutor takes the registers of own groups and no others`() throws {
    let tutor = try Shipped.policy("ibstock").permissions(of: "tutor")
    #expect(tutor.denial(of: .takeRegister, relations: [.ownGroups]) == nil)
    let denial = try #require(tutor.denial(of: .takeRegister, relations: [.ownYears]))
    #expect(denial.sentence == "a form tutor may take this register only for own groups")
    #expect(denial.next == "ask the member of the office or attendance officer")
    #expect(tutor.may(.reportNotHere))
  }

  @Test func `a refusal names the line of the policy on which the role stands`() throws {
    let marked = try Marked("ibstock", replacing: "- role: tutor", by: "‸- role: tutor")
    let policy = try #require(
      PolicyReading(name: "x.yaml", text: marked.text, codeSets: Shipped.codes.sets).policy)
    let denial = try #require(policy.permissions(of: "tutor").denial(of: .importData))
    #expect(
      denial.description
        == "a form tutor may not import files (x.yaml:\(marked.line)); ask the administrator")
  }

  @Test(arguments: Shipped.names)
  func `a tutor marks present, L and N, and off-site codes for a trip they lead`(
    name: String
  ) throws {
    let policy = try Shipped.policy(name)
    let tutor = policy.permissions(of: "tutor")
    let date = try Shipped.date("2026-03-20")
    #expect(tutor.codes(of: policy.codes, on: date).map(\.text) == ["/", "\\", "L", "N"])
    #expect(
      Set(tutor.codes(of: policy.codes, on: date, leading: true).map(\.text))
        == ["/", "\\", "L", "N", "V", "P", "W", "B"])
    let illness = try #require(tutor.denial(ofMarking: "I"))
    #expect(illness.sentence.hasSuffix("may not mark I"))
    #expect(illness.next.hasPrefix("mark N with a note of what was said; ask the "))
    let visit = try #require(tutor.denial(ofMarking: "V"))
    #expect(visit.sentence.hasSuffix("marks V only for a group they lead off site"))
    #expect(tutor.denial(ofMarking: "V", leading: true) == nil)
  }

  @Test(arguments: Shipped.names)
  func `a cover teacher marks a covered register with everyday codes and may do no more`(
    name: String
  ) throws {
    let policy = try Shipped.policy(name)
    let cover = policy.permissions(of: "cover")
    #expect(policy.registers.anyTeacherMayCover)
    // Before cover is declared nothing but declaring it; after it the register, until it closes.
    #expect(
      Set(Right.allCases.filter { cover.may($0) }) == [.declareCover, .reportNotHere])
    #expect(
      Set(Right.allCases.filter { cover.may($0, relations: [.ownGroups]) })
        == [.declareCover, .reportNotHere, .takeRegister, .viewRegister, .amendBeforeClosing])
    #expect(
      Right.allCases.filter { cover.may($0, relations: [.ownYears, .ownCases, .ownCampus]) }
        == Right.allCases.filter { cover.may($0) })
    let date = try Shipped.date("2026-03-20")
    for leading in [false, true] {
      #expect(
        cover.codes(of: policy.codes, on: date, leading: leading).map(\.text)
          == ["/", "\\", "L", "N"])
    }
    #expect(policy.codes.codes.filter { cover.denial(ofGranting: $0.text) == nil }.isEmpty)
    let refusal = try #require(cover.denial(ofMarking: "I"))
    #expect(refusal.sentence == "a cover teacher may not mark I")
  }

  @Test(arguments: [
    ("ibstock", "office", ["M"]), ("ibstock", "attendance_officer", ["M"]),
    ("st-lukes", "office", []), ("st-lukes", "attendance_officer", []),
    ("psa", "head", ["C", "C1", "C2", "J1", "M", "S"]), ("psa", "tutor", []),
  ])
  func `leave is granted by those the policy names`(
    name: String, role: String, codes: [String]
  ) throws {
    let policy = try Shipped.policy(name)
    let leave = Set(policy.codes.codes.filter(\.isLeave).map(\.text))
    let granted = leave.filter { policy.permissions(of: role).denial(ofGranting: $0) == nil }
    #expect(granted.sorted() == codes)
  }

  @Test(arguments: Shipped.names)
  func `leave under every code in force can be granted by the head`(name: String) throws {
    let policy = try Shipped.policy(name)
    let leave = policy.codes.codes(on: try Shipped.date("2026-03-20")).filter(\.isLeave)
    let head = policy.permissions(of: "head")
    #expect(leave.allSatisfy { head.denial(ofGranting: $0.text) == nil })
  }

  @Test(arguments: Shipped.names)
  func `every right is held by somebody for the whole school, or for the groups they take`(
    name: String
  ) throws {
    let policy = try Shipped.policy(name)
    let everybody = policy.permissionsOfEveryRole
    #expect(Right.allCases.filter { !everybody.may($0) } == [])
  }

  @Test(arguments: Shipped.names)
  func `a governor sees figures and no pupil`(name: String) throws {
    let governor = try Shipped.policy(name).permissions(of: "governor")
    #expect(Right.allCases.filter { governor.mayEver($0) } == [.viewFigures])
  }

  @Test(arguments: [
    (Right.redactNotes, ["dsl", "head"]), (.viewSafeguarding, ["dsl", "head"]),
    (.viewHealth, ["champion", "dsl", "head", "senco"]),
    (.deletePupils, ["head"]), (.considerPenalty, ["head"]), (.restore, ["administrator"]),
    (.importData, ["administrator"]), (.adoptPolicy, ["administrator", "head"]),
    (.settleContradictions, ["attendance_officer", "office"]),
    (.withdrawRegister, ["attendance_officer", "office"]),
  ])
  func `a weighty right is held by few`(right: Right, roles: [String]) throws {
    for name in Shipped.names {
      let policy = try Shipped.policy(name)
      #expect(
        policy.roles.map(\.id).filter { policy.permissions(of: $0).mayEver(right) }.sorted()
          == roles, "\(name)")
    }
  }

  @Test func `several roles add up`() throws {
    let both = try Shipped.policy("dunkirk").permissions(of: ["tutor", "dsl"])
    #expect(both.may(.viewSafeguarding))
    #expect(both.may(.takeRegister, relations: [.ownGroups]))
    #expect(!both.may(.takeRegister))
  }

  @Test func `somebody without a role may do nothing and is told whom to ask`() throws {
    let nobody = try Shipped.policy("ibstock").permissions(of: "visitor")
    #expect(Right.allCases.allSatisfy { !nobody.mayEver($0) })
    let denial = try #require(nobody.denial(of: .viewPupil, relations: [.ownCases]))
    #expect(denial.sentence == "somebody without a role may not see this pupil")
  }
}
