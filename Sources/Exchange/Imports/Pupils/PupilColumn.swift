import Attendance

/// The columns of pupils.csv.
enum PupilColumn: String, ImportColumn {
  case upn
  case surname
  case forename
  case preferredName = "preferred_name"
  case sayAs = "say_as"
  case dateOfBirth = "date_of_birth"
  case sex
  case yearGroup = "year_group"
  case registrationGroup = "registration_group"
  case campus
  case startDate = "start_date"
  case endDate = "end_date"
  case enrolment
  case boarder
  case fsm
  case pupilPremium = "pupil_premium"
  case sen
  case eal
  case ethnicity
  case lookedAfter = "looked_after"
  case previouslyLookedAfter = "previously_looked_after"
  case socialWorker = "social_worker"
  case youngCarer = "young_carer"
  case yot
  case address
  case lastSchool = "last_school"

  var isRequired: Bool {
    switch self {
    case .upn, .surname, .forename, .dateOfBirth, .yearGroup, .registrationGroup, .startDate: true
    case .preferredName, .sayAs, .sex, .campus, .endDate, .enrolment, .boarder, .fsm,
      .pupilPremium, .sen, .eal, .ethnicity, .lookedAfter, .previouslyLookedAfter, .socialWorker,
      .youngCarer, .yot, .address, .lastSchool:
      false
    }
  }

  /// The column that holds the characteristic.
  init?(_ characteristic: Characteristic) { self.init(rawValue: characteristic.rawValue) }
}
