import Attendance
import Policies
import Storage

/// The school's policies, each ruling its own dates.
struct PolicyShelf {
  private let policies: [Policy]
  /// How registers are taken by each of them.
  private let registers: [Registers]
  /// From when each of them rules, earliest first.
  private let starts: [SchoolDate]

  /// Reads the adopted policies from the school's own folder.
  ///
  /// Refuses where one of them is not as it was adopted or has a fault: the program does not run on
  /// it. Only whoever looks at the policies themselves may look at what was changed.
  init(_ folder: SchoolFolder, adopted: [AdoptedPolicy], evenChanged: Bool = false) throws {
    let changed = evenChanged ? [] : AdoptedFiles(folder, adopted).faults
    if let first = changed.first {
      let more = changed.count - 1
      throw Refused(
        "rollcall: \(first)" + (more > 0 ? "; 'rollcall verify' names \(more) more" : ""))
    }
    let readings = Self.readings(folder, adopted)
    let faults = readings.complaints.filter { $0.severity == .fault }
    if let first = faults.first {
      let more = faults.count > 1 ? "\(faults.count) faults" : "it"
      throw Refused(
        "\(first.place): \(first.sentence)",
        "rollcall: the school does not open on such a policy; 'rollcall policy check' names \(more)"
      )
    }
    guard !readings.dated.isEmpty else {
      throw Refused(
        "rollcall: the school in \(folder.path) has adopted no policy; adopt one with 'rollcall "
          + "policy adopt FILE --from DATE'")
    }
    let dated = readings.dated.sorted { $0.from < $1.from }
    policies = dated.map(\.policy)
    registers = policies.map(\.registers)
    starts = dated.map(\.from)
  }

  /// What reading the adopted policies came to: the policies, and everything there is to say.
  static func readings(
    _ folder: SchoolFolder, _ adopted: [AdoptedPolicy]
  ) -> (dated: [(from: SchoolDate, policy: Policy)], complaints: [Complaint]) {
    let codes = CodeReading(folder: folder.policy + "/codes")
    if codes.sets.isEmpty { return ([], codes.complaints) }
    var complaints = codes.complaints
    var dated: [(from: SchoolDate, policy: Policy)] = []
    let readings = adopted.mapAtOnce { adoption in
      PolicyReading(path: folder.policy + "/policies/" + adoption.file, codeSets: codes.sets)
    }
    for (adoption, reading) in zip(adopted, readings) {
      complaints += reading.complaints
      if let policy = reading.policy { dated.append((adoption.from, policy)) }
    }
    return (dated, complaints)
  }

  /// The policy that rules on the date; the first one before all of them.
  func policy(on date: SchoolDate) -> Policy { policies[index(on: date)] }

  /// The times of a register, for somebody like that in its group.
  ///
  /// Asked for every register of a year, for which no whole policy is to be copied.
  func window(of key: RegisterKey, _ audience: Particulars) -> RegisterWindow? {
    registers[index(on: key.session.date)].window(
      for: key.session.half, on: key.session.date,
      campus: audience.campus.isEmpty ? nil : audience.campus, yearGroup: audience.yearGroup,
      group: key.group)
  }

  private func index(on date: SchoolDate) -> Int { starts.lastIndex { $0 <= date } ?? 0 }

  /// Every code of every policy, each in force on its own dates.
  var codes: CodeBook { policies[policies.count - 1].codes }
}
