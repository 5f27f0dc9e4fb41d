/// The looking for a pupil who is marked in and not here: since when, and what was done of the
/// school's checklist.
public struct Search: Hashable, Sendable {
  /// A step of the checklist, or one that somebody added, and when it was done.
  public struct Step: Hashable, Sendable {
    /// What is done.
    public let what: String
    /// The line that says it was done, or nil.
    public let done: DayLine?
  }

  /// Who is looked for.
  public let member: Roll.Member
  /// Since when.
  public let since: TimeOfDay
  /// The line that says the pupil is not here.
  public let line: DayLine
  /// The steps in the order of the checklist, then those that were added.
  public let steps: [Step]
  /// When the parents are to be told, where the checklist has a clock.
  public let parentsBy: TimeOfDay?

  /// The searches of a date, those longest missing first.
  public static func all(
    on date: SchoolDate, _ book: DayBook, members: (Pupil.ID) -> Roll.Member?, steps: [String],
    minutes: Int?
  ) -> [Search] {
    book.whereabouts(on: date).compactMap { pupil, place -> Search? in
      guard case .notHere(let since) = place, let member = members(pupil),
        let line = book.standing.last(where: { $0.pupil == pupil && $0.matter == .notHere(since) })
      else { return nil }
      let done = book.answers(to: line).filter { $0.matter == .step }
      let listed = steps.map { step in Step(what: step, done: done.last { $0.words == step }) }
      let added = done.filter { !steps.contains($0.words) }.map { Step(what: $0.words, done: $0) }
      return Search(
        member: member, since: since, line: line, steps: listed + added,
        parentsBy: minutes.map { since.adding(minutes: $0) })
    }.sorted { ($0.since, $0.member.pupil.id) < ($1.since, $1.member.pupil.id) }
  }

  /// Since when, and when the parents are told: `since 10:05, parents at 10:15`.
  public func clock(at now: TimeOfDay) -> String {
    guard let parentsBy else { return "since \(since)" }
    return parentsBy <= now
      ? "TELL THE PARENTS NOW, since \(since)"
      : "since \(since), parents at \(parentsBy)"
  }

  /// The act that notes a step as done now.
  ///
  /// The step is one of the checklist by its number or its words, or any other words.
  public func act(
    doing step: String, by person: Person, now: Instant
  ) throws(UnknownStep) -> Act {
    Act(
      kind: .logged, by: person, at: now,
      lines: [
        ProposedLine(
          pupil: member.pupil.id, date: now.date, about: .kept(line.id), matter: .step,
          words: try Self.step(step, of: steps.map(\.what)))
      ])
  }

  /// The step of the checklist that is meant by its number, or the words as they are.
  public static func step(
    _ written: String, of steps: [String]
  ) throws(UnknownStep) -> String {
    guard let number = Int(written) else { return written }
    guard steps.indices.contains(number - 1) else {
      throw UnknownStep(number: number, steps: steps)
    }
    return steps[number - 1]
  }

  /// A number that none of the school's steps has.
  public struct UnknownStep: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number that was given.
    public let number: Int
    /// The steps there are.
    public let steps: [String]

    /// The refusal in one sentence, with the steps there are.
    public var description: String {
      let listed = steps.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
      return steps.isEmpty
        ? "the policy has no checklist, so no step \(number); say in words what was done"
        : "there is no step \(number); the school's steps are \(listed)"
    }
  }
}

extension Handout {
  /// The incident form of every pupil who is looked for, with what was done and when.
  public static func missing(_ searches: [Search], at moment: Instant) -> Handout {
    Handout(
      .missing, on: moment.date, at: moment,
      summary: searches.isEmpty ? "nobody is missing" : "\(searches.count) missing",
      columns: [
        Column("pupil", .heading), Column("number", isCode: true),
        Column("done", isCode: true), Column("step"), Column("by", .fileOnly),
        Column("upn", .fileOnly, isCode: true),
      ],
      rows: searches.flatMap { search in
        let name = "\(search.member.pupil.name.onRegister) \(search.member.particulars.group), "
        return search.steps.enumerated().map { index, step in
          Row(
            search.member.pupil.id, line: search.line.id,
            [
              name + search.clock(at: moment.time), String(index + 1),
              step.done.map { "\($0.at.time)" } ?? "", step.what, step.done?.by.name ?? "",
              search.member.pupil.upn.text,
            ])
        }
      }, hasBoxes: true,
      foot: [
        "Found at ________  by ______________  where ______________________",
        "Police called at ________  number ____________  Parents told at ________",
      ])
  }
}
