public import Attendance

/// The marks of a file that has no fault, ready to be kept as one submission of kind `imported`.
public struct MarkPlan: Sendable {
  /// The file they came from.
  public let file: String
  /// The marks to keep, sorted by pupil, then by session.
  public let marks: ImportedMarks
  /// How many of them stand in place of a different mark on record.
  public let amended: Int
  /// How many rows equal the mark on record and are skipped.
  public let same: Int
  /// What was accepted, but should be looked at.
  public let warnings: FaultList

  /// Whether there is nothing to keep.
  public var isEmpty: Bool { marks.isEmpty }

  /// What the import does, in words.
  public var summary: String {
    Summary.line(
      total: marks.count + same, one: "mark", many: "marks", new: marks.count - amended,
      changed: amended, same: same)
  }

  /// The marks as one act by that person at that time.
  public func act(by person: Person, at instant: Instant) -> Act {
    Act(kind: .imported, by: person, at: instant, detail: file, marks: Array(marks))
  }
}

/// Marks as they lie in memory after an import: small, and made whole only when asked for.
///
/// A million marks take 24 bytes each here, and four times that as `ProposedMark`.
public struct ImportedMarks: RandomAccessCollection, Sendable {
  struct Compact {
    var pupil: Pupil.ID
    var date: SchoolDate
    /// The place of its note, or -1.
    var note: Int32
    /// Minutes late, or -1.
    var minutes: Int16
    var code: UInt16
    /// The half of the day in the lowest bit; whether it amends in the next.
    var bits: UInt8
  }

  let compact: [Compact]
  let notes: [String]
  let codes: [Code]
  let reason: String

  /// A code, and on what a mark of it rests.
  struct Code {
    var text: String
    var basis: Precedence.Basis
  }

  /// The place of the first mark.
  public var startIndex: Int { 0 }
  /// The place after the last mark.
  public var endIndex: Int { compact.count }

  /// The mark at that place.
  ///
  /// An amended one carries the reason; the entry it replaces is for the caller to find.
  public subscript(place: Int) -> ProposedMark {
    let mark = compact[place]
    let code = codes[Int(mark.code)]
    return ProposedMark(
      pupil: mark.pupil, session: Session(mark.date, mark.bits & 1 == 0 ? .am : .pm),
      code: code.text, minutes: mark.minutes < 0 ? nil : Int(mark.minutes),
      note: mark.note < 0 ? nil : notes[Int(mark.note)], how: .imported, basis: code.basis,
      reason: isAmendment(at: place) ? reason : "")
  }

  /// Whether the mark at that place stands in place of a different one on record.
  public func isAmendment(at place: Int) -> Bool { compact[place].bits & 2 != 0 }
}
