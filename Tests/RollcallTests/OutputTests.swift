import Testing

/// What becomes of results that cannot be written, and of a submission that was refused.
@Suite struct OutputTests {
  private let morning = "2026-03-20T08:40"

  @Test func `results that cannot be written are no success`() throws {
    let school = try TestSchool()
    for command in [["tally"], ["verify"], ["register", "8B"], ["policy", "show"]] {
      let outcome = try school.run(command, at: morning, writingTo: "/dev/full")
      #expect(outcome.status == 1, "\(command)")
      #expect(
        outcome.errors == "rollcall: standard output cannot be written: no space left on device; "
          + "send it elsewhere\n", "\(command)")
    }
  }

  @Test func `a reader who has heard enough is told nothing more`() throws {
    let school = try TestSchool()
    let script = "'\(Program.path)' tally --by pupil --data '\(school.folder)' | true"
    for ignored in ["", "trap '' PIPE; "] {
      let outcome = try Program.shell(ignored + script, at: morning)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.status == 0)
    }
  }

  @Test func `a submission refused at the end of a script is no success`() throws {
    let school = try TestSchool()
    func take(_ typed: String) throws -> Program.Outcome {
      try school.run(["take", "8B", "--plain", "--as", "owen"], typing: typed, at: morning)
    }
    for typed in ["1 /\nsubmit\n", "Submit\nquit\n", "submit everything\n"] {
      let refused = try take(typed)
      #expect(refused.status == 1, "\(typed)")
      #expect(refused.errors == "rollcall: nothing was submitted; the draft is kept\n", "\(typed)")
    }
    #expect(try take("1 /\n").status == 0, "nobody asked to submit")
    #expect(try take("submit\n2 N, 3 /, 4 /, 5 /\nsubmit\n").status == 0, "it was mended")
  }
}
