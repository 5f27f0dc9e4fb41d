/// The columns a file may have, by the names formats give them.
protocol ImportColumn: CaseIterable, Hashable, RawRepresentable, Sendable where RawValue == String {
  /// Whether the file must have it.
  var isRequired: Bool { get }
}

/// Which field of a row belongs to which column.
struct CSVHeader<Column: ImportColumn> {
  /// The place of each column the file has.
  let places: [Column: Int]

  /// The places of the columns named, or nil, having told which are unknown, repeated or missing.
  init?(_ names: [String], faults: inout FaultList) {
    var places: [Column: Int] = [:]
    let before = faults.count
    for (place, name) in names.enumerated() {
      guard let column = Column(rawValue: name) else {
        faults.add(line: 1, Self.unknown(name, at: place))
        continue
      }
      if let first = places[column] {
        faults.add(
          line: 1,
          "column '\(name)' stands twice, as column \(first + 1) and column \(place + 1); "
            + "delete one")
      } else {
        places[column] = place
      }
    }
    let missing = Column.allCases.filter { $0.isRequired && places[$0] == nil }
    if !missing.isEmpty {
      let names = missing.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      faults.add(
        line: 1,
        missing.count == 1
          ? "column \(names) is missing; add it" : "columns \(names) are missing; add them")
    }
    guard faults.count == before else { return nil }
    self.places = places
  }

  private static func unknown(_ name: String, at place: Int) -> String {
    if name.isEmpty { return "column \(place + 1) has no name; name it, or delete it" }
    let known = Column.allCases.map(\.rawValue)
    if let nearest = Nearest.name(to: name, among: known) {
      return "unknown column '\(Nearest.clipped(name))'; did you mean '\(nearest)'?"
    }
    return "unknown column '\(Nearest.clipped(name))'; there are \(known.joined(separator: ", "))"
  }
}
