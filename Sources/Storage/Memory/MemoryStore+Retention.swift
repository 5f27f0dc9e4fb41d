import Attendance

extension MemoryStore {
  func pastRetention(
    _ period: RetentionPeriod, on date: SchoolDate
  ) throws(StoreFault) -> PastRetention {
    do {
      return try register.ledger.retention(period, on: date).past { act in
        register.ledger.submissions.prefix(Int(act)).map(\.submission.at).max()
          ?? Instant(seconds: 0)
      }
    } catch {
      throw StoreFault(error, path: "memory")
    }
  }

  func written(in acts: ClosedRange<Int64>) throws(StoreFault) -> WrittenActs {
    do {
      return try register.ledger.written(in: acts)
    } catch {
      throw StoreFault(error, path: "memory")
    }
  }

  func remove(
    _ past: PastRetention, exportedAs digest: String, by person: Person, at: Instant
  ) throws(StoreFault) -> RemovalRecord {
    guard try pastRetention(past.period, on: at.date) == past, !past.isEmpty else {
      throw RemovedYears.changed
    }
    // Nothing beside a register in memory could be altered, so that its record needs no digest.
    let record = RemovalRecord(
      past, after: removals(), left: "", export: digest, by: person, at: at)
    write { register in
      register.ledger.empty(record)
      register.changes.append(
        MemoryRegister.Change(what: RemovalRecord.word, by: person, at: at))
    }
    return record
  }

  /// Whoever shares a register in memory is a desk of this very program.
  func refuseOtherDesks() {}

  func removals() -> [RemovalRecord] { register.ledger.removals }
}

extension MemoryLedger {
  /// What one rule for all stores needs to know.
  func retention(_ period: RetentionPeriod, on date: SchoolDate) -> RetentionFacts {
    let limit = period.limit(on: date)
    let firstKept = submissions.first { $0.submission.at >= limit }?.submission.id.number ?? .max
    let entries = entries.filter { !isEmptied($0.submission) }
    let makers = Dictionary(
      entries.map { ($0.id, $0.submission) }, uniquingKeysWith: { first, _ in first })
    let last = Dictionary(entries.map { ($0.submission, $0.date) }, uniquingKeysWith: max)
    return RetentionFacts(
      period: period, limit: limit, firstKept: firstKept,
      acts: submissions.compactMap { kept in
        let id = kept.submission.id.number
        guard id < firstKept, kept.entries.count + kept.lines.count > 0, !isEmptied(id),
          kept.submission.kind != .adopted
        else { return nil }
        return RetentionFacts.ActFact(
          id: id, entries: kept.entries.count, lines: kept.lines.count, lastDate: last[id])
      },
      lines: lines.filter { !isEmptied($0.submission) }.map { line in
        let facts = "\n\(line.facts)\n"
        return RetentionFacts.LineFact(
          id: line.id, submission: line.submission, pupil: line.pupil, date: line.date,
          until: line.until, about: line.about, kind: line.kind, waits: line.waits,
          wantsCall: line.kind == "message" && line.facts.contains(RetentionFacts.LineFact.call),
          isSensitive: facts.contains(RetentionFacts.LineFact.sensitive),
          isEnd: RetentionFacts.LineFact.ends.contains(where: facts.contains))
      },
      links: entries.flatMap { entry in
        [entry.replaces, entry.beside].compactMap { $0.flatMap { makers[$0] } }
          .filter { $0 != entry.submission }
          .map { RetentionFacts.Link(from: entry.submission, to: $0) }
      },
      days: Dictionary(grouping: entries, by: \.date).map { date, entries in
        RetentionFacts.Day(
          date: date, entries: entries.count, last: entries.map(\.submission).max() ?? 0)
      },
      sheets: Dictionary(
        sheets.map { ($0.key.startYear, $0.value.count) }, uniquingKeysWith: { $1 }))
  }

  /// What the acts wrote.
  func written(in acts: ClosedRange<Int64>) throws -> WrittenActs {
    let kept = submissions.filter { acts.contains($0.submission.id.number) }
    let whole = kept.filter { !isEmptied($0.submission.id.number) }
    return WrittenActs(
      acts: kept.map {
        ActLine($0.submission, entries: $0.entries.count, lines: $0.lines.count)
      },
      entries: whole.flatMap { history(of: $0) },
      lines: try whole.flatMap { try dayLines(of: $0) })
  }
}
