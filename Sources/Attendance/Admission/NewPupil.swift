/// A child whom the office puts on the books: the little that is asked for on the first day.
public struct NewPupil: Hashable, Sendable {
  /// The names.
  public var name: PupilName
  /// Day, month and year of birth.
  public var dateOfBirth: SchoolDate
  /// Sex as the admission register records it.
  public var sex: String
  /// The form.
  public var group: String
  /// The starting day that was agreed.
  public var starts: SchoolDate
  /// The year group, or nil for that of the form.
  public var yearGroup: YearGroup?
  /// The real number, or nil for a temporary one.
  public var upn: UPN?
  /// How the pupil is registered.
  public var kind: Enrolment.Kind
  /// Whether the pupil boards.
  public var isBoarder: Bool
  /// The address.
  public var address: String
  /// The last school attended.
  public var lastSchool: String

  /// A child of that form from that day on.
  public init(
    name: PupilName, dateOfBirth: SchoolDate, sex: String = "", group: String, starts: SchoolDate,
    yearGroup: YearGroup? = nil, upn: UPN? = nil, kind: Enrolment.Kind = .main,
    isBoarder: Bool = false, address: String = "", lastSchool: String = ""
  ) {
    self.name = name
    self.dateOfBirth = dateOfBirth
    self.sex = sex
    self.group = group
    self.starts = starts
    self.yearGroup = yearGroup
    self.upn = upn
    self.kind = kind
    self.isBoarder = isBoarder
    self.address = address
    self.lastSchool = lastSchool
  }

  /// A child as the roll takes it in.
  public struct Entry: Hashable, Sendable {
    /// The pupil, with a number of ours and a UPN.
    public let pupil: Pupil
    /// The time on roll.
    public let enrolment: Enrolment
    /// What is true from the starting day on.
    public let particulars: Particulars
  }

  /// Those on the books who may be this very child: one surname, any part of it, and one birth.
  public func likenesses(on roll: Roll) -> [Pupil] {
    let surname = FoldedName(name.surname)
    return Pupil.inRegisterOrder(
      roll.pupils.values.filter {
        $0.dateOfBirth == dateOfBirth
          && (FoldedName($0.name.surname) == surname
            || FoldedName($0.name.forename) == FoldedName(name.forename))
      }, pupil: \.self)
  }

  /// What to say of an age that does not fit the year group, or nil.
  public func misfit(on roll: Roll) -> String? {
    let year = yearGroup ?? roll.ways(of: group, on: starts)?.yearGroup
    return year?.misfit(born: dateOfBirth, on: starts)
  }

  /// The child on that roll, or why it cannot be taken in.
  ///
  /// Whoever has looked at those alike says that it is another child, and whoever has looked at the
  /// age that it is right.
  public func entry(
    on roll: Roll, isAnother: Bool = false, isRightAge: Bool = false
  ) throws(AdmissionRefusal) -> Entry {
    if name.surname.isEmpty || name.forename.isEmpty { throw .noName }
    if dateOfBirth >= starts { throw .bornAfterStart(dateOfBirth, starts) }
    if let upn, let other = roll.pupils.values.first(where: { $0.upn == upn }) {
      throw .takenUPN(upn, by: other.name.onRegister)
    }
    let alike = likenesses(on: roll)
    if !isAnother, !alike.isEmpty {
      throw .likeAnother(
        alike.map { pupil in
          let group = roll.particulars(of: pupil.id, on: starts)?.group ?? ""
          return "\(pupil.name.onRegister) \(group) (\(pupil.upn))"
        })
    }
    let ways = roll.ways(of: group, on: starts)
    guard let year = yearGroup ?? ways?.yearGroup else { throw .noYearGroup(group: group) }
    if !isRightAge, let misfit = year.misfit(born: dateOfBirth, on: starts) {
      throw .otherAge(misfit)
    }
    let taken = Set(roll.pupils.values.map(\.upn))
    guard let upn = upn ?? UPN.firstFree(in: starts.year, taken: taken) else {
      throw .noUPNLeft(year: starts.year)
    }
    let id = Pupil.ID((roll.pupils.keys.map(\.number).max() ?? 0) + 1)
    let number = (roll.enrolments.values.joined().map(\.id.number).max() ?? 0) + 1
    return Entry(
      pupil: Pupil(
        id: id, upn: upn, name: name, dateOfBirth: dateOfBirth, sex: sex, lastSchool: lastSchool),
      enrolment: Enrolment(
        id: Enrolment.ID(number), pupil: id, kind: kind, isBoarder: isBoarder, starts: starts),
      particulars: Particulars(
        from: starts, yearGroup: year, group: group, campus: ways?.campus ?? "",
        characteristics: address.isEmpty ? [:] : [.address: address]))
  }
}

extension Roll {
  /// The year group and campus of most of a form's pupils on the date, or nil where it has none.
  public func ways(of group: String, on date: SchoolDate) -> Particulars? {
    let own = members(on: date).map(\.particulars).filter { $0.group == group }
    let counts = Dictionary(own.map { ($0.yearGroup, 1) }, uniquingKeysWith: +)
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return own.first { $0.yearGroup == most }
  }
}
