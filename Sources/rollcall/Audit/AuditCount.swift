import Attendance
import Storage

/// How often somebody did one kind of thing.
struct AuditCount {
  let by: Person
  let kind: AuditLine.Kind
  let count: Int
  /// When the last of them was done.
  let last: Instant
}

extension AuditCount {
  /// The count of acts of a kind, or of entries that took the place of others.
  init(of acts: ActCount) {
    self.init(
      by: acts.by, kind: acts.kind.map(AuditLine.Kind.init) ?? .amended, count: acts.count,
      last: acts.last)
  }

  /// The counts of these lines, each person's post apart.
  static func of(_ lines: [AuditLine]) -> [AuditCount] {
    struct Deed: Hashable {
      let by: Person
      let kind: AuditLine.Kind
    }
    return Dictionary(grouping: lines) { Deed(by: $0.by, kind: $0.kind) }.map { deed, lines in
      AuditCount(
        by: deed.by, kind: deed.kind, count: lines.count,
        last: lines.map(\.at).max() ?? Instant(seconds: 0))
    }
  }
}
