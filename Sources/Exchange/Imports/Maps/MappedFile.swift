import Attendance

/// A file of another system as one of ours: the same rows under our columns, in our words.
public struct MappedFile: Sendable {
  /// The file as the imports read it.
  public let file: IncomingFile
  /// For each row of it, the line on which it began in the file that came in.
  private let lines: [(made: Int, came: Int)]

  /// The file read through the map, or every fault of its columns and rows.
  ///
  /// What a column holds is checked by the import as in any file; only dates and the words that the
  /// map lists are written anew, so that the codes of older years stay as they were.
  public init(_ incoming: IncomingFile, through map: ColumnMap) throws(FaultList) {
    var faults = FaultList(file: incoming.name)
    var lines: [(made: Int, came: Int)] = [(1, 1)]
    let text = incoming.read { bytes -> String in
      guard var rows = CSVRows(bytes, faults: &faults) else { return "" }
      guard let places = map.places(of: rows.header, &faults) else { return "" }
      var text = Self.line(places.map(\.column))
      var made = 2
      while rows.next(&faults) {
        let values = places.map { map.value(rows.text(at: $0.place), in: $0.column) }
        lines.append((made, rows.line))
        let line = Self.line(values)
        made += line.utf8.count { $0 == UInt8(ascii: "\n") }
        text += line
      }
      return text
    }
    if !faults.isEmpty { throw faults }
    self.lines = lines
    file = IncomingFile(named: incoming.name, text: text)
  }

  /// The faults of the made file with the lines of the one that came in.
  public func inSource(_ faults: FaultList) -> FaultList {
    faults.relined { made in
      let row = lines.last { $0.made <= made } ?? (1, 1)
      return row.came + made - row.made
    }
  }

  private static func line(_ fields: [String]) -> String {
    fields.map { field in
      let needsQuotes = field.utf8.contains {
        [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
          .contains($0)
      }
      return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }.joined(separator: ",") + "\n"
  }
}

extension ColumnMap {
  /// Which of our columns stand where; nil, having told of each column that the map does not know.
  fileprivate func places(
    of header: [String], _ faults: inout FaultList
  ) -> [(column: String, place: Int)]? {
    let before = faults.count
    var places: [(column: String, place: Int)] = []
    for (place, name) in header.enumerated() {
      if let column = columns[name] {
        if places.contains(where: { $0.column == column }) {
          faults.add(line: 1, "column '\(name)' stands twice; delete one")
        }
        places.append((column, place))
      } else if !ignored.contains(name) {
        let near = Nearest.name(to: name, among: Array(columns.keys))
        faults.add(
          line: 1,
          "the map does not know the column '\(Nearest.clipped(name))'"
            + (near.map { ", only '\($0)'" } ?? "")
            + "; name it in the map, or put it under 'ignore'")
      }
    }
    for (their, our) in columns.sorted(by: { $0.key < $1.key }) where !header.contains(their) {
      if kind.needs(our) {
        faults.add(line: 1, "column '\(their)' is missing, from which \(our) is taken; add it")
      }
    }
    return faults.count == before ? places : nil
  }

  /// Their value in our words.
  fileprivate func value(_ text: String, in column: String) -> String {
    if let word = words[column]?[text] { return word }
    guard kind.dates.contains(column), dates == .dayFirst else { return text }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, (1...2).contains(parts[1].count),
      (1...2).contains(parts[0].count)
    else { return text }
    func two(_ part: Substring) -> String { part.count == 1 ? "0\(part)" : String(part) }
    let turned = "\(parts[2])-\(two(parts[1]))-\(two(parts[0]))"
    // What is no date is told as it stands in their file.
    return SchoolDate(turned) == nil ? text : turned
  }
}

extension ColumnMap.Kind {
  fileprivate func needs(_ column: String) -> Bool {
    switch self {
    case .pupils: PupilColumn(rawValue: column)?.isRequired ?? false
    case .marks: MarkImport.Column(rawValue: column)?.isRequired ?? false
    }
  }
}
