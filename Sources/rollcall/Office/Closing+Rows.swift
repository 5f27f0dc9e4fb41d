import Attendance
import Exchange

extension Closing {
  /// What the closure touches, as rows.
  func table(_ name: (Pupil.ID) -> String) -> RowTable {
    RowTable(
      ["what", "count", "detail"],
      rows: [
        [.text("pupils"), .number(pupils.count), .code(answers.code)],
        [
          .text("registers"), .number(registers.count),
          .text(orEmpty: span.isEmpty ? nil : span),
        ],
        Self.row("marks that stand", standing, name),
        Self.row("plans that give way", overridden, name),
        Self.row("left out by plans of their own", leftOut, name),
        [.text("accommodated"), .number(accommodated), .empty],
        [.text("days into the calendar"), .number(calendar.count), .empty],
      ])
  }

  private var span: String {
    Set(registers.map(\.session)).sorted().map(\.description).joined(separator: ", ")
  }

  /// The names where they are few, else how many there are of each code.
  private static func row(
    _ what: String, _ places: [Place], _ name: (Pupil.ID) -> String
  ) -> [RowTable.Cell] {
    let counts = Dictionary(grouping: places, by: \.code).mapValues(\.count).sorted {
      $0.key < $1.key
    }
    let detail =
      places.count <= 12
      ? places.map { "\(name($0.pupil)) \($0.session.half.rawValue) \($0.code)" }
      : counts.map { "\($0.value) \($0.key)" }
    return [
      .text(what), .number(places.count),
      .text(orEmpty: places.isEmpty ? nil : detail.joined(separator: "; ")),
    ]
  }
}

extension Reopening {
  /// What taking the closure back touches, as rows.
  var table: RowTable {
    RowTable(
      ["what", "count", "detail"],
      rows: [
        [.text("blank again"), .number(blanked), .empty],
        [.text("marks back that stood before"), .number(restored), .empty],
        [.text("marks changed since, which stand"), .number(kept), .empty],
      ])
  }
}

extension RowTable {
  /// The rows, and what the disk has confirmed.
  func with(_ receipt: Receipt) -> RowTable {
    var table = self
    table.append([
      .text("kept as line"), .number(receipt.lines.first.map { Int($0.number) } ?? 0),
      .text("submission \(receipt.submission.number)"),
    ])
    return table
  }
}
