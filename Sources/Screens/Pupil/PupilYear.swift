public import Attendance
public import Policies

/// A pupil's marks of one school year, as the map and the table show them.
public struct PupilYear: Hashable, Sendable {
  /// The pupil.
  public let pupil: Pupil
  /// The group the pupil is registered in.
  public let group: String
  /// The school year.
  public let year: SchoolYear
  /// The code of every half day from 1 August, empty for none.
  public let codes: [String]
  /// Whether the pupil's school meets at every half day from 1 August.
  public let meets: [Bool]
  /// The tally of the year up to now.
  public let tally: Tally
  /// Whether there is a year before this one to be shown.
  public let hasEarlier: Bool
  /// Whether there is a year after it.
  public let hasLater: Bool
  /// What those who follow the pupil up are told under the map, a sentence each.
  public let remarks: [String]
  /// What the pupil is to the person.
  public let relations: Set<Reach>
  /// What home or others said of absences, where the person may read it.
  public let reasons: [Reason]

  /// What was said of an absence.
  public struct Reason: Hashable, Sendable {
    /// The first session it speaks of.
    public let from: Session
    /// The last one.
    public let through: Session
    /// The words.
    public let words: String

    /// These words about an absence from that session through the other.
    public init(from: Session, through: Session, words: String) {
      self.from = from
      self.through = through
      self.words = words
    }
  }

  /// A pupil's year; codes and meetings are two a day from 1 August.
  public init(
    pupil: Pupil, group: String, year: SchoolYear, codes: [String], meets: [Bool], tally: Tally,
    hasEarlier: Bool = false, hasLater: Bool = false, remarks: [String] = [],
    relations: Set<Reach> = [], reasons: [Reason] = []
  ) {
    self.pupil = pupil
    self.group = group
    self.year = year
    self.codes = codes
    self.meets = meets
    self.tally = tally
    self.hasEarlier = hasEarlier
    self.hasLater = hasLater
    self.remarks = remarks
    self.relations = relations
    self.reasons = reasons
  }

  /// The code of a session, empty for none or outside the year.
  func code(at session: Session) -> String {
    YearSheet.cell(of: session, in: year).flatMap { codes.indices.contains($0) ? codes[$0] : nil }
      ?? ""
  }

  /// Whether the school meets at a session.
  func meets(at session: Session) -> Bool {
    YearSheet.cell(of: session, in: year).flatMap { meets.indices.contains($0) ? meets[$0] : nil }
      ?? false
  }

  /// The Mondays from the first week in which the school meets to the last.
  var weeks: [SchoolDate] {
    guard let first = meets.firstIndex(of: true), let last = meets.lastIndex(of: true) else {
      return []
    }
    let end = YearSheet.session(at: last, in: year).date.monday
    var weeks = [YearSheet.session(at: first, in: year).date.monday]
    while let week = weeks.last, week < end { weeks.append(week.adding(days: 7)) }
    return weeks
  }

  /// Every session with a code other than present, latest first.
  func exceptions(_ book: CodeBook) -> [Session] {
    codes.indices.reversed().compactMap { cell in
      let session = YearSheet.session(at: cell, in: year)
      let code = codes[cell]
      return code.isEmpty || code == book.present(at: session.half) ? nil : session
    }
  }
}
