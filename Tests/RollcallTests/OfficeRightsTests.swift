import Testing

/// What each command of the office says to a tutor who may not do it: what was asked for, the right
/// that is missing, and who has it.
@Suite struct OfficeRightsTests {
  private static let clerk = "ask the member of the office or attendance officer"
  private static let many =
    "ask the member of the office, attendance officer or senior attendance champion"
  private static let ofOwn = ", which they have only for own groups"

  private static let refusals = [
    ("absent", "may not see unexplained absences: that takes the right 'log calls'", clerk),
    ("absent --nudge 8B", "may not remind a taker of a register: that takes", clerk),
    ("absent Barnes --hand-on police", "may not hand a pupil on: that takes the right", clerk),
    ("absent Barnes --safe Gran", "may not confirm a pupil safe: that takes the right", clerk),
    ("absent --texts", "may not send letters and texts", ""),
    ("absent --settle", "may not amend a submitted register after it has closed", ""),
    ("arrive Barnes", "may not record arrivals", clerk),
    ("attempt Barnes --told Gran", "may not note who was rung or told: that takes", clerk),
    ("call", "may not see parents' messages: that takes the right 'log calls'", clerk),
    ("call Barnes --words ill", "may not log parents' calls", clerk),
    ("close", "may not see the closures: that takes the right 'view register'" + ofOwn, many),
    ("close --reason snow --dry-run", "may not close the school for a session", ""),
    ("contacts Barnes", "may not see this pupil's contacts", many),
    ("depart", "may not see who is out: that takes the right 'sign out'", clerk),
    ("depart Barnes", "may not sign pupils out and in", clerk),
    ("evidence Barnes", "may not see the evidence: that takes the right 'log calls'", clerk),
    ("handout headcount", "may not have the list 'headcount': that takes the right", many),
    ("handout dismissal", "may not have the list 'dismissal': that takes the right", many),
    ("handout dsl", "may not see safeguarding notes", ""),
    ("leave", "may not see requests for leave: that takes the right 'plan absence'", many),
    (
      "leave Barnes --from 2026-03-23 --purpose wedding --words x",
      "may not ask for leave: that takes the right 'log calls'", clerk
    ),
    ("list", "may not see lists that others lead: that takes the right 'view register'", many),
    ("list --check", "may not check who is due in no group or in two: that takes", many),
    ("list --ring-round", "may not see whom to ring about pupils elsewhere: that takes", many),
    ("list --guests", "may not see or tell of absent guests of other schools: that", clerk),
    ("list Trip --pupils Barnes", "may not make a list: that takes the right 'edit groups'", ""),
    ("list Place --confirm", "may not confirm pupils at another place", clerk),
    ("onsite", "may not print the fire list", many),
    ("plan", "may not see plans: that takes the right 'plan absence'", many),
    ("plan Barnes --code V", "may not enter planned absence", many),
    ("timeline Barnes", "may not see this pupil's day: that takes the right 'view history'", many),
    ("week", "may not see what a week leaves open: that takes the right 'sign off week'", ""),
    ("week --sign-off", "may not sign off the week", ""),
  ]

  @Test func `a tutor is told which right is missing and who has it`() throws {
    // One school for all: what is refused changes nothing.
    let school = try TestSchool()
    let others = try Self.refusals.filter { command, sentence, ask in
      let refused = try school.run(
        command.split(separator: " ").map(String.init) + ["--as", "owen"], at: "2026-03-20T09:20")
      return refused.status != 1
        || !refused.errors.hasPrefix("rollcall: a form tutor \(sentence)")
        || !refused.errors.contains("; ask the ") || !refused.errors.contains(ask)
    }
    #expect(others.map(\.0) == [])
  }
}
