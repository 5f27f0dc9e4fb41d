import Attendance
import Storage

/// A school with a year of messages behind it and a morning before it: most registers taken, some
/// pupils unexplained, some earlier N not settled.
struct OfficeYear {
  /// The school's folder.
  let folder: String
  private let store: any Store
  private static let office = Person(
    login: "office", name: "J. Hall", position: "Attendance officer")
  private static let messages = 6000

  init(of school: BenchmarkSchool, in home: Folder) throws {
    folder = home.path(of: "office")
    try Folder.copy(school.folder, to: folder)
    store = try SchoolFolder(folder).open()
    try logMessages()
    try takeRegisters()
    try leaveUnsettled()
  }

  private var now: Instant { Instant(BenchmarkSchool.today, TimeOfDay(minutes: 515)) }

  /// A year of calls: most about an illness of one to three days, some unlinked or waiting.
  private func logMessages() throws {
    var dice = Dice(seed: 11)
    let pupils = try store.roll().pupils.keys.sorted()
    let days = SchoolDays(BenchmarkSchool.year).marked
    var acts: [Act] = []
    for number in 0..<Self.messages {
      let day = days[number * days.count / Self.messages]
      let pupil = pupils[Int(dice.next() % UInt64(pupils.count))]
      let message = Message(
        caller: "Mrs Caller", relationship: "mother", wantsCall: number % 20 == 0,
        heard: TimeOfDay(minutes: 480))
      var lines = [
        ProposedLine(
          pupil: nil, date: day, matter: .message(message), words: "ill since last night")
      ]
      let absence = KnownAbsence(
        from: Session(day, .am),
        through: Session(day.adding(days: Int(dice.next() % 3)), .pm), code: "I", source: .report)
      lines.append(
        ProposedLine(pupil: pupil, date: day, about: .ofThisAct(0), matter: .absence(absence)))
      if message.wantsCall, number < Self.messages - 40 {
        lines.append(ProposedLine(pupil: nil, date: day, about: .ofThisAct(0), matter: .done))
      }
      acts.append(
        Act(
          kind: .logged, by: Self.office, at: Instant(day, TimeOfDay(minutes: 481)), lines: lines))
    }
    _ = try store.submit(acts)
  }

  /// All registers of the morning but five, with one N in each.
  private func takeRegisters() throws {
    let session = Session(BenchmarkSchool.today, .am)
    let groups = try store.roll().groups(at: session).sorted { $0.key < $1.key }
    _ = try store.submit(
      groups.dropLast(5).map { group, members in
        Act(
          kind: .taken, by: Self.office, at: now, register: RegisterKey(group, at: session),
          marks: members.enumerated().map { place, member in
            ProposedMark(pupil: member.pupil.id, session: session, code: place == 7 ? "N" : "/")
          })
      })
  }

  /// Forty marks of the last two weeks that are N, a few of them past their day.
  private func leaveUnsettled() throws {
    let pupils = try store.roll().pupils.keys.sorted().prefix(40)
    let days = SchoolDays(BenchmarkSchool.year).marked.suffix(8)
    var acts: [Act] = []
    for (place, pupil) in pupils.enumerated() {
      let session = Session(days[days.startIndex + place % days.count], .am)
      let standing = try store.standing(of: [pupil], at: session, asAt: nil)[pupil]
      acts.append(
        Act(
          kind: .amended, by: Self.office, at: now,
          marks: [
            ProposedMark(
              pupil: pupil, session: session, code: "N", seen: standing?.entry.id,
              reason: "no reason was given")
          ]))
    }
    _ = try store.submit(acts)
  }

  /// Another desk misses a pupil.
  func missPupil() throws { try say(.notHere(TimeOfDay(minutes: 516))) }

  /// Another desk finds the pupil again.
  func findPupil() throws { try say(.seen(TimeOfDay(minutes: 516))) }

  private func say(_ matter: DayLine.Matter) throws {
    guard let pupil = try store.roll().pupils.keys.min() else { return }
    _ = try store.submit(
      Act(
        kind: .logged, by: Self.office, at: now,
        lines: [ProposedLine(pupil: pupil, date: BenchmarkSchool.today, matter: matter)]))
  }
}
