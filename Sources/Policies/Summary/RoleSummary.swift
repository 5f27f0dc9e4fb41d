/// The words for a role.
enum RoleSummary {
  static func lines(_ role: Role) -> [String] {
    var lines = ["\(role.title) [\(role.id)], opens on the \(role.desk.rawValue) screen"]
    for reach in Reach.allCases {
      let rights = Right.allCases.filter { role.rights[$0]?.contains(reach) ?? false }
      lines += PolicySummary.list("  for \(reach.rawValue)", rights.map(\.rawValue))
    }
    lines += PolicySummary.list("  marks", role.codesInWords)
    lines += PolicySummary.list("  leading a group off site also", role.codesLeading.sorted())
    lines += PolicySummary.list("  grants leave under", role.grants.sorted())
    return lines
  }
}
