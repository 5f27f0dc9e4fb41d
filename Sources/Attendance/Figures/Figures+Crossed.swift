/// Figures by several keys at once, and of each pupil.
extension Figures {
  /// The rows by these keys crossed with one another, sorted by them as bytes, of the sessions from the
  /// date on up to the last one that has begun: of everybody, or of these pupils.
  public func rows(
    by keys: [FigureKey], from first: SchoolDate, through last: Session,
    of pupils: Set<Pupil.ID>? = nil
  ) -> [FigureRow] {
    let counting = keys.allSatisfy(\.countsPupils)
    let buckets = FigureBuckets(keys, self)
    var rows: [[String]: FigureRow] = [:]
    forEachPupil(from: first, through: last, of: pupils) { _, enrolments in
      var names: Set<[String]> = []
      for enrolment in enrolments {
        for (name, tally) in tallies(of: enrolment, by: keys, buckets) {
          rows[name, default: FigureRow(keys: name, countingPupils: counting)].add(tally)
          if tally.possible > 0 { names.insert(name) }
        }
      }
      // Somebody who left and came back has two enrolments and is one pupil.
      for name in names { rows[name]?.members += 1 }
    }
    return rows.values.sorted { one, other in
      for (first, second) in zip(one.keys, other.keys) where first != second {
        return first.utf8.lexicographicallyPrecedes(second.utf8)
      }
      return false
    }
  }

  /// The counts of each pupil's sessions, over all their enrolments that count.
  public func tallies(
    from first: SchoolDate, through last: Session, of pupils: Set<Pupil.ID>? = nil
  ) -> [Pupil.ID: Tally] {
    var tallies: [Pupil.ID: Tally] = [:]
    forEachPupil(from: first, through: last, of: pupils) { pupil, enrolments in
      guard !enrolments.isEmpty else { return }
      tallies[pupil] = enrolments.joined().reduce(into: Tally()) { $0 += count($1) }
    }
    return tallies
  }

  /// What one enrolment contributes to each row.
  private func tallies(
    of enrolment: [Stretch], by keys: [FigureKey], _ buckets: FigureBuckets
  ) -> [[String]: Tally] {
    var tallies: [[String]: Tally] = [:]
    for stretch in enrolment {
      let names = keys.map { name(of: stretch, by: $0) }
      if buckets.areOne {
        tallies[names, default: Tally()] += count(stretch)
        continue
      }
      var counts: [Int: Tally] = [:]
      count(stretch, buckets, into: &counts)
      for (bucket, tally) in counts {
        tallies[buckets.names(of: bucket, over: names), default: Tally()] += tally
      }
    }
    return tallies
  }
}

/// Into which row each session of a year falls by keys that are about the session itself.
///
/// The names are made once for all pupils; each session then costs a number and no text.
final class FigureBuckets {
  private let keys: [FigureKey]
  private let figures: Figures
  private let byCode: Bool
  private var names: [[String]] = []
  private var numbers: [[String]: Int] = [:]
  private var known: [SchoolYear: [Int]] = [:]
  /// Whether no key is about the session, so that all of them fall into one.
  let areOne: Bool

  init(_ keys: [FigureKey], _ figures: Figures) {
    self.keys = keys
    self.figures = figures
    byCode = keys.contains(.code)
    areOne = !keys.contains { $0.isTime || $0 == .code }
  }

  /// For each cell of the year, its bucket by time.
  func cells(of year: SchoolYear) -> [Int] {
    if let cells = known[year] { return cells }
    let cells = (0..<year.days * 2).map { cell in
      let session = YearSheet.session(at: cell, in: year)
      let name = keys.map { $0.isTime ? figures.name(of: session, by: $0) : "" }
      if let number = numbers[name] { return number }
      numbers[name] = names.count
      names.append(name)
      return names.count - 1
    }
    known[year] = cells
    return cells
  }

  /// The bucket of a cell with that bucket by time and that byte.
  func bucket(_ time: Int, _ byte: UInt8) -> Int { byCode ? time << 8 | Int(byte) : time }

  /// What the bucket is by each key; by those about the pupil it is what the pupil is.
  func names(of bucket: Int, over pupil: [String]) -> [String] {
    let time = names[byCode ? bucket >> 8 : bucket]
    return keys.indices.map { index in
      if keys[index].isTime { return time[index] }
      return keys[index] == .code
        ? figures.alphabet.code(of: UInt8(bucket & 255)) : pupil[index]
    }
  }
}
