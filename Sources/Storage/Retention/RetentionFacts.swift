import Attendance

/// What every store tells of itself so that one rule says what is past retention.
///
/// Nothing of a school year goes before all of it may, and an act goes as a whole or not at all:
/// else there would be seals that can neither be checked nor are known to be emptied.
struct RetentionFacts {
  /// An act that has entries or lines, made before the limit.
  struct ActFact: Hashable {
    let id: Int64
    let entries: Int
    let lines: Int
    /// The latest day that one of its entries is about.
    let lastDate: Int32?
  }

  /// A line of the day book, without what it says.
  struct LineFact: Hashable {
    let id: Int64
    let submission: Int64
    let pupil: Int64?
    let date: Int32
    let until: Int32?
    let about: Int64?
    let kind: String
    let waits: Bool
    /// Whether it is a message whose caller waits for a call.
    let wantsCall: Bool
    /// Whether only named roles may read it.
    let isSensitive: Bool
    /// Whether it is what became of a meeting, an agreement or a notice, and the end of it.
    let isEnd: Bool

    /// How the facts of a message say so.
    static let call = "\ncall yes\n"
    /// How the facts of a line say that it is for named roles only.
    static let sensitive = "\n\(LineFacts.nature) "
    /// How the facts of an outcome say that there is nothing more to come.
    static let ends = [CaseOutcome.Kind.met, .notMet, .breached, .withdrawn, .cancelled].map {
      "\noutcome \($0.rawValue)\n"
    }
  }

  /// The entries about one day: how many, and the last act that made one.
  struct Day: Hashable {
    let date: Int32
    let entries: Int
    let last: Int64
  }

  /// That one act refers to another, which then stays for as long as the first.
  struct Link: Hashable {
    let from: Int64
    let to: Int64
  }

  let period: RetentionPeriod
  let limit: Instant
  /// The first act made at the limit or later.
  ///
  /// All before it are older, whatever their clock said: one that was set back makes nothing older
  /// than what came before.
  let firstKept: Int64
  let acts: [ActFact]
  let lines: [LineFact]
  let links: [Link]
  let days: [Day]
  /// How many sheets there are of each year.
  let sheets: [Int: Int]

  /// What is past retention; `made` gives the latest time known when an act was made.
  func past(made: (Int64) throws -> Instant) throws -> PastRetention {
    let cut = self.cut
    let staying = staying(before: cut.daysSince1970)
    let gone = acts.filter { !staying.contains($0.id) }
    let early = Set(lines.lazy.filter { $0.date < cut.daysSince1970 }.map(\.submission))
    return PastRetention(
      period: period, limit: limit, cut: cut, years: try years(made),
      acts: [ClosedRange<Int64>](joining: gone.map(\.id)),
      entries: gone.map(\.entries).reduce(0, +), lines: gone.map(\.lines).reduce(0, +),
      sheets: sheets.filter { SchoolYear(startYear: $0.key).lastDay < cut }.map(\.value)
        .reduce(0, +),
      staying: acts.filter { staying.contains($0.id) && early.contains($0.id) }.count)
  }

  /// The start of the latest school year before which every session has only entries that are past
  /// retention.
  private var cut: SchoolDate {
    let late = days.lazy.filter { $0.last >= firstKept }.map(\.date).min()
    let youngest = late.map { SchoolDate(daysSince1970: $0) } ?? limit.date
    return SchoolYear(of: min(youngest, limit.date)).firstDay
  }

  /// The acts that stay, of those made before the limit.
  private func staying(before cut: Int32) -> Set<Int64> {
    var held = Set(acts.lazy.filter { $0.lastDate ?? .min >= cut }.map(\.id))
    held.formUnion(linesInForce(at: cut))
    var next: [Int64: [Int64]] = [:]
    for link in links + linksOfLines { next[link.from, default: []].append(link.to) }
    let known = Set(acts.map(\.id))
    var open = held.union(next.keys.filter { !known.contains($0) })
    var staying: Set<Int64> = []
    while let act = open.popFirst() {
      guard staying.insert(act).inserted else { continue }
      for other in next[act] ?? [] where !staying.contains(other) { open.insert(other) }
    }
    return staying
  }

  /// The acts with a line that speaks of a day that is kept, waits for somebody or is still open.
  private func linesInForce(at cut: Int32) -> Set<Int64> {
    let withdrawn = Set(lines.lazy.filter { $0.kind == "withdrawn" }.compactMap(\.about))
    var answers: [Int64: Set<String>] = [:]
    var matched: Set<Int64> = []
    var ended: Set<Int64> = []
    var found: [Int64: Int64] = [:]
    for line in lines where !withdrawn.contains(line.id) {
      if let about = line.about {
        if line.isEnd { ended.insert(about) }
        answers[about, default: []].insert(line.kind)
        if line.pupil != nil { matched.insert(about) }
      }
      if let pupil = line.pupil, DayBookQuery.endsSearch.contains(line.kind) {
        found[pupil] = line.id
      }
    }
    func isOpen(_ line: LineFact) -> Bool {
      // Child protection files outlast every register, and no copy is made of what they say.
      if line.isSensitive { return true }
      let answered = answers[line.id] ?? []
      if withdrawn.contains(line.id) || answered.contains("done") { return false }
      switch line.kind {
      case "handed on": return line.pupil.map { (found[$0] ?? 0) < line.id } ?? true
      case "case": return !answered.contains("closed")
      case "agreement": return !ended.contains(line.id)
      case "message": return line.wantsCall || line.waits && !matched.contains(line.id)
      default: return line.waits && !answered.contains("decision")
      }
    }
    return Set(
      lines.lazy.filter { max($0.date, $0.until ?? $0.date) >= cut || isOpen($0) }
        .map(\.submission))
  }

  /// That a line and what answers it stay together, and a pupil handed on with the word that they
  /// were found.
  ///
  /// Without its answer the line would wait again.
  private var linksOfLines: [Link] {
    let acts = Dictionary(lines.map { ($0.id, $0.submission) }, uniquingKeysWith: { $1 })
    var links: [Link] = []
    var handedOn: [Int64: [Int64]] = [:]
    for line in lines {
      if let other = line.about.flatMap({ acts[$0] }), other != line.submission {
        links.append(Link(from: line.submission, to: other))
        links.append(Link(from: other, to: line.submission))
      }
      guard let pupil = line.pupil else { continue }
      if line.kind == "handed on" { handedOn[pupil, default: []].append(line.submission) }
      if DayBookQuery.endsSearch.contains(line.kind) {
        links += (handedOn[pupil] ?? []).map { Link(from: $0, to: line.submission) }
      }
    }
    return links
  }

  private func years(_ made: (Int64) throws -> Instant) throws -> [PastRetention.Year] {
    func year(_ date: Int32) -> SchoolYear { SchoolYear(of: SchoolDate(daysSince1970: date)) }
    let ofDays = Dictionary(grouping: days) { year($0.date) }
    let ofLines = Dictionary(grouping: lines) { year($0.date) }
    return try Set(ofDays.keys).union(ofLines.keys).sorted().map { year in
      let last = ofDays[year]?.map(\.last).max()
      return PastRetention.Year(
        year: year, entries: (ofDays[year] ?? []).map(\.entries).reduce(0, +),
        lines: ofLines[year]?.count ?? 0, last: last.map { Submission.ID($0) },
        made: try last.map(made))
    }
  }
}
