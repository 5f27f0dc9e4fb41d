import Attendance
import Terminal

/// The lines of a pupil's year as a table, latest first: absences as spells, other marks one by one.
struct YearTable {
  /// One line.
  enum Line: Hashable {
    case spell(AbsenceSpell)
    /// A mark that is no absence and not simply present: late, at something approved, not required.
    case mark(Session)

    /// The first session of the line, by which it is found.
    var session: Session {
      switch self {
      case .spell(let spell): spell.first
      case .mark(let session): session
      }
    }
  }

  let lines: [Line]
  private let year: PupilYear
  private let book: CodeBook

  init(_ year: PupilYear, _ book: CodeBook) {
    self.year = year
    self.book = book
    let marks = year.codes.indices.filter { cell in
      !year.codes[cell].isEmpty || year.meets.indices.contains(cell) && year.meets[cell]
    }.map { (session: YearSheet.session(at: $0, in: year.year), code: year.codes[$0]) }
    func standing(_ code: String, _ session: Session) -> AbsenceSpell.Standing {
      code.isEmpty ? .blank : book.code(code, on: session.date)?.standingInSpell ?? .present
    }
    let spells = AbsenceSpell.spells(in: marks, standing: standing)
    let others = year.exceptions(book).filter { session in
      switch standing(year.code(at: session), session) {
      case .absent, .arrived, .blank: false
      case .notRequired, .present: true
      }
    }
    lines = (spells.map(Line.spell) + others.map(Line.mark)).sorted { $0.session > $1.session }
  }

  /// The line in which the session lies, or the nearest before it.
  func line(near session: Session) -> Line? {
    let inside = lines.first { line in
      if case .spell(let spell) = line { spell.contains(session) } else { line.session == session }
    }
    return inside ?? lines.first { $0.session <= session } ?? lines.last
  }

  /// The line in as many columns as there are: in a few the code comes first.
  func text(_ line: Line, columns: Int) -> String {
    switch line {
    case .mark(let session): return text(session, year.code(at: session), columns)
    case .spell(let spell):
      guard spell.sessions > 1 || !spell.blanks.isEmpty else {
        return text(spell.first, spell.parts.first?.code ?? "", columns)
      }
      let codes = codes(of: spell)
      // What it was comes before the days where both have no room.
      if columns < 30 { return "\(codes) \(spell.first.date.short)" }
      if columns < 60 { return "\(codes): \(days(of: spell, short: true))" }
      return "\(days(of: spell)), \(spell.sessions.of("session")): \(codes)"
    }
  }

  private func text(_ session: Session, _ code: String, _ columns: Int) -> String {
    if columns < 30 {
      return "\(code.padded(to: 2)) \(session.date.short) \(session.half.rawValue)"
    }
    let day = "\(session.date.weekday.short) \(session.date.short) \(session.half.rawValue)"
    let meaning = book.code(code, on: session.date)?.meaning ?? ""
    return "\(day.padded(to: 14)) \(code.padded(to: 2)) \(meaning)"
  }

  /// What is said of the spell under the cursor; nil for a line of one mark.
  func said(of line: Line) -> String? {
    guard case .spell(let spell) = line, spell.sessions > 1 || !spell.blanks.isEmpty else {
      return nil
    }
    let meanings = spell.parts.map { part in
      let meaning = book.code(part.code, on: spell.first.date)?.meaning ?? ""
      return "\(part.code) \(meaning.prefix(1).lowercased())\(meaning.dropFirst()) \(part.sessions)"
    }
    let blanks = spell.blanks.map {
      "\($0.date.weekday.short) \($0.date.short) \($0.half.rawValue)"
    }
    let reasons = year.reasons.filter { $0.from <= spell.last && spell.first <= $0.through }
    return
      "\(days(of: spell)), \(spell.sessions.of("session")): \(meanings.joined(separator: ", "))"
      + (blanks.isEmpty ? "" : "; no mark at \(blanks.joined(separator: ", "))")
      + (reasons.isEmpty ? "" : "; said: \(reasons.map(\.words).joined(separator: "; "))")
  }

  private func codes(of spell: AbsenceSpell) -> String {
    let parts = spell.parts.map { "\($0.code) \($0.sessions)" }.joined(separator: ", ")
    return parts + (spell.blanks.isEmpty ? "" : ", \(spell.blanks.count) blank")
  }

  private func days(of spell: AbsenceSpell, short: Bool = false) -> String {
    func day(_ session: Session) -> String {
      short
        ? "\(session.date.short) \(session.half.rawValue)"
        : "\(session.date.weekday.short) \(session.date.short) \(session.half.rawValue)"
    }
    guard spell.first.date == spell.last.date else {
      return "\(day(spell.first)) to \(day(spell.last))"
    }
    return (short ? "" : "\(spell.first.date.weekday.short) ") + "\(spell.first.date.short) all day"
  }
}
