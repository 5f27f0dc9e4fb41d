import Attendance
import Foundation
import GRDB

/// The part of a walk along the seals that reads the day book.
struct LineWalk {
  private var last: Int64 = 0
  /// Lines that follow each other, read in one go for many submissions.
  private var window: Range<Int64> = 0..<0
  private var read: [KeptLine] = []
  private var said: [Int64: EntryWindow.Note] = [:]

  /// What one submission says it wrote, and what the file holds of it.
  struct Said {
    let first: Int64
    let count: Int
    let lines: [KeptLine]
    let faults: [String]
  }

  /// Reads the lines of the next submission; its first line and their count stand in columns 15 and
  /// 16 of its row.
  mutating func next(
    _ db: Database, _ row: Row, _ submission: Int64, isEmptied: Bool = false,
    _ place: @autoclosure () -> String
  ) throws -> Said {
    let first: Int64 = try row.value(15)
    let count: Int32 = try row.value(16)
    guard (1..<1 << 48).contains(first), count >= 0 else {
      throw StoreFault.damaged("\(place()): the numbers of its lines are impossible")
    }
    var faults: [String] = []
    if first != last + 1 {
      faults.append("\(place()): its lines of the day book do not follow those before it")
    }
    last = max(last, first + Int64(count) - 1)
    guard count > 0 else { return Said(first: first, count: 0, lines: [], faults: faults) }
    let range = first..<first + Int64(count)
    let (lines, words) = try read(db, range)
    if isEmptied {
      faults += lines.prefix(3).map {
        "\(place()): line \($0.id) of the day book stands in it, though it was emptied past "
          + "retention"
      }
    } else if lines.count != Int(count) {
      let present = Set(lines.map(\.id))
      let missing = range.lazy.filter { !present.contains($0) }.prefix(3).map { "\($0)" }
      faults.append(
        "\(place()): line \(missing.joined(separator: ", ")) of the day book is missing")
    }
    faults += lines.filter { $0.submission != submission }.map {
      "\(place()): line \($0.id) of the day book says it belongs to another submission"
    }
    faults += lines.filter {
      LineReading.matter($0.kind, $0.facts) == nil || LineReading.nature($0.facts) == nil
    }.map {
      "\(place()): line \($0.id) of the day book says nothing that can be read"
    }
    faults += try Self.faultsOfWords(db, lines, words, place())
    return Said(first: first, count: Int(count), lines: lines, faults: faults)
  }

  /// The lines that belong to no submission walked.
  func loose(_ db: Database) throws -> [String] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM line WHERE id > ? OR id < 1 ORDER BY id LIMIT 20",
      arguments: [last]
    ).map { "line \($0) of the day book belongs to no sealed submission" }
  }

  private mutating func read(
    _ db: Database, _ asked: Range<Int64>
  ) throws -> ([KeptLine], [Int64: EntryWindow.Note]) {
    if asked.lowerBound < window.lowerBound || asked.upperBound > window.upperBound {
      window = asked.lowerBound..<max(asked.upperBound, asked.lowerBound + 2_000)
      read = try Self.lines(db, window)
      said = try Self.words(db, window)
    }
    var index = read.firstPlace(from: asked.lowerBound)
    var lines: [KeptLine] = []
    var words: [Int64: EntryWindow.Note] = [:]
    while index < read.count, read[index].id < asked.upperBound {
      lines.append(read[index])
      index += 1
    }
    for line in lines { words[line.id] = said[line.id] }
    return (lines, words)
  }

  private static func words(
    _ db: Database, _ range: Range<Int64>
  ) throws -> [Int64: EntryWindow.Note] {
    var words: [Int64: EntryWindow.Note] = [:]
    let statement = try db.cachedStatement(
      sql: "SELECT line, salt, text FROM words WHERE line >= ? AND line < ?")
    for row in try Row.fetchAll(statement, arguments: [range.lowerBound, range.upperBound]) {
      words[try row.value(0)] = (try row.value(1), try row.value(2))
    }
    return words
  }

  private static func lines(_ db: Database, _ range: Range<Int64>) throws -> [KeptLine] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, submission, pupil, date, until, about, kind, waits, facts, words
        FROM line WHERE id >= ? AND id < ? ORDER BY id
        """)
    return try Row.fetchAll(statement, arguments: [range.lowerBound, range.upperBound]).map { row in
      KeptLine(
        id: try row.value(0), submission: try row.value(1), pupil: try row.value(2),
        date: try row.value(3), until: try row.value(4), about: try row.value(5),
        kind: try row.value(6), waits: try row.value(7), facts: try row.value(8),
        wordsHash: (try row.value(9) as Data?).map { Array($0) })
    }
  }

  private static func faultsOfWords(
    _ db: Database, _ lines: [KeptLine], _ words: [Int64: EntryWindow.Note],
    _ place: @autoclosure () -> String
  ) throws -> [String] {
    var faults: [String] = []
    for line in lines {
      let what = "the words of line \(line.id) of the day book"
      switch (line.wordsHash, words[line.id]) {
      case (nil, nil): break
      case (.some, nil): faults.append("\(place()): \(what) are missing")
      case (nil, .some): faults.append("\(place()): \(what) were added")
      case (let hash?, let kept?):
        if let salt = kept.salt, let text = kept.text {
          if Seal.hash(note: text, salt: Array(salt)) != hash {
            faults.append("\(place()): \(what) were changed")
          }
        } else if try !Redaction.isLogged(db, Redaction.subject(ofLine: line.id)) {
          faults.append("\(place()): \(what) were redacted by nobody knows whom")
        }
      }
    }
    return faults
  }
}

extension [KeptLine] {
  /// The place of the first line that does not come before the number.
  fileprivate func firstPlace(from number: Int64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].id < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
