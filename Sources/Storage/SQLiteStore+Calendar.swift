import Attendance
import GRDB

extension SQLiteStore {
  func calendar() throws(StoreFault) -> SchoolCalendar {
    try reading { db in
      try remembered.calendar.value(as: ends(db).change) {
        try RemovedYears.shown(Self.calendar(db), Self.cut(db))
      }
    }
  }

  static func calendar(_ db: Database) throws -> SchoolCalendar {
    var terms: [Int: [Term]] = [:]
    let sql = """
      SELECT year, name, starts, ends, half_term_starts, half_term_ends FROM term
      ORDER BY year, starts
      """
    for row in try Row.fetchAll(db, sql: sql) {
      var halfTerm: ClosedRange<SchoolDate>?
      if let first = try row.optionalDate(4), let last = try row.optionalDate(5), first <= last {
        halfTerm = first...last
      }
      terms[try row.value(0), default: []].append(
        Term(
          name: try row.value(1), starts: try row.date(2), ends: try row.date(3),
          halfTerm: halfTerm))
    }
    var closures: [Int: [Closure]] = [:]
    let closed = "SELECT year, date, half, campus, year_groups, reason FROM closure ORDER BY id"
    for row in try Row.fetchAll(db, sql: closed) {
      let years = (try row.value(4) as String).split(separator: " ").compactMap {
        YearGroup(String($0))
      }
      closures[try row.value(0), default: []].append(
        Closure(
          date: try row.date(1), reason: try row.value(5), half: try row.half(2),
          campus: try row.value(3), yearGroups: years))
    }
    return SchoolCalendar(
      Set(terms.keys).union(closures.keys).map { year in
        CalendarYear(
          year: SchoolYear(startYear: year), terms: terms[year] ?? [],
          closures: closures[year] ?? [])
      })
  }

  static func keep(_ db: Database, _ year: CalendarYear) throws {
    try year.check()
    let year = year.inOrder
    let start = year.year.startYear
    try db.execute(sql: "DELETE FROM term WHERE year = ?", arguments: [start])
    try db.execute(sql: "DELETE FROM closure WHERE year = ?", arguments: [start])
    for term in year.terms {
      try db.execute(
        sql: """
          INSERT INTO term (year, starts, ends, name, half_term_starts, half_term_ends)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          start, term.starts.daysSince1970, term.ends.daysSince1970, term.name,
          term.halfTerm?.lowerBound.daysSince1970, term.halfTerm?.upperBound.daysSince1970,
        ])
    }
    for closure in year.closures {
      try db.execute(
        sql: """
          INSERT INTO closure (year, date, half, campus, year_groups, reason)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          start, closure.date.daysSince1970, closure.half?.index, closure.campus,
          closure.yearGroups.map(\.description).joined(separator: " "), closure.reason,
        ])
    }
  }
}
