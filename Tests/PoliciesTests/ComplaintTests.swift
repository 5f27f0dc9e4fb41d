import Policies
import Testing

/// Every kind of fault, at its place.
///
/// `‸` stands just before the place the complaint points at.
@Suite struct ComplaintTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let policy: String
    let passage: String
    let marked: String
    let sentence: String

    init(_ policy: String, _ passage: String, _ marked: String, _ sentence: String) {
      (self.policy, self.passage, self.marked, self.sentence) = (policy, passage, marked, sentence)
    }

    var testDescription: String { sentence }
  }

  static let settings: [Fault] = [
    Fault(
      "ibstock", "    weeks: 5\n", "    weeks: ‸1\n",
      "1 weeks are within the 10 days already; write more weeks, or 0"),
    Fault(
      "ibstock", "    days: 10\n", "    days: ‸0\n",
      "'days' must be a whole number from 1 to 366, not '0'"),
    Fault(
      "ibstock", "closes: 09:05", "‸closse: 09:05",
      "unknown setting 'closse' in this item of 'windows'; did you mean 'closes'?"),
    Fault(
      "ibstock", "retention:", "‸colour: blue\n\nretention:",
      "unknown setting 'colour' in the policy; it can have code_sets, school, campuses, day, "
        + "registers, reporting, follow_up, evidence, leave, lateness, flags, bands, ladders, "
        + "penalty_notices, returns, letters, targets, monitoring, retention, backups, roles, checklists"
    ),
    Fault(
      "ibstock", "  name: Ibstock School\n  phase", "  ‸phase",
      "'name' is missing in 'school'; add it"),
    Fault(
      "dunkirk", "      way: text\n      letter: absence-text-1\n", "      way: ‸text\n",
      "a step by text needs its 'letter'; name the text it sends"),
    Fault(
      "ibstock", "      way: call\n", "      way: ‸cal\n",
      "'way' knows no 'cal'; did you mean 'call'?"),
    Fault(
      "ibstock", "    - code: I\n", "    - code: ‸Q9\n",
      "there is no code 'Q9' in the code sets; use / \\ L B P V W J D C E H F I M R S T G N O U X "
        + "Y Z # K C1 J1 C2 Q Y1 Y2 Y3 Y4 Y5 Y6 Y7"),
    Fault(
      "ibstock", "      of: youth offending team\n", "      of: ‸youth offendng team\n",
      "'of' knows no 'youth offendng team'; did you mean 'youth offending team'?"),
    Fault(
      "ibstock", "closes: 09:05", "closes: ‸9.05",
      "'closes' must be a time like 08:45, not '9.05'"),
    Fault(
      "ibstock", "closes: 09:05", "closes: ‸24:05",
      "'closes' must be a time like 08:45, not '24:05'"),
    Fault(
      "ibstock", "closes: 09:05", "closes: ‸[09:05]", "'closes' must be text, not a list"),
    Fault(
      "ibstock", "settle_within: 5", "settle_within: ‸five",
      "'settle_within' must be a whole number from 1 to 20, not 'five'"),
    Fault(
      "ibstock", "at_least: 10%", "at_least: ‸ten",
      "'at_least' must be a percentage like 10 or 95.5, not 'ten'"),
    Fault(
      "ibstock", "fill_blanks: yes", "fill_blanks: ‸perhaps",
      "'fill_blanks' must be yes or no, not 'perhaps'"),
    Fault(
      "ibstock", "phase: secondary", "phase: ‸secondry",
      "'phase' knows no 'secondry'; did you mean 'secondary'?"),
    Fault(
      "ibstock", "years: [7, 8", "years: [‸Y7, 8",
      "'years' must be a year group (N1, N2, R or 1 to 14), not 'Y7'"),
    Fault(
      "ibstock", "- from: 2024-08-19", "- from: ‸19/08/2024",
      "'from' must be a date like 2026-11-21, not '19/08/2024'"),
    Fault(
      "ibstock", "  code: N\n", "  code:‸ #\n",
      "'code' has no value; write one (a # must stand in quotes, like \"#\")"),
    Fault(
      "ibstock", "day:\n  - starts: 08:35\n    ends: 15:00", "day: ‸all",
      "'day' must be a list, not 'all'; begin each item with '- '"),
    Fault(
      "ibstock", "retention:\n  years: 6\n", "retention:\n  years: ‸3\n",
      "entries must be kept for 6 years (2024 Regulations); write 6 or more"),
    Fault(
      "ibstock", "[original entry, amended entry, reason, date, name and position]",
      "‸[original entry, amended entry, reason, date]",
      "'amendments_keep' must hold all five parts the guidance asks for; add 'name and position'"),
    Fault(
      "ibstock", "      at_least: 10%\n", "      at_least: 10%\n      more_than: ‸9\n",
      "a rule has one limit; keep 'at_least' or 'more_than'"),
    Fault(
      "ibstock", "over: 10 school weeks", "over: ‸10 weeks",
      "'over' must be day, week, half term, term, school year, any time, or a number of school "
        + "weeks like '10 school weeks', not '10 weeks'"),
    Fault(
      "ibstock", "after: 2 weeks", "after: ‸a fortnight",
      "'after' must be a wait like '2 weeks', '15 school days', '1 half term' or '4 to 5 weeks', "
        + "not 'a fortnight'"),
    Fault(
      "ibstock", "own groups: [take register", "own groups: [‸take registers",
      "there is no right 'take registers'; did you mean 'take register'?"),
    Fault(
      "ibstock", "own groups: [take register", "‸own group: [take register",
      "'may' knows no 'own group'; did you mean 'own groups'?"),
  ]

  static let references: [Fault] = [
    Fault(
      "ibstock", "codes: [G, N, O, U]", "codes: [G, N, O, ‸u]",
      "there is no code 'u'; write 'U'"),
    Fault(
      "ibstock", "then_propose: O", "then_propose: ‸0",
      "there is no code '0' in the code sets; use / \\ L B P V W J D C E H F I M R S T G N O U X "
        + "Y Z # K C1 J1 C2 Q Y1 Y2 Y3 Y4 Y5 Y6 Y7"),
    Fault(
      "ibstock", "codes: [present, L, N]", "codes: [present, L, ‸n]",
      "there is no code 'n'; write 'N'"),
    Fault(
      "ibstock", "grants: [M]", "grants: [M, ‸I]",
      "code I is no leave that is granted; take it out"),
    Fault(
      "ibstock", "code_sets: [before-2024-08-19, from-2024-08-19]",
      "code_sets: [before-2024-08-19, ‸from-2024-08-18]",
      "there is no code set 'from-2024-08-18'; did you mean 'from-2024-08-19'?"),
    Fault(
      "ibstock", "letter: contract-meeting", "letter: ‸contract-meting",
      "there is no letter 'contract-meting' in this policy; did you mean 'contract-meeting'?"),
    // The same of a band, a rule, a step of lateness and one of the first day.
    Fault(
      "st-lukes", "    letter: letter-2", "    letter: ‸letter-3",
      "there is no letter 'letter-3' in this policy; did you mean 'letter-1'?"),
    Fault(
      "st-lukes", "      letter: truancy-warning", "      letter: ‸truancy-warnings",
      "there is no letter 'truancy-warnings' in this policy; did you mean 'truancy-warning'?"),
    Fault(
      "dunkirk", "      letter: lateness-text", "      letter: ‸lateness-txt",
      "there is no letter 'lateness-txt' in this policy; did you mean 'lateness-text'?"),
    Fault(
      "dunkirk", "      letter: absence-text-1", "      letter: ‸absence-text-3",
      "there is no letter 'absence-text-3' in this policy; did you mean 'absence-text-1'?"),
    Fault(
      "ibstock", "owner: tutor", "owner: ‸tutors",
      "there is no role 'tutors' in this policy; did you mean 'tutor'?"),
    Fault(
      "ibstock", "starts_on: [persistent-absence,", "starts_on: [‸persistent-absense,",
      "there is no rule 'persistent-absense' in this policy; did you mean 'persistent-absence'?"),
    Fault(
      "dunkirk", "      campus: Abbey\n", "      campus: ‸Abby\n",
      "there is no campus 'Abby' in this policy; did you mean 'Abbey'?"),
    Fault(
      "ibstock", "id: severe-absence", "id: ‸persistent-absence",
      "'persistent-absence' is there twice; give one of them another name"),
    Fault(
      "ibstock", "  rules:\n    - id: persistent-absence", "  rules:\n    ‸- id: persistence",
      "the rule 'persistent-absence' is missing, which every policy has; add it"),
  ]

  static let order: [Fault] = [
    Fault(
      "ibstock", "late_from: 08:35\n      closes: 09:05",
      "late_from: 08:35\n      closes: ‸08:30",
      "'closes' 08:30 comes before 'late_from' 08:35; put them in order"),
    Fault(
      "ibstock", "      ends: 12:25", "      ends: ‸09:00",
      "'ends' 09:00 comes before 'closes' 09:05; put them in order"),
    Fault(
      "ibstock", "    - session: PM", "    - ‸session: AM",
      "this window and the one in line {session: AM} hold for the same registers; keep one, or name a campus, "
        + "years, groups, weekdays or dates"),
    Fault(
      "dunkirk", "day:\n  - campus: Abbey", "day:\n  ‸- campus: Highfields",
      "no times of the day hold for Abbey; add them to 'day'"),
    Fault(
      "ibstock", "    steps:\n      - step: Contact",
      "    steps: ‸[]\n    x:\n      - step: Contact",
      "'steps' is empty; add an item to it"),
    Fault(
      "st-lukes", "reporting:\n  by: 08:30\n  each_day: no\n  channels: [phone]\n",
      "reporting:\n  ‸by: 08:30\n  each_day: no\n", "'channels' is missing in 'reporting'; add it"),
    Fault(
      "dunkirk", "    below: 99", "    below: ‸98",
      "attendance from 98% to below 99% has no band; make this 'below: 99'"),
    Fault(
      "dunkirk", "    below: 96", "    below: ‸96.5",
      "attendance from 96% to below 96.5% has two bands; make this 'below: 96'"),
    Fault(
      "on-track", "  - name: Red\n    colour: red\n    from: 0",
      "  - name: Red\n    colour: red\n    from: ‸50",
      "attendance below 50% has no band; let the last band start at 0"),
    Fault(
      "dunkirk", "- name: Dropping\n    from: 96\n    below: 99\n",
      "- ‸name: Dropping\n    from: 96\n",
      "'below' is missing in this band; add the bound where the band above it begins"),
  ]

  static let syntax: [Fault] = [
    Fault(
      "ibstock", "  name: Ibstock School\n", "  name: ‸\"Ibstock School\n",
      "this quotation mark is never closed; close it"),
    Fault(
      "ibstock", "  name: Ibstock School\n", "‸\tname: Ibstock School\n",
      "a tab indents this line; use spaces"),
    Fault(
      "ibstock", "  name: Ibstock School\n", "  name: Ibstock‸: School\n",
      "a colon is not expected here; put the text in quotes, or check the line above"),
    Fault(
      "ibstock", "  name: Ibstock School\n", "  name: \"Ibstock\" ‸School\n",
      "text goes on after a quotation mark; put all of it in quotes"),
    Fault(
      "ibstock", "      closes: 09:05", "      closes: 09:05\n      ‸closes: 09:10",
      "'closes' is set twice, first in line {closes: 09:05}; keep one of them"),
    Fault(
      "ibstock", "phase: secondary", "phase: ‸&phase secondary",
      "names with & and * are not read here; write the settings out in full"),
  ]

  static let brackets: [Fault] = [
    Fault(
      "ibstock", "phase: secondary", "phase: ‸[secondary",
      "the bracket that opens here is never closed; close it with ]"),
    Fault(
      "ibstock", "phase: secondary", "phase: ‸{of: [secondary, 'or] so']\n  for: all",
      "the bracket that opens here is never closed; close it with }"),
    Fault(
      "ibstock", "phase: secondary", "phase: [secondary, ‸\"or so]",
      "this quotation mark is never closed; close it"),
    Fault(
      "ibstock", "phase: secondary", "phase: [secondary, ‸{of: all]",
      "the bracket that opens here is never closed; close it with }"),
    // A list over several lines that is closed is not at fault for what follows it.
    Fault(
      "ibstock", "phase: secondary",
      "phase: [don't,\n    # or [\n    \"b\"]\nx: a‸: b",
      "a colon is not expected here; put the text in quotes, or check the line above"),
  ]

  @Test(arguments: settings + references + order + syntax + brackets)
  func `a complaint points at the fault`(fault: Fault) throws {
    let marked = try Marked(fault.policy, replacing: fault.passage, by: fault.marked)
    let reading = PolicyReading(
      name: "x.yaml", text: marked.text, codeSets: Shipped.codes.sets)
    let faults = reading.complaints.filter { $0.severity == .fault }
    #expect(
      faults.contains {
        $0.place == "x.yaml:\(marked.line):\(marked.column)"
          && $0.sentence == marked.withLines(fault.sentence)
      },
      "\(faults.map(\.description))")
    #expect(reading.policy == nil)
  }
}
