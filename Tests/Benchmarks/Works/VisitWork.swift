import Glibc
import TerminalTesting

/// What the app holds after every screen was seen, and what it does while nobody does anything.
struct VisitWork {
  private let school: BenchmarkSchool
  private static let (escape, enter) = ("\u{1B}", "\r")

  init(_ school: BenchmarkSchool) { self.school = school }

  /// The keys that lead the office through every screen of its morning.
  private static let morning = [
    "\u{1B}OB", "n", "a", escape, "l", "a", enter, escape, escape, "?", escape,
  ]
  /// The keys that lead through every other screen, from today's registers and back.
  private static let visits =
    help + register + earlier + year + find + days
  private static let help = ["?", escape, ":", escape]
  private static let register = [
    enter, "\u{1B}OB", "\u{7}", "\u{7}", "\u{16}", "\u{16}", "*", escape, "'", escape,
  ]
  private static let earlier = ["[", "\u{0F}", escape, escape]
  private static let year = [enter, "t", "t", enter, escape, escape, escape]
  private static let find = ["/", "a", enter, escape, escape]
  private static let days = ["[", "]", "\u{1B}[6~", "\u{1B}[6~"]

  func measure() throws -> [Line] {
    let desk = try school.desk(as: "office")
    guard desk.wait(until: { $0.contains("THIS MORNING") }) else {
      throw Child.Failure(description: "the office does not see its morning:\n\(desk.text)")
    }
    for key in Self.morning { desk.press(key) }
    desk.press("r")
    guard desk.wait(until: { $0.contains("Taken 0 of") }) else {
      throw Child.Failure(description: "the office does not see the day:\n\(desk.text)")
    }
    for key in Self.visits { desk.press(key) }
    let memory = desk.status("VmRSS").flatMap { Double($0) }.map { $0 / 1024 } ?? .nan
    let (bytes, switches) = (desk.received.count, wakeUps(of: desk))
    let seconds = 10.0
    desk.listen(seconds: seconds)
    let (sent, woken) = (desk.received.count - bytes, wakeUps(of: desk) - switches)
    return [
      Line(
        work: "memory after every screen", budget: "40 MB", measured: "\(Int(memory + 0.5)) MB",
        kept: memory <= 40),
      Line(
        work: "idle for \(Int(seconds)) s", budget: "0 bytes, 0 wake-ups",
        measured: "\(sent) bytes, \(woken) wake-ups", kept: sent == 0 && woken == 0),
    ]
  }

  /// How often the program's threads have gone to sleep: once for every time they were woken.
  private func wakeUps(of desk: PseudoTerminal) -> Int {
    desk.status("voluntary_ctxt_switches").flatMap { Int($0) } ?? 0
  }
}
