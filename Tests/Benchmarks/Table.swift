import Foundation

/// One work with its budget and what was measured.
struct Line {
  let work: String
  let budget: String
  let measured: String
  var ratio = ""
  /// Whether the budget is kept; nil where it cannot be said.
  let kept: Bool?
}

/// What all works came to, as the README shows it.
struct Table: CustomStringConvertible {
  private var lines: [Line] = []

  mutating func add(_ line: Line) {
    lines.append(line)
    Benchmarks.say("\(line.work): \(line.measured)\(line.ratio.isEmpty ? "" : "; \(line.ratio)")")
  }

  var description: String {
    let header = "| Work | Budget | Measured | Ratio | Kept |\n|---|---|---|---|---|\n"
    return header
      + lines.map { line in
        let kept = line.kept.map { $0 ? "yes" : "NO" } ?? "not known"
        return "| \(line.work) | \(line.budget) | \(line.measured) | \(line.ratio) | \(kept) |"
      }.joined(separator: "\n")
  }
}

extension Double {
  /// Seconds in words: `12.3 ms`, or `2.41 s` from one second on.
  var time: String {
    self < 1 ? String(format: "%.1f ms", self * 1000) : String(format: "%.2f s", self)
  }

  /// How many times as much: `1.23`.
  var times: String { String(format: "%.2f", self) }
}
