extension Closing {
  /// What it will do, in sentences without their ends, the most important first.
  ///
  /// Names are given where few are concerned.
  public func inWords(_ name: (Pupil.ID) -> String) -> [String] {
    let sessions = Set(registers.map(\.session)).sorted()
    var span = sessions.first.map { "\($0)" } ?? "\(answers.from)"
    if let last = sessions.last, sessions.count > 1 { span += " to \(last)" }
    var sentences = [
      "\(answers.code) for \(Self.count(pupils.count, "pupil")) in "
        + "\(Self.count(registers.count, "register")), \(span)"
    ]
    if !calendar.isEmpty { sentences.append("it goes into the calendar; no register will open") }
    if !standing.isEmpty {
      sentences.append(
        "\(Self.count(standing.count, "mark")) already made \(standing.count == 1 ? "stands" : "stand")"
          + Self.tallied(standing))
    }
    if !overridden.isEmpty {
      sentences.append(
        "\(Self.count(overridden.count, "plan")) \(overridden.count == 1 ? "gives" : "give") way"
          + Self.tallied(overridden))
    }
    if !leftOut.isEmpty {
      let names = Set(leftOut.map(\.pupil)).map(name).sorted()
      sentences.append(
        "left out by plans of their own: "
          + (names.count > 4
            ? "\(names.count) pupils" + Self.tallied(leftOut) : names.joined(separator: ", ")))
    }
    if accommodated > 0 {
      sentences.append(
        "\(Self.count(accommodated, "pupil")) could be accommodated and \(accommodated == 1 ? "is" : "are") due as ever"
      )
    }
    if let decided = answers.decided {
      sentences.append("decided \(decided.date) \(decided.time)")
    }
    return sentences
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)" + (number == 1 ? "" : "s")
  }

  /// How many of each code: ` (9 I, 5 V)`.
  private static func tallied(_ places: [Place]) -> String {
    let counts = Dictionary(grouping: places, by: \.code).mapValues(\.count)
    return " ("
      + counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      .joined(separator: ", ") + ")"
  }
}

extension Reopening {
  /// What it will do, in sentences without their ends.
  public var inWords: [String] {
    [
      "\(blanked) marks of the closure are taken back, and blank again",
      "\(restored) that it had replaced are back",
      "\(kept) changed since stand as they are",
    ]
  }
}
