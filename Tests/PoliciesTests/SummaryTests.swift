import Policies
import Testing

@Suite struct SummaryTests {
  @Test(arguments: Shipped.names)
  func `a summary says every assumption, decision, rule, letter, role and window`(
    name: String
  ) throws {
    let policy = try Shipped.policy(name)
    let text = PolicySummary(policy).lines.joined(separator: "\n")
    let said =
      policy.assumptions.map(\.text) + policy.decisions.flatMap { [$0.printed, $0.decided] }
      + policy.flags.rules.flatMap { [$0.name, $0.inWords, $0.next] } + policy.letters.map(\.name)
      + policy.roles.map(\.title) + policy.registers.windows.map(\.holdsFor)
      + policy.bands.flatMap { [$0.name, $0.bounds] + $0.actions }
      + policy.ladders.flatMap { $0.steps.flatMap { [$0.name, $0.action] } }
      + policy.returns.flatMap { [$0.name, $0.when] } + policy.followUp.steps.map(\.action)
      + policy.checklists.flatMap(\.steps) + policy.targets.rewards + policy.monitoring.groups
    #expect(said.filter { !text.contains($0) } == [])
  }

  @Test func `the parts of a summary come in the order they are read in`() throws {
    #expect(
      PolicySummary(try Shipped.policy("st-lukes")).parts.map(\.title) == [
        "School", "Day", "Registers", "Codes", "Parents report an absence",
        "Absence without a reason", "Evidence", "Leave", "Lateness", "Bands", "Flags", "Ladders",
        "Penalty notices", "Returns", "Letters", "Targets and rewards", "Monitoring", "Retention",
        "Backups", "Roles", "Checklists", "Assumed, since the printed policy does not say",
        "Decided, since the printed policy says two things",
      ])
  }

  @Test func `St Luke's says of its reporting, evidence and leave what it prints`() throws {
    let parts = PolicySummary(try Shipped.policy("st-lukes")).parts
    func lines(_ title: String) -> [String] { parts.first { $0.title == title }?.lines ?? [] }
    #expect(
      lines("Parents report an absence") == [
        "By 08:30 on the first day, by phone", "Parents say: the reason, how long it will last",
        "Words suggest a code, and a person chooses: I (27 words), M (12 words)",
        "2 emergency contacts or more for each pupil",
      ])
    #expect(
      lines("Evidence").first == "For an illness that is genuinely doubted")
    #expect(lines("Leave").last == "There is no appeal")
    #expect(
      lines("Leave").contains(
        "Pointed out, never decided: family holiday, statutory assessment, any unauthorised "
          + "absence, authorised absence above the limit (10%), performance with low attendance "
          + "(95%), performance without a licence, asked for afterwards"))
  }
}
