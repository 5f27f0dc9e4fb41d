import Attendance
import Policies
import Screens

extension TestOffice {
  /// What a closure of the form comes to, of whom one is marked already and one is expected away.
  func closing(_ words: ClosureWords, by person: Person, now: Instant) -> Answer {
    let members = TestSchool.form.map { row in
      Roll.Member(
        pupil: row.pupil,
        enrolment: Enrolment(
          id: Enrolment.ID(row.pupil.id.number), pupil: row.pupil.id,
          starts: TestSchool.tuesday.adding(days: -400)),
        particulars: Particulars(
          from: TestSchool.tuesday.adding(days: -400), yearGroup: .reception, group: "8B",
          campus: "Abbey"))
    }
    let first = members[0].pupil
    let mark = TestSchool.standing(
      first, "/", by: TestSchool.owen, at: TestSchool.at("08:45"), id: 1)
    let sessions = [words.from, words.through].compactMap(\.self).map { session in
      ClosureSession(
        session, due: ["8B": members], taken: ["8B"],
        standing: session.half == .am ? [first.id: mark.entry] : [:],
        expected: [members[1].pupil.id: "I"])
    }
    do {
      let scope =
        words.part == nil
        ? ClosureScope()
        : words.part == .groups
          ? ClosureScope(groups: [words.names]) : ClosureScope(campus: "Abbey")
      let closing = try Closing(
        ClosureAnswers(
          words.extent, scope: scope, from: words.from ?? TestSchool.morning,
          through: words.through ?? TestSchool.morning, reason: words.reason,
          decided: words.decided),
        sessions, codes: TestSchool.policy.codes, by: person, now: now)
      return .closing(closing, inWords: closing.inWords { "\($0.number)" })
    } catch {
      return .unavailable("\(error)")
    }
  }

  /// What taking a closure of one mark back comes to.
  func reopening(_ line: DayLine.ID, _ why: String, by person: Person, now: Instant) -> Answer {
    let entry = TestSchool.standing(
      TestSchool.form[0].pupil, "Y4", by: TestSchool.hall, at: TestSchool.at("07:10"), id: 9
    ).entry
    return .reopening(
      line,
      Reopening(
        of: line, [entry], standing: [entry.id: entry], replaced: [:], because: why, by: person,
        now: now))
  }

  /// A trip, an exam hall and a provider.
  static let trips: AwayDay = {
    let pupils = TestSchool.form.map(\.pupil)
    let afternoon = Session(TestSchool.tuesday, .pm)
    func listed(_ list: AwayList, _ line: Int64) -> AwayDay.Place.Listed {
      AwayDay.Place.Listed(DayLine.ID(line), list)
    }
    return AwayDay(
      [
        AwayDay.Place(
          "Museum trip",
          list: listed(
            AwayList(
              name: "Museum trip", leader: "owen", from: TestSchool.morning, through: afternoon,
              code: "V", nature: "History", place: "City museum"), 20),
          at: TestSchool.morning,
          members: (0..<9).map {
            AwayDay.Member(pupils[$0], form: "8B", state: $0 < 2 ? "confirmed" : "expected")
          }),
        AwayDay.Place(
          "Exam hall",
          list: listed(
            AwayList(name: "Exam hall", from: afternoon, through: afternoon, place: "Hall"), 21),
          at: afternoon, members: [AwayDay.Member(pupils[9], form: "8B", state: "on site")],
          isOffSite: false),
        AwayDay.Place(
          "Riverside College", at: TestSchool.morning,
          members: [AwayDay.Member(pupils[10], form: "8B", state: "not there")]),
      ], earlier: Session(TestSchool.tuesday.adding(days: -1), .pm))
  }()
}
