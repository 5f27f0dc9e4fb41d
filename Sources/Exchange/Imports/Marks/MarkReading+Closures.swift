import Attendance

extension MarkReading {
  /// Warns of each claim that a session did not take place which another pupil contradicts.
  mutating func lookAtClosures() {
    for (claim, first) in closures.sorted(by: { $0.value.line < $1.value.line }) {
      guard
        let other = context.pupils.indices.first(where: {
          $0 != first.pupil && contradicts($0, claim)
        })
      else { continue }
      let upn = context.pupils[other].pupil.upn
      switch claim.extent {
      case .site:
        warnings.add(
          line: first.line,
          "code Y4 is for the whole school, and \(upn) was in at \(claim.session); check it")
      case .yearGroup(let year):
        warnings.add(
          line: first.line,
          "code # is for the whole school or a year group, and \(upn) of \(year.name) has none at "
            + "\(claim.session); check it")
      }
    }
  }

  /// Whether the pupil is one of those the claim speaks of, and has a mark that says otherwise.
  private func contradicts(_ pupil: Int, _ claim: ClosureClaim) -> Bool {
    let entry = context.pupils[pupil]
    guard let particulars = entry.particulars(on: claim.session.date),
      particulars.campus == claim.campus
    else { return false }
    switch claim.extent {
    case .site:
      return context.codes.code(code(of: pupil, at: claim.session), on: claim.session.date)?
        .category == .present
    case .yearGroup(let year):
      return particulars.yearGroup == year
        && entry.enrolment(on: claim.session.date)?.isMarked == true
        && code(of: pupil, at: claim.session) != "#"
    }
  }

  /// The code that stands at the session once the file is in; empty for a blank.
  private func code(of pupil: Int, at session: Session) -> String {
    if let row = cells.row(pupil: pupil, at: session) { return rules.texts[Int(rows[row].code)] }
    let sheet = context.sheets[context.pupils[pupil].pupil.id]?.first {
      $0.year.contains(session.date)
    }
    return context.alphabet.code(of: sheet?[session] ?? 0)
  }
}
