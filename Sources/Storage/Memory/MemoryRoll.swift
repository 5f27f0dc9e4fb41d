import Attendance

/// The roll of a register kept in memory, under the rules that a file's constraints keep.
struct MemoryRoll {
  private(set) var pupils: [Pupil.ID: Pupil] = [:]
  private(set) var groups: [String: RegistrationGroup] = [:]
  private var numbers: [String: Pupil.ID] = [:]
  private var enrolments: [Enrolment.ID: Enrolment] = [:]
  private var particulars: [Pupil.ID: [SchoolDate: Particulars]] = [:]
  private var contacts: [Pupil.ID: [Contact]] = [:]
  private var memberships: [Membership] = []
  private(set) var admissions: [Pupil.ID: AdmissionRecord] = [:]
  var staff: [String: Staff] = [:]
  private(set) var years: [SchoolYear: CalendarYear] = [:]

  /// The roll as every store gives it.
  var roll: Roll {
    Roll(
      pupils: Array(pupils.values), enrolments: Array(enrolments.values),
      particulars: particulars.mapValues { Array($0.values) }, memberships: memberships,
      groups: groups.values.sorted { $0.name < $1.name })
  }

  /// The pupil with this number, now or once.
  func pupil(_ upn: String) -> Pupil? { numbers[upn].flatMap { pupils[$0] } }

  func contacts(sharedWith pupil: Pupil.ID) -> [Contact] {
    func tail(_ contact: Contact) -> String {
      String(contact.phone.filter { $0 != " " && $0 != "-" }.suffix(7))
    }
    let own = contacts(of: pupil)
    let tails = Set(own.filter { !$0.phone.isEmpty }.map(tail))
    return contacts.keys.filter { $0 != pupil }.sorted { $0.number < $1.number }.flatMap { other in
      contacts(of: other).filter { contact in
        own.contains { $0.name == contact.name }
          || (!contact.phone.isEmpty && tails.contains(tail(contact)))
      }
    }
  }

  func contacts(of pupil: Pupil.ID) -> [Contact] {
    (contacts[pupil] ?? []).sorted { ($0.priority, $0.name) < ($1.priority, $1.name) }
  }

  /// Makes the change, or says which rule it breaks.
  mutating func make(_ change: RollChange) throws(StoreFault) {
    switch change {
    case .newPupil(let pupil):
      guard pupils[pupil.id] == nil else { throw StoreFault.rule(.takenPupil) }
      try keep(pupil)
    case .pupil(let pupil):
      try know(pupil.id)
      try keep(pupil)
    case .newEnrolment(let enrolment):
      try know(enrolment.pupil)
      guard enrolments[enrolment.id] == nil else { throw StoreFault.rule(.takenEnrolment) }
      try keep(enrolment)
    case .enrolment(let enrolment):
      guard enrolments[enrolment.id]?.pupil == enrolment.pupil else { throw .unknownEnrolment }
      try keep(enrolment)
    case .particulars(let pupil, let dated):
      try know(pupil)
      particulars[pupil, default: [:]][dated.from] = dated.asKept
    case .contacts(let pupil, let list):
      try know(pupil)
      let names = Set(list.map { "\($0.priority) \($0.name)" })
      guard names.count == list.count else { throw StoreFault.rule(.repeatedContact) }
      contacts[pupil] = list
    case .admission(let pupil, let record):
      try know(pupil)
      admissions[pupil] = record.isEmpty ? nil : record
    case .noParticulars(let pupil, let date):
      let dates = particulars[pupil]?.keys.sorted() ?? []
      guard dates.dropFirst().contains(date) else { throw StoreFault.rule(.unknownParticulars) }
      particulars[pupil]?[date] = nil
    case .group(let group): groups[group.name] = group
    case .membership(let place):
      try know(place.pupil)
      memberships.append(place)
    case .noMembership(let place):
      guard let index = memberships.lastIndex(of: place) else {
        throw StoreFault.rule(.unknownMembership)
      }
      memberships.remove(at: index)
    case .staff(let member): staff[member.login] = member
    case .year(let year):
      try year.check()
      years[year.year] = year.isEmpty ? nil : year.inOrder
    case .done: break
    }
  }

  /// Whether the change says nothing but what is known, and is left out for it.
  func knows(_ change: RollChange) -> Bool {
    switch change {
    case .staff(let member): staff[member.login] == member
    case .year(let year): years[year.year] == year.inOrder
    default: false
    }
  }

  /// What the change is about to replace of a pupil's records, and with what.
  func record(of change: RollChange) -> PupilRevision.Record? {
    switch change {
    case .newPupil(let pupil): .pupil(before: nil, after: pupil)
    case .pupil(let pupil): .pupil(before: pupils[pupil.id], after: pupil)
    case .particulars(let pupil, let dated):
      .particulars(
        before: Roll(particulars: [pupil: Array((particulars[pupil] ?? [:]).values)])
          .particulars(of: pupil, on: dated.from), after: dated.asKept)
    case .contacts(let pupil, let list): .contacts(before: contacts(of: pupil), after: list)
    case .newEnrolment(let enrolment): .enrolment(before: nil, after: enrolment)
    case .enrolment(let enrolment):
      .enrolment(before: enrolments[enrolment.id], after: enrolment)
    case .admission(let pupil, let record):
      .admission(before: admissions[pupil] ?? AdmissionRecord(), after: record)
    case .group, .membership, .noMembership, .noParticulars, .staff, .year, .done: nil
    }
  }

  func know(_ pupil: Pupil.ID) throws(StoreFault) {
    guard pupils[pupil] != nil else { throw .unknownPupil }
  }

  private mutating func keep(_ pupil: Pupil) throws(StoreFault) {
    guard !pupil.name.surname.isEmpty, !pupil.name.forename.isEmpty else {
      throw StoreFault.rule(.namelessPupil)
    }
    if pupils.values.contains(where: { $0.upn == pupil.upn && $0.id != pupil.id }) {
      throw StoreFault.rule(.takenUPN)
    }
    pupils[pupil.id] = pupil
    numbers[pupil.upn.text] = pupil.id
  }

  private mutating func keep(_ enrolment: Enrolment) throws(StoreFault) {
    if let ends = enrolment.ends, ends < enrolment.starts { throw StoreFault.rule(.endsEarly) }
    enrolments[enrolment.id] = enrolment
  }
}
