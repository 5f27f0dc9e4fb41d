import Attendance
import Terminal

/// A register's line in words.
extension RegisterLine {
  /// Who takes it that day: `cover S. Kaur`.
  var takerInWords: String { cover.isEmpty ? taker : "cover \(cover)" }

  /// Where it stands, in at most so many columns: `1 to settle, taken 09:41, as seen at 08:40`.
  ///
  /// Whoever has taken it is not named again where the line names them as the taker; where there
  /// is little room, what matters less goes before anything is cut: `overdue`, `not taken`.
  func words(now: Instant, besideTaker: Bool, columns: Int = .max) -> String {
    let settling = toSettle > 0 ? "\(toSettle) to settle, " : ""
    if closed == nil, let taken {
      return (settling + words(of: taken, besideTaker: besideTaker)).cut(to: columns)
    }
    if pupils == 0, closed == nil { return "nobody due".cut(to: columns) }
    let state = settling + (state(now: now)?.words ?? "no times in the policy")
    let parts = state.split(separator: ", ").map(String.init)
    // A draft that waits only to be sent is worth more than why it waits (U16).
    let drafted = wholeDraft == nil ? [] : ["\(state), draft complete", "draft complete"]
    let forms = drafted + [state] + [parts.first, parts.last].compactMap(\.self)
    return forms.first { $0.columns <= columns } ?? (parts.first ?? state).cut(to: columns)
  }

  private func words(of taken: Submission, besideTaker: Bool) -> String {
    let typist = taken.typist.name
    if let seen = taken.observer {
      let by = seen.by == typist ? "" : " by \(seen.by)"
      return "taken \(taken.at.time), as seen at \(seen.at.time)\(by)"
    }
    let isTaker = besideTaker && typist == (cover.isEmpty ? taker : cover)
    return "taken \(taken.at.time)" + (isTaker ? "" : " by \(typist)")
  }
}
