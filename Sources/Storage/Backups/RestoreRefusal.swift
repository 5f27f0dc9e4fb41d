/// Why a backup is not put in the register's place, in a sentence with what to do.
public enum RestoreRefusal: Error, Hashable, Sendable {
  case unreadable(path: String)
  case notARegister(path: String)
  case cutShort(path: String, has: Int, of: Int)
  case unfinished(path: String, beside: String)
  case unsound(path: String, faults: [String])
  case openElsewhere([OpenDesk])
  case otherSchool(ours: String, copy: String)
  case practice(copyIsPractice: Bool)
  case changedMeanwhile
}

extension RestoreRefusal: CustomStringConvertible {
  /// The refusal in one sentence.
  public var description: String {
    switch self {
    case .unreadable(let path):
      "\(path) cannot be read; check its name, and that it is a file this account may read"
    case .notARegister(let path):
      "\(path) is no register of Rollcall; name a file that 'rollcall backup' made"
    case .cutShort(let path, let has, let whole):
      "\(path) was cut short: it has \(has) bytes of \(whole); name another backup"
    case .unfinished(let path, let beside):
      "\(path) is not whole without \(beside), which lies beside it; name a file that 'rollcall "
        + "backup' made"
    case .unsound(let path, let faults):
      "\(path) cannot be proved (\(Self.summary(faults))); name another backup, or where there is "
        + "none, put it there all the same with --despite-faults"
    case .openElsewhere(let desks):
      "the register is open "
        + (desks.isEmpty
          ? "elsewhere, or is being replaced at this moment"
          : "at \(desks.count == 1 ? "another desk" : "\(desks.count) desks") ("
            + desks.prefix(6).map(\.description).joined(separator: "; ") + ")")
        + "; nothing was changed: leave Rollcall there and try again"
    case .otherSchool(let ours, let copy):
      "the copy is of another school or of another register of it (\(copy)), and this is "
        + "\(ours): no act is in both; where it is to take its place, say --other-school"
    case .practice(let copyIsPractice):
      copyIsPractice
        ? "the copy is of a practice school, in which anybody may sign in by name; it never takes a "
          + "real school's place"
        : "the copy is of a real school and this is a practice school; restore it into a folder of "
          + "its own: name one with --data"
    case .changedMeanwhile:
      "the register was changed while this was asked; nothing was restored: look again at what "
        + "would be lost"
    }
  }

  private static func summary(_ faults: [String]) -> String {
    (faults.first ?? "it cannot be read")
      + (faults.count > 1 ? ", and \(faults.count - 1) more" : "")
  }
}
