import TerminalTesting
import Testing

/// Two office desks and the tutor at one pupil at once: three programs, nothing lost, each sees the
/// others' acts.
@Suite struct ThreeDesksTests {
  private let pupil = FormOfThirty.pupil(7)

  @Test func `three desks act on one pupil at once: every act is kept and seen by the others`()
    throws
  {
    let form = try FormOfThirty()
    try form.school.succeed([
      "import", "contacts",
      form.school.file(
        "contacts.csv",
        "upn,priority,name,relationship,phone\n\(pupil.upn),1,Mrs Grey,mother,01530 000001\n"),
    ])
    try form.school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "7 N\n=\nsubmit\n",
      at: "2026-03-20T08:40")
    let one = try form.open(as: "hall", at: "08:50", until: "Unexplained 1")
    let two = try form.open(as: "dale", at: "08:50", until: "Unexplained 1")
    let tutor = try PseudoTerminal(
      "rollcall", ["take", "8B", "--data", form.school.folder, "--as", "owen"],
      environment: ["ROLLCALL_NOW": "2026-03-20T08:50"])
    #expect(tutor.wait { $0.contains("[SUBMITTED 08:40 by you]") && $0.contains("? help") })

    // Each of them begins before any has finished: a try at the mother, a message from her, and the
    // boy himself at the door.
    one.type("a1")
    two.type("n")
    tutor.type("7/")
    #expect(one.wait { $0.contains("1 spoke") }, "\(one.text)")
    #expect(two.wait { $0.contains("New message") }, "\(two.text)")
    one.type("3")
    two.type("\(pupil.surname)\r")
    #expect(two.wait { $0.contains("1 Mrs Grey, mother") }, "\(two.text)")
    two.type("\rhe is on his way\r")
    #expect(one.wait { $0.contains("Noted 08:5") && $0.contains("no answer") }, "\(one.text)")
    #expect(tutor.wait { $0.contains("1 change not sent") }, "\(tutor.text)")
    two.type("\u{13}")
    #expect(two.wait { $0.contains("Logged 08:5") }, "\(two.text)")
    tutor.type("\u{13}")
    #expect(tutor.wait { $0.contains("30 present, 0 late, 0 absent.") }, "\(tutor.text)")

    // Each sees what the others did.
    #expect(one.wait { $0.contains("Unexplained 0") }, "\(one.text)")
    two.type("\u{1B}")
    #expect(two.wait { $0.contains("THIS MORNING") && $0.contains("Unexplained 0") }, "\(two.text)")

    // Nothing is lost: both marks, the try and the message stand in the boy's day.
    let day = try form.office("timeline", pupil.upn).dropFirst().joined(separator: "\n")
    for words in ["no answer", "he is on his way", "AM N", "AM /"] {
      #expect(day.contains(words), "\(words):\n\(day)")
    }
    let history = try form.office("history", pupil.upn).dropFirst()
    #expect(
      history.map { $0.split(separator: ",", omittingEmptySubsequences: false)[3] } == ["N", "/"])
    for desk in [one, two, tutor] {
      desk.type("\u{11}")
      #expect(desk.waitForEnd() == .exited(0))
    }
    #expect(try form.isSound())
  }

  @Test func `two desks explain one N at once: one reason stands, and both messages are kept`()
    throws
  {
    let form = try FormOfThirty()
    try form.school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "7 N\n=\nsubmit\n",
      at: "2026-03-20T08:40")
    let desks = try ["hall", "dale"].map {
      try form.open(as: $0, at: "08:50", until: "Unexplained 1")
    }
    for (desk, words) in zip(desks, ["flu", "dentist"]) {
      desk.type("n\(pupil.surname)\r\r\(words)\r")
      #expect(desk.wait { $0.contains(words) && $0.contains("1 N on record") }, "\(desk.text)")
    }
    for (desk, code) in zip(desks, ["I", "M"]) { desk.type("\(code)\r") }
    for desk in desks { desk.type("\u{13}") }
    for desk in desks { #expect(desk.wait { $0.contains("Logged 08:5") }, "\(desk.text)") }
    let messages = try form.office("call").dropFirst().joined(separator: "\n")
    #expect(messages.contains("flu") && messages.contains("dentist"), "\(messages)")
    let standing = try form.marks()[6].code
    #expect(["I", "M"].contains(standing))
    #expect(try form.office("absent", "--session", "am").count == 1)
    for desk in desks {
      desk.type("\u{11}")
      #expect(desk.waitForEnd() == .exited(0))
    }
    #expect(try form.isSound())
  }
}
