import Attendance

/// Everything a register in memory holds, as one value, so that a change is whole or nothing.
struct MemoryBooks {
  var school: SchoolIdentity
  var staff: [String: Staff] = [:]
  var years: [SchoolYear: CalendarYear] = [:]
  var plans: [Plan] = []
  var log: [(what: String, by: Person, at: Instant)] = []

  var pupils: [Pupil.ID: Pupil] = [:]
  /// Every number a pupil ever had.
  var numbers: [String: Pupil.ID] = [:]
  var enrolments: [Enrolment.ID: Enrolment] = [:]
  var particulars: [Pupil.ID: [Particulars]] = [:]
  var contacts: [Pupil.ID: [Contact]] = [:]
  var groups: [String: RegistrationGroup] = [:]
  var memberships: [Membership] = []

  var chain: [ChainLink] = []
  var entries: [KeptEntry] = []
  /// Where each pupil's entries are, oldest first.
  var places: [Int64: [Int]] = [:]
  var notes: [Int64: KeptNote] = [:]
  var alphabet = SheetAlphabet()
  var sheets: [SheetDesk.Key: [UInt8]] = [:]

  init(school: SchoolIdentity) {
    self.school = school
  }

  var roll: Roll {
    Roll(
      pupils: Array(pupils.values), enrolments: Array(enrolments.values),
      particulars: particulars, memberships: memberships,
      groups: groups.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
  }

  /// Keeps the terms and closures of a year in place of those known.
  mutating func keep(_ year: CalendarYear) throws(StoreFault) {
    guard year.terms.allSatisfy({ $0.starts <= $0.ends }) else { throw Self.endsTooEarly }
    guard Set(year.terms.map(\.starts)).count == year.terms.count else {
      throw .refused("two terms of a year begin on one day")
    }
    years[year.year] = year.terms.isEmpty && year.closures.isEmpty ? nil : year
  }

  /// Makes one change to the roll.
  mutating func make(_ change: RollChange) throws(StoreFault) {
    switch change {
    case .newPupil(let pupil):
      guard pupils[pupil.id] == nil else {
        throw .refused("another desk has just added a pupil")
      }
      try keep(pupil)
    case .pupil(let pupil):
      guard pupils[pupil.id] != nil else { throw .unknownPupil }
      try keep(pupil)
    case .newEnrolment(let enrolment):
      guard enrolments[enrolment.id] == nil else {
        throw .refused("another desk has just added an enrolment")
      }
      try keep(enrolment)
    case .enrolment(let enrolment):
      guard enrolments[enrolment.id]?.pupil == enrolment.pupil else { throw .unknownEnrolment }
      try keep(enrolment)
    case .particulars(let pupil, let new):
      guard pupils[pupil] != nil else { throw .unknownPupil }
      var new = new
      new.characteristics = CharacteristicText.read(CharacteristicText.write(new.characteristics))
      particulars[pupil, default: []].removeAll { $0.from == new.from }
      particulars[pupil, default: []].append(new)
    case .contacts(let pupil, let contacts):
      try keep(contacts, of: pupil)
    case .group(let group):
      groups[group.name] = group
    case .membership(let place):
      guard pupils[place.pupil] != nil else { throw .unknownPupil }
      memberships.append(place)
    }
  }

  private mutating func keep(_ pupil: Pupil) throws(StoreFault) {
    guard !pupil.name.surname.isEmpty, !pupil.name.forename.isEmpty else {
      throw .refused("a pupil needs a surname and a forename")
    }
    guard !pupils.values.contains(where: { $0.upn == pupil.upn && $0.id != pupil.id }) else {
      throw .refused("another pupil has that UPN")
    }
    pupils[pupil.id] = pupil
    numbers[pupil.upn.text] = pupil.id
  }

  private mutating func keep(_ enrolment: Enrolment) throws(StoreFault) {
    guard enrolment.ends.map({ enrolment.starts <= $0 }) ?? true else { throw Self.endsTooEarly }
    guard pupils[enrolment.pupil] != nil else { throw .unknownPupil }
    enrolments[enrolment.id] = enrolment
  }

  private mutating func keep(_ new: [Contact], of pupil: Pupil.ID) throws(StoreFault) {
    guard pupils[pupil] != nil || new.isEmpty else { throw .unknownPupil }
    var kept: [Contact] = []
    for var contact in new {
      contact.pupil = pupil
      guard !kept.contains(where: { $0.priority == contact.priority && $0.name == contact.name })
      else { throw .refused("a contact stands twice in the list with one name and priority") }
      kept.append(contact)
    }
    contacts[pupil] = kept.sorted { one, other in
      one.priority == other.priority
        ? one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
        : one.priority < other.priority
    }
  }

  private static let endsTooEarly = StoreFault.refused("it ends before it begins")
}
