/// A school's move into a new year: who goes up, who leaves, who comes, and which forms there are.
public struct Rollover: Sendable {
  /// What becomes of a pupil.
  public enum Fate: Hashable, Sendable {
    /// Into that form and year.
    case goesUp(to: String, YearGroup)
    /// Off the roll after the last day, on that ground.
    case leaves(Deletion)
    /// In the last year, and the ground asks for what is not known.
    case undecided
    /// On the books, and due from that day: a prospective pupil (Z) until then.
    case comes(SchoolDate)
    /// What the new year brings is on record already, or the pupil leaves by a record of their own.
    case settled
  }

  /// A pupil with their fate.
  public struct Line: Hashable, Sendable {
    /// The pupil.
    public let pupil: Pupil
    /// The time on roll.
    public let enrolment: Enrolment
    /// What is true of them now.
    public let particulars: Particulars
    /// What becomes of them.
    public let fate: Fate
  }

  /// How a school moves.
  public struct Rules: Sendable {
    /// Its year groups.
    public var years: [YearGroup]
    /// The new form for an old one, where it is not the same letter of the next year.
    public var forms: [String: String]
    /// Whether whoever takes a form goes up with it; else they stay with the year.
    public var takersMove: Bool
    /// Where the leavers of compulsory age go who have told of no other school.
    public var destination: OtherSchool?

    /// Rules of these.
    public init(
      years: [YearGroup], forms: [String: String] = [:], takersMove: Bool,
      destination: OtherSchool? = nil
    ) {
      self.years = years
      self.forms = forms
      self.takersMove = takersMove
      self.destination = destination
    }
  }

  /// The first day on which anybody meets in the new year.
  public let first: SchoolDate
  /// The last day of the old year's last term.
  public let last: SchoolDate
  /// Everybody, in the order of a register, by year and form.
  public let lines: [Line]
  /// Which form each form becomes.
  public let forms: [String: String]
  private let rules: Rules

  /// The move of the roll into that year; nil where the calendar knows the year or the one before it
  /// not.
  public init?(
    of roll: Roll, into year: SchoolYear, _ calendar: SchoolCalendar,
    _ records: [Pupil.ID: AdmissionRecord], _ rules: Rules
  ) {
    let before = SchoolYear(startYear: year.startYear - 1)
    guard
      let first = calendar.sessions(from: year.firstDay, through: year.lastDay).first?.date,
      let last = calendar.year(of: before.firstDay)?.terms.map(\.ends).max()
    else { return nil }
    self.first = first
    self.last = last
    self.rules = rules
    var forms: [String: String] = [:]
    let here = roll.members(on: first.adding(days: -1))
    for member in here {
      let group = member.particulars.group
      guard forms[group] == nil, let next = Self.next(member.particulars.yearGroup, rules) else {
        continue
      }
      forms[group] =
        rules.forms[group] ?? Self.form(group, from: member.particulars.yearGroup, next)
    }
    self.forms = forms
    var lines = here.map { member in
      Line(
        pupil: member.pupil, enrolment: member.enrolment, particulars: member.particulars,
        fate: Self.fate(
          of: member, roll, (first, last), records[member.pupil.id], forms, rules))
    }
    let known = Set(here.map(\.pupil.id))
    let coming = roll.enrolments.values.joined().filter {
      $0.starts >= first && year.contains($0.starts) && !known.contains($0.pupil)
    }
    lines += coming.compactMap { enrolment in
      guard let pupil = roll.pupils[enrolment.pupil],
        let particulars = roll.particulars(of: enrolment.pupil, on: enrolment.starts)
      else { return nil }
      return Line(
        pupil: pupil, enrolment: enrolment, particulars: particulars,
        fate: .comes(enrolment.starts))
    }
    self.lines = lines.sorted { one, other in
      (one.particulars.yearGroup, one.particulars.group, one.pupil.name.order, one.pupil.upn)
        < (
          other.particulars.yearGroup, other.particulars.group, other.pupil.name.order,
          other.pupil.upn
        )
    }
  }

  private static func next(_ year: YearGroup, _ rules: Rules) -> YearGroup? {
    year.next.flatMap { rules.years.contains($0) ? $0 : nil }
  }

  /// The same letter of the next year: 7A becomes 8A; a name that does not begin with its year stays.
  static func form(_ group: String, from year: YearGroup, _ next: YearGroup) -> String {
    let head = year.description
    let rest = group.dropFirst(head.count)
    // Robins is no form of Reception's letters.
    guard group.hasPrefix(head), rest.first.map({ !$0.isLowercase && !$0.isNumber }) ?? true else {
      return group
    }
    return next.description + rest
  }

  private static func fate(
    of member: Roll.Member, _ roll: Roll, _ days: (first: SchoolDate, last: SchoolDate),
    _ record: AdmissionRecord?, _ forms: [String: String], _ rules: Rules
  ) -> Fate {
    let pupil = member.pupil
    // An address told for September settles nothing; another year, or a form of the first day, does.
    let now = member.particulars
    let known = roll.particulars[pupil.id] ?? []
    let isPlaced = known.contains { later in
      later.from >= days.first
        && (later.yearGroup != now.yearGroup
          || later.from == days.first && later.group != now.group)
    }
    let ends = member.enrolment.ends.map { $0 < days.first } ?? false
    if ends && !roll.goesOn(after: member.enrolment) || isPlaced
      || known.allSatisfy({ $0.from >= days.first })
    {
      return .settled
    }
    if let next = next(member.particulars.yearGroup, rules) {
      return .goesUp(to: forms[member.particulars.group] ?? member.particulars.group, next)
    }
    if ends || roll.goesOn(after: member.enrolment) { return .settled }
    let last = max(days.last, member.enrolment.starts)
    if !pupil.isOfCompulsoryAge(on: last) { return .leaves(Deletion(.ceased)) }
    if CompulsorySchoolAge(born: pupil.dateOfBirth).ends < days.first {
      return .leaves(Deletion(.overAge))
    }
    guard let school = record?.destination ?? rules.destination else { return .undecided }
    return .leaves(
      Deletion(
        .otherSchool,
        [.destination: school.name, .startsThere: "\(school.from ?? days.first)"]))
  }

  /// Which form whoever takes a form takes next.
  ///
  /// Whoever went up with the oldest forms begins again with the youngest of the same letter.
  public func nextForm(of group: String) -> String {
    guard rules.takersMove else { return group }
    if let next = forms[group] { return next }
    var youngest = group
    var seen: Set<String> = [group]
    while let before = forms.first(where: { $0.value == youngest && $0.key != youngest })?.key,
      seen.insert(before).inserted
    {
      youngest = before
    }
    return youngest
  }

  /// The records of a pupil who goes up, as they are to be and as they are.
  public func goingUp(
    _ line: Line, to form: String, _ next: YearGroup, on roll: Roll, campus: String?
  ) -> GoingUp {
    GoingUp(
      roll.particulars[line.pupil.id] ?? [], from: first, to: form, next, forms, campus: campus)
  }

  /// The time on roll of a leaver as it is to be.
  public func ended(_ line: Line, _ deletion: Deletion) -> Enrolment {
    var ended = line.enrolment
    ended.ends = max(last, line.enrolment.starts)
    ended.deletion = deletion
    return ended
  }
}
