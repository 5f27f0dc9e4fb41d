import Attendance
import Policies
import Storage

/// A text about a pupil that may be taken out of the register: beside a mark, or of the day book.
struct PupilNote: Hashable {
  /// The mark it stands beside, or nil.
  let entry: Entry.ID?
  /// The line whose words it is, or nil.
  let line: DayLine.ID?
  let date: SchoolDate
  let what: String
  var text: String
  let at: Instant
  let by: Person

  /// Whether the text was taken out.
  var isRemoved: Bool { text == DayLine.removed }

  /// The same once its text is taken out.
  var removed: PupilNote {
    var note = self
    note.text = DayLine.removed
    return note
  }
}

extension OpenSchool {
  /// Every text about the pupil that whoever acts may read, oldest first, with a tombstone where it
  /// was taken out.
  func notes(of pupil: Pupil.ID) throws -> [PupilNote] {
    let marks = try store.history(of: pupil, at: nil).compactMap { line -> PupilNote? in
      guard let note = line.entry.note else { return nil }
      return PupilNote(
        entry: line.entry.id, line: nil, date: line.entry.session.date,
        what: "note beside \(line.entry.session.half.rawValue) \(line.entry.code)",
        text: note.isEmpty ? DayLine.removed : note, at: line.submission.at,
        by: line.submission.typist)
    }
    let lines = try dayBook(.about(pupil)).lines.filter {
      !$0.words.isEmpty && $0.words != $0.nature.inPlace && $0.pupil == pupil
    }.map { line in
      PupilNote(
        entry: nil, line: line.id, date: line.date, what: line.kind, text: line.words,
        at: line.at, by: line.by)
    }
    return (marks + lines).sorted { ($0.at, $0.date) < ($1.at, $1.date) }
  }

  /// Takes the text out for good.
  func redact(_ note: PupilNote, because reason: String, by person: Actor) throws {
    if let entry = note.entry {
      try store.redactNote(of: entry, because: reason, by: person.person, at: clock.now)
    }
    if let line = note.line {
      try store.redactWords(of: line, because: reason, by: person.person, at: clock.now)
    }
  }
}
