/// How far a right reaches.
public enum Reach: String, Choice, Hashable, Sendable {
  case ownGroups = "own groups"
  case ownCases = "own cases"
  case ownYears = "own years"
  case ownCampus = "own campus"
  case school
}
