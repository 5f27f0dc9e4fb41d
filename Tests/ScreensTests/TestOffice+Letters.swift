import Attendance
import Policies
import Screens

extension TestOffice {
  /// What the letter desk answers.
  func answer(_ question: LetterQuestion, _ pupils: [Pupil], _ now: Instant) -> Answer {
    switch question {
    case .board(let id):
      pupils.first { $0.id == id }.map { .letters(.board(board(of: $0))) }
        ?? .unavailable("This pupil is not on roll.")
    case .letter(let order):
      pupils.first { $0.id == order.pupil }.map { letter(order, about: $0, now) }
        ?? .unavailable("This pupil is not on roll.")
    case .page(let id):
      pupils.first { $0.id == id }.map { .letters(.page(Self.page(of: $0))) }
        ?? .unavailable("This pupil is not on roll.")
    }
  }

  private func board(of pupil: Pupil) -> LetterBoard {
    let rows = TestSchool.policy.letters.map { letter in
      LetterBoard.Row(
        letter, because: leading[letter.id] ?? [],
        bar: letter.id.hasPrefix("leave-a") || letter.id.hasPrefix("leave-ref")
          ? "'\(letter.id)' belongs to a request for leave; make it there" : nil)
    }
    return LetterBoard(of: pupil, form: "8B", rows: rows)
  }

  private static func gaps(of letter: String) -> [LetterGap] {
    guard letter == "contract-meeting" else { return [] }
    return [
      LetterGap("meeting_date", label: "the day of the meeting", .day, isNeeded: true),
      LetterGap("meeting_time", label: "the time of the meeting", .time, isNeeded: true),
      LetterGap("meeting_with", label: "who comes to the meeting", .words, isNeeded: false),
    ]
  }

  private func letter(_ order: LetterOrder, about pupil: Pupil, _ now: Instant) -> Answer {
    guard let letter = TestSchool.policy.letter(order.letter) else {
      return .unavailable("The policy names no such letter.")
    }
    if letter.id == "notice-to-improve" {
      return .unavailable(
        "no notice rests on N: for 1 of these sessions the reason is not known (Tue 14 Oct AM); "
          + "settle them first")
    }
    let surname = pupil.name.surname
    let contacts = contacts.enumerated().map { index, title in
      Contact(pupil: pupil.id, priority: index + 1, name: "\(title) \(surname)")
    }
    var order = order
    order.contact = order.contact ?? contacts.first
    let gaps = Self.gaps(of: letter.id)
    let isWhole = gaps.allSatisfy { !$0.isNeeded || order.given[$0.name] != nil }
    let given = order.given.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)." }
    let lines = (1...20).map { "Line \($0)." }
    let isMade = acts.flatMap(\.lines).contains {
      $0.matter == .paper(Paper(letter.id, to: order.contact?.name ?? ""))
    }
    return .letters(
      .letter(
        PupilLetter(
          order, named: "\(pupil.name.onRegister) 8B", letter: letter, contacts: contacts,
          gaps: gaps,
          words: isWhole
            ? (["Dear \(order.contact?.name ?? ""),", ""] + given + lines).joined(
              separator: "\n") : nil,
          isMadeToday: isMade)))
  }

  /// The page of a pupil who has missed seven days of the first 31.
  static func page(of pupil: Pupil) -> ParentPage {
    let year = SchoolYear(startYear: 2025)
    let first = TestSchool.tuesday.adding(days: -42)
    let calendar = SchoolCalendar([
      CalendarYear(
        year: year, terms: [Term(name: "Year", starts: first, ends: first.adding(days: 300))],
        closures: [])
    ])
    let time = SchoolTime(calendar)
    let end = time.end(of: TestSchool.tuesday)
    let words = time.sessions.indices.map { place -> UInt32 in
      if place >= end { return MarkLine.due }
      let isMissed = (10..<24).contains(place)
      return MarkLine.due | MarkLine.marked | (isMissed ? 0b010 : MarkLine.attended)
    }
    let forecast = Forecast(
      MarkLine(pupil: pupil.id, base: 0, words: words), over: time, on: TestSchool.tuesday,
      under: TestSchool.policy)
    return ParentPage(
      of: pupil, form: "8B", school: TestSchool.policy.school.name,
      now: ParentPage.Year(forecast.tally, from: first, through: TestSchool.tuesday),
      before: ParentPage.Year(
        Tally(attended: 60, authorised: 2, unauthorised: 0), from: first.adding(days: -365),
        through: TestSchool.tuesday.adding(days: -365)), partTime: 0, unexplained: 1,
      forecast: forecast, lateness: ParentPage.Lateness([7, 12, nil]))
  }
}
