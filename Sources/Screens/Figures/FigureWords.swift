import Attendance
import Policies

extension Tally {
  /// The attendance in words: `93.9%, 1091 of 1146 sessions`.
  var attendanceWords: String {
    guard let attendance else { return "no possible session" }
    return "\(attendance)%, \(attended) of \(possible) sessions"
  }
}

extension FigureRow {
  /// How many of the pupils are persistently absent, in words: `2 of 12 persistently absent, 16.7%`.
  var persistentWords: String? {
    guard let persistent, let pupils, let share = Share(persistent, of: pupils) else { return nil }
    return "\(persistent) of \(pupils) persistently absent, \(share)%"
  }
}

extension Benchmarks {
  /// How far attendance lies from the target and the nation, in words.
  func words(of tally: Tally) -> [String] {
    [
      points(fromTarget: tally).flatMap { points in target.map { "\(points) to the target \($0)%" }
      },
      points(fromNational: tally).flatMap { points in
        national.map { "\(points) to the national \($0.attendance)%" }
      },
    ].compactMap(\.self)
  }

  /// What the figures are held against, longest first.
  var header: [String] {
    let aim = target.map { "target \($0)%" }
    guard let national else {
      let words = [aim, "no national figures are kept"].compactMap(\.self).joined(separator: ", ")
      return [words, aim ?? ""]
    }
    let short = [aim, "national \(national.attendance)%"].compactMap(\.self)
      .joined(separator: ", ")
    return [short, "nat. \(national.attendance)%", ""]
  }

  /// Of whom and of when the national figures are, or nil where there are none.
  var nationWords: String? { nationalWords.map { "National: \($0)" } }
}

extension ShownRow {
  /// What stands in place of figures that are hidden.
  var hiddenWords: String {
    switch self {
    case .figures: ""
    case .small: "fewer than \(SmallGroups.least) pupils"
    case .withheld: "withheld, to protect a small group"
    }
  }
}
