import Attendance
import Policies
import Storage

/// The school's policies, each ruling its own dates.
struct PolicyShelf {
  private let dated: [(from: SchoolDate, policy: Policy)]

  /// Reads the adopted policies from the school's own folder.
  ///
  /// Refuses with every complaint where one of them has a fault: the program does not run on it.
  init(_ folder: SchoolFolder, adopted: [AdoptedPolicy]) throws {
    let codes = CodeReading(folder: folder.policy + "/codes")
    var complaints = codes.complaints
    var dated: [(from: SchoolDate, policy: Policy)] = []
    for adoption in adopted {
      let reading = PolicyReading(
        path: folder.policy + "/policies/" + adoption.file, codeSets: codes.sets)
      complaints += reading.complaints
      if let policy = reading.policy { dated.append((adoption.from, policy)) }
    }
    let faults = complaints.filter { $0.severity == .fault }
    if !faults.isEmpty { throw Refused(lines: faults.map(\.description)) }
    guard !dated.isEmpty else {
      throw Refused(
        "rollcall: the school in \(folder.path) has adopted no policy; adopt one with 'rollcall "
          + "policy adopt FILE --from DATE'")
    }
    self.dated = dated.sorted { $0.from < $1.from }
  }

  /// The policy that rules on the date; the first one before all of them.
  func policy(on date: SchoolDate) -> Policy {
    (dated.last { $0.from <= date } ?? dated[0]).policy
  }

  /// Every code of every policy, each in force on its own dates.
  var codes: CodeBook { dated[dated.count - 1].policy.codes }
}
