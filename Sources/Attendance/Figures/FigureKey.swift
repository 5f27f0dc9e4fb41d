/// What figures are gathered by.
public enum FigureKey: String, CaseIterable, Sendable {
  case pupil
  case group
  case year
  case code
  case weekday
  case session
  case week
  case halfTerm = "half_term"
  case term
  case schoolYear = "school_year"
  case sex
  case fsm
  case pupilPremium = "pupil_premium"
  case sen
  case eal
  case ethnicity
  case lookedAfter = "looked_after"
  case socialWorker = "social_worker"
  case youngCarer = "young_carer"
  case campus
  case school

  /// Whether the key is a time of the session and not something about the pupil.
  public var isTime: Bool {
    switch self {
    case .weekday, .session, .week, .halfTerm, .term, .schoolYear: true
    case .pupil, .group, .year, .code, .sex, .fsm, .pupilPremium, .sen, .eal, .ethnicity,
      .lookedAfter, .socialWorker, .youngCarer, .campus, .school:
      false
    }
  }

  /// Whether it makes sense to count persistently absent pupils by it; a week is too short.
  public var countsPupils: Bool {
    switch self {
    case .weekday, .session, .week: false
    case .pupil, .group, .year, .code, .halfTerm, .term, .schoolYear, .sex, .fsm, .pupilPremium,
      .sen, .eal, .ethnicity, .lookedAfter, .socialWorker, .youngCarer, .campus, .school:
      true
    }
  }

  /// The characteristic it stands for, or nil where it stands for none.
  var characteristic: Characteristic? { Characteristic(rawValue: rawValue) }
}
