import Attendance
@testable import Policies
import Screens

extension TestOffice {
  /// A pupil whom rules flag, by place in the form.
  struct Flagged: Hashable {
    let place: Int
    /// The rules, by id, those that are new since the day before after a `!`.
    let rules: [String]
    var missed = 14
    var form = "8B"
  }

  static let someFlagged = [
    Flagged(
      place: 3,
      rules: [
        "persistent-absence", "penalty-notice-threshold", "!unexplained-overdue", "falling",
      ]),
    Flagged(place: 8, rules: ["persistent-absence"], missed: 7, form: "10A"),
    Flagged(place: 14, rules: ["pattern"], missed: 3),
    Flagged(place: 17, rules: ["!persistent-absence", "falling"], missed: 9),
    Flagged(place: 26, rules: ["falling"], missed: 4, form: "7A"),
  ]

  /// What the champion's desk answers of the rules.
  func answer(_ question: FlagQuestion, _ pupils: [Pupil]) -> Answer {
    switch question {
    case .board: .flags(.board(board(pupils)))
    case .pupil(let id):
      pupils.firstIndex { $0.id == id }.map { .flags(.pupil(page(of: pupils[$0], at: $0))) }
        ?? .unavailable("This pupil is not on roll.")
    }
  }

  private func board(_ pupils: [Pupil]) -> FlagBoard {
    let alike = LookAlike.among(pupils)
    let rows = flagged.filter { pupils.indices.contains($0.place) }.map { one in
      FlagBoard.Row(
        pupils[one.place], lookAlike: alike[one.place], form: one.form,
        year: YearGroup(String(one.form.dropLast())) ?? .reception, tally: Self.tally(one.missed),
        flags: Self.rules(of: one).map { rule, isNew in
          FlagBoard.Flag(id: rule.id, name: rule.name, isNew: isNew)
        }, work: flagsAreFollowed ? followUp(pupils[one.place]) : FlagFollowUp(),
        characteristics: one.place == 8 ? ["sen", "looked_after"] : ["fsm"])
    }
    return FlagBoard(
      on: TestSchool.tuesday, before: TestSchool.tuesday.adding(days: -1), rows: rows,
      lookedAt: pupils.count, rules: TestSchool.policy.flags.rules.count, file: "ibstock.yaml")
  }

  /// How the pupil is followed up, by the case if there is one.
  private func followUp(_ pupil: Pupil) -> FlagFollowUp {
    let one = DayBook(caseLines).cases.first { $0.pupil == pupil.id && $0.isOpen }
    return FlagFollowUp(
      case: one?.id, owner: one == nil ? "" : "S. Price", initials: one == nil ? "" : "SP",
      due: one?.due, contact: one.map { $0.line.date },
      left: one?.snoozed(on: TestSchool.tuesday)?.until, terms: one == nil ? [] : ["case"])
  }

  private static func tally(_ missed: Int) -> Tally {
    Tally(attended: 62 - missed, authorised: missed / 2, unauthorised: missed - missed / 2)
  }

  private static func rules(of one: Flagged) -> [(Rule, isNew: Bool)] {
    one.rules.compactMap { id in
      let isNew = id.hasPrefix("!")
      return TestSchool.policy.rule(isNew ? String(id.dropFirst()) : id).map { ($0, isNew) }
    }
  }

  private func page(of pupil: Pupil, at place: Int) -> PupilFlags {
    let one = flagged.first { $0.place == place } ?? Flagged(place: place, rules: [], missed: 1)
    let met = Self.rules(of: one)
    let others = TestSchool.policy.flags.rules.filter { rule in !met.contains { $0.0 == rule } }
    let sessions = (0..<one.missed).reversed().map { half in
      PupilFlags.Counted(
        Session(TestSchool.tuesday.adding(days: -half / 2 - 1), half % 2 == 0 ? .pm : .am),
        half < 2 ? "N" : half < 8 ? "O" : "I")
    }
    return PupilFlags(
      of: pupil, form: one.form, on: TestSchool.tuesday, tally: Self.tally(one.missed),
      codes: one.missed > 8
        ? [.init("O", 6), .init("I", one.missed - 8), .init("N", 2)] : [.init("O", one.missed)],
      weekdays: Weekday.allCases.prefix(5).map { day in
        .init(day, absent: one.missed / day.rawValue / 2, possible: 12)
      },
      flags: met.map { rule, isNew in
        PupilFlags.Flag(
          rule, figure: "\(one.missed) of 62 sessions", sessions: sessions,
          provisional: min(one.missed, 2), isNew: isNew)
      },
      others: others.map { rule in
        WhyNot.Answer(rule: rule, amount: .count(4), words: "4 sessions, 6 more would flag")
      }, ahead: 318,
      lines: Self.lines(kept: one.missed < 7))
  }

  private static func lines(kept: Bool) -> [Forecast.Line] {
    [(90, "Persistent absence"), (50, "Severe absence")].compactMap { bound, name in
      Percentage(tenths: bound * 10).map { percentage in
        let isKept = kept || bound == 50
        return Forecast.Line(
          name: name, rule: nil, bound: percentage, holdsAtBound: false, isKept: isKept,
          mayMiss: isKept ? 7 : 3, backOn: isKept ? nil : TestSchool.tuesday.adding(days: 45))
      }
    }
  }
}
