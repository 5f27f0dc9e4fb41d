import Attendance
import Yams

extension CalendarReading {
  /// A term with its half term, or nil where something is wrong with it.
  mutating func term(_ node: Node, of year: SchoolYear) -> Term? {
    guard let settings = settings(node, of: "a term", ["name", "starts", "ends", "half_term"])
    else { return nil }
    let name = needed("name", settings, in: node).flatMap { text($0) }
    let range = dates(settings, in: node, of: name ?? "the term")
    guard let name, let range else { return nil }
    for date in [range.lowerBound, range.upperBound] where !year.contains(date) {
      fault(
        settings[date == range.lowerBound ? "starts" : "ends"] ?? node,
        "\(date) lies outside \(year), which runs from \(year.firstDay) to \(year.lastDay); "
          + "correct the date or the year")
      return nil
    }
    guard let halfTermNode = settings["half_term"] else {
      return Term(name: name, starts: range.lowerBound, ends: range.upperBound)
    }
    guard let halfTerm = halfTerm(halfTermNode, of: name) else { return nil }
    if halfTerm.lowerBound < range.lowerBound || range.upperBound < halfTerm.upperBound {
      fault(
        halfTermNode,
        "half term from \(halfTerm.lowerBound) to \(halfTerm.upperBound) lies outside \(name), "
          + "which runs from \(range.lowerBound) to \(range.upperBound); correct the dates")
    }
    return Term(
      name: name, starts: range.lowerBound, ends: range.upperBound, halfTerm: halfTerm)
  }

  private mutating func halfTerm(_ node: Node, of name: String) -> ClosedRange<SchoolDate>? {
    settings(node, of: "a half term", ["starts", "ends"]).flatMap {
      dates($0, in: node, of: "half term of \(name)")
    }
  }

  private mutating func dates(
    _ settings: [String: Node], in node: Node, of what: String
  ) -> ClosedRange<SchoolDate>? {
    let starts = needed("starts", settings, in: node).flatMap { date($0, "starts") }
    let ends = needed("ends", settings, in: node).flatMap { date($0, "ends") }
    guard let starts, let ends else { return nil }
    guard starts <= ends else {
      fault(
        settings["ends"] ?? node,
        "\(what) ends on \(ends), before it starts on \(starts); correct one of them")
      return nil
    }
    return starts...ends
  }

  /// A closed date, or nil where something is wrong with it.
  mutating func closure(_ node: Node, of year: SchoolYear) -> Closure? {
    let names = ["date", "reason", "session", "campus", "year_groups"]
    guard let settings = settings(node, of: "a closed date", names) else { return nil }
    let date = needed("date", settings, in: node).flatMap { self.date($0, "date") }
    let reason = needed("reason", settings, in: node).flatMap { text($0) }
    var half: HalfDay?
    if let node = settings["session"], let name = text(node) {
      half = HalfDay(rawValue: name.uppercased())
      if half == nil {
        fault(node, "'\(Nearest.clipped(name))' is no session; write AM or PM, or leave it out")
      }
    }
    let campus = settings["campus"].flatMap { text($0) }
    var groups: [YearGroup] = []
    if let node = settings["year_groups"] { groups = yearGroups(node) }
    guard let date, let reason else { return nil }
    guard year.contains(date) else {
      fault(
        settings["date"] ?? node,
        "\(date) lies outside \(year), which runs from \(year.firstDay) to \(year.lastDay); "
          + "put it into its own year")
      return nil
    }
    return Closure(date: date, reason: reason, half: half, campus: campus, yearGroups: groups)
  }

  private mutating func yearGroups(_ node: Node) -> [YearGroup] {
    guard let nodes = list(node, of: "year groups") else { return [] }
    if nodes.isEmpty { fault(node, "no year group is listed; list them, or leave year_groups out") }
    var groups: [YearGroup] = []
    for node in nodes {
      guard let name = text(node) else { continue }
      guard let group = YearGroup(name) else {
        fault(node, "'\(Nearest.clipped(name))' is no year group; use N1, N2, R or 1 to 14")
        continue
      }
      if groups.contains(group) {
        fault(node, "year group \(group) stands twice; delete one")
      }
      groups.append(group)
    }
    return groups
  }
}
