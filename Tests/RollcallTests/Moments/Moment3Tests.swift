import Glibc
import TerminalTesting
import Testing

/// Moment 3: the cable is pulled at row 20.
@Suite struct Moment3Tests {
  @Test(arguments: [SIGKILL, SIGHUP])
  func `moment 3: the cable is pulled at row 20, every mark is back, and the office saw the draft`(
    signal: Int32
  ) throws {
    let form = try FormOfThirty()
    let office = try form.open(as: "hall", at: "08:40", until: "8B AM")
    #expect(office.wait { $0.contains("30 pupils") })
    let tutor = try form.open(as: "owen", at: "08:40", until: "[NOT STARTED]")
    for row in 1...20 { tutor.type(row == 3 || row == 20 ? "N" : row == 11 ? "L" : " ") }
    #expect(tutor.wait { $0.contains("Blank 10 ") && $0.isOn(row: 21) }, "\(tutor.text)")
    #expect(office.wait { $0.contains("20 of 30 marked") }, "\(office.text)")
    tutor.signal(signal)
    #expect(tutor.waitForEnd() == (signal == SIGKILL ? .killed(signal: SIGKILL) : .exited(0)))

    // What was seen is known to the office and to a fire, though nothing was sent.
    #expect(office.wait { $0.contains("20 of 30 marked") && $0.contains("Not taken 1") })
    let fire = try form.office("onsite", at: "08:41").dropFirst()
    #expect(fire.filter { $0.hasSuffix(",seen") }.count == 18)
    #expect(fire.filter { $0.hasSuffix(",not yet marked") }.count == 10)
    #expect(try form.marks().allSatisfy { $0.code.isEmpty })

    let again = try form.open(as: "owen", at: "08:42", until: "10 still blank")
    #expect(again.wait { $0.contains("Blank 10 ") && $0.isOn(row: 21) }, "\(again.text)")
    again.type("          \u{13}")
    #expect(again.wait { $0.contains("27 present, 1 late, 2 absent.") }, "\(again.text)")
    #expect(office.wait { $0.contains("Not taken 0") && $0.contains("Unexplained 2") })
    #expect(
      try form.marks().map(\.code)
        == (1...30).map { $0 == 3 || $0 == 20 ? "N" : $0 == 11 ? "L" : "/" })
    for desk in [again, office] {
      desk.type("\u{11}")
      #expect(desk.waitForEnd() == .exited(0))
      #expect(desk.isCooked)
    }
    #expect(try form.isSound())
  }
}
