import Attendance

/// The words for the times of the day and the taking of registers.
enum RegisterSummary {
  static func line(_ day: DayTimes) -> String {
    var parts = ["\(day.starts) to \(day.ends)"]
    if let time = day.onSiteBy { parts.append("on site by \(time)") }
    if let time = day.gatesClose { parts.append("gates close \(time)") }
    if let time = day.lunchOrdersBy {
      parts.append("lunch orders by \(time)" + (day.lateLunch.map { ", then \($0)" } ?? ""))
    }
    return (day.campus ?? "The whole school") + ": " + parts.joined(separator: "; ")
  }

  static func lines(_ registers: Registers) -> [String] {
    var lines = registers.windows.map { rule in
      let window = rule.window
      return "\(rule.holdsFor): opens \(window.opens), late from \(window.lateFrom), "
        + "closes \(window.closes), session ends \(window.ends)"
    }
    if let minutes = registers.lessonMinutes {
      lines.append("Each lesson has a register of its own in its first \(minutes) minutes")
    }
    if let lessons = registers.lessons { lines.append("Lessons: \(lessons)") }
    lines.append(
      registers.mayFillBlanks
        ? "Blanks may be filled with present by = after the exceptions"
        : "Blanks may not be filled with =")
    lines.append("The class view shows \(registers.classView.rawValue)")
    lines.append(
      registers.anyTeacherMayCover
        ? "Any teacher may declare cover of a register not taken today"
        : "Cover is declared by the office")
    lines.append("A screen locks after \(registers.lockAfter) minutes without a key")
    lines.append("A passphrase has at least \(registers.passphraseLength) letters")
    return lines + PolicySummary.list("At the late desk", registers.lateDesk)
  }
}
