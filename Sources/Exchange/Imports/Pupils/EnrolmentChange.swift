import Attendance

/// What a row makes of a pupil's times on roll: some changed, one added, or none.
struct EnrolmentChange {
  /// The number of an enrolment that has none yet.
  static let new = Enrolment.ID(0)

  /// The time on roll that is changed or added, or nil where nothing changes.
  let enrolment: Enrolment?
  /// Those that change with it.
  let others: [Enrolment]

  /// Finds the time on roll the row speaks of.
  ///
  /// It is the one with the same starting day, else the one it overlaps, which then begins on
  /// another day. A row that touches none is a pupil who came back. Times that follow each other
  /// without a day between are one stay: the row has the starting day of the first, the leaving date
  /// of the last, and the kind from the date on.
  init(
    _ row: PupilRow, _ known: [Enrolment], from date: SchoolDate
  ) throws(PupilWork.Objection) {
    let last = row.ends ?? nil
    let touched = known.filter { enrolment in
      (last.map { enrolment.starts <= $0 } ?? true)
        && (enrolment.ends.map { row.starts <= $0 } ?? true)
    }
    let same = known.first { $0.starts == row.starts }
    guard let old = same ?? touched.first else {
      others = []
      enrolment = Enrolment(
        id: Self.new, pupil: known.first?.pupil ?? Pupil.ID(0), kind: row.kind ?? .main,
        isBoarder: row.isBoarder ?? false, starts: row.starts, ends: last)
      return
    }
    var stay = [old]
    while let next = known.first(where: { $0.continues(stay[stay.count - 1]) }) {
      stay.append(next)
    }
    stay[0].starts = row.starts
    if let ends = row.ends { stay[stay.count - 1].ends = ends }
    // A ground without an end would be the ground of nothing.
    if stay[stay.count - 1].ends == nil { stay[stay.count - 1].deletion = nil }
    for time in stay {
      guard let ends = time.ends, ends < time.starts else { continue }
      throw PupilWork.Objection(
        sentence: "start_date \(time.starts) lies after the leaving date \(ends) on record; "
          + "give an end_date")
    }
    Self.take(row.kind, row.isBoarder, into: &stay, from: date)
    let own = Set(stay.map(\.id))
    let beside = known.filter { !own.contains($0.id) }
    if let other = beside.first(where: { other in stay.contains { $0.overlaps(other) } }) {
      let until = other.ends.map { " to \($0)" } ?? " on"
      throw PupilWork.Objection(
        sentence: "these dates overlap the time on roll from \(other.starts)\(until); "
          + "correct start_date or end_date")
    }
    let changed = stay.filter { !known.contains($0) }
    enrolment = changed.last
    others = changed.dropLast()
  }

  /// Another kind, or boarding, holds from the date on; before it the pupil was what is on record.
  private static func take(
    _ kind: Enrolment.Kind?, _ isBoarder: Bool?, into stay: inout [Enrolment], from date: SchoolDate
  ) {
    let place = stay.lastIndex { $0.starts <= date } ?? 0
    let old = stay[place]
    var changed = old
    if let kind { changed.kind = kind }
    if let isBoarder { changed.isBoarder = isBoarder }
    if changed == old { return }
    guard old.starts < date, old.ends.map({ date <= $0 }) ?? true else {
      stay[place] = changed
      return
    }
    stay.replaceSubrange(place...place, with: old.divided(on: date, into: changed, id: new))
  }
}
