public import Attendance

/// The certificate of one pupil's entries in the register, as evidence for the local authority.
public struct RegistrationCertificate: Sendable {
  private let making: OfficialRegister.Making
  private let pupil: Pupil
  private let particulars: Particulars
  private let enrolment: Enrolment
  private let days: [SchoolDate: [HalfDay: String]]
  private let tally: Tally
  private let codes: [AttendanceCode]
  private let changes: [OfficialRegister.Remark]
  private let last: Session

  /// The certificate of the member's entries; the day's codes stand by half, `?` where none was made.
  public init(
    _ making: OfficialRegister.Making, of member: Roll.Member, upTo last: Session,
    _ source: OfficialRegister.Source, _ tally: Tally, history: [HistoryLine]
  ) {
    self.making = making
    self.last = last
    pupil = member.pupil
    particulars = member.particulars
    enrolment = member.enrolment
    self.tally = tally
    var days: [SchoolDate: [HalfDay: String]] = [:]
    var used: Set<AttendanceCode> = []
    let sessions = source.calendar.sessions(
      from: making.days.lowerBound, through: min(making.days.upperBound, last.date))
    for session in sessions where session <= last {
      guard let one = source.roll.member(pupil.id, on: session.date),
        source.calendar.meets(
          at: session, campus: one.particulars.campus, yearGroup: one.particulars.yearGroup)
      else { continue }
      let text = source.mark(of: pupil.id, at: session)
      days[session.date, default: [:]][session.half] = text.isEmpty ? "?" : text
      if let code = source.code(text, on: session.date) { used.insert(code) }
    }
    self.days = days
    codes = used.sorted { ($0.text, $0.meaning) < ($1.text, $1.meaning) }
    changes = history.filter {
      $0.entry.replaces != nil && making.days.contains($0.entry.session.date)
    }.map { OfficialRegister.Remark(pupil: member.pupil, line: $0) }
  }

  /// The certificate, at most 78 columns wide, each line ended by a line feed.
  public var text: String {
    ([head, grid, sums, meanings, amended, foot].filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") + "\n" }).joined(separator: "\n")
  }

  private var head: [String] {
    let ends = enrolment.ends.map { ", last day \($0.inWords)" } ?? ""
    return Paragraph.lines("CERTIFICATE OF REGISTRATION AND ATTENDANCE  \(making.school)")
      + Paragraph.lines("\(pupil.name.legal), UPN \(pupil.upn.text)")
      + Paragraph.lines(
        "Born \(pupil.dateOfBirth.inWords), year \(particulars.yearGroup), \(particulars.group)")
      + Paragraph.lines("On the admission register from \(enrolment.starts.inWords)\(ends)")
      + Paragraph.lines(
        "Entries of the attendance register, \(making.days.lowerBound.inWords) to "
          + "\(making.days.upperBound.inWords)")
  }

  private var grid: [String] {
    let mondays = Set(days.keys.map(\.monday)).sorted()
    let heads =
      "Week of           "
      + (0..<5).map { Self.padded(SchoolDate(daysSince1970: 4 + $0).weekday.short, 8) }.joined()
    return [Self.trimmed(heads)]
      + mondays.map { monday in
        let cells = (0..<5).map { day -> String in
          let date = monday.adding(days: day)
          let halves = HalfDay.allCases.map { half in
            // A session that is still to come has nothing to show.
            days[date]?[half] ?? (Session(date, half) > last ? "" : "-")
          }
          return Self.padded(Self.padded(halves[0], 3) + halves[1], 8)
        }
        return Self.trimmed(Self.padded(monday.inWords, 18) + cells.joined())
      }
  }

  private var sums: [String] {
    [
      "Sessions possible \(tally.possible), attended \(tally.attended)"
        + (tally.attendance.map { " (\($0)%)" } ?? ""),
      "Authorised absence \(tally.authorised), unauthorised absence \(tally.unauthorised)",
      "Late \(tally.late), without a mark \(tally.missing)",
    ]
  }

  private var meanings: [String] {
    ["CODES"] + codes.flatMap { Paragraph.lines("\($0.text)  \($0.meaning)") }
      + ["?  no mark", "-  no session for the pupil"]
  }

  private var amended: [String] {
    ["ENTRIES THAT WERE AMENDED"]
      + (changes.isEmpty ? ["None."] : changes.flatMap { Paragraph.lines($0.change) })
  }

  private var foot: [String] {
    Paragraph.lines(
      "I certify that this is a true extract from the attendance register of \(making.school), "
        + "kept under the School Attendance (Pupil Registration) (England) Regulations 2024.")
      + [
        "", "Signed ______________________________  Headteacher", "", "Date   ____________________",
        "", "Printed \(making.at.date.inWords) at \(making.at.time)",
      ]
      + Paragraph.lines("by \(making.by.name), \(making.by.position).")
      + ["Head seal of the register:", "  \(making.seal)"]
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
