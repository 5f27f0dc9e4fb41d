@testable import Attendance
import Policies
@testable import Screens

extension TestOffice {
  /// What the screens of figures are answered with in the tests.
  struct Figured {
    /// The groups, by their keys and how many sessions their pupils missed of a hundred each.
    var groups: [(keys: [String], missed: [Int])] = [
      (["7"], [2, 3, 5, 4, 1, 12]), (["8"], [0, 0, 8, 10, 22, 54, 3]),
      (["9"], [1, 2, 3, 4, 5, 6, 7, 8]), (["10"], [9, 9, 9, 9, 9, 9]), ([""], [4, 4]),
    ]
    var benchmarks = Benchmarks(
      TestSchool.policy, NationalReading(path: "config/national.yaml").figures)
    var isForGovernors = false
    var hasMovers = true
    var closed: String?
  }

  private static let autumn = SchoolPeriod(
    kind: .halfTerm, name: "Autumn 1", starts: TestSchool.tuesday.adding(days: -41),
    ends: TestSchool.tuesday.adding(days: 10))

  private static func period(_ kind: SchoolPeriod.Kind) -> SchoolPeriod {
    let name =
      switch kind {
      case .week: "week of 13 Oct"
      case .fortnight: "fortnight from 13 Oct"
      case .halfTerm: "Autumn 1"
      case .term: "Autumn"
      case .year: "2025-26"
      }
    return SchoolPeriod(
      kind: kind, name: name,
      starts: kind == .week ? TestSchool.tuesday.adding(days: -1) : autumn.starts,
      ends: autumn.ends)
  }

  private static func tally(missed: Int, of possible: Int = 100) -> Tally {
    Tally(
      attended: possible - missed, authorised: missed / 2, unauthorised: missed - missed / 2,
      late: 1)
  }

  private static func row(_ keys: [String], _ missed: [Int]) -> FigureRow {
    var row = FigureRow(keys: keys, countingPupils: true)
    for missed in missed { row.add(tally(missed: missed)) }
    row.members = missed.count
    return row
  }

  func answer(_ question: FigureQuestion, _ pupils: [Pupil]) -> Answer {
    switch question {
    case .overview: return .figures(.overview(overview))
    case .groups(let asked): return .figures(.groups(groups(asked)))
    case .members(let asked, let names):
      let missed = figured.groups.first { $0.keys == names }?.missed ?? []
      let rows = zip(pupils, missed).sorted { $0.1 > $1.1 }.map { pupil, missed in
        GroupMembers.Row(pupil, form: "8B", tally: Self.tally(missed: missed))
      }
      return .figures(
        .members(GroupMembers(asked, of: names, over: Self.period(asked.period), rows: rows)))
    case .movers: return .figures(.movers(movers(pupils)))
    }
  }

  private func groups(_ asked: GroupsAsked) -> GroupBoard {
    let rows = figured.groups.map { group -> FigureRow in
      Self.row(asked.second == nil ? group.keys : group.keys + ["F"], group.missed)
    }
    return GroupBoard(
      asked, over: Self.period(asked.period), upTo: TestSchool.morning,
      rows: figured.isForGovernors ? SmallGroups.shown(rows) : rows.map(ShownRow.figures),
      whole: .figures(Self.row(["School"], figured.groups.flatMap(\.missed))),
      benchmarks: figured.benchmarks, isForGovernors: figured.isForGovernors)
  }

  private var overview: Overview {
    let weeks = [4, 6, 3, 5, 11, 8].enumerated().map { index, missed in
      Overview.Week(TestSchool.tuesday.adding(days: index * 7 - 36), Self.tally(missed: missed))
    }
    return Overview(
      upTo: TestSchool.morning, on: TestSchool.tuesday, closed: figured.closed,
      today: figured.closed != nil
        ? []
        : [
          Overview.Today(
            .am, Tally(attended: 96, authorised: 3, unauthorised: 2, late: 4, missing: 30),
            unexplained: 2, registers: 5, untaken: 1)
        ],
      stretches: [SchoolPeriod.Kind.week, .halfTerm, .term, .year].map { kind in
        Overview.Stretch(
          Self.period(kind),
          .figures(
            Self.row(
              ["School"], kind == .week ? [11, 4, 6] : figured.groups.flatMap(\.missed))))
      }, weeks: weeks, benchmarks: figured.benchmarks)
  }

  private func movers(_ pupils: [Pupil]) -> MoversBoard {
    func mover(_ place: Int, _ before: Int, _ after: Int) -> MoversBoard.Mover? {
      guard pupils.indices.contains(place) else { return nil }
      let (old, new) = (Self.tally(missed: before), Self.tally(missed: after))
      return BandChange(from: old, to: new, in: Band.usual).map {
        MoversBoard.Mover(pupils[place], form: "8B", before: old, after: new, change: $0)
      }
    }
    func earner(_ place: Int, _ list: Certificate, _ absences: String = "") -> MoversBoard.Earner? {
      guard pupils.indices.contains(place) else { return nil }
      var tally = Self.tally(missed: list == .exempt ? 2 : 0, of: 10)
      if list == .unmarked { tally.missing = 1 }
      return MoversBoard.Earner(
        pupils[place], form: "8B", tally: tally, absences: absences, certificate: list)
    }
    let week = [
      earner(0, .full), earner(1, .full), earner(2, .full), earner(5, .exempt, "2 I"),
      earner(7, .unmarked),
    ].compactMap(\.self)
    return MoversBoard(
      before: "Summer 2, 1 Jun to 21 Jul", after: "Autumn 1, 3 Sep to 14 Oct",
      movers: figured.hasMovers
        ? [mover(8, 12, 4), mover(17, 7, 3), mover(3, 4, 14), mover(26, 3, 7)].compactMap(\.self)
        : [], compared: pupils.count, uncompared: 2, hasOwnBands: false,
      earned: figured.hasMovers
        ? [
          MoversBoard.Earned(of: Self.period(.week), week),
          MoversBoard.Earned(of: Self.period(.halfTerm), Array(week.prefix(1))),
        ] : [])
  }
}
