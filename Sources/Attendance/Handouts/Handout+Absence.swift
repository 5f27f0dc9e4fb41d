extension Handout {
  /// The heading under which those stand who were marked in and are not found.
  public static let missingHeading = "NOT HERE"

  /// The bulletin for the staff: who is away, by year, without any reason.
  public static func absenceBulletin(_ due: DueList, at moment: Instant) -> Handout {
    let away = due.lines.filter(\.isAway).sorted(by: byYear)
    return Handout(
      .absenceBulletin, on: due.session.date, at: moment,
      summary: "\(due.session.half.name.lowercased()), \(away.count) away",
      columns: [
        Column("year", .heading), Column("group"), Column("surname", .fileOnly),
        Column("forename", .fileOnly), Column("name"), Column("known"),
      ],
      rows: away.map { line in
        let name = line.member.pupil.name
        return Row(
          line.member.pupil.id,
          [
            line.member.particulars.yearGroup.name, line.member.particulars.group, name.surname,
            name.knownAs, name.onRegister, line.state.withoutReason,
          ])
      })
  }

  /// How many are here, group by group, and for how many of them meals are free.
  public static func headcount(_ due: DueList, at moment: Instant) -> Handout {
    var groups: [String] = []
    for line in due.lines where groups.last != line.group { groups.append(line.group) }
    func row(_ name: String, _ lines: [DueList.Line]) -> Row {
      let here = lines.filter { if case .here = $0.state { !$0.isAway } else { false } }
      let unmarked = here.count { $0.state == .here(.notMarked) }
      let late = here.count { if case .here(.arrived) = $0.state { true } else { false } }
      let meals = here.count { $0.member.particulars.characteristics[.fsm] == "yes" }
      let counts = [
        lines.count, here.count, unmarked, late, lines.count(where: \.isAway), meals,
      ]
      return Row(nil, [name] + counts.map(String.init))
    }
    let names = ["due", "here", "not_marked", "came_late", "away", "free_meals"]
    let here = due.lines.count { if case .here = $0.state { !$0.isAway } else { false } }
    return Handout(
      .headcount, on: due.session.date, at: moment,
      summary: "\(due.session.half.name.lowercased()), \(here) here of \(due.lines.count)",
      columns: [Column("group")] + names.map { Column($0, isCode: true) },
      rows: groups.map { group in row(group, due.lines.filter { $0.group == group }) }
        + [row("All", due.lines)])
  }

  /// Who is away or late in a year or in every one, with what was tried: the head of year's list.
  public static func headOfYear(
    _ due: DueList, _ book: DayBook, year: YearGroup? = nil, at moment: Instant
  ) -> Handout {
    let lines = due.lines.filter { line in
      (year == nil || line.member.particulars.yearGroup == year) && (line.isWanting || line.isLate)
    }.sorted(by: byYear)
    return Handout(
      .headOfYear, on: due.session.date, at: moment,
      summary: "\(due.session.half.name.lowercased()), \(lines.count(where: \.isWanting)) not in, "
        + "\(lines.count(where: \.isLate)) late",
      columns: [
        Column("year", .heading), Column("group"), Column("name"), Column("state"),
        Column("tried", .under),
      ],
      rows: lines.map { line in
        Row(
          line.member.pupil.id,
          [
            line.member.particulars.yearGroup.name, line.member.particulars.group,
            line.member.pupil.name.onRegister, line.words(book),
            line.tried(book, on: due.session.date),
          ])
      })
  }

  /// The vulnerable pupils who are not in school, for the safeguarding lead and social workers.
  public static func safeguarding(
    _ due: DueList, _ book: DayBook, at moment: Instant
  ) -> Handout {
    let handedOn = Set(book.handedOn.compactMap(\.pupil))
    let lines = due.lines.filter { line in
      let isLooked = handedOn.contains(line.member.pupil.id)
      if case .missing = line.state { return true }
      return isLooked || !line.member.concerns.isEmpty && (line.isWanting || line.isLate)
    }
    return Handout(
      .safeguarding, on: due.session.date, at: moment,
      summary: "\(due.session.half.name.lowercased()), \(lines.count)",
      columns: [
        Column("group"), Column("name"), Column("concerns"), Column("state"),
        Column("tried", .under),
      ],
      rows: lines.map { line in
        let pinned = book.handedOn.first { $0.pupil == line.member.pupil.id }
        let state = [pinned.map { "\($0.matter.inWords), not found yet" }, line.words(book)]
        return Row(
          line.member.pupil.id,
          [
            line.member.particulars.group, line.member.pupil.name.onRegister,
            line.member.concerns.joined(separator: ", "),
            state.compactMap(\.self).joined(separator: "; "),
            line.tried(book, on: due.session.date),
          ])
      })
  }

  /// Everybody who may be in the building, those not found first (U2, U11).
  public static func fireList(_ due: DueList, at moment: Instant) -> Handout {
    let here = due.lines.filter { if case .here = $0.state { true } else { false } }
    let missing = due.lines.filter { if case .missing = $0.state { true } else { false } }
    let alike = LookAlike.among(here.map(\.member.pupil))
    func row(_ line: DueList.Line, _ heading: String, _ alike: LookAlike?) -> Row {
      let guest = line.member.enrolment.kind == .guest ? "guest, " : ""
      let known =
        if case .missing(let since) = line.state { "since \(since)" } else { "\(line.state)" }
      return Row(
        line.member.pupil.id,
        [
          heading, line.group,
          line.member.pupil.name.onRegister + (alike.map { " (\($0))" } ?? ""), guest + known,
          line.member.pupil.upn.text,
        ])
    }
    return Handout(
      .fireList, on: due.session.date, at: moment,
      summary: "\(here.count) to be found"
        + (missing.isEmpty ? "" : ", \(missing.count) MARKED IN, NOT HERE"),
      columns: [
        Column("heading", .heading), Column("group", .fileOnly), Column("name"), Column("known"),
        Column("upn", .fileOnly, isCode: true),
      ],
      rows: missing.map { row($0, missingHeading, nil) }
        + zip(here, alike).map { row($0, $0.group, $1) },
      hasBoxes: true)
  }

  private static func byYear(_ one: DueList.Line, _ other: DueList.Line) -> Bool {
    let (mine, theirs) = (one.member.particulars, other.member.particulars)
    if mine.yearGroup != theirs.yearGroup { return mine.yearGroup < theirs.yearGroup }
    if mine.group != theirs.group { return mine.group < theirs.group }
    return Pupil.inRegisterOrder(one.member.pupil, other.member.pupil)
  }
}

extension DueList.Line {
  /// Whether somebody should ask where the pupil is: away, out, or not found.
  var isWanting: Bool {
    if case .missing = state { true } else { isAway }
  }

  /// Whether the pupil came late.
  var isLate: Bool {
    // Whoever was seen on time, or is excused, and came by the office later is not late by it.
    if case .here(.arrived) = state, facts.code.isEmpty { return true }
    return facts.code == "L" || facts.code == "U"
  }

  /// Where the pupil is, with what was told of it.
  func words(_ book: DayBook) -> String {
    let told = book.absences.last {
      $0.line.pupil == member.pupil.id && $0.absence.code != nil
    }
    let until = told.map { " until \($0.absence.through.date.short)" } ?? ""
    let late = isLate && !facts.code.isEmpty ? "late (\(facts.code)), " : ""
    return late + "\(state)" + (isAway ? until : "")
  }

  /// What was tried today to reach somebody, a line for each try.
  func tried(_ book: DayBook, on date: SchoolDate) -> String {
    book.attempts(about: member.pupil.id, on: date).map {
      "\($0.attempt.time) \($0.attempt.inWords)"
    }.joined(separator: "\n")
  }
}
