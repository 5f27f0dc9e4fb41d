import Attendance

extension MarkReading {
  /// Warns of a session that says the whole site was closed while somebody was in.
  mutating func lookAtClosures() {
    for (session, first) in closures.sorted(by: { $0.value.line < $1.value.line }) {
      let campus = context.pupils[first.pupil].particulars(on: session.date)?.campus
      guard let other = context.pupils.indices.first(where: { isIn($0, at: session, on: campus) })
      else { continue }
      warnings.add(
        line: first.line,
        "code Y4 is for the whole school, and \(context.pupils[other].pupil.upn) was in at "
          + "\(session); check it")
    }
  }

  private func isIn(_ pupil: Int, at session: Session, on campus: String?) -> Bool {
    let entry = context.pupils[pupil]
    guard entry.particulars(on: session.date)?.campus == campus else { return false }
    let text: String
    if let row = cells.row(pupil: pupil, at: session) {
      text = rules.texts[Int(rows[row].code)]
    } else {
      let sheet = context.sheets[entry.pupil.id]?.first { $0.year.contains(session.date) }
      text = context.alphabet.code(of: sheet?[session] ?? 0)
    }
    return context.codes.code(text, on: session.date)?.category == .present
  }
}
