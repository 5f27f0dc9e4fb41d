import Attendance

extension LineRegister {
  /// Marks rows: `5 N`, `2,3,4 N`, `N` for the row of the prompt, `5 I because WORDS`.
  mutating func mark(_ typed: String, now: Instant) -> (String, [Request]) {
    var said: [String] = []
    var requests: [Request] = []
    for step in LineStep.steps(in: typed) {
      switch step {
      case .look(let numbers):
        for number in numbers {
          guard let row = existing(number, &said) else { continue }
          self.row = row
          said.append(line(row) + ".")
        }
      case .mark(let numbers, let code, let reason):
        let rows = numbers.isEmpty ? [row] : numbers.compactMap { existing($0, &said) }
        for row in rows where register.rows.indices.contains(row) {
          mark(row, code, reason, now: now, &said, &requests)
        }
      case .unclear(let words):
        said.append("'\(words)' is no command; type help for those there are.")
      }
    }
    return (said.joined(separator: " "), requests)
  }

  /// The row of that number, or a sentence that there is none.
  private func existing(_ number: Int, _ said: inout [String]) -> Int? {
    if register.rows.indices.contains(number - 1) { return number - 1 }
    said.append("There is no row \(number); the rows are 1 to \(register.rows.count).")
    return nil
  }

  private mutating func mark(
    _ row: Int, _ code: String, _ reason: String, now: Instant, _ said: inout [String],
    _ requests: inout [Request]
  ) {
    self.row = row
    do throws(Refusal) {
      let changes = try register.mark(row, code, now: now, reason: reason)
      requests.append(.keep(changes))
      said.append(line(row) + ".")
      self.row = min(row + 1, register.rows.count - 1)
    } catch {
      said.append("\(row + 1): " + Self.sentence(error))
    }
  }
}
