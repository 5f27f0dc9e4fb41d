import Attendance
import Exchange
import Policies
import Storage

/// What is kept about a pupil, gathered part by part from where each is kept.
struct PupilRecord {
  private let desk: PaperDesk
  private let member: Roll.Member
  private let history: [HistoryLine]
  /// What was written, without sensitive notes: no paper has their words.
  private let book: DayBook
  /// The sensitive notes.
  let withheld: [DayLine]
  private let contacts: [Contact]
  private let revisions: [PupilRevision]
  /// What was removed past retention of the years in which the pupil was here.
  private let removal: String?

  init(_ desk: PaperDesk, of member: Roll.Member) throws {
    self.desk = desk
    self.member = member
    let store = desk.school.store
    let id = member.pupil.id
    history = try store.history(of: id, at: nil)
    book = try store.dayBook(.about(id))
    withheld = try desk.school.withheld(about: id)
    contacts = try store.contacts(of: id)
    revisions = try store.revisions(of: id)
    let last = try desk.school.lastRemoval()
    let wasHere = try last.map { try desk.school.wasHere(member.pupil, before: $0.cut) } ?? false
    removal = wasHere ? last?.inWords : nil
  }

  /// The parts of the record, in the order in which a parent asks for them.
  func parts() throws -> [PupilRecordSheet.Part] {
    [
      .init("DETAILS", details), .init("PARENTS AND OTHER CONTACTS", contacts.map(Self.line)),
      .init("SCHOOL YEARS", try years()), .init("ENTRIES OF THE ATTENDANCE REGISTER", entries),
      .init("WHAT WAS SAID, DONE AND WRITTEN", said), .init("CHANGES OF THE RECORD", changes),
    ]
  }

  private var details: [PupilRecordSheet.Line] {
    let pupil = member.pupil
    var lines = [
      "Legal name: \(pupil.name.legal)", "Known as: \(pupil.name.knownAs)",
      "Born: \(pupil.dateOfBirth.inWords)", "Sex: \(Self.written(pupil.sex))",
      "Last school: \(Self.written(pupil.lastSchool))",
    ]
    for enrolment in desk.roll.enrolments[pupil.id] ?? [] {
      let ends = enrolment.ends.map { " to \($0.inWords)" } ?? ""
      lines.append("On roll (\(enrolment.kind.rawValue)) from \(enrolment.starts.inWords)\(ends)")
    }
    for dated in desk.roll.particulars[pupil.id] ?? [] {
      lines.append(
        "From \(dated.from.inWords): year \(dated.yearGroup), group \(Self.written(dated.group))")
      for (name, value) in dated.characteristics.sorted(by: { $0.key < $1.key }) {
        lines.append(
          "  \(name.rawValue.split(separator: "_").joined(separator: " ")): \(value)")
      }
    }
    if let removal { lines.append("Note that \(removal)") }
    return lines.map { .init($0) }
  }

  private static func line(_ contact: Contact) -> PupilRecordSheet.Line {
    let facts = ContactField.allCases.map { ($0, contact[$0]) }.filter { !$0.1.isEmpty }.map {
      "\($0.rawValue.split(separator: "_").joined(separator: " ")) \($1)"
    }
    return .init(facts.joined(separator: ", "), namesOthers: true)
  }

  private func years() throws -> [PupilRecordSheet.Line] {
    try desk.calendar.years.map(\.year).compactMap { year in
      let days = year.firstDay...year.lastDay
      let tally = try desk.figures(of: days, pupils: [member.pupil.id]).tally(
        of: member.pupil.id, from: days.lowerBound,
        through: min(Session(days.upperBound, .pm), desk.last))
      if tally.possible + tally.missing == 0 { return nil }
      return .init(
        "\(year): \(tally.attended) of \(tally.possible) sessions attended"
          + (tally.attendance.map { " (\($0)%)" } ?? "")
          + ", \(tally.authorised) authorised and \(tally.unauthorised) unauthorised absences, "
          + "\(tally.late) late")
    }
  }

  private var entries: [PupilRecordSheet.Line] {
    history.map { line in
      let entry = line.entry
      var text = "\(entry.session.date.inWords) \(entry.session.half.rawValue) "
      text += entry.isBlank ? "taken back" : entry.code
      if let replaced = line.replaced { text += ", in place of \(replaced)" }
      if entry.beside != nil { text += ", kept beside what stands" }
      if let minutes = entry.minutes {
        text += ", \(minutes) minute\(minutes == 1 ? "" : "s") late"
      }
      if let note = entry.note { text += note.isEmpty ? ", note redacted" : ": \(note)" }
      if !entry.reason.isEmpty { text += " (\(entry.reason))" }
      text += ", \(line.submission.typist.position), \(line.submission.at.date.inWords)"
      // Codes name nobody; what somebody wrote may.
      return .init(text, namesOthers: !(entry.note ?? "").isEmpty || !entry.reason.isEmpty)
    }
  }

  private var said: [PupilRecordSheet.Line] {
    // Neither who wrote it nor its nature: the paper may come into the hands of whoever it is about.
    let places = withheld.map {
      ($0.id, PupilRecordSheet.Line("\($0.date.inWords): [withheld]", namesOthers: true))
    }
    let lines = book.lines.map { line in
      let words = line.words.isEmpty ? "" : ": \(line.words)"
      let state = book.isWithdrawn(line) ? " (taken back)" : ""
      return (
        line.id,
        PupilRecordSheet.Line(
          "\(line.date.inWords), \(line.matter.kind): \(line.matter.inWords)\(words)\(state), "
            + line.by.position, namesOthers: true)
      )
    }
    return (lines + places).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private var changes: [PupilRecordSheet.Line] {
    revisions.map { revision in
      .init(
        "\(revision.at.date.inWords), \(revision.kind): \(revision.inWords), "
          + revision.by.position, namesOthers: revision.kind == "contacts")
    }
  }

  private static func written(_ text: String) -> String { text.isEmpty ? "not recorded" : text }
}
