import TerminalTesting
import Testing

/// Moment 2: a late boy mid-register, in the form room and at the office's late desk.
@Suite struct Moment2Tests {
  @Test
  func `moment 2: a boy marked N walks in mid-register, and no place is lost and nothing is asked`()
    throws
  {
    let form = try FormOfThirty()
    let tutor = try form.open(as: "owen", at: "08:40", until: "[NOT STARTED]")
    // Row 7 does not answer; the tutor has called half of the form.
    tutor.type("      N        ")
    #expect(tutor.wait { $0.contains("Blank 15 ") && $0.isOn(row: 16) }, "\(tutor.text)")
    // His number and one key; and the next name is called.
    tutor.type("7L")
    #expect(
      tutor.wait { $0.contains("Row 7 \(FormOfThirty.pupil(7).surname), Zed: L, late") },
      "\(tutor.text)")
    #expect(tutor.wait { $0.isOn(row: 16) }, "\(tutor.text)")
    tutor.type(" ")
    #expect(tutor.wait { $0.contains("Blank 14 ") && $0.isOn(row: 17) }, "\(tutor.text)")
    // A girl comes through the door as she is called: one key, and on.
    tutor.type("L")
    #expect(tutor.wait { $0.contains("Blank 13 ") && $0.isOn(row: 18) }, "\(tutor.text)")
    tutor.type("             \u{13}")
    #expect(tutor.wait { $0.contains("28 present, 2 late, 0 absent.") }, "\(tutor.text)")
    tutor.type("\u{11}")
    #expect(tutor.waitForEnd() == .exited(0))

    let marks = try form.marks()
    #expect(
      marks.map(\.code) == (1...30).map { [7, 17].contains($0) ? "L" : "/" })
    // Since the register opened at 08:35, by the clock that goes on from 08:40.
    for late in [marks[6], marks[16]] { #expect((5...8).contains(late.minutes ?? 0)) }
    #expect(try form.isSound())
  }

  @Test func `moment 2: five who come late are five lines at the late desk, typed without a pause`()
    throws
  {
    let form = try FormOfThirty()
    let rows = [3, 9, 14, 22, 30]
    try form.school.succeed(
      ["take", "8B", "--plain", "--as", "owen"],
      typing: rows.map(String.init).joined(separator: ",") + " N\n=\nsubmit\n",
      at: "2026-03-20T08:45")
    let desk = try form.open(as: "hall", at: "09:20", until: "Unexplained 5")
    desk.type("l")
    #expect(desk.wait { $0.contains("LATE DESK") })
    desk.type(rows.map { "\(FormOfThirty.pupil($0).surname)\rbus\r" }.joined())
    #expect(
      desk.wait { desk in
        rows.allSatisfy { desk.contains("\(FormOfThirty.pupil($0).surname), Zed: arrived, U, 4") }
      }, "\(desk.text)")
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("Unexplained 0") }, "\(desk.text)")
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(
      try form.marks().map(\.code) == (1...30).map { rows.contains($0) ? "U" : "/" })
    let book = try form.office("handout", "late-book").dropFirst()
    #expect(book.count == 5 && book.allSatisfy { $0.contains("bus") }, "\(book)")
    #expect(try form.isSound())
  }
}
