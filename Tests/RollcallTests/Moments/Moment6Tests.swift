import TerminalTesting
import Testing

/// Moment 6: "she was in", answered from the pupil's day on one page (U39).
@Suite struct Moment6Tests {
  @Test
  func `moment 6: "she was in" is answered by a name and two keys: plan, marks, arrival, calls`()
    throws
  {
    let form = try FormOfThirty()
    let pupil = FormOfThirty.pupil(7)
    try form.school.succeed([
      "import", "contacts",
      form.school.file(
        "contacts.csv",
        "upn,priority,name,relationship,phone\n\(pupil.upn),1,Mrs Grey,mother,01530 000001\n"),
    ])
    try form.school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "7 N\n=\nsubmit\n",
      at: "2026-03-20T08:45")
    _ = try form.office(
      "attempt", pupil.upn, "--contact", "1", "--outcome", "no answer", at: "09:10")
    _ = try form.office("arrive", pupil.upn, "--reason", "overslept", at: "09:30")
    // A call after the morning's hour is taken all the same, with a word about it.
    let call = try form.school.run(
      [
        "call", pupil.upn, "--caller", "Mrs Grey", "--words", "she was in today", "--as", "hall",
      ], at: "2026-03-20T15:05")
    #expect(call.status == 0)

    let desk = try form.open(as: "hall", at: "15:06", until: "THIS MORNING")
    desk.type("/\(pupil.surname)")
    #expect(desk.wait { $0.contains("\(pupil.surname), Zed") }, "\(desk.text)")
    desk.type("\r")
    #expect(desk.wait { $0.contains("PUPIL") }, "\(desk.text)")
    desk.type("d")
    // One page, oldest first: marked N, a try at the mother, the arrival with its U, the call.
    let order = ["AM N", "no answer: Mrs Grey", "AM U", "she was in today"]
    #expect(desk.wait { desk in order.allSatisfy { desk.contains($0) } }, "\(desk.text)")
    #expect(desk.wait { $0.contains("overslept") && $0.contains("09:30") }, "\(desk.text)")
    let places = order.map { words in desk.lines.firstIndex { $0.contains(words) } ?? -1 }
    #expect(places == places.sorted(), "\(desk.text)")
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
  }
}
