import Attendance
import Screens
import Terminal
import Testing

/// The day's list puts first what wants doing first, and says how each register was taken.
@Suite struct TodayTests {
  private func line(
    _ group: String, taker: String = "Mr Owen", cover: String = "", taken: String? = nil,
    seen: Observation? = nil,
    toSettle: Int = 0
  ) -> RegisterLine {
    RegisterLine(
      key: RegisterKey(group, at: TestSchool.morning), taker: taker, cover: cover, room: "12",
      pupils: 28,
      window: TestSchool.window,
      taken: taken.map {
        Submission(
          id: Submission.ID(1), kind: .taken, at: TestSchool.at($0),
          typist: Person(TestSchool.owen), observer: seen)
      }, toSettle: toSettle)
  }

  /// The office's list of these registers, line by line under the headings.
  private func list(
    _ lines: [RegisterLine], columns: Int = 80, at time: String = "09:50"
  ) -> [String] {
    var sitting = Sitting(TestSchool.hall, at: time, opens: false)
    sitting.type(.answer(.registers(DayOfRegisters(date: TestSchool.tuesday, lines: lines))))
    return sitting.picture(Size(rows: 24, columns: columns)).lines
  }

  @Test func `registers with sightings to settle stand above all others and say how many`() {
    let picture = list([
      line("7A"), line("8B", taken: "08:52"), line("8C", taken: "08:40", toSettle: 2),
    ])
    #expect(picture[1].hasSuffix("To settle 2  Taken 2 of 3"))
    #expect(picture[4].contains("8C AM       2 to settle, taken 08:40 "))
    #expect(picture[5].contains("7A AM       closed 09:05, not taken"))
    #expect(picture[6].contains("8B AM       taken 08:52 "))
  }

  @Test func `what is to settle is part of the day in a sentence, and counts as taken`() {
    var sitting = Sitting(TestSchool.hall, at: "09:50", opens: false)
    sitting.type("[")
    sitting.type(
      .answer(
        .registers(
          DayOfRegisters(
            date: TestSchool.tuesday,
            lines: [line("7A"), line("8C", taken: "08:40", toSettle: 2)]))))
    #expect(
      sitting.text.contains("1 of 2 taken, 1 overdue or closed and not taken, 2 to settle."))
  }

  @Test func `a register typed late says when it was taken and as seen when, and by whom`() {
    func at(_ time: String, _ name: String) -> Observation {
      Observation(by: name, at: TestSchool.at(time))
    }
    let picture = list([
      line("8B", taken: "09:41", seen: at("08:40", "Mr Owen")),
      line("8C", taken: "09:41", seen: at("08:45", "Ms Khan")),
    ])
    #expect(picture[4].contains("taken 09:41, as seen at 08:40 "))
    #expect(!picture[4].contains("08:40 by"))
    #expect(picture[5].contains("taken 09:41, as seen at 08:45 by"))
    let narrow = list([line("8C", taken: "09:41", seen: at("08:45", "Ms Khan"))], columns: 40)
    #expect(narrow[4] == "> 8C AM       taken 09:41, as seen at...")
  }

  @Test func `whoever took a register is named once, and by name where it was another`() {
    let picture = list([
      line("8B", taken: "08:41"), line("8C", taker: "Ms Khan", cover: "Mr Owen", taken: "08:42"),
      line("9A", taker: "Ms Khan", taken: "08:43"),
    ])
    #expect(picture[4].contains("taken 08:41  ") && picture[4].contains("Mr Owen"))
    #expect(picture[5].contains("taken 08:42  ") && picture[5].contains("cover Mr Owen"))
    #expect(picture[6].contains("taken 08:43 by Mr Owen") && picture[6].contains("Ms Khan"))
  }

  @Test func `a taker's name has the room that the states leave, and a mark where it is cut`() {
    let long = "Catarina Teixeira-Brandão de Albuquerque"
    let wide = list([line("7A", taker: "Catarina Teixeira-Brandão")])
    #expect(wide[4].contains("Catarina Teixeira-Brandão"))
    let cut = list([line("7A", taker: long)])
    #expect(cut[4].contains("Catarina Teixeira-Brand... 12"))
  }

  @Test func `on a narrow screen a state loses its time of closing before it is cut`() {
    #expect(
      list([line("7A")], columns: 40, at: "08:58")[4] == "> 7A AM       overdue, closes 09:05")
    #expect(list([line("7A")], columns: 24, at: "08:58")[4] == "> 7A AM  overdue")
    #expect(list([line("10A")], columns: 20)[4] == "> 10A AM not taken")
  }

  @Test func `whoever would cover what is covered already is told by whom`() {
    var sitting = Sitting(TestSchool.khan, at: "08:40", opens: false)
    sitting.type(
      .answer(
        .registers(
          DayOfRegisters(date: TestSchool.tuesday, lines: [line("8B", cover: "S. Kaur")]))))
    sitting.type("c")
    #expect(sitting.text.contains("8B is covered by S. Kaur. Cover it today?"))
  }

  @Test func `on a very wide screen the parts of a line stay together`() {
    let wide = list([line("7A", taker: "Catarina Teixeira-Brandão")], columns: 200)
    #expect(wide[4].hasSuffix("not taken  Catarina Teixeira-Brandão  12         28"))
  }
}
