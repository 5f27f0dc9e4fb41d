import Attendance
import Glibc
import Storage
import TerminalTesting

/// What is asked of the record: a register as it was, who did what in a year, and whether six years are
/// whole.
///
/// The year is one of registers taken form by form by 2,000 pupils' tutors, and not of one import.
struct RecordWork {
  private let year: BenchmarkSchool
  private let six: BenchmarkSchool
  private let folder: String
  private static let tutor = Person(login: "tutor7a", name: "T. Utor", position: "Form tutor")
  private static let office = Person(
    login: "office", name: "J. Hall", position: "Attendance officer")

  init(_ year: BenchmarkSchool, _ six: BenchmarkSchool, in home: Folder) throws {
    self.year = year
    self.six = six
    folder = home.path(of: "record")
    try Folder.copy(year.before, to: folder)
    let store = try SchoolFolder(folder).open()
    let roll = try store.roll()
    for day in SchoolDays(BenchmarkSchool.year).marked {
      for half in HalfDay.allCases { try Self.take(Session(day, half), roll, store) }
    }
  }

  /// Takes every register of the session; an N in each is explained an hour later.
  private static func take(
    _ session: Session, _ roll: Roll, _ store: any Store
  ) throws {
    let present = session.half == .am ? "/" : "\\"
    let began = Instant(session.date, TimeOfDay(minutes: session.half == .am ? 515 : 780))
    let groups = roll.groups(at: session).sorted { $0.key < $1.key }
    _ = try store.submit(
      groups.map { group, members in
        Act(
          kind: .taken, by: tutor, at: began, register: RegisterKey(group, at: session),
          marks: members.enumerated().map { place, member in
            ProposedMark(
              pupil: member.pupil.id, session: session, code: place == 7 ? "N" : present)
          })
      })
    let unexplained = groups.compactMap { _, members in
      members.dropFirst(7).first?.pupil.id
    }
    let standing = try store.standing(of: unexplained, at: session, asAt: nil)
    _ = try store.submit(
      Act(
        kind: .amended, by: office, at: began.adding(seconds: 3600),
        marks: unexplained.map { pupil in
          ProposedMark(
            pupil: pupil, session: session, code: "I", seen: standing[pupil]?.entry.id,
            reason: "mother rang")
        }))
  }

  func measure() throws -> [Line] {
    let first = SchoolDays(BenchmarkSchool.year).days[0]
    let last = BenchmarkSchool.lastMarked
    return [
      try line(
        "`register --as-at`, whole process", 0.050,
        ["register", "8A", "--date", "\(last)", "--as-at", "\(last)T09:00"]),
      try line(
        "`audit --summary` of a year, every act and amendment, whole process", 0.100,
        ["audit", "--from", "\(first)", "--summary", "--format", "csv"]),
      try line(
        "`audit gaps` of a year, whole process", 0.100,
        ["audit", "gaps", "--from", "\(first)", "--format", "csv"]),
      try line(
        "`print register` of a form for a year, whole process", 0.200,
        ["print", "register", "8A", "--from", "\(first)", "--to", "\(last)"]),
      try copying(),
      try verify(),
    ]
  }

  private func line(_ work: String, _ budget: Double, _ arguments: [String]) throws -> Line {
    var times = Samples()
    for round in 0..<15 {
      let time = try year.run(arguments, in: folder)
      // The first round only warms the files.
      if round > 0 { times.add(time) }
    }
    return Line(
      work: work, budget: budget.time, measured: times.median.time, kept: times.median <= budget)
  }

  /// The copying part of a backup of six years, on disk when it is done, in turn with `cp` and `sync`.
  private func copying() throws -> Line {
    let store = try SchoolFolder(six.folder).open()
    let register = SchoolFolder(six.folder).register
    let (copy, plain) = (folder + "-copy", folder + "-plain")
    var (ours, theirs) = (Samples(), Samples())
    for round in 0..<7 {
      unlink(copy)
      unlink(plain)
      let descriptor = open(copy, O_RDWR | O_CREAT | O_EXCL, 0o600)
      defer { close(descriptor) }
      let start = Clock.seconds
      try store.copy(to: descriptor) { _ in }
      let own = Clock.seconds - start
      let other = try Child.run("/bin/sh", ["-c", "cp \(register) \(plain) && sync \(plain)"])
      if round > 0 {
        ours.add(own)
        theirs.add(other)
      }
    }
    let ratio = ours.median / theirs.median
    return Line(
      work: "the copying part of `backup`, six years", budget: "twice `cp` and `sync`",
      measured: ours.median.time, ratio: "\(ratio.times) of \(theirs.median.time)",
      kept: ratio <= 2)
  }

  private func verify() throws -> Line {
    var times = Samples()
    for _ in 0..<3 { times.add(try six.run(["verify"])) }
    return Line(
      work: "`verify` of six years", budget: "5 s", measured: times.median.time,
      kept: times.median <= 5)
  }
}
