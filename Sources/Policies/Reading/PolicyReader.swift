import Attendance

/// Reads a policy from its settings, with the code sets it names.
struct PolicyReader {
  /// The sets a policy may name.
  let codeSets: [CodeSet]

  /// The policy in the file, or nil where it has a fault; the file's complaints say which.
  func read(_ file: PolicyFile) -> Policy? {
    let remarks = Remarks()
    guard let setting = file.root,
      let root = Section(setting, name: "the policy", file.complaints, remarks)
    else { return nil }
    let names = codeSetNames(root)
    let book = CodeBook(codeSets.filter { names.contains($0.name) }.flatMap(\.codes))
    guard let policy = policy(root, names, book, remarks), !file.complaints.hasFaults else {
      return nil
    }
    return policy
  }

  private func codeSetNames(_ root: Section) -> [String] {
    guard let value = root.required("code_sets") else { return [] }
    return root.values(value, "code_sets").compactMap { item in
      guard let name = root.text(of: item, "code_sets") else { return nil }
      if !codeSets.contains(where: { $0.name == name }) {
        let known = codeSets.map(\.name)
        root.complaints.fault(
          item, "there is no code set '\(name)'; " + Section.suggestion(for: name, among: known))
      }
      return name
    }
  }

  private func policy(
    _ root: Section, _ names: [String], _ book: CodeBook, _ remarks: Remarks
  ) -> Policy? {
    // Every section is read before the first missing one ends the matter: all complaints at once.
    let school = root.section("school").map(School.init)
    let campuses = root.sections("campuses", required: false).map(Campus.init)
    let day = root.sections("day").map(DayTimes.init)
    let registers = root.section("registers").map(Registers.init)
    // Only over settings that were read whole: a window with a fault would seem to be missing.
    if let school, let registers, !root.complaints.hasFaults {
      let coverage = DayCoverage(root: root, school: school, campuses: campuses)
      coverage.check(day)
      coverage.check(registers)
    }
    let reporting = root.section("reporting").map(Reporting.init)
    let followUp = root.section("follow_up").map(FollowUp.init)
    let evidence = root.section("evidence").map(Evidence.init)
    let leave = root.section("leave").map(Leave.init)
    let lateness = root.section("lateness").map(Lateness.init)
    let flags = root.section("flags").map(Flags.init)
    let bands = root.sections("bands", required: false).map(Band.init)
    let ladders = root.sections("ladders", mayBeEmpty: true).map(Ladder.init)
    let penalty = root.section("penalty_notices").map(PenaltyNotices.init)
    let returns = root.sections("returns", mayBeEmpty: true).map(LocalReturn.init)
    let letters = root.sections("letters", mayBeEmpty: true).map(Letter.init)
    let targets = root.section("targets").map(Targets.init)
    let monitoring = root.section("monitoring").map(Monitoring.init)
    let retention = root.section("retention").map(Retention.init)
    let backups = root.section("backups", required: false).map(Backups.init)
    let roles = root.sections("roles").map { Role($0, codes: book) }
    let checklists = root.sections("checklists", required: false).map(Checklist.init)
    root.finish()
    CrossChecks(root: root, book: book).run()
    guard let school, let registers, let reporting, let followUp, let evidence, let leave,
      let lateness, let flags, let penalty, let targets, let monitoring, let retention
    else { return nil }
    return Policy(
      file: root.complaints.file, school: school, codeSets: names, codes: book,
      campuses: campuses, day: day, registers: registers, reporting: reporting,
      followUp: followUp, evidence: evidence, leave: leave, lateness: lateness, flags: flags,
      bands: bands, ladders: ladders, penaltyNotices: penalty, returns: returns,
      letters: letters, targets: targets, monitoring: monitoring, retention: retention,
      backups: backups ?? .assumed, roles: roles, checklists: checklists,
      assumptions: remarks.assumptions,
      decisions: remarks.decisions)
  }
}
