import Attendance
import Exchange
import Storage

/// Everything that is past retention in files of rows: the acts, the marks with what an amendment
/// keeps by law, and the day book.
struct RetentionExport {
  private let school: OpenSchool
  private let past: PastRetention
  private let pupils: [Pupil.ID: Pupil]

  init(_ school: OpenSchool, _ past: PastRetention) throws {
    self.school = school
    self.past = past
    pupils = try school.store.roll().pupils
  }

  private static let list = "sha256sums.txt"
  private static let names = ["acts.csv", "marks.csv", "daybook.csv"]
  /// How many acts are in hand at once.
  private static let slice: Int64 = 500

  /// Writes the files, reads them back, and gives the digest of the list of their digests.
  ///
  /// The folder is made and written with the rights of the account that asks; the register is read with
  /// those of the program, which sees its journal too.
  func write(into folder: ExportFolder) throws -> String {
    try OwnRights.with { try folder.make() }
    do {
      let digests = try files(in: folder)
      let list = zip(digests, Self.names).map { "\($0)  \($1)\n" }.joined()
      return try OwnRights.with {
        try FileBytes.write(Array(list.utf8), to: folder.path + "/" + Self.list, mode: 0o600)
        try folder.sync()
        var digest = RunningDigest()
        digest.add(try FileBytes.read(folder.path + "/" + Self.list))
        return digest.hex()
      }
    } catch {
      Self.clear(folder)
      throw error
    }
  }

  /// Takes away what was written into the folder.
  static func clear(_ folder: ExportFolder) { OwnRights.with { folder.clear(names + [list]) } }

  private func files(in folder: ExportFolder) throws -> [String] {
    let (acts, marks, lines) = try OwnRights.with {
      (
        try ExportedRows(Self.names[0], Self.actColumns, in: folder),
        try ExportedRows(Self.names[1], Self.markColumns, in: folder),
        try ExportedRows(Self.names[2], Self.lineColumns, in: folder)
      )
    }
    for range in past.acts {
      for first in stride(from: range.lowerBound, through: range.upperBound, by: Int(Self.slice)) {
        let slice = first...min(range.upperBound, first + Self.slice - 1)
        let written = try school.store.written(in: slice)
        try acts.add(written.acts.map(row))
        try marks.add(written.entries.map(row))
        // Lines come in the order of the acts that wrote them, each of which says how many.
        let acts = written.acts.flatMap { repeatElement($0.submission.id, count: $0.lines) }
        try lines.add(zip(written.lines, acts).map(row))
      }
    }
    return try OwnRights.with {
      [
        try acts.finish(expecting: past.actCount), try marks.finish(expecting: past.entries),
        try lines.finish(expecting: past.lines),
      ]
    }
  }

  private static let actColumns = [
    "act", "kind", "recorded_at", "login", "recorded_by", "position", "group", "date", "session",
    "detail", "observed_at", "observed_by", "marks", "lines",
  ]

  private func row(_ line: ActLine) -> [RowTable.Cell] {
    let act = line.submission
    return [
      .number(Int(act.id.number)), .code(act.kind.rawValue), .instant(act.at),
      .text(act.typist.login), .text(act.typist.name), .text(act.typist.position),
      .text(orEmpty: act.register?.group), .date(act.register?.session.date),
      .code(orEmpty: act.register?.session.half.rawValue), .text(act.detail),
      .instant(act.observer?.at), .text(orEmpty: act.observer?.by), .number(line.entries),
      .number(line.lines),
    ]
  }

  private static let markColumns = [
    "entry", "act", "upn", "surname", "forename", "date", "session", "code", "minutes", "note",
    "how", "recorded_at", "recorded_by", "position", "kind", "replaces_entry", "replaces_code",
    "beside_entry", "reason", "observed_at", "observed_by",
  ]

  private func row(_ line: HistoryLine) -> [RowTable.Cell] {
    let (entry, act) = (line.entry, line.submission)
    return [.number(Int(entry.id.number)), .number(Int(act.id.number))] + named(entry.pupil) + [
      .date(entry.session.date), .code(entry.session.half.rawValue), .code(entry.code),
      .number(orEmpty: entry.minutes),
      .text(orEmpty: entry.note.map { $0.isEmpty ? DayLine.removed : $0 }),
      .code(entry.how.rawValue), .instant(act.at), .text(act.typist.name),
      .text(act.typist.position), .code(act.kind.rawValue),
      .number(orEmpty: entry.replaces.map { Int($0.number) }), .code(orEmpty: line.replaced),
      .number(orEmpty: entry.beside.map { Int($0.number) }), .text(entry.reason),
      .instant(act.observer?.at), .text(orEmpty: act.observer?.by),
    ]
  }

  private static let lineColumns = [
    "line", "act", "upn", "surname", "forename", "date", "kind", "what", "facts", "words", "about",
    "recorded_at", "recorded_by", "position",
  ]

  private func row(_ line: DayLine, of act: Submission.ID) -> [RowTable.Cell] {
    let (kind, facts) = line.kept
    return [.number(Int(line.id.number)), .number(Int(act.number))] + named(line.pupil) + [
      .date(line.date), .code(kind), .text(line.matter.inWords), .text(facts), .text(line.words),
      .number(orEmpty: line.about.map { Int($0.number) }), .instant(line.at), .text(line.by.name),
      .text(line.by.position),
    ]
  }

  private func named(_ id: Pupil.ID?) -> [RowTable.Cell] {
    guard let pupil = id.flatMap({ pupils[$0] }) else { return [.empty, .empty, .empty] }
    return [.code(pupil.upn.text), .text(pupil.name.surname), .text(pupil.name.forename)]
  }
}
