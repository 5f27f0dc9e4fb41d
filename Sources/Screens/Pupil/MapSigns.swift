import Attendance
import Terminal

/// The signs that stand for the codes of a year on its map, each one column wide.
///
/// A code of one letter stands for itself. One of two, as `C2`, has its digit, so that it is told
/// apart from `C`; where another code has that already, the next sign that is free.
struct MapSigns: Hashable, Sendable {
  /// What a sign means, and how often it stands.
  struct Line: Hashable, Sendable {
    let sign: String
    let code: String
    let meaning: String
    let count: Int

    /// The sign, and the code it stands for where that is another: `2 C2`.
    var key: String { sign == code ? sign : code.columns > 1 ? "\(sign) \(code)" : sign }
  }

  /// Every sign of the year, most often first.
  let lines: [Line]
  private let signs: [String: String]

  init(of year: PupilYear, _ codes: CodeBook) {
    var counts: [String: Int] = [:]
    var latest: [String: SchoolDate] = [:]
    for (cell, code) in year.codes.enumerated() where !code.isEmpty {
      let session = YearSheet.session(at: cell, in: year.year)
      let counted = code == codes.present(at: session.half) ? "." : code
      counts[counted, default: 0] += 1
      latest[counted] = session.date
    }
    let signs = Self.signs(for: counts.keys.sorted())
    self.signs = signs
    lines = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
      let meaning = latest[code].flatMap { codes.code(code, on: $0)?.meaning } ?? ""
      return Line(
        sign: signs[code] ?? code, code: code, meaning: code == "." ? "Present" : meaning,
        count: count)
    }
  }

  /// The columns of the longest key.
  var keyWidth: Int { lines.map(\.key.columns).max() ?? 1 }

  /// The sign of a code other than present.
  func sign(of code: String) -> String { signs[code] ?? code }

  private static func signs(for codes: [String]) -> [String: String] {
    var signs: [String: String] = [:]
    var used: Set<String> = ["-"]
    for code in codes where code.columns == 1 {
      signs[code] = code
      used.insert(code)
    }
    for code in codes where code.columns > 1 {
      let wanted = [String(code.suffix(1)), code.prefix(1).lowercased()]
      let free = (wanted + "1234567890abcdefghijklmnopqrstuvwxyz".map(String.init)).first {
        !used.contains($0)
      }
      signs[code] = free ?? code
      used.insert(free ?? code)
    }
    return signs
  }
}
