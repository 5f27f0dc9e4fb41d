import Attendance

/// The words for the school and its codes.
enum SchoolSummary {
  static func lines(_ policy: Policy) -> [String] {
    let school = policy.school
    var lines = ["\(school.name), \(school.phase.rawValue)"]
    if let trust = school.trust { lines.append("Part of \(trust)") }
    if school.isStateSchool { lines.append("A state school: maintained, or an academy") }
    lines += PolicySummary.list("Years", school.years.map(\.description))
    for campus in policy.campuses {
      let years =
        campus.years.isEmpty ? "every year" : campus.years.map(\.name).joined(separator: ", ")
      lines.append("Campus \(campus.name): \(years)")
    }
    if let system = school.officialSystem { lines.append("Official system: \(system)") }
    lines.append("Printed policy: \(school.policyDated); next review \(school.nextReview)")
    return lines + PolicySummary.list("Law it names", school.lawNamed)
  }

  static func codes(_ policy: Policy) -> [String] {
    PolicySummary.list("Sets, each for its own dates", policy.codeSets)
      + ["\(policy.codes.texts.count) codes: " + policy.codes.texts.joined(separator: " ")]
  }
}
