import Attendance

/// What a move into a new year did, as the change log has it, so that it can be taken back.
struct RolloverRecord {
  let year: SchoolYear
  let first: SchoolDate
  var moved: [Pupil.ID] = []
  var left: [Enrolment.ID] = []
  /// The year, form and campus that were on record for days from the first one on, pupil by pupil.
  var found: [Pupil.ID: [SchoolDate: GoingUp.Place]] = [:]
  /// The groups as they were before.
  var groups: [RegistrationGroup] = []
  /// The members of staff as they were before; only login and form are read back.
  var staff: [Staff] = []

  init(year: SchoolYear, first: SchoolDate) {
    self.year = year
    self.first = first
  }

  /// What every such line begins with.
  static let word = "rollover "

  /// What every line about that year begins with.
  static func head(_ year: SchoolYear) -> String { word + "\(year): " }

  /// The record of that line, or nil where it was taken back.
  init?(_ text: String, year: SchoolYear) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 2, let first = SchoolDate(String(lines[0].dropFirst(Self.head(year).count)))
    else { return nil }
    self.init(year: year, first: first)
    moved = lines[1].split(separator: " ").compactMap { Int64($0) }.map { Pupil.ID($0) }
    left = lines[2].split(separator: " ").compactMap { Int64($0) }.map { Enrolment.ID($0) }
    for line in lines.dropFirst(3) {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch parts.count {
      case 5:
        guard let number = Int64(parts[0]), let date = SchoolDate(parts[1]),
          let year = YearGroup(parts[2])
        else { continue }
        found[Pupil.ID(number), default: [:]][date] = GoingUp.Place(year, parts[3], parts[4])
      case 3: groups.append(RegistrationGroup(name: parts[0], taker: parts[1], room: parts[2]))
      case 2:
        staff.append(Staff(login: parts[0], name: "", position: "", role: "", group: parts[1]))
      default: break
      }
    }
  }

  /// Whether it moved pupils or takers, and not only ended times on roll.
  var movedForms: Bool { !moved.isEmpty || !groups.isEmpty || !staff.isEmpty }

  /// The moves that were not taken back, oldest first; each taking back is of the last one before it.
  static func standing(of lines: [String], _ year: SchoolYear) -> [RolloverRecord] {
    var standing: [RolloverRecord] = []
    for line in lines {
      if let record = RolloverRecord(line, year: year) {
        standing.append(record)
      } else {
        _ = standing.popLast()
      }
    }
    return standing
  }

  /// The record as a line of the change log.
  var text: String {
    let lines =
      [
        Self.head(year) + "\(first)", moved.map { "\($0.number)" }.joined(separator: " "),
        left.map { "\($0.number)" }.joined(separator: " "),
      ] + groups.map { "\($0.name)\t\($0.taker)\t\($0.room)" }
      + staff.map { "\($0.login)\t\($0.group)" }
      + found.sorted { $0.key.number < $1.key.number }.flatMap { pupil, places in
        places.sorted { $0.key < $1.key }.map { date, place in
          "\(pupil.number)\t\(date)\t\(place.yearGroup)\t\(place.group)\t\(place.campus)"
        }
      }
    return lines.joined(separator: "\n")
  }
}
