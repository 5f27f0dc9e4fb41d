import Attendance
import Policies
import Storage

/// What the admission register of a practice school holds beside names and contacts: schools before,
/// grounds of leaving, and a child who is due next week.
struct PracticeAdmissions {
  private let seed: Int
  private let day: PracticeDay
  private let school: School

  init(seed: Int, on day: PracticeDay, _ school: School) {
    self.seed = seed
    self.day = day
    self.school = school
  }

  /// The time on roll with the ground of its end, where it has one.
  func ended(_ enrolment: Enrolment, of pupil: Pupil) -> Enrolment {
    guard let ends = enrolment.ends else { return enrolment }
    var ended = enrolment
    ended.deletion = deletion(of: pupil, after: ends)
    return ended
  }

  private func deletion(of pupil: Pupil, after last: SchoolDate) -> Deletion {
    if !pupil.isOfCompulsoryAge(on: last) { return Deletion(.ceased) }
    if CompulsorySchoolAge(born: pupil.dateOfBirth).ends == last { return Deletion(.overAge) }
    var dice = Dice(seed, Dice.part("deletions"), Int(pupil.id.number))
    switch dice.below(6) {
    case 0:
      return Deletion(.educatedOtherwise, [.noticeDated: "\(last.adding(days: -4))"])
    case 1: return Deletion(.movedAway, [.newArea: "Castle Orrin, 140 miles away"])
    default:
      return Deletion(
        .otherSchool,
        [
          .destination: dice.pick(Self.schoolsAfter),
          .startsThere: "\(last.adding(days: 3).monday.adding(days: 7))",
        ])
    }
  }

  /// What else is on record: the address of the last school, and for a few more than that.
  func record(of pupil: Pupil) -> AdmissionRecord? {
    var dice = Dice(seed, Dice.part("admissions"), Int(pupil.id.number))
    var record = AdmissionRecord()
    if let known = Self.addresses[pupil.lastSchool] { record.lastSchoolAddress = known }
    if dice.happens(0.02) { record.secondAddress = "\(dice.within(1...60)) Larch Close, Oldersby" }
    if dice.happens(0.01) {
      record.newHomes = [
        NewHome(
          parent: "mother", address: "\(dice.within(1...60)) Weaver's Row, Thorpe Amber",
          from: day.date.adding(days: 30))
      ]
    }
    return record.isEmpty ? nil : record
  }

  /// A child who is on the books and due on the Monday after next, with a temporary UPN.
  func starter(in forms: [String], after roll: Roll) -> [RollChange] {
    let starts = day.date.monday.adding(days: 14)
    guard let form = forms.first, day.calendar.isSchoolDay(starts),
      let year = roll.ways(of: form, on: day.date)?.yearGroup,
      let born = SchoolDate(
        year: day.year.startYear - year.ageAtStart - 1, month: 11, day: 9),
      let entry = try? NewPupil(
        name: PupilName(surname: "Merriweather", forename: "Juno"), dateOfBirth: born, sex: "F",
        group: form, starts: starts, address: "3 Kiln Court, Merebrook",
        lastSchool: year.ageAtStart < 5 ? "" : "Tanyard Lane School"
      ).entry(on: roll, isAnother: true)
    else { return [] }
    let id = entry.pupil.id
    return [
      .newPupil(entry.pupil), .newEnrolment(entry.enrolment), .particulars(id, entry.particulars),
      .contacts(
        id,
        [
          Contact(
            pupil: id, priority: 1, name: "Opal Merriweather", relationship: "mother",
            phone: "07700 900471", parentalResponsibility: true, livesWith: true)
        ]),
    ]
  }

  private static let schoolsAfter = [
    "Castle Orrin Academy", "Oldersby Community School", "St Bride's RC School", "Fellgate School",
  ]

  private static let addresses = [
    "Merebrook Primary School": "Quarry Hill, Merebrook",
    "Oldersby Church School": "Chapel Street, Oldersby",
    "Thorpe Amber Academy": "Station Road, Thorpe Amber",
    "Nether Wick Infants": "The Paddock, Nether Wick",
    "St Bride's RC School": "Canal Walk, Oldersby",
    "Tanyard Lane School": "Tannery Yard, Merebrook",
  ]
}
