import Attendance
import Screens

extension TestOffice {
  /// The move of form 8B into the next year: two to decide, one who leaves, one who comes.
  static func rollover(_ pupils: [Pupil], _ office: TestOffice) -> RolloverBoard {
    var isMade = false
    if case .rollOver = office.admissionDeeds.last { isMade = true }
    let rows = pupils.enumerated().map { index, pupil -> RolloverBoard.Row in
      switch index {
      case 2, 7:
        RolloverBoard.Row(
          pupil, form: "8B", .undecided, "of compulsory school age: where do they go?")
      case 4: RolloverBoard.Row(pupil, form: "8B", .leaves, "9(1)(n) ceased to be of school age")
      case 5: RolloverBoard.Row(pupil, form: "7A", .comes, "due from Mon 7 Sep 2026")
      default: RolloverBoard.Row(pupil, form: "8B", .goesUp, "to 9B")
      }
    }
    return RolloverBoard(
      into: SchoolYear(startYear: 2026), from: SchoolDate("2026-09-07") ?? TestSchool.tuesday,
      isMade ? [] : rows, bar: isMade ? "There is nothing left that you could move" : nil,
      isMade: isMade)
  }
}
