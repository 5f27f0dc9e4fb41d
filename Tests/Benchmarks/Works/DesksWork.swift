import Attendance
import Storage
import TerminalTesting

/// Twenty desks, each a process with a register of thirty, submit at the same moment.
struct DesksWork {
  private let school: BenchmarkSchool

  init(_ school: BenchmarkSchool) { self.school = school }

  func measure() throws -> Line {
    let forms = SchoolFiles.forms.filter { !$0.hasSuffix("N") }.prefix(20)
    let desks = try forms.map { try school.tutor(of: $0) }
    for desk in desks {
      desk.type("=")
      guard desk.wait(until: { $0.contains("Blank 0") }) else {
        throw Child.Failure(description: "the register is not filled:\n\(desk.text)")
      }
    }
    for desk in desks { desk.drain() }
    let start = Clock.seconds
    for desk in desks { desk.type("\u{13}") }
    var times = Samples()
    var waiting = desks
    while !waiting.isEmpty, Clock.seconds - start < PseudoTerminal.patience {
      waiting.removeAll { desk in
        let count = desk.received.count
        desk.drain()
        guard desk.received.count > count, desk.contains("[SUBMITTED") else { return false }
        times.add(desk.heardAt - start)
        return true
      }
    }
    let kept = try marksKept(of: forms)
    let isWhole = kept == forms.count * 30 && waiting.isEmpty
    return Line(
      work: "20 desks submitting at the same moment",
      budget: "all kept, none refused, slowest 500 ms",
      measured: "\(kept) of \(forms.count * 30) marks kept, \(waiting.count) refused, "
        + "slowest \(times.highest.time)",
      kept: isWhole && times.highest <= 0.5)
  }

  private func marksKept(of forms: some Sequence<String>) throws -> Int {
    let store = try SchoolFolder(school.folder).open()
    let session = Session(BenchmarkSchool.today, .am)
    return try forms.reduce(0) { sum, form in
      let pupils = try store.members(of: form, at: session).map(\.pupil.id)
      return sum + (try store.standing(of: pupils, at: session, asAt: nil).count)
    }
  }
}
