import Attendance
import Policies
import Storage

/// The invented pupils of a practice school, with their families, forms and years so far.
struct PracticeRoll {
  private(set) var pupils: [Pupil] = []
  private(set) var enrolments: [Enrolment] = []
  private(set) var particulars: [Pupil.ID: [Particulars]] = [:]
  private(set) var contacts: [Pupil.ID: [Contact]] = [:]
  let groups: [RegistrationGroup]
  /// Everybody who works there.
  let staff: [Staff]

  private let day: PracticeDay
  private let policy: Policy
  private let cohorts: Cohorts
  private let seed: Int
  private let schoolDays: [SchoolDate]
  private var firstDays: [SchoolYear: SchoolDate] = [:]
  private var families = 0
  /// How many school days a year has had before anybody joins or leaves in its middle.
  private static let settled = 15

  /// Makes a school of so many pupils, as it stands on the day.
  init(_ count: Int, on day: PracticeDay, under policy: Policy, seed: Int) {
    self.day = day
    self.policy = policy
    self.seed = seed
    let schoolDays = day.calendar.sessions(from: day.year.firstDay, through: day.date)
      .filter { $0.half == .am }.map(\.date)
    self.schoolDays = schoolDays
    let leaving = schoolDays.count > Self.settled ? (count * 15 + 500) / 1000 : 0
    let cohorts = Cohorts(count + leaving, of: policy.school, in: day.year)
    self.cohorts = cohorts
    let staff = PracticeStaff(of: cohorts.formNames, under: policy, seed: seed)
    self.staff = staff.members
    groups = cohorts.formNames.enumerated().map { number, form in
      RegistrationGroup(name: form, taker: staff.taker(of: form), room: "\(number + 1)")
    }
    var dice = Dice(seed, Dice.part("places"))
    var places = cohorts.places
    places.shuffle(using: &dice)
    let here = places.indices.filter { places[$0].leaving == .notYet }
    for index in here.prefix(leaving) { places[index].leaving = .midYear }
    while !places.isEmpty { admit(Self.household(&places, &dice), &dice) }
  }

  /// The roll as the register knows it.
  var roll: Roll {
    Roll(pupils: pupils, enrolments: enrolments, particulars: particulars, groups: groups)
  }

  /// The roll as changes that a store keeps.
  var changes: [RollChange] {
    let admissions = PracticeAdmissions(seed: seed, on: day, policy.school)
    return groups.map(RollChange.group) + pupils.map(RollChange.newPupil)
      + zip(pupils, enrolments).map { .newEnrolment(admissions.ended($1, of: $0)) }
      + pupils.flatMap { pupil in
        (particulars[pupil.id] ?? []).map { RollChange.particulars(pupil.id, $0) }
          + [RollChange.contacts(pupil.id, contacts[pupil.id] ?? [])]
          + [admissions.record(of: pupil).map { .admission(pupil.id, $0) }].compactMap(\.self)
      } + admissions.starter(in: groups.map(\.name), after: roll)
  }

  /// The places of one family's children: most have one here, some have siblings, few are twins.
  private static func household(
    _ places: inout [Cohorts.Place], _ dice: inout Dice
  ) -> [Cohorts.Place] {
    guard let first = places.popLast() else { return [] }
    var taken = [first]
    if dice.happens(0.016) {
      let twin = places.lastIndex {
        $0.yearGroup == first.yearGroup && $0.leaving == first.leaving
          && $0.joined == first.joined
      }
      if let twin { taken.append(places.remove(at: twin)) }
    }
    while taken.count < 4, dice.happens(0.3), let last = places.last,
      taken.allSatisfy({ abs($0.yearGroup.ageAtStart - last.yearGroup.ageAtStart) > 1 })
    {
      taken.append(places.removeLast())
    }
    return taken
  }

  private mutating func admit(_ places: [Cohorts.Place], _ dice: inout Dice) {
    families += 1
    let family = Family(families, seed: seed)
    let traits = PupilTraits(of: family, at: policy.school, &dice)
    var names: [String] = []
    var twin: (place: Cohorts.Place, pupil: Pupil)?
    for place in places {
      let id = Pupil.ID(Int64(pupils.count + 1))
      let other = twin.flatMap { $0.place.yearGroup == place.yearGroup ? $0 : nil }
      let form = other?.place.form ?? place.form
      var isGirl = dice.happens(0.49)
      var forename = family.forename(isGirl: isGirl, unlike: names, &dice)
      if let other { (forename, isGirl) = family.twin(of: other.pupil.name.forename, &dice) }
      names.append(forename)
      let known = dice.happens(0.7) ? family.heritage.known[forename] ?? "" : ""
      let born = other?.pupil.dateOfBirth ?? birthday(of: place, &dice)
      let enrolment = enrolment(of: id, place, born: born, &dice)
      guard let upn = upn(id, from: enrolment.starts) else { continue }
      let pupil = Pupil(
        id: id, upn: upn,
        name: PupilName(
          surname: family.surname, forename: forename, preferred: known,
          sayAs: family.said(forename)),
        dateOfBirth: born, sex: isGirl ? "F" : "M",
        lastSchool: ageAtJoining(place) < 5 ? "" : dice.pick(Self.otherSchools))
      pupils.append(pupil)
      enrolments.append(enrolment)
      contacts[id] = family.contacts(of: id)
      let own = traits.characteristics(of: place.yearGroup, &dice)
      particulars[id] = years(place, form, enrolment).map { year, yearGroup in
        Particulars(
          from: year.firstDay, yearGroup: yearGroup, group: cohorts.name(of: form, in: yearGroup),
          campus: policy.campuses.first { $0.years.contains(yearGroup) }?.name ?? "",
          characteristics: own)
      }
      var kept = place
      kept.form = form
      twin = (kept, pupil)
    }
  }

  /// The school years the register knows the pupil in, with the year group of each.
  private func years(
    _ place: Cohorts.Place, _ form: Int, _ enrolment: Enrolment
  ) -> [(SchoolYear, YearGroup)] {
    let before = SchoolYear(startYear: day.year.startYear - 1)
    if place.leaving == .lastYear { return [(before, place.yearGroup)] }
    if enrolment.starts <= before.lastDay, let earlier = cohorts.before(place.yearGroup) {
      return [(before, earlier), (day.year, place.yearGroup)]
    }
    return [(day.year, place.yearGroup)]
  }

  private func birthday(of place: Cohorts.Place, _ dice: inout Dice) -> SchoolDate {
    let start = day.year.startYear - (place.leaving == .lastYear ? 1 : 0)
    let first = SchoolDate(
      year: start - place.yearGroup.ageAtStart - 1, month: 9, day: 1)
    return (first ?? day.date).adding(days: dice.below(365))
  }

  private func ageAtJoining(_ place: Cohorts.Place) -> Int {
    let known = day.year.startYear - (place.leaving == .lastYear ? 1 : 0)
    return place.yearGroup.ageAtStart - (known - place.joined.startYear)
  }

  private mutating func enrolment(
    of pupil: Pupil.ID, _ place: Cohorts.Place, born: SchoolDate, _ dice: inout Dice
  ) -> Enrolment {
    var enrolment = Enrolment(
      id: Enrolment.ID(pupil.number), pupil: pupil,
      kind: PupilTraits.enrolment(pupil, at: policy.school), starts: firstDay(of: place.joined))
    let ofAge = CompulsorySchoolAge(born: born).ends
    switch place.leaving {
    case .lastYear:
      let before = SchoolYear(startYear: day.year.startYear - 1)
      let last = day.calendar.lastSchoolDay(upTo: before.lastDay) ?? before.lastDay
      enrolment.ends = before.contains(ofAge) ? min(ofAge, last) : last
    case .midYear:
      enrolment.ends = schoolDays[dice.within(8...schoolDays.count - 4)]
    case .notYet where dice.happens(0.02) && schoolDays.count > Self.settled:
      enrolment.starts = schoolDays[dice.within(8...schoolDays.count - 4)]
    case .notYet:
      let isLast = !cohorts.yearGroups.contains(where: \.isSixthForm)
      if isLast, ofAge < day.date { enrolment.ends = ofAge }
    }
    return enrolment
  }

  /// The first day of the school year on which pupils came.
  private mutating func firstDay(of year: SchoolYear) -> SchoolDate {
    if let known = firstDays[year] { return known }
    let calendar = SchoolCalendar([PracticeCalendar(of: year).year])
    let first = calendar.sessions(from: year.firstDay, through: year.lastDay).first?.date
    firstDays[year] = first
    return first ?? year.firstDay
  }

  /// A number of an authority that does not exist; a few children still have a temporary one.
  private func upn(_ pupil: Pupil.ID, from starts: SchoolDate) -> UPN? {
    let serial = Int(pupil.number)
    if serial % 211 == 7 {
      return UPN(
        temporary: serial % 2300, year: starts.year, authority: 999,
        establishment: 4000 + serial / 2300)
    }
    let number = 999 * 1_000_000_000 + (4000 + serial / 1000) * 100_000
    let body = String(number + starts.year % 100 * 1000 + serial % 1000)
    // Its check letter is the one that these digits need.
    return "ABCDEFGHJKLMNPQRTUVWXYZ".lazy.compactMap { try? UPN("\($0)\(body)") }.first
  }

  static let otherSchools = [
    "Merebrook Primary School", "Oldersby Church School", "Thorpe Amber Academy",
    "Nether Wick Infants", "St Bride's RC School", "Tanyard Lane School",
  ]
}
