import Attendance
@testable import Screens
import Terminal
import Testing

/// The cases by keys: what is due, and what is done about it.
@Suite struct CasesScreenTests {
  private func champion(_ keys: String = "k") -> Sitting {
    var sitting = Sitting(TestSchool.price, at: "09:05", opens: false, showsMorning: true)
    sitting.office.flagsAreFollowed = true
    sitting.type(.changedElsewhere)
    sitting.type(lines: keys)
    return sitting
  }

  @Test func `what is overdue stands first, then today, and the counts are in the title`() {
    let lines = champion().picture().lines
    #expect(lines[0].contains("CASES  1 overdue, 1 due today, 2 waiting"))
    #expect(lines[1].contains("Show: open") && lines[1].contains("4 cases, Tue 14 Oct"))
    #expect(lines[2].contains("OVERDUE") && lines[2].contains("Davies, Dafydd"))
    #expect(lines[3].contains("TODAY") && lines[3].contains("Iwan, Ifan"))
  }

  @Test func `Tab shows what is due, what is with you, and what is closed`() {
    var sitting = champion()
    sitting.press(.tab)
    #expect(sitting.text.contains("Show: due and overdue"))
    #expect(!sitting.text.contains("Rees, Rhys"))
    sitting.press(.tab)
    #expect(sitting.text.contains("Show: with you"))
    #expect(sitting.text.contains("Rees, Rhys") && !sitting.text.contains("Davies, Dafydd"))
    sitting.press(.tab)
    #expect(sitting.text.contains("Zeller, Amy") && !sitting.text.contains("Iwan, Ifan"))
  }

  @Test func `the next step takes words, and asks for them`() {
    var sitting = champion()
    sitting.type("n")
    #expect(sitting.text.contains("Davies, Dafydd 8B: Support"))
    sitting.type("^S")
    #expect(sitting.text.contains("say in words why, or how it went"))
    #expect(sitting.worked.isEmpty)
    sitting.type("breakfast club from Monday^S")
    #expect(
      sitting.worked == [
        Sitting.Worked(
          deed: .step(DayLine.ID(1), early: false), words: "breakfast club from Monday")
      ])
    #expect(sitting.text.contains("It is done."))
  }

  @Test func `a note says its nature, and one that nobody knows is asked for again`() {
    var sitting = champion()
    sitting.type("mnote")
    sitting.press(.tab)
    sitting.type("a bruise")
    sitting.press(.tab)
    #expect(sitting.text.contains("1 ordinary   2 safeguarding   3 health"))
    sitting.type("x^S")
    #expect(sitting.text.contains("'x' is none of them"))
    sitting.press(.backspace)
    sitting.type("s^S")
    #expect(
      sitting.worked.map(\.deed) == [
        .add(
          TestSchool.pupil(4, "Davies, Dafydd").id, DayLine.ID(1), CaseAction(.note), .safeguarding,
          on: sitting.now.date)
      ])
  }

  @Test func `a step before its time is taken by a y`() {
    var sitting = champion()
    sitting.type("n")
    sitting.type("cannot wait")
    sitting.press(.tab)
    sitting.type("y^S")
    #expect(sitting.worked.map(\.deed) == [.step(DayLine.ID(1), early: true)])
  }

  @Test func `a case stays, is snoozed, assigned and closed with its days and words`() {
    var sitting = champion()
    sitting.type("y")
    sitting.type(lines: "not yet\n+5^S")
    sitting.type("s")
    sitting.type(lines: "24 Oct\nthe clinic^S")
    sitting.type("a")
    sitting.type("hall^S")
    sitting.type("x")
    sitting.type(lines: "2fell back\n^S")
    let one = DayLine.ID(1)
    let pupil = TestSchool.form[3].pupil.id
    #expect(
      sitting.worked.map(\.deed) == [
        .stay(one, until: TestSchool.tuesday.adding(days: 7)),
        .snooze(pupil, one, until: TestSchool.tuesday.adding(days: 10)), .assign(one, to: "hall"),
        .close(one, .notImproved, back: nil),
      ])
    #expect(sitting.worked.map(\.words) == ["not yet", "the clinic", "", "fell back"])
  }

  @Test func `a meeting is arranged by the beginning of its name, and its result is said`() {
    var sitting = champion()
    sitting.type("m")
    sitting.type(lines: "panel\n\n\nthe authority\n4 Nov\n14.30\nher mother, the nurse\ny^S")
    #expect(
      sitting.worked.map(\.deed) == [
        .add(
          TestSchool.form[3].pupil.id, DayLine.ID(1),
          CaseAction(
            .panel, what: "the authority", time: TimeOfDay("14:30"),
            attending: ["her mother", "the nurse"], isPlanned: true),
          on: TestSchool.tuesday.adding(days: 21))
      ])
    sitting.press(.down)
    sitting.press(.down)
    sitting.type("r")
    #expect(sitting.text.contains("Rees, Rhys 8B: meeting of 15 Oct"))
    sitting.type(lines: "held in\nnobody came^S")
    #expect(
      sitting.worked.last?.deed == .outcome(DayLine.ID(6), CaseOutcome(.heldInAbsence)))
  }

  @Test func `what is typed and left is there again, for the same case only`() {
    var sitting = champion()
    sitting.type("n")
    sitting.type("half a th")
    sitting.press(.escape)
    sitting.type("n")
    #expect(sitting.text.contains("half a th"))
    sitting.press(.escape)
    sitting.press(.down)
    sitting.type("n")
    #expect(!sitting.text.contains("half a th"))
  }

  @Test func `a form half typed is there after a kill, and goes once saved`() {
    var sitting = champion()
    sitting.type("n")
    sitting.type("half a th")
    sitting.startAgain()
    #expect(sitting.text.contains("Half typed and kept from before: Davies, Dafydd 8B: Support"))
    sitting.type("kn")
    #expect(sitting.text.contains("half a th"))
    sitting.type("ought^S")
    #expect(sitting.worked.map(\.words) == ["half a thought"])
    #expect(sitting.forms[TestSchool.price.login]?.isEmpty == true)
  }

  @Test func `a form whose act was kept before a kill is none any more`() {
    let moment = Instant(TestSchool.tuesday, TimeOfDay(minutes: 540))
    let form = FormDraft("case step 4 1", values: ["words": "a  talk"], saving: moment)
    func book(_ pupil: Int64, _ words: String, minutes: Int = 540) -> DayBook {
      DayBook([
        DayLine(
          id: DayLine.ID(9), by: Person(TestSchool.price),
          at: Instant(TestSchool.tuesday, TimeOfDay(minutes: minutes)), pupil: Pupil.ID(pupil),
          date: TestSchool.tuesday, matter: .casework(.action(CaseAction(.call))), words: words)
      ])
    }
    let login = TestSchool.price.login
    #expect(form.isKept(in: book(4, "a talk"), by: login))
    #expect(!form.isKept(in: book(5, "a talk"), by: login), "another pupil")
    #expect(!form.isKept(in: book(4, "another talk"), by: login), "other words")
    #expect(!form.isKept(in: book(4, "a talk", minutes: 530), by: login), "before it was saved")
    #expect(!form.isKept(in: book(4, "a talk"), by: "hall"), "by somebody else")
  }

  @Test func `a refusal stands on the message line, and nothing typed is lost`() {
    var sitting = champion()
    sitting.isDiskFull = true
    sitting.type("n")
    sitting.type("a talk^S")
    #expect(sitting.text.contains("the disk is full"))
    #expect(sitting.text.contains("a talk"))
  }

  @Test func `c in the flags opens a case, or goes to the one that is open`() {
    var sitting = champion("")
    sitting.press(.down)
    sitting.press(.down)
    sitting.press(.down)
    sitting.press(.down)
    sitting.type("c")
    #expect(sitting.text.contains("Zeller, Amy 7A: a new case"))
    sitting.type(lines: "1\nthird time^S")
    #expect(
      sitting.worked == [
        Sitting.Worked(
          deed: .open(TestSchool.form[26].pupil.id, ladder: "absence", owner: ""),
          words: "third time")
      ])
    sitting.press(.up)
    sitting.press(.up)
    sitting.type("c")
    #expect(sitting.picture().lines[3].hasPrefix("> TODAY"))
  }

  @Test func `whoever is left for later is left out of the flags until z shows them`() {
    var sitting = champion("")
    #expect(!sitting.text.contains("Obi, Olu"))
    sitting.type("z")
    #expect(sitting.text.contains("Obi, Olu") && sitting.text.contains("z 30 Oct"))
  }

  @Test func `every line about a case is read in the whole of the screen`() {
    var sitting = champion("ke")
    #expect(sitting.text.contains("opened on absence, for persistent-absence 14/62"))
    #expect(sitting.text.contains("spoke with both parents"))
    sitting.press(.escape)
    #expect(sitting.text.contains("OVERDUE"))
  }

  @Test func `the pupil's page has the pupil's cases by one key`() {
    var sitting = champion("")
    sitting.press(.enter)
    sitting.type("k")
    #expect(sitting.picture().lines[0].contains("CASES  Davies, Dafydd"))
    #expect(!sitting.text.contains("Iwan, Ifan"))
  }

  @Test func `a note about a pupil is written on the pupil's year, without a case`() {
    var sitting = champion("")
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
    sitting.type("m")
    #expect(sitting.text.contains("Davies, Dafydd 8B: a note"))
    sitting.type("^S")
    #expect(sitting.text.contains("say in words why, or how it went"))
    sitting.type("an inhaler is kept in the office")
    sitting.press(.tab)
    sitting.type("h^S")
    #expect(
      sitting.worked == [
        Sitting.Worked(
          deed: .add(
            TestSchool.pupil(4, "Davies, Dafydd").id, nil, CaseAction(.note), .health,
            on: sitting.now.date),
          words: "an inhaler is kept in the office")
      ])
    #expect(sitting.text.contains("It is done."))
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
  }
}
