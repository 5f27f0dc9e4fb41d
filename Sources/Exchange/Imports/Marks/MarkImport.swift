public import Attendance

/// Reads marks.csv: marks of other systems, checked one by one and kept whole or not at all.
public enum MarkImport {
  /// The columns of the file.
  enum Column: String, ImportColumn {
    case upn
    case date
    case session
    case code
    case minutes
    case note

    var isRequired: Bool {
      switch self {
      case .upn, .date, .session, .code: true
      case .minutes, .note: false
      }
    }
  }

  /// The marks to keep, or every fault that keeps them out.
  ///
  /// A mark that differs from the one on record is refused unless a reason to amend is given. Minutes
  /// and notes on record are asked for once a pupil, and only of those whose mark the file repeats with
  /// minutes or a note: most files never ask.
  public static func plan(
    _ file: IncomingFile, over context: ImportContext, amend reason: String? = nil,
    remarks: @escaping (Pupil.ID) -> [Session: MarkRemark]
  ) throws(FaultList) -> MarkPlan {
    var reading = MarkReading(
      file.name, context, mayAmend: !(reason ?? "").isEmpty, remarks: remarks)
    file.read { reading.read($0) }
    if !reading.faults.isEmpty { throw reading.faults }
    reading.lookAtClosures()

    var compact: [ImportedMarks.Compact] = []
    compact.reserveCapacity(reading.rows.count - reading.same)
    reading.cells.forEachMarked { pupil, session, place in
      let row = reading.rows[place]
      guard row.fate != .same else { return }
      let bits = UInt8(session.half.index) | (row.fate == .amended ? 2 : 0)
      compact.append(
        ImportedMarks.Compact(
          pupil: pupil, date: session.date, note: row.note, minutes: row.minutes, code: row.code,
          bits: bits))
    }
    let codes = reading.rules.texts.map { text in
      ImportedMarks.Code(
        text: text,
        basis: Precedence.Basis(
          context.codes.code(text, on: context.today)
            ?? context.codes.codes.last { $0.text == text }, how: .imported))
    }
    return MarkPlan(
      file: file.name,
      marks: ImportedMarks(
        compact: compact, notes: reading.notes, codes: codes, reason: reason ?? ""),
      amended: reading.amended, same: reading.same, warnings: reading.warnings)
  }
}
