import Policies
import Testing

@Suite struct ShippedPoliciesTests {
  @Test(arguments: Shipped.names)
  func `a shipped policy reads without a fault`(name: String) throws {
    let reading = try Shipped.reading(name)
    #expect(reading.complaints.filter { $0.severity == .fault }.map(\.description) == [])
    #expect(reading.policy != nil)
  }

  @Test func `the whole folder reads, with both code sets and five policies`() {
    let folder = PolicyFolder(path: Shipped.config)
    #expect(folder.codeSets.map(\.name) == ["before-2024-08-19", "from-2024-08-19"])
    #expect(
      folder.policies.map(\.school.name) == [
        "Dunkirk Primary School", "Ibstock School", "On Track Westbury", "PSA",
        "St Luke's CofE Primary School",
      ])
    #expect(!folder.hasFaults)
    #expect(folder.path(ofPolicy: "psa") == Shipped.config + "/policies/psa.yaml")
    #expect(folder.path(ofPolicy: "nowhere") == nil)
  }

  static let officer =
    "the law lets a head authorise deputy and assistant heads only; an attendance officer may "
    + "prepare a notice, and the head issues it"
  static let early =
    "evidence after 3 days is asked for early; the guidance says that asking should not be "
    + "routine, so screens say so beside it"
  static let count =
    "a number of religious days is shown as advice; leave is never refused by a count"

  @Test(arguments: [
    ("ibstock", [officer]),
    ("psa", [early, count]),
    (
      "dunkirk",
      [
        "AM registers are not taken at the same time for all pupils (08:30, 08:40); the guidance "
          + "asks for one time",
        "PM registers are not taken at the same time for all pupils (12:00, 12:15, 12:40, 12:45, "
          + "12:50, 13:10); the guidance asks for one time",
        early, count,
      ]
    ),
    ("st-lukes", []),
    ("on-track", [officer]),
  ])
  func `a shipped policy has exactly its warnings`(name: String, warnings: [String]) throws {
    let found = try Shipped.reading(name).complaints.filter { $0.severity == .warning }
    #expect(found.map(\.sentence) == warnings)
  }

  static let everySchool = [
    "The policy says nothing of copies of the register; a fortnight of absence and half a year's "
      + "mistakes can be undone with these.",
    "The policy does not speak of filling blanks, projected registers or cover; the program's "
      + "usual choices are taken.",
    "The policy does not say when an unattended screen locks, nor how long a passphrase is; ten "
      + "minutes and twelve letters are taken.",
    "The policy names duties, not rights in a register; the rights of every role follow them.",
  ]

  @Test(arguments: [
    (
      "ibstock",
      [
        "The policy does not list its year groups; Years 7 to 11 are taken.",
        "The policy does not say when the morning session ends; it ends as the afternoon opens.",
        "The policy names no day for this, only continued absence; the third day is taken.",
        "The policy does not say what improvement is; a rise of two points since the step is taken.",
        "The policy does not say what a pattern is; a chance of one in a thousand is taken.",
        "The policy gives no number of such days; two in a school year are taken.",
        "The policy gives no number; ten points below the year before it, over four school weeks, "
          + "are taken.",
        "The policy says that attendance falls; five points over six school weeks are taken.",
        "The policy names no wait before support; two weeks are taken.",
        "The policy names no wait before legal action; a half term is taken.",
      ]
    ),
    (
      "psa",
      [
        "The policy does not list its year groups; Years 7 to 13 are taken.",
        "The policy gives no end of the day; 14:30 is taken.",
        "The policy does not say when the morning session ends; 12:00 is taken.",
        "The policy gives no afternoon register; 12:30 to 12:45 is taken, as long as the morning's.",
        "The policy names no day for this, only continued absence; the third day is taken.",
        "The policy names no day for the referral; the fifth is taken.",
        "The policy does not say what a pattern is; a chance of one in a thousand is taken.",
        "The policy gives no number of such days; two in a school year are taken.",
        "The policy gives no number; ten points below the year before it, over four school weeks, "
          + "are taken.",
        "The policy says that attendance falls; five points over six school weeks are taken.",
        "The policy names no number of days without contact; five school days are taken.",
        "The policy names no wait before the visit; one school day is taken.",
        "The policy does not say what improvement is; a rise of two points since the step is taken.",
        "The policy names no waits on this ladder; half a term each is taken.",
      ]
    ),
    (
      "dunkirk",
      [
        "The policy does not list its year groups; Nursery 1 to Year 6 are taken.",
        "The policy names classes up to Year 3 at Abbey; Years 4 to 6 are taken to be at Highfields.",
        "The policy gives no end of the day at Abbey; 15:00 is taken.",
        "The policy gives no start or end of the day at Highfields; 08:40 and 15:10 are taken.",
        "The policy does not say when the morning session ends; 12:00 is taken at both campuses.",
        "The policy gives no time for settling a reason; the 5 school days of the law are taken.",
        "The policy names no day for the visit; the third is taken.",
        "The policy does not say of whom; those with a social worker are taken.",
        "The policy does not say how near to SATs; two weeks are taken.",
        "The policy does not say what improvement is; the next band or two points are taken.",
        "The policy names one wait, of two weeks, before the formal review; two weeks are taken for "
          + "the steps around it.",
        "The policy names no groups for its analysis; pupil, class and campus are taken.",
      ]
    ),
    (
      "st-lukes",
      [
        "The policy does not list its year groups; Reception to Year 6 are taken.",
        "The policy gives no end of the day; 15:15 is taken.",
        "The policy gives no register times; the morning opens with the day, for 30 minutes.",
        "The policy does not say when the morning session ends; 12:00 is taken.",
        "The policy gives no start of the afternoon; 13:00 is taken, for 30 minutes.",
        "The policy gives no time for settling a reason; the 5 school days of the law are taken.",
        "The policy names the first day only; the call is made again on every further day.",
        "The policy does not say what a pattern is; a chance of one in a thousand is taken.",
        "The policy gives no number of such days; two in a school year are taken.",
        "The policy gives no number; ten points below the year before it, over four school weeks, "
          + "are taken.",
        "The policy calls any absence without a cause told truancy; away from one session of a day "
          + "and in at the other is taken, since whole days have rules of their own.",
        "The policy promises a set number of days for festivals and leaves it out; none is set.",
        "The policy does not say how long before an assessment; two weeks are taken.",
        "The policy does not say what improvement is; the next band or two points are taken.",
        "The policy states no amounts; the national ones are taken, before and from 19 August 2024.",
      ]
    ),
    (
      "on-track",
      [
        "The policy does not list its year groups; Years 5 to 13 are taken.",
        "The policy does not say when the morning session ends; 12:15 is taken.",
        "The policy names no day for this, only continued absence; the third day is taken.",
        "The policy does not say what a pattern is; a chance of one in a thousand is taken.",
        "The policy gives no number of such days; two in a school year are taken.",
        "The policy gives no number; ten points below the year before it, over four school weeks, "
          + "are taken.",
        "The policy says that attendance falls; below 90% in a half term is taken.",
        "The policy does not say what improvement is; the next band or two points are taken.",
        "The policy does not mention home schools; the same-morning notice is taken as good "
          + "practice.",
      ]
    ),
  ])
  func `a shipped policy states exactly its assumptions`(name: String, own: [String]) throws {
    let reading = try Shipped.reading(name)
    let told = reading.complaints.filter { $0.severity == .assumption }.map(\.sentence)
    #expect(Set(told) == Set(own + Self.everySchool))
    #expect(told.count == own.count + Self.everySchool.count)
    let policy = try #require(reading.policy)
    #expect(Set(policy.assumptions.map(\.text)) == Set(told))
  }

  @Test(arguments: [
    ("ibstock", 5), ("psa", 9), ("dunkirk", 20), ("st-lukes", 8), ("on-track", 8),
  ])
  func `a shipped policy says what it decided and why`(name: String, count: Int) throws {
    let decisions = try Shipped.policy(name).decisions
    #expect(decisions.count == count)
    #expect(decisions.allSatisfy { !$0.printed.isEmpty && !$0.decided.isEmpty })
  }
}
