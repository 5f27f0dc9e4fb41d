import Attendance
@testable import Policies
import Screens

extension TestOffice {
  /// Cases of pupils of the form, made from lines as the day book holds them.
  static let someCases: [DayLine] = {
    let today = TestSchool.tuesday
    let officer = CaseOwner(role: "attendance_officer")
    let price = CaseOwner(role: "champion", login: "price")
    func line(
      _ number: Int64, _ place: Int, _ ago: Int, about: Int64? = nil, _ work: Casework,
      _ words: String
    ) -> DayLine {
      DayLine(
        id: DayLine.ID(number), by: Person(TestSchool.price),
        at: Instant(today.adding(days: -max(ago, 0)), TestSchool.time("15:10")),
        pupil: TestSchool.form[place].pupil.id, date: today.adding(days: -ago),
        about: about.map(DayLine.ID.init), matter: .casework(work), words: words)
    }
    func opened(_ due: Int?, _ owner: CaseOwner) -> Casework {
      .opened(
        CaseOpening(
          ladder: "absence", flag: "persistent-absence", value: "14/62",
          due: due.map { today.adding(days: $0) }, owner: owner))
    }
    func took(_ step: Int, _ name: String, _ due: Int, _ owner: CaseOwner) -> Casework {
      .turned(
        CaseTurn(
          .took, step: step, name: name, due: today.adding(days: due), owner: owner,
          progress: BeforeAndSince(
            before: BeforeAndSince.Part(30, of: 40), since: BeforeAndSince.Part(18, of: 22))))
    }
    return [
      line(1, 3, 21, opened(-21, price), "her mother asked for help"),
      line(2, 3, 20, about: 1, took(0, "Contact", -4, officer), "spoke with both parents"),
      line(3, 8, 7, opened(0, price), ""),
      line(4, 17, 30, opened(-30, officer), "a third term of it"),
      line(5, 17, 28, about: 4, took(0, "Contact", 10, price), "they did not come"),
      line(
        6, 17, -1, about: 4,
        .action(
          CaseAction(
            .meeting, time: TestSchool.time("15:30"), attending: ["his father"], isPlanned: true)),
        ""),
      line(7, 14, 12, opened(-12, officer), "every Monday"),
      line(
        8, 14, 11, about: 7, .snoozed(Snooze(until: today.adding(days: 16), flags: ["pattern"])),
        "the clinic writes in two weeks"),
      line(9, 26, 40, opened(-40, officer), "new to the school"),
      line(
        10, 26, 2, about: 9, .closed(CaseClosing(.improved, back: today.adding(days: 40))),
        "in every day since"),
    ]
  }()

  /// What the champion's desk answers of the cases.
  func cases(_ pupils: [Pupil]) -> CaseBoard {
    let book = DayBook(caseLines)
    let hold = Hold(
      .bereavement, from: TestSchool.tuesday, until: TestSchool.tuesday.adding(days: 9))
    return CaseBoard(
      on: TestSchool.tuesday,
      book.cases.inOrder(on: TestSchool.tuesday).compactMap { one in
        guard let pupil = pupils.first(where: { $0.id == one.pupil }),
          let ladder = TestSchool.policy.ladder(one.opening.ladder)
        else { return nil }
        let steps = ladder.steps
        return CaseBoard.Row(
          one, of: pupil, form: "8B", ladder: ladder.name,
          next: steps.indices.contains(one.step + 1) ? steps[one.step + 1] : nil,
          owner: one.owner.login.isEmpty ? "attendance officer" : "S. Price",
          isMine: one.owner.login == "price",
          review: one.lastTurn?.turn.progress.map {
            CaseReview($0, on: ladder, of: TestSchool.policy)
          }, hold: one.id == DayLine.ID(4) ? hold : nil, lines: [one.line] + one.lines,
          takenBack: [])
      })
  }
}
