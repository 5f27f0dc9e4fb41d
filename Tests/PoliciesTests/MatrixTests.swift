import Attendance
import Policies
import Testing

/// What the five printed policies say, row by row, as the files carry it; `-` where one is silent.
@Suite struct MatrixTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: [String]
    let read: @Sendable (Policy) -> String

    init(_ name: String, _ expected: [String], _ read: @escaping @Sendable (Policy) -> String) {
      (self.name, self.expected, self.read) = (name, expected, read)
    }

    var testDescription: String { name }
  }

  static func words(_ items: [some RawRepresentable<String>]) -> String {
    items.isEmpty ? "-" : items.map(\.rawValue).joined(separator: ", ")
  }

  static func number(_ value: (some CustomStringConvertible)?) -> String {
    value.map(\.description) ?? "-"
  }

  static func windows(_ half: HalfDay, _ policy: Policy) -> String {
    policy.registers.windows.filter { $0.half == half }.map { rule in
      let window = rule.window
      let place = ([rule.campus].compactMap { $0 } + rule.years.map(\.description)).map { $0 + " " }
      return place.joined() + "\(window.opens)/\(window.lateFrom)-\(window.closes)"
    }.joined(separator: "; ")
  }

  static func amounts(_ day: String, _ policy: Policy) -> String {
    guard let date = SchoolDate(day), let amounts = policy.penaltyNotices.amounts(on: date) else {
      return "-"
    }
    return "\(amounts.first)/\(amounts.firstLate)/\(number(amounts.second))"
  }

  static func limit(_ id: String, _ policy: Policy) -> String {
    policy.rule(id)?.inWords ?? "-"
  }

  static let school: [Row] = [
    Row("phase", ["secondary", "secondary", "primary", "primary", "special"]) {
      $0.school.phase.rawValue
    },
    Row(
      "dated",
      [
        "23 August 2024", "autumn 2024", "April 2024", "school year 2023/24, no date given",
        "25 August 2025, reviewed 1 September 2025",
      ]
    ) { $0.school.policyDated },
    Row(
      "next review",
      ["31 August 2025", "autumn 2025", "April 2025", "September 2024", "1 September 2026"]
    ) { $0.school.nextReview },
    Row(
      "code sets", Array(repeating: "before-2024-08-19, from-2024-08-19", count: 5)
    ) { $0.codeSets.joined(separator: ", ") },
    Row("campuses", ["", "", "Abbey, Highfields", "", ""]) {
      $0.campuses.map(\.name).joined(separator: ", ")
    },
    Row("retention", ["6", "6", "6", "6", "6"]) { "\($0.retention.years)" },
    Row("backups", Array(repeating: "10 days, 5 weeks, 6 months", count: 5)) {
      "\($0.backups.days) days, \($0.backups.weeks) weeks, \($0.backups.months) months"
    },
    Row("minimum sessions", ["60", "60", "60", "60", "60"]) { "\($0.flags.minSessions)" },
    Row("amendment parts", ["5", "5", "5", "5", "5"]) { "\($0.retention.amendmentsKeep.count)" },
    Row("target", ["-", "-", "-", "95", "-"]) { number($0.targets.attendance) },
    Row("rewards from", ["-", "-", "-", "-", "95"]) { number($0.targets.rewardsFrom) },
    Row("privileges below", ["-", "-", "-", "90", "-"]) { number($0.targets.privilegesBelow) },
  ]

  static let times: [Row] = [
    Row(
      "school day",
      [
        "08:35-15:00", "08:00-14:30", "08:30-15:00; 08:40-15:10", "08:45-15:15", "09:15-14:45",
      ]
    ) { $0.day.map { "\($0.starts)-\($0.ends)" }.joined(separator: "; ") },
    Row("on site by", ["-", "-", "08:25; -", "08:40", "-"]) {
      $0.day.map { number($0.onSiteBy) }.joined(separator: "; ")
    },
    Row("gates", ["-", "-", "08:40; 08:55", "-", "-"]) {
      $0.day.map { number($0.gatesClose) }.joined(separator: "; ")
    },
    Row("lunch orders", ["-", "-", "08:45; 08:45", "-", "-"]) {
      $0.day.map { number($0.lunchOrdersBy) }.joined(separator: "; ")
    },
    Row(
      "morning",
      [
        "08:35/08:35-09:05", "08:00/08:00-08:15",
        "Abbey 08:30/08:45-09:15; Highfields 08:40/08:55-09:25", "08:45/08:45-09:15",
        "09:15/09:15-09:45",
      ]
    ) { windows(.am, $0) },
    Row(
      "afternoon",
      [
        "12:25/12:25-12:55", "12:30/12:30-12:45",
        "Abbey N1 N2 12:00/12:00-12:10; Abbey R 13:10/13:10-13:20; Abbey 1 12:15/12:15-12:25; "
          + "Abbey 2 12:40/12:40-12:50; Abbey 3 12:50/12:50-13:00; Highfields 12:45/12:45-12:55",
        "13:00/13:00-13:30", "13:00/13:00-13:30",
      ]
    ) { windows(.pm, $0) },
    Row("lesson minutes", ["-", "15", "-", "-", "-"]) { number($0.registers.lessonMinutes) },
  ]

  static let absence: [Row] = [
    Row("report by", ["08:15", "07:45", "-", "08:30", "09:00"]) { number($0.reporting.by) },
    Row("soft deadline", ["true", "true", "false", "false", "true"]) { "\($0.reporting.isSoft)" },
    Row("each day", ["true", "true", "false", "false", "true"]) { "\($0.reporting.eachDay)" },
    Row("channels", ["email", "phone, email", "phone, message", "phone", "phone"]) {
      words($0.reporting.channels)
    },
    Row("email needs a call after", ["-", "3", "-", "-", "-"]) {
      number($0.reporting.emailDaysBeforeCalls)
    },
    Row("contacts", ["2", "2", "2", "2", "2"]) { "\($0.reporting.contactsAtLeast)" },
    Row("settled", ["N 5 O", "N 5 O", "N 5 O", "N 5 O", "N 5 O"]) {
      "\($0.followUp.code) \($0.followUp.settleWithin) \($0.followUp.thenPropose)"
    },
    Row("evidence after", ["5", "3", "3", "-", "5"]) { number($0.evidence.illnessAfterDays) },
    Row("evidence at absence", ["-", "-", "10", "-", "-"]) { number($0.evidence.atAbsence) },
    Row("appointment proof", ["false", "false", "true", "false", "false"]) {
      "\($0.evidence.appointmentProof)"
    },
    Row("whole day proof", ["false", "true", "false", "false", "false"]) {
      "\($0.evidence.wholeDayProof)"
    },
    Row("leave notice", ["2", "2 soft", "4, 6, 2", "2, 2, -", "-"]) {
      $0.leave.notice.map { number($0.weeks) + ($0.isSoft ? " soft" : "") }.joined(separator: ", ")
    },
    Row("religious days", ["-", "3 school year", "1 festival", "-", "-"]) {
      let per = $0.leave.religiousDaysPer.map { " " + $0.rawValue } ?? ""
      return number($0.leave.religiousDays) + per
    },
    Row("authorised limit", ["-", "-", "-", "10", "-"]) { number($0.leave.authorisedLimit) },
    Row("performance limit", ["-", "-", "-", "95", "-"]) { number($0.leave.performanceLimit) },
    Row(
      "leave alerts",
      [
        "family holiday, protest", "family holiday, travel to relatives, next to a holiday",
        "family holiday, record of the last twelve months, statutory assessment",
        "family holiday, statutory assessment, any unauthorised absence, authorised absence above "
          + "the limit, performance with low attendance, performance without a licence, asked for "
          + "afterwards",
        "family holiday, protest",
      ]
    ) { words($0.leave.alerts) },
  ]

  static let following: [Row] = [
    Row(
      "bands", ["", "", "99 96 93 90 0", "95 90 85 0", "95 94 90 0"]
    ) { $0.bands.map(\.from.description).joined(separator: " ") },
    Row(
      "persistent absence",
      Array(repeating: "absence over school year: at least 10%", count: 5)
    ) { limit("persistent-absence", $0) },
    Row(
      "severe absence", Array(repeating: "absence over school year: at least 50%", count: 5)
    ) { limit("severe-absence", $0) },
    Row(
      "penalty threshold",
      Array(
        repeating: "sessions of G, N, O, U over 10 school weeks: at least 10, for pupils of "
          + "compulsory school age", count: 5)
    ) { limit("penalty-notice-threshold", $0) },
    Row(
      "lateness steps",
      [
        "", "late-after-closing",
        "late-twice-in-a-week late-three-weeks late-twice-in-a-week late-twice-in-a-week "
          + "late-ten-times", "", "",
      ]
    ) { $0.lateness.steps.map(\.flag).joined(separator: " ") },
    Row("U in six weeks", ["-", "-", "6 school weeks", "-", "-"]) {
      number($0.rule("late-ten-times")?.over)
    },
    Row(
      "waits",
      [
        "- 2 weeks, 4 to 5 weeks, 4 to 5 weeks, 3 to 6 weeks, 1 half term",
        "- 1 school day, 4 school days / - 1 half term, 1 half term",
        "- 2 weeks, 2 weeks, -, 2 weeks, 2 weeks / 10 school days 10 school days",
        "- -, -, 1 half term, 15 school days, 1 term / - -",
        "- 1 half term, 1 half term, -",
      ]
    ) { policy in
      policy.ladders.map { ladder in
        let waits = ladder.steps.map { number($0.after) }
        return (waits.first ?? "") + " " + waits.dropFirst().joined(separator: ", ")
      }.joined(separator: " / ")
    },
    Row("contract review", ["4 to 5 weeks", "-", "-", "-", "1 half term"]) {
      number($0.penaltyNotices.contractReview)
    },
    Row("fines now", Array(repeating: "80/160/160", count: 5)) { amounts("2026-01-05", $0) },
    Row("fines before", ["-", "-", "60/120/-", "60/120/-", "-"]) { amounts("2024-08-18", $0) },
    Row("fine for an excluded pupil", ["-", "-", "-", "-", "60"]) {
      number($0.penaltyNotices.amounts.last?.excluded)
    },
    Row("notice to improve", ["3-6", "3-6", "---", "---", "3-6"]) {
      number($0.penaltyNotices.improveWeeksLeast) + "-" + number($0.penaltyNotices.improveWeeksMost)
    },
    Row(
      "issuers",
      [
        "headteacher, attendance officer", "local authority", "local authority", "headteacher",
        "headteacher, attendance officer",
      ]
    ) { words($0.penaltyNotices.issuers) },
    Row(
      "looked at",
      [
        "half term, term, year", "half term, term, year", "fortnight, term",
        "week, half term, term, year", "half term, term, year",
      ]
    ) { words($0.monitoring.every) },
    Row("checklists", ["", "", "", "missing-on-site lunch-leave privileges", ""]) {
      $0.checklists.map(\.id).joined(separator: " ")
    },
    Row("missing on site", ["-", "-", "-", "10", "-"]) { number($0.checklists.first?.minutes) },
  ]

  @Test(arguments: school + times + absence + following)
  func `a row of the five policies is what they print or what was decided`(row: Row) throws {
    #expect(try Shipped.names.map { row.read(try Shipped.policy($0)) } == row.expected)
  }

  @Test(arguments: Shipped.names)
  func `every policy has the flags, the roles and the returns of all schools`(name: String) throws {
    let policy = try Shipped.policy(name)
    #expect(Flags.required.allSatisfy { policy.rule($0) != nil })
    #expect(
      [
        "tutor", "cover", "office", "attendance_officer", "champion", "head_of_year", "dsl",
        "senco", "family_liaison", "head", "governor", "administrator",
      ].allSatisfy { policy.role($0) != nil })
    #expect(
      ["new-pupil", "deletion", "attendance", "sickness"].allSatisfy { id in
        policy.returns.contains { $0.id == id }
      })
    #expect(policy.ladders.allSatisfy { !$0.steps.isEmpty })
  }
}
