public import Attendance

/// Every change of a mark since another system was last told, for carrying it over.
public struct ChangedMarks: Sendable {
  private let lines: [HistoryLine]
  private let roll: Roll
  private let codes: CodeBook

  /// The changes that these lines are, oldest first.
  public init(_ lines: [HistoryLine], roll: Roll, codes: CodeBook) {
    self.lines = lines
    self.roll = roll
    self.codes = codes
  }

  /// The rows in the order in which the marks were made; an entry kept beside one that outranks it
  /// changes no mark and is left out.
  ///
  /// The code is empty where a mark was taken back. Of the notes only the nature that the law wants
  /// beside a code is given.
  public var table: RowTable {
    RowTable(
      [
        "upn", "date", "session", "code", "minutes", "note", "recorded_at", "recorded_by",
        "position", "kind", "replaces", "reason",
      ],
      rows: lines.filter { $0.entry.beside == nil }.map { line in
        let (entry, act) = (line.entry, line.submission)
        let isNature = codes.code(entry.code, on: entry.session.date)?.neededNote != nil
        return [
          .code(roll.pupils[entry.pupil]?.upn.text ?? ""), .date(entry.session.date),
          .code(entry.session.half.rawValue), .code(orEmpty: entry.isBlank ? nil : entry.code),
          .number(orEmpty: entry.minutes), .text(orEmpty: isNature ? entry.note : nil),
          .instant(act.at), .text(act.typist.name), .text(act.typist.position),
          .code(act.kind.rawValue), .code(orEmpty: line.replaced),
          .text(orEmpty: entry.reason.isEmpty ? nil : entry.reason),
        ]
      })
  }
}
