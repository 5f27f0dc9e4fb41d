import Attendance
import Policies
@testable import Screens
import Terminal
import Testing

/// A pupil's year on one screen.
@Suite struct YearMapTests {
  private let large = Size(rows: 14, columns: 40)

  /// A year from the last week of August in which these codes stand on the first days of October.
  private func year(_ marks: [String]) -> PupilYear {
    let year = SchoolYear(startYear: 2025)
    var codes = [String](repeating: "", count: year.days * 2)
    var meets = [Bool](repeating: false, count: year.days * 2)
    for cell in codes.indices {
      let date = YearSheet.session(at: cell, in: year).date
      meets[cell] = !date.weekday.isWeekend && (date.month != 8 || date.day >= 28)
    }
    let first = SchoolDate("2025-10-06").flatMap { YearSheet.cell(of: Session($0, .am), in: year) }
    for (index, code) in marks.enumerated() { codes[(first ?? 0) + index] = code }
    return PupilYear(
      pupil: TestSchool.pupil(1, "Rees, Rhys"), group: "8B", year: year, codes: codes,
      meets: meets, tally: Tally(attended: 1, authorised: 0, unauthorised: 0),
      relations: [.ownGroups])
  }

  private func lines(_ year: PupilYear, _ size: Size) -> [String] {
    var canvas = Canvas(size: size)
    YearMap(year, TestSchool.morning, TestSchool.policy.codes).draw(on: &canvas)
    return canvas.lines
  }

  @Test func `every month that has its weeks has its name, also after an August of one week`() {
    let months = lines(year(["/"]), Size(rows: 20, columns: 100))[0]
    #expect(
      months.split(separator: " ").prefix(11)
        == ["Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"])
  }

  @Test func `codes of one letter and a digit are told apart on the map and in its key`() {
    let marks = ["C", "C2", "C1", "Y4", "Y1", "J1", "2"]
    let picture = lines(year(marks), Size(rows: 20, columns: 100))
    let column = 7 + 6
    let signs = (1...7).map { String(Array(picture[$0])[column]) }
    #expect(Set(signs).count == marks.count, "\(signs)")
    #expect(signs[0] == "C")
    for (sign, code) in zip(signs, marks) where code.count == 2 {
      #expect(picture.contains { $0.contains("\(sign) \(code) ") })
    }
  }

  @Test func `a meaning that is cut says so, and stands whole where there is room`() {
    let wide = lines(year(["C2", "C2"]), Size(rows: 20, columns: 110))
    #expect(wide.contains { $0.contains("2 C2 Leave under a part-time timetable") })
    let narrow = lines(year(["C2", "C2"]), Size(rows: 20, columns: 80))
    #expect(narrow.contains { $0.contains("2 C2 Leave") && $0.contains("... 2") })
  }

  @Test func `without room beside the map its key stands below`() {
    let picture = lines(year(["C2", "N", "C2"]), Size(rows: 14, columns: 60))
    #expect(picture[12].hasPrefix(" 2 C2 Leave under a part-time timetable: 2; N "))
    let short = lines(year(["C2", "N", "C2", "I", "M", "L"]), Size(rows: 13, columns: 60))
    #expect(short[12] == " 2 C2: 2; I: 1; L: 1; M: 1; N: 1; - no school")
  }

  @Test func `the pupil's name stays in the title at every size that has room for it`() {
    for practice in [false, true] {
      var sitting = Sitting(practice: practice, size: large)
      sitting.type("4")
      sitting.press(.enter)
      #expect(sitting.picture(large).lines[0].contains("Davies, Dafydd"))
      var office = Sitting(TestSchool.hall, practice: practice, size: large)
      office.type("4^O")
      #expect(office.picture(large).lines[0].contains("Davies, Dafydd"))
      let small = sitting.picture(Size(rows: 5, columns: 20)).lines[0]
      #expect(small.hasPrefix(practice ? "Davies, " : "Davies, Dafydd"))
    }
  }
}
