import Attendance

extension MemoryStore {
  func log(from first: SchoolDate, through last: SchoolDate) -> [LogLine] {
    register.changes.filter { first <= $0.at.date && $0.at.date <= last }
      .map { LogLine(at: $0.at, by: $0.by, what: $0.what) }
  }

  func logged(beginning head: String) -> [LogLine] {
    register.changes.filter { $0.what.hasPrefix(head) }
      .map { LogLine(at: $0.at, by: $0.by, what: $0.what) }
  }

  func acts(from first: SchoolDate, through last: SchoolDate) -> [ActLine] {
    register.ledger.acts.filter {
      first <= $0.submission.at.date && $0.submission.at.date <= last
    }
  }

  func actCounts(from first: SchoolDate, through last: SchoolDate) -> [ActCount] {
    struct Deed: Hashable {
      let by: Person
      let kind: Submission.Kind?
    }
    let done =
      acts(from: first, through: last).map { ($0.submission, $0.submission.kind) }
      + amendments(from: first, through: last).map { ($0.submission, nil) }
    return Dictionary(grouping: done) { Deed(by: $0.0.typist, kind: $0.1) }.map { deed, done in
      ActCount(
        by: deed.by, kind: deed.kind, count: done.count,
        last: done.map(\.0.at).max() ?? Instant(seconds: 0))
    }
  }

  func amendments(from first: SchoolDate, through last: SchoolDate) -> [HistoryLine] {
    register.ledger.lines(after: nil).filter { line in
      line.entry.replaces != nil && first <= line.submission.at.date
        && line.submission.at.date <= last
    }
  }
}
