import Attendance
import Exchange
import Policies

/// The rows that figures by group are printed as.
struct GroupRows {
  let keys: [FigureKey]
  let target: Percentage?
  let national: NationalFigures.Row?
  private let benchmarks: Benchmarks

  /// The rows by these keys; those of one code are held against nothing.
  init(_ keys: [FigureKey], _ benchmarks: Benchmarks) {
    self.keys = keys
    self.benchmarks = benchmarks
    target = keys.contains(.code) ? nil : benchmarks.target
    national = keys.contains(.code) ? nil : benchmarks.national
  }

  /// The columns: the keys, the counts, the shares, and what they are held against.
  private var columns: [String] {
    keys.map(\.rawValue) + [
      "pupils", "possible", "attended", "authorised", "unauthorised", "late", "missing",
      "attendance_percent", "absence_percent", "authorised_percent", "unauthorised_percent",
      "late_percent", "persistent", "persistent_percent", "severe", "severe_percent",
    ] + (target == nil ? [] : ["target_percent", "target_points"])
      + (national == nil
        ? []
        : [
          "national_attendance_percent", "national_attendance_points", "national_absence_percent",
          "national_absence_points", "national_persistent_percent", "national_persistent_points",
        ])
  }

  /// The rows; where a group is hidden, its place says so and holds no figure.
  func table(_ rows: [ShownRow]) -> RowTable {
    RowTable(
      columns,
      rows: rows.map { row -> [RowTable.Cell] in
        let names = zip(keys, row.keys).map(name)
        return names + (row.row.map(figures) ?? [.text(Self.hidden(row))])
      })
  }

  /// What stands in place of figures that are hidden: of a small group, or of one from which a small
  /// one could be worked out.
  static func hidden(_ row: ShownRow) -> String {
    switch row {
    case .figures: ""
    case .small: "fewer than \(SmallGroups.least)"
    case .withheld: "withheld"
    }
  }

  private func figures(_ row: FigureRow) -> [RowTable.Cell] {
    let tally = row.tally
    func share(_ part: Int?, _ whole: Int?) -> RowTable.Cell {
      .percentage(orEmpty: part.flatMap { part in whole.flatMap { Share(part, of: $0) } })
    }
    return [
      .number(orEmpty: row.pupils), .number(tally.possible), .number(tally.attended),
      .number(tally.authorised), .number(tally.unauthorised), .number(tally.late),
      .number(tally.missing), .percentage(orEmpty: tally.attendance),
      .percentage(orEmpty: tally.absence), share(tally.authorised, tally.possible),
      share(tally.unauthorised, tally.possible), share(tally.late, tally.possible),
      .number(orEmpty: row.persistent), share(row.persistent, row.pupils),
      .number(orEmpty: row.severe), share(row.severe, row.pupils),
    ] + compared(row)
  }

  private func compared(_ row: FigureRow) -> [RowTable.Cell] {
    var cells: [RowTable.Cell] = []
    if let target {
      cells += [
        .percentage(orEmpty: Share(target.tenths, of: 1000)),
        .points(orEmpty: benchmarks.points(fromTarget: row.tally)),
      ]
    }
    if let national {
      cells += [
        .hundredths(national.attendance.hundredths),
        .points(orEmpty: benchmarks.points(fromNational: row.tally)),
        .hundredths(national.absence.hundredths),
        .points(orEmpty: benchmarks.absencePoints(fromNational: row.tally)),
        .hundredths(national.persistent.hundredths),
        .points(orEmpty: benchmarks.persistentPoints(fromNational: row)),
      ]
    }
    return cells
  }

  private func name(_ key: FigureKey, _ name: String) -> RowTable.Cell {
    if name.isEmpty { return .empty }
    return key == .pupil || key == .code || key.isTime ? .code(name) : .text(name)
  }
}
