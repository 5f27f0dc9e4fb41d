import Attendance

/// The acts that were emptied past retention, held against the records of it as they are walked.
///
/// Their own seals cannot be made again, for what they covered is gone. What is left of each, with
/// the seal before it and its own, stands under a digest in the record, which the change log seals.
struct EmptiedActs {
  private let records: [RemovalRecord]
  private var met: [Left]
  /// The first act of each removal that was not old enough by then, or is of a day after its cut.
  private var young: [Int: Int64] = [:]
  private static let least = RetentionPeriod(years: RetentionPeriod.least)

  init(_ records: [RemovalRecord] = []) {
    self.records = records
    met = records.map { _ in Left() }
  }

  /// What is left of the acts of one removal.
  struct Left {
    private(set) var acts = 0
    private(set) var entries = 0
    private(set) var lines = 0
    private var sealer = Sealer(of: "emptied acts")

    /// Takes in an act: the seal over what is left of it, and the one it was sealed with.
    mutating func add(_ head: Seal, _ held: Seal, entries: Int, lines: Int) {
      sealer.add(text: head.hex)
      sealer.add(text: held.hex)
      acts += 1
      self.entries += entries
      self.lines += lines
    }

    /// The digest of all that was taken in.
    mutating func digest() -> String { sealer.seal().hex }
  }

  /// Everything dated before this day is gone, or stays for its seal alone.
  ///
  /// A record whose day cannot be right is a fault, and hides nothing.
  var cut: SchoolDate? { records.filter(Self.isCutSound).map(\.cut).max() }

  /// Whether the day is the first of a school year that was over for as long as the law asks.
  private static func isCutSound(_ record: RemovalRecord) -> Bool {
    record.cut == SchoolYear(of: record.cut).firstDay
      && record.cut <= least.limit(on: record.at.date).date
  }

  /// Whether a record says that the act was emptied.
  func holds(_ act: Int64) -> Bool { records.contains { $0.acts.holds(act) } }

  /// The emptied act was walked.
  mutating func meet(_ act: Submission, _ head: Seal, _ held: Seal, entries: Int, lines: Int) {
    for (index, record) in records.enumerated() where record.acts.holds(act.id.number) {
      met[index].add(head, held, entries: entries, lines: lines)
      let isYoung =
        act.at >= Self.least.limit(on: record.at.date)
        || act.register.map { $0.session.date >= record.cut } ?? false
      if isYoung, young[index] == nil {
        young[index] = act.id.number
      }
    }
  }

  /// What does not add up, and what is to be told of removals that do.
  mutating func findings() -> (faults: [String], notices: [String]) {
    var faults: [String] = []
    var notices: [String] = []
    for (index, record) in records.enumerated() {
      if !Self.isCutSound(record) {
        faults.append(
          "the removal by \(record.by.name) at \(record.at) names \(record.cut), which was not past "
            + "retention: no such removal is the program's")
      }
      if let act = young[index] {
        faults.append(
          "submission \(act) was emptied by \(record.by.name) at \(record.at), when it was not yet "
            + "\(RetentionPeriod.least) years old: no such removal is the program's")
      }
      let left = met[index]
      let isWhole =
        left.acts == record.actCount && left.entries == record.entries && left.lines == record.lines
      if isWhole, met[index].digest() == record.left {
        notices.append(record.notice)
      } else {
        faults.append(
          "the submissions emptied past retention by \(record.by.name) at \(record.at) are not as "
            + "they were left then: one was removed, or its author, time or seal was changed")
      }
    }
    return (faults, notices)
  }
}
