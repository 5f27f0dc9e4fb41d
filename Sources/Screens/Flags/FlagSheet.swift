import Attendance
import Policies
import Terminal

/// The lines of one part of what the rules say of a pupil, whole at any width.
struct FlagSheet {
  /// One line, and how it is meant.
  struct Line: Hashable {
    let text: String
    let style: Style
    /// The session whose mark it shows, or nil where it shows none.
    var session: Session?
  }

  private(set) var lines: [Line] = []
  private let width: Int

  init(_ page: PupilFlags, _ part: FlagSheetScreen.Part, _ codes: CodeBook, width: Int) {
    self.width = max(width - 2, 1)
    switch part {
    case .overview: addOverview(page, codes)
    case .evidence:
      for flag in page.flags { add(flag, codes, after: page.date) }
      if page.flags.isEmpty { add("No rule of the policy flags this pupil.") }
    case .whyNot:
      for answer in page.others { add(answer) }
      if page.others.isEmpty { add("Every rule of the policy flags this pupil.") }
    case .forecast:
      for line in page.lines { add(line) }
      if page.lines.isEmpty { add("The policy draws no line through a school year's attendance.") }
    }
  }

  /// The flags with their figures, the two nearest lines, and when absence falls.
  private mutating func addOverview(_ page: PupilFlags, _ codes: CodeBook) {
    for flag in page.flags { add(flag.words.first ?? flag.rule.name) }
    if page.flags.isEmpty { add("No rule of the policy flags this pupil.") }
    addHeading("What may still be missed")
    for line in page.lines.prefix(2) { add(line) }
    addHeading("Sessions missed by weekday")
    let mostMissed = page.weekdays.map(\.absent).max() ?? 0
    for day in page.weekdays {
      let bar = AbsenceBar.cells(day.absent, of: mostMissed, width: barWidth)
      lines.append(
        Line(text: "\(day.weekday.short)  \(bar)  \(day.absent) of \(day.possible)", style: .plain))
    }
    if page.codes.isEmpty { return }
    addHeading("Sessions missed by code")
    for one in page.codes {
      let bar = AbsenceBar.cells(one.count, of: page.codes[0].count, width: barWidth)
      let meaning = codes.code(one.code, on: page.date)?.meaning ?? ""
      let text = "\(one.code.padded(to: 3))  \(bar)  \(one.count)"
      let room = width - text.columns - 2
      lines.append(
        Line(text: room >= 12 ? "\(text)  \(meaning.cut(to: room))" : text, style: .plain))
    }
  }

  private var barWidth: Int { max(min(width / 3, 24), 1) }

  private mutating func addHeading(_ text: String) {
    lines.append(Line(text: "", style: .plain))
    add(text, style: .heading)
  }

  private mutating func add(_ line: Forecast.Line) {
    add("\(line.name): \(line.inWords).", style: line.isKept ? .plain : .notice)
  }

  private mutating func add(_ flag: PupilFlags.Flag, _ codes: CodeBook, after date: SchoolDate) {
    if !lines.isEmpty { lines.append(Line(text: "", style: .plain)) }
    add(flag.words.first ?? flag.rule.name, style: .heading)
    add("Rule: \(flag.ruleWords)", indent: 2)
    add("Because: \(flag.rule.because)", indent: 2)
    add("Next: \(flag.rule.next)", indent: 2)
    let isBlank = { (counted: PupilFlags.Counted) in
      counted.code.isEmpty && counted.session.date <= date
    }
    for counted in flag.sessions where !isBlank(counted) {
      let meaning = codes.code(counted.code, on: counted.session.date)?.meaning ?? ""
      add(
        counted.session,
        counted.code.isEmpty ? "expected" : "\(counted.code.padded(to: 2)) \(meaning)")
    }
    // They count as nothing, and could be what is missing: shown, after what counts.
    for counted in flag.sessions where isBlank(counted) { add(counted.session, "no mark") }
  }

  /// A session in one line: what its code means gives way, the letter stands.
  private mutating func add(_ session: Session, _ words: String) {
    let text = "\(session.named.padded(to: 13)) \(words)"
    lines.append(
      Line(text: "  " + text.cut(to: max(width - 2, 1)), style: .plain, session: session))
  }

  private mutating func add(_ answer: WhyNot.Answer) {
    add("\(answer.rule.name): \(answer.words)")
    add("\(answer.rule.inWords) (\(answer.rule.place.inShort))", style: .muted, indent: 2)
  }

  /// A text over as many lines as it needs, those after the first set in.
  private mutating func add(_ text: String, style: Style = .plain, indent: Int = 0) {
    let first = String(repeating: " ", count: indent)
    for (index, part) in text.wrapped(to: max(width - indent - 2, 1)).enumerated() {
      lines.append(Line(text: first + (index > 0 ? "  " : "") + part, style: style))
    }
  }
}
