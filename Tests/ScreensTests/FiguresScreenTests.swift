import Attendance
import Terminal
import Testing

@testable import Screens

/// The overview, the groups, their pupils and the movers by keys.
@Suite struct FiguresScreenTests {
  private func sitting(
    _ staff: Staff = TestSchool.head, size: Size = Size(rows: 24, columns: 80)
  ) -> Sitting {
    Sitting(staff, at: "09:05", size: size, opens: false, showsMorning: true)
  }

  private func governor() -> Sitting {
    var sitting = sitting(TestSchool.gale)
    sitting.office.figured.isForGovernors = true
    sitting.type(.changedElsewhere)
    return sitting
  }

  @Test(arguments: [TestSchool.head, TestSchool.gale])
  func `head and governor land on the overview, and Esc leads to the registers`(staff: Staff) {
    var sitting = sitting(staff)
    #expect(sitting.picture().lines[0].hasPrefix(" OVERVIEW  Ibstock School"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("TODAY'S REGISTERS"))
  }

  @Test func `today is counted with what is unexplained and the registers not taken`() {
    #expect(
      sitting().text.contains(
        "AM 96 present, 5 absent, 4 late, 2 unexplained, 30 not marked"))
    #expect(sitting().text.contains("1 of 5 registers not taken"))
  }

  @Test func `the bars of the periods are as long as the absence beside them`() {
    let lines = sitting().picture().lines
    let nation = lines.first { $0.contains("National  ") }
    let year = lines.first { $0.contains("This year") }
    // 222 of 2,900 sessions missed against 8.49 per cent: nearly the whole bar.
    #expect(year?.contains("7.7") == true)
    #expect((nation?.count { $0 == "#" } ?? 0) > (year?.count { $0 == "#" } ?? 0))
  }

  @Test func `the weeks stand in columns, the worst and the best in words`() {
    let sitting = sitting()
    #expect(
      sitting.text.contains(
        "Absence by week: most 11.0% in the week of 6 Oct, least 3.0% of 22 Sep, last 8.0%"))
    #expect(sitting.picture().lines.contains { $0.contains(" 11.0%         #") })
  }

  @Test func `Enter on a period opens its groups, and on today the registers`() {
    var sitting = sitting()
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("TODAY'S REGISTERS"))
    sitting = self.sitting()
    for _ in 0..<5 { sitting.press(.down) }
    while !sitting.picture().lines.contains(where: { $0.hasPrefix("> This half term") }) {
      sitting.press(.up)
    }
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].hasPrefix(" GROUPS  by year, this half term"))
    sitting.press(.escape)
    #expect(sitting.picture().lines.contains { $0.hasPrefix("> This half term") })
  }

  @Test func `a group is said in exact words, and lies so far from the national figure`() {
    var sitting = sitting()
    sitting.type("g")
    #expect(sitting.picture().lines[3].hasPrefix("> Year 7"))
    #expect(
      sitting.text.contains(
        "Year 7: 95.5%, 573 of 600 sessions; +4.0 to the national 91.51%; 1 of 6"))
  }

  @Test func `Enter opens the pupils of a group, Enter again a pupil, and Esc comes back`() {
    var sitting = sitting()
    sitting.type("g")
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPILS OF  Year 8"))
    // The pupils' counts are those that the group's are the sum of: 97 missed of 700.
    #expect(sitting.picture().lines[1].contains("7 pupils together: 86.1%, 603 of 700 sessions"))
    #expect(sitting.picture().lines[2].contains("> Farah, Farouk"))
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Farah, Farouk"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[2].contains("> Farah, Farouk"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[4].hasPrefix("> Year 8"))
  }

  @Test func `keys are chosen from a list, the second may be none, and the period goes round`() {
    var sitting = sitting()
    sitting.type("gb")
    #expect(sitting.text.contains("By what? Enter chooses, Esc leaves it."))
    sitting.press(.up)
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].hasPrefix(" GROUPS  by form, this year"))
    sitting.type("a")
    for _ in 0..<30 where !sitting.picture().lines.contains("> sex") { sitting.press(.down) }
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].hasPrefix(" GROUPS  by form and sex, this year"))
    sitting.type("a")
    sitting.press(.home)
    sitting.press(.enter)
    sitting.type("pp")
    #expect(sitting.picture().lines[0].hasPrefix(" GROUPS  by form, this half term"))
    sitting.type("pp")
    #expect(sitting.picture().lines[0].hasPrefix(" GROUPS  by form, this year"))
    sitting.type("b")
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].hasPrefix(" GROUPS  by form, this year"))
  }

  @Test func `a governor sees no small group, opens none, and reaches no pupil or mover`() {
    var sitting = governor()
    sitting.type("g")
    #expect(sitting.picture().lines[0].contains("governors' form"))
    #expect(sitting.text.contains("fewer than 6 pupils"))
    #expect(sitting.text.contains("withheld, to protect a small group"))
    sitting.press(.enter)
    #expect(sitting.text.contains("This group is withheld, to protect a small group"))
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.text.contains("A governor may not see this pupil"))
    sitting.press(.end)
    sitting.press(.enter)
    #expect(sitting.text.contains("This group is fewer than 6 pupils"))
    sitting.type("m")
    #expect(sitting.text.contains("A governor may not see this pupil"))
    sitting.press(.escape)
    sitting.type("m")
    #expect(sitting.text.contains("A governor may not see this pupil"))
    sitting.type("f")
    #expect(sitting.text.contains("A governor may not see these flags"))
    sitting.type("gb")
    #expect(!sitting.picture().lines.contains { ["pupil", "code"].contains($0.dropFirst(2)) })
    #expect(!sitting.text.contains("Ahmed"))
  }

  @Test func `movers are improved, fallen and at 100 per cent, in words and by band`() {
    var sitting = sitting()
    sitting.type("m")
    let lines = sitting.picture().lines
    #expect(lines[0].hasPrefix(" MOVERS  2 improved, 2 fallen, 3 at 100% (week)"))
    #expect(lines[1].contains("Autumn 1, 3 Sep to 14 Oct, against Summer 2, 1 Jun to 21 Jul"))
    #expect(lines[2].contains("> Improved"))
    #expect(lines[2].contains("+8.0"))
    #expect(sitting.text.contains("Exempt?"))
    #expect(
      sitting.text.contains(
        "Iwan, Ifan: 88.0%, 88 of 100 sessions, then 96.0%, 96 of 100 sessions."))
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Iwan, Ifan"))
    sitting.press(.escape)
    sitting.type("p")
    #expect(sitting.picture().lines[0].contains("1 at 100% (half term)"))
  }

  @Test func `figures are found by name from the flags, and refused to whoever may see none`() {
    var champion = sitting(TestSchool.price)
    champion.type(":overview")
    champion.press(.enter)
    #expect(champion.picture().lines[0].hasPrefix(" OVERVIEW"))
    champion.press(.escape)
    champion.type(":movers")
    champion.press(.enter)
    #expect(champion.picture().lines[0].hasPrefix(" MOVERS"))
    var office = Sitting(TestSchool.hall, at: "09:05", opens: false)
    office.type("?groups")
    #expect(office.text.contains("A member of the office may not see these figures"))
  }

  @Test func `a tutor has the groups of the own form by name, and not the whole school`() {
    var tutor = Sitting(TestSchool.owen, at: "09:05")
    tutor.press(.escape)
    tutor.type("?overview")
    #expect(tutor.text.contains("Off: A form tutor may see these figures only for own groups"))
    tutor.press(.escape)
    tutor.type(":groups")
    tutor.press(.enter)
    #expect(tutor.picture().lines[0].hasPrefix(" GROUPS"))
  }
}
