import Attendance

extension ParentPage {
  /// The name the pupil is called by.
  private var name: String { pupil.name.knownAs }

  /// A part of the page: what it is about, and its sentences.
  public struct Part: Hashable, Sendable {
    /// What it is about.
    public let heading: String
    /// Its sentences.
    public let sentences: [String]
  }

  /// The page as it is printed.
  public var text: String {
    let head =
      "Attendance of \(pupil.name.forename) \(pupil.name.surname), \(form)\n"
      + "\(school), \(now.through.inWords)"
    let parts = parts.map { part in
      "\(part.heading)\n" + part.sentences.map { "  \($0)" }.joined(separator: "\n")
    }
    return ([head] + parts).joined(separator: "\n\n")
  }

  /// The parts of the page, in the order in which a meeting asks for them.
  public var parts: [Part] {
    var parts = [
      Part(heading: "Days left", sentences: left), Part(heading: "Days missed", sentences: missed),
      Part(heading: "Last year", sentences: [lastYear]),
      Part(heading: "Being on time", sentences: [onTime]),
    ]
    if !agreed.isEmpty { parts.append(Part(heading: "What was agreed", sentences: agreed)) }
    return parts
  }

  /// What may still be missed before each line that is near, the lowest first: it is the one that
  /// matters most, and from there the others are steps up.
  private var left: [String] {
    let ahead = "\(HalfDays(forecast.ahead.count).inWords) of school are still to come this year."
    return [ahead.capitalized] + lines.reversed().map(words(of:))
  }

  /// The lines that are spoken of: of two at one percentage the stricter, and of those out of reach
  /// nine tenths, after which every parent asks, and the lowest, which says enough of the others.
  ///
  /// How many weeks a pupil would still have to miss to be severely absent is nothing to say to a
  /// parent: of the lines that are kept, those below nine tenths wait until they are near.
  private var lines: [Forecast.Line] {
    let all = forecast.lines.filter { line in
      !forecast.lines.contains {
        $0.bound == line.bound && !$0.holdsAtBound && line.holdsAtBound
      }
    }
    let lowest = all.last { $0.isOutOfReach }
    var seen: [Percentage] = []
    return all.filter { line in
      if line.isOutOfReach, line != lowest, line.bound != .nineTenths { return false }
      if line.isKept, line.bound < .nineTenths, 4 * (line.mayMiss ?? 0) > forecast.ahead.count {
        return false
      }
      if seen.contains(line.bound) { return false }
      seen.append(line.bound)
      return true
    }
  }

  private func words(of line: Forecast.Line) -> String {
    let side = line.goodSide
    if line.isKept {
      guard let mayMiss = line.mayMiss, mayMiss > 0 else {
        return "\(name) is \(side) now; to stay there no more school may be missed this year."
      }
      return "\(name) is \(side) now and may miss \(counted(mayMiss)) more this year to stay there."
    }
    guard let backOn = line.backOn, let mayMiss = line.mayMiss else {
      let back = line.holdsAtBound ? "to \(line.bound)% or above" : side
      return "\(name) cannot get back \(back) this year, even without another day missed."
    }
    return "\(name) is not \(side) now. Without another day missed that is reached again after "
      + "\(backOn.inWords); "
      + (mayMiss > 0
        ? "\(counted(mayMiss)) may still be missed this year."
        : "no more school may be missed this year.")
  }

  private func counted(_ sessions: Int) -> String {
    "\(HalfDays(sessions).inWords) (\(sessions.sessions))"
  }

  private var missed: [String] {
    let tally = now.tally
    guard let share = tally.attendance else { return ["No day of this year counts yet."] }
    let span = "Since \(now.from.inWords)"
    var said = [
      "\(span) \(name) has missed \(HalfDays(tally.absent).inWords) of school out of "
        + "\(HalfDays(tally.possible).inWords). That is attendance of \(share)%."
    ]
    if tally.absent > 0 { said.append(authorised) }
    if unexplained > 0 {
      said.append(
        "For \(HalfDays(unexplained).inWords) the school does not know the reason yet; please tell "
          + "us.")
    }
    if partTime > 0 {
      said.append(
        "\(HalfDays(partTime).inWords.capitalized) of it \(partTime == 2 ? "is" : "are") the agreed "
          + "part-time timetable.")
    }
    if let target {
      let isReached = target.compare(tally.attended, of: tally.possible) >= 0
      said.append("The school aims at \(target)%\(isReached ? ", which is reached." : ".")")
    }
    said.append(meaning)
    return said
  }

  /// How much of the absence the school has authorised.
  private var authorised: String {
    let tally = now.tally
    if tally.unauthorised == 0 { return "The school has authorised all of that absence." }
    if tally.authorised == 0 { return "None of that absence is authorised." }
    return "The school has authorised \(HalfDays(tally.authorised).inWords) of that absence, and "
      + "\(HalfDays(tally.unauthorised).inWords) not."
  }

  /// What the figure means, in words that need no other.
  private var meaning: String {
    let tally = now.tally
    if tally.absent == 0 { return "\(name) has not missed any school this year: well done." }
    let every = (tally.possible + tally.absent / 2) / tally.absent
    if tally.isSevere { return "\(name) has missed at least half of this year's school." }
    if tally.isPersistent {
      return "\(name) has missed at least one day in ten, which is called persistent absence."
    }
    return "That is about one day in \(every)."
  }

  private var lastYear: String {
    guard let before, let share = before.tally.attendance else {
      return "No marks of last year are kept here."
    }
    let missed = HalfDays(before.tally.absent).inWords
    let change: String
    // The shares themselves, since the lengths of two years differ.
    let (one, other) = (now.tally, before.tally)
    let sign = (one.attended * other.possible - other.attended * one.possible).signum()
    if one.possible == 0 {
      change = ""
    } else if sign == 0 {
      change = " This year is the same."
    } else {
      change = sign > 0 ? " This year is better." : " This year is lower."
    }
    return "By \(before.through.inWords) \(name) had missed \(missed): attendance of \(share)%."
      + change
  }

  private var onTime: String {
    if lateness.times == 0 { return "\(name) has not been late this year." }
    let times = lateness.times == 1 ? "once" : "\(lateness.times) times"
    var said = "\(name) was late \(times) this year"
    if lateness.unknown < lateness.times { said += ", \(lateness.minutes) minutes in all" }
    if lateness.unknown > 0, lateness.unknown < lateness.times {
      said += "; for \(lateness.unknown) of them no minutes are written down"
    }
    return said + "."
  }
}

extension Forecast.Line {
  /// Whether attendance is below it and cannot be back this year.
  fileprivate var isOutOfReach: Bool { !isKept && (backOn == nil || mayMiss == nil) }
}

extension Percentage {
  /// Nine tenths, the line of persistent absence.
  fileprivate static let nineTenths = Percentage(tenths: 900) ?? .whole
}

extension Int {
  fileprivate var sessions: String { "\(self) session\(self == 1 ? "" : "s")" }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
