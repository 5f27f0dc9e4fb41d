/// A suspension or a permanent exclusion, with the education arranged from its sixth school day.
///
/// E for the first five school days; from the sixth, education is due, and the code is that of the
/// provision, K or B, or D at another school. Without provision E goes on, and says so.
public struct Suspension: Hashable, Sendable {
  /// Whose it is.
  public var pupil: Pupil.ID
  /// The first session.
  public var from: Session
  /// The last session.
  public var through: Session
  /// Whether it is a permanent exclusion.
  public var isPermanent: Bool
  /// The education arranged from the sixth school day, or empty.
  public var provision: String
  /// The code of that provision.
  public var code: String

  /// A suspension with these details.
  public init(
    of pupil: Pupil.ID, from: Session, through: Session, isPermanent: Bool = false,
    provision: String = "", code: String = "B"
  ) {
    self.pupil = pupil
    self.from = from
    self.through = through
    self.isPermanent = isPermanent
    self.provision = provision
    self.code = code
  }

  /// The sixth school day of it, or nil where it is shorter or no calendar reaches it.
  public func sixthDay(in calendar: SchoolCalendar) -> SchoolDate? {
    guard let sixth = calendar.schoolDay(6, after: from.date.adding(days: -1)),
      sixth <= through.date
    else { return nil }
    return sixth
  }

  /// The absences it comes to, each with its words.
  public func absences(
    in calendar: SchoolCalendar, saying words: String
  ) -> [(absence: KnownAbsence, words: String)] {
    let title = isPermanent ? "permanently excluded" : "suspended"
    let said = words.isEmpty ? title : "\(title): \(words)"
    // Education and Inspections Act 2006, section 103.
    let duty =
      "on the first five school days the parents see to it that the pupil is in no public place "
      + "in school hours"
    func absence(_ first: Session, _ last: Session, _ code: String) -> KnownAbsence {
      KnownAbsence(from: first, through: last, code: code, source: .suspension)
    }
    guard let sixth = sixthDay(in: calendar) else {
      return [(absence(from, through, "E"), "\(said); \(duty)")]
    }
    guard !provision.isEmpty else {
      return [
        (
          absence(from, through, "E"),
          "\(said); \(duty); education is due from the sixth school day, \(sixth)"
        )
      ]
    }
    let fifth = Session(sixth.adding(days: -1), .pm)
    return [
      (absence(from, fifth, "E"), "\(said); \(duty)"),
      (absence(Session(sixth, .am), through, code), provision),
    ]
  }
}
