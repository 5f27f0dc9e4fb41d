import TerminalTesting

/// From a key to the last byte of what it paints: marks, with the draft synced, and moves.
struct KeysWork {
  private let school: BenchmarkSchool

  init(_ school: BenchmarkSchool) { self.school = school }

  func measure() throws -> [Line] {
    let desk = try school.tutor(of: "8B")
    desk.listen(seconds: 0.2)
    var (marks, moves) = (Stroke(), Stroke())
    let down = "\u{1B}OB"
    for round in 0..<500 {
      if round % 15 == 0 { desk.press("\u{1B}OH") }
      marks.add(desk.press(["N", "L", " "][round / 15 % 3]))
      moves.add(desk.press(down))
    }
    var repaint = Stroke()
    for _ in 0..<10 { repaint.add(desk.press("\u{0C}")) }
    var escape = Stroke()
    for _ in 0..<20 {
      desk.press("?")
      escape.add(desk.press("\u{1B}"))
    }
    return [
      Line(
        work: "key to paint, draft synced, 500 marks", budget: "5 ms, p99 16 ms",
        measured: "\(marks.seconds.median.time), p99 \(marks.seconds.percentile(99).time)",
        kept: marks.seconds.median <= 0.005 && marks.seconds.percentile(99) <= 0.016),
      Line(
        work: "bytes per mark, and per move", budget: "200, and 150",
        measured: "\(Int(marks.bytes.median)), and \(Int(moves.bytes.median))",
        kept: marks.bytes.median <= 200 && moves.bytes.median <= 150),
      Line(
        work: "full repaint", budget: "4,000 bytes", measured: "\(Int(repaint.bytes.median)) bytes",
        kept: repaint.bytes.median <= 4000),
      Line(
        work: "`Esc` to paint", budget: "50 ms", measured: escape.seconds.median.time,
        kept: escape.seconds.median <= 0.050),
    ]
  }
}

/// What keys of one kind took.
struct Stroke {
  private(set) var seconds = Samples()
  private(set) var bytes = Samples()

  mutating func add(_ stroke: (seconds: Double, bytes: Int)) {
    // A key that paints nothing says nothing of painting.
    guard stroke.bytes > 0 else { return }
    seconds.add(stroke.seconds)
    bytes.add(Double(stroke.bytes))
  }
}

extension PseudoTerminal {
  /// Types a key and gives the time to the last byte it paints, and how many there are.
  @discardableResult
  func press(_ key: String) -> (seconds: Double, bytes: Int) {
    let before = received.count
    let start = Clock.seconds
    type(key)
    _ = wait(seconds: 0.3) { $0.received.count > before }
    // The paint is over when nothing more comes for a while.
    while true {
      let count = received.count
      listen(seconds: 0.01)
      if received.count == count { break }
    }
    return (heardAt - start, received.count - before)
  }
}
