import Terminal
import Testing

@testable import Screens

/// Names of people that are longer than their place.
@Suite struct CutNameTests {
  @Test(arguments: [
    ("Mr Bartholomew Featherstone", 27, "Mr Bartholomew Featherstone"),
    ("Mr Bartholomew Featherstone", 20, "Mr B Featherstone"),
    ("Mr Bartholomew Featherstone", 16, "Mr Featherstone"),
    ("Mr Bartholomew Featherstone", 12, "Featherstone"),
    ("Mr Bartholomew Featherstone", 9, "Feathe..."),
    ("BARRED: Mr Barred", 16, "BARRED: Barred"),
    ("BARRED: Mr Bartholomew Featherstone", 25, "BARRED: Mr B Featherstone"),
    ("LEAD ONLY: Mrs Ann Featherstone", 23, "LEAD ONLY: Featherstone"),
    ("Featherstonehaugh, Bartholomew", 22, "Feathers., Bartholomew"),
    ("Rees, Rhys", 22, "Rees, Rhys"), ("8B", 2, "8B"), ("Cholmondeley", 8, "Cholm..."),
  ])
  func `a warning and the surname outlast the forenames, and on a register the forename`(
    name: String, columns: Int, cut: String
  ) {
    #expect(name.cutName(to: columns) == cut)
  }

  @Test(arguments: [40, 60, 80])
  func `a barred contact is named as barred, with the surname, at every width`(columns: Int) {
    var sitting = Sitting(TestSchool.hall, at: "10:10", opens: false, showsMorning: true)
    sitting.type("/rees")
    sitting.press(.enter)
    sitting.type("c")
    let lines = sitting.picture(.init(rows: 14, columns: columns)).lines
    #expect(lines.contains { $0.contains("BARRED:") && $0.contains("Barred") }, "\(lines)")
  }
}
