import Attendance

/// What a row makes of a pupil's times on roll: one changed, one added, or none.
struct EnrolmentChange {
  /// The number of an enrolment that has none yet.
  static let new = Enrolment.ID(0)

  /// The time on roll that is changed or added, or nil where nothing changes.
  let enrolment: Enrolment?

  /// Finds the time on roll the row speaks of.
  ///
  /// It is the one with the same starting day, else the one it overlaps, which then begins on
  /// another day. A row that touches none is a pupil who came back.
  init(_ row: PupilRow, _ known: [Enrolment]) throws(PupilWork.Objection) {
    let last = row.ends ?? nil
    let touched = known.filter { enrolment in
      (last.map { enrolment.starts <= $0 } ?? true)
        && (enrolment.ends.map { row.starts <= $0 } ?? true)
    }
    let same = known.first { $0.starts == row.starts }
    guard let old = same ?? touched.first else {
      enrolment = Enrolment(
        id: Self.new, pupil: known.first?.pupil ?? Pupil.ID(0), kind: row.kind ?? .main,
        isBoarder: row.isBoarder ?? false, starts: row.starts, ends: last)
      return
    }
    var changed = old
    changed.starts = row.starts
    if let ends = row.ends { changed.ends = ends }
    // A ground without an end would be the ground of nothing.
    if changed.ends == nil { changed.deletion = nil }
    if let kind = row.kind { changed.kind = kind }
    if let isBoarder = row.isBoarder { changed.isBoarder = isBoarder }
    if let ends = changed.ends, ends < changed.starts {
      throw PupilWork.Objection(
        sentence: "start_date \(changed.starts) lies after the leaving date \(ends) on record; "
          + "give an end_date")
    }
    let others = known.filter { $0.id != old.id }
    if let other = others.first(where: { Self.overlap($0, changed) }) {
      let until = other.ends.map { " to \($0)" } ?? " on"
      throw PupilWork.Objection(
        sentence: "these dates overlap the time on roll from \(other.starts)\(until); "
          + "correct start_date or end_date")
    }
    enrolment = changed == old ? nil : changed
  }

  private static func overlap(_ one: Enrolment, _ other: Enrolment) -> Bool {
    (other.ends.map { one.starts <= $0 } ?? true) && (one.ends.map { other.starts <= $0 } ?? true)
  }
}
