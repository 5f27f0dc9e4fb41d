import Attendance
import Policies
import Testing

/// Who may answer a request for leave, under which code, and with which letter.
@Suite struct LeaveAnsweringTests {
  @Test(arguments: Shipped.names)
  func `only the head grants leave, and a refusal says so; the office may refuse`(
    school: String
  ) throws {
    let policy = try Shipped.policy(school)
    let date = try Shipped.date("2026-03-09")
    let head = policy.permissions(of: "head")
    let office = policy.permissions(of: "office")
    for code in ["C", "C1", "J1", "S", nil] {
      #expect(head.denial(ofAnswering: code, codes: policy.codes, on: date) == nil)
      let denial = try #require(
        office.denial(ofAnswering: code, codes: policy.codes, on: date))
      #expect(denial.next.hasPrefix("ask the head"))
    }
    #expect(office.denial(ofAnswering: "R", codes: policy.codes, on: date) == nil)
    #expect(office.denial(ofRefusingLeave: ["C"]) == nil)
    let tutor = policy.permissions(of: "tutor")
    #expect(tutor.denial(ofRefusingLeave: ["C"]) != nil)
    #expect(tutor.denial(ofAnswering: "R", codes: policy.codes, on: date) != nil)
  }

  @Test func `the usual code of a purpose is offered first, and old codes are not`() throws {
    let policy = try Shipped.policy("dunkirk")
    let now = try Shipped.date("2026-03-09")
    #expect(policy.leaveCodes(for: .performance, on: now).first == "C1")
    #expect(policy.leaveCodes(for: nil, on: now).first == "C")
    #expect(!policy.leaveCodes(for: .holiday, on: now).contains("H"))
  }

  @Test(arguments: [
    ("dunkirk", LeaveDecision.Outcome.granted, false, "leave-approval"),
    ("dunkirk", .refused, false, "leave-refusal"), ("psa", .refused, false, "leave-refusal"),
    ("ibstock", .granted, false, "leave-approval"), ("on-track", .ended, false, "leave-refusal"),
    ("st-lukes", .refused, true, "lunch-leave-decision"),
    ("st-lukes", .ended, true, "lunch-leave-withdrawal"),
    ("st-lukes", .granted, false, "leave-approval"),
  ])
  func `each outcome has the letter that the policy names for it`(
    school: String, outcome: LeaveDecision.Outcome, isLunch: Bool, letter: String
  ) throws {
    #expect(try Shipped.policy(school).letter(for: outcome, isLunch: isLunch)?.id == letter)
  }

  @Test(arguments: [
    ("holiday", LeavePurpose.holiday), ("religious observance", .religious), ("Lunch", .lunch),
    ("work", .travelling),
  ])
  func `a purpose is known by a part of its words`(text: String, purpose: LeavePurpose) {
    #expect(LeavePurpose(typed: text) == purpose)
    #expect(LeavePurpose(typed: "xy") == nil)
  }
}
