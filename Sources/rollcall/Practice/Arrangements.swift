import Attendance
import Policies

/// What is agreed or arranged for a pupil beforehand: other places, other hours, visits.
///
/// Who has which arrangement follows from the pupil's number, so that a school of any size has some
/// of each.
struct Arrangements {
  /// What is known beforehand of each session.
  private(set) var happenings: [Session: Happening] = [:]
  private let number: Int
  private let pupil: Pupil
  private let stage: YearStory.Stage

  /// The arrangements of the pupil's year.
  init(
    _ pupil: Pupil, _ enrolment: Enrolment.Kind, _ particulars: Particulars,
    on stage: YearStory.Stage
  ) {
    self.pupil = pupil
    self.stage = stage
    number = Int(pupil.id.number)
    arrangeVisits(particulars)
    arrangeOtherPlaces(particulars.yearGroup, enrolment)
    arrangeHours(particulars.yearGroup)
  }

  private mutating func arrangeVisits(_ particulars: Particulars) {
    let isInTeam = number % 40 == 3 && particulars.yearGroup.ageAtStart > 7
    for (index, date) in stage.days.enumerated() {
      let turn = stage.forms.isEmpty ? "" : stage.forms[index / 9 % stage.forms.count]
      if index % 9 == 4, turn == particulars.group, number % 2 == 0 {
        add("V", on: date, note: Self.visits[index / 9 % Self.visits.count])
      }
      if isInTeam, index % 15 == 7 { add("P", on: date, [.pm], note: "away fixture") }
      if particulars.yearGroup.ageAtStart == 14, date.month == 7, date.day < 8, number % 10 < 7 {
        add("W", on: date, note: "a week at a local employer")
      }
    }
  }

  private mutating func arrangeOtherPlaces(
    _ yearGroup: YearGroup, _ enrolment: Enrolment.Kind
  ) {
    let isOlder = yearGroup.ageAtStart >= 13
    for date in stage.days {
      switch date.weekday {
      case .friday where isOlder && number % 120 == 55:
        add("B", on: date, note: "construction skills at Merebrook College")
      case .wednesday where isOlder && number % 170 == 60:
        add("K", on: date, note: "tuition arranged by the authority")
      case .tuesday where enrolment.isDual, .thursday where enrolment.isDual:
        add("D", on: date)
      default: continue
      }
    }
  }

  private mutating func arrangeHours(_ yearGroup: YearGroup) {
    let isExamYear = yearGroup.ageAtStart == 15 || yearGroup.ageAtStart == 17
    for (index, date) in stage.days.enumerated() {
      let isCompulsory = pupil.isOfCompulsoryAge(on: date)
      let isSettlingIn = yearGroup == .reception && index < 10
      if !isCompulsory, isSettlingIn || (yearGroup.isNursery && number % 5 < 2) {
        add("X", on: date, [.pm])
      } else if isCompulsory, number % 200 == 77, isInSecondHalf(date) {
        add("C2", on: date, [.pm], note: "part-time timetable until the end of term")
      } else if isExamYear, date.month == 6, (index + number) % 3 == 0,
        isCompulsory || yearGroup.isSixthForm
      {
        add("S", on: date)
      }
    }
  }

  private func isInSecondHalf(_ date: SchoolDate) -> Bool {
    stage.terms.first { $0.contains(date) }?.half(of: date) == 2
  }

  private mutating func add(
    _ code: String, on date: SchoolDate, _ halves: [HalfDay] = HalfDay.allCases,
    note: String? = nil
  ) {
    for half in halves {
      happenings[Session(date, half)] = .known(code: code, basis: .plan, note: note)
    }
  }

  private static let visits = [
    "the museum at Oldersby", "the river, for geography", "a mill", "the theatre",
    "the science park", "a farm", "the cathedral",
  ]
}
