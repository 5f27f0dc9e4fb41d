/// The rows of a CSV file below its header, each with as many fields as the header names.
///
/// What is wrong with the file as a file is told here, once; what a column holds is for the imports.
struct CSVRows {
  /// The columns as the header names them.
  let header: [String]
  private(set) var scanner: CSVScanner
  private var isOver = false
  /// Empty lines that are only wrong if a row follows: at the very end editors leave them.
  private var emptyLines = 0..<0

  /// Reads the header, or tells why there is none.
  init?(_ bytes: UnsafeRawBufferPointer, faults: inout FaultList) {
    let encoding = TextEncoding(of: bytes)
    guard case .utf8(let mark) = encoding else {
      let line = bytes[..<encoding.place].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
      faults.add(line: line, encoding.sentence ?? "")
      return nil
    }
    scanner = CSVScanner(bytes, from: mark)
    switch scanner.next() {
    case .row where !scanner.isBlank: break
    case .row:
      faults.add(line: 1, "the first line is empty; it must name the columns")
      return nil
    case .end:
      faults.add(line: 1, "the file is empty; its first line must name the columns")
      return nil
    case .damaged(let line, let sentence), .hopeless(let line, let sentence):
      faults.add(line: line, scanner.line == line ? Self.aboutHeader(sentence, bytes) : sentence)
      return nil
    }
    guard scanner.fieldCount == scanner.fields.count else {
      let count = scanner.fieldCount
      faults.add(line: 1, "the first line names \(count) columns; no import has so many")
      return nil
    }
    header = scanner.fields.map(scanner.text(of:))
    scanner.mostFields = header.count
    if header.count == 1, let other = header.first.flatMap(Self.separator(in:)) {
      faults.add(line: 1, "the columns are separated by \(other); save the file with commas")
      return nil
    }
  }

  /// The line on which the row began.
  var line: Int { scanner.line }

  /// Goes to the next row that is whole, telling what is wrong with those before it.
  mutating func next(_ faults: inout FaultList) -> Bool {
    while !isOver {
      let step = scanner.next()
      if step == .row, scanner.isBlank {
        emptyLines = (emptyLines.isEmpty ? line : emptyLines.lowerBound)..<(line + 1)
        continue
      }
      if step != .end {
        for line in emptyLines { faults.add(line: line, "this line is empty; delete it") }
        emptyLines = 0..<0
      }
      switch step {
      case .row:
        if scanner.fieldCount != header.count {
          faults.add(
            line: line,
            "this row has \(Self.counted(scanner.fieldCount)), the header names \(header.count); "
              + "look for a comma too many or too few")
        } else {
          return true
        }
      case .end:
        return false
      case .damaged(let line, let sentence):
        faults.add(line: line, sentence)
      case .hopeless(let line, let sentence):
        faults.add(line: line, sentence)
        isOver = true
      }
    }
    return false
  }

  /// The text of the field at that place.
  func text(at place: Int) -> String { scanner.text(of: scanner.fields[place]) }

  private static func counted(_ fields: Int) -> String {
    fields == 1 ? "1 field" : "\(fields) fields"
  }

  private static func separator(in header: String) -> String? {
    if header.contains(";") { return "semicolons" }
    return header.contains("|") ? "bars" : nil
  }

  /// A tab in a header is more likely to separate columns than to be a slip.
  private static func aboutHeader(_ sentence: String, _ bytes: UnsafeRawBufferPointer) -> String {
    let line = bytes.prefix(1000).prefix { $0 != UInt8(ascii: "\n") }
    guard line.contains(9) else { return sentence }
    return "the columns are separated by tabs; save the file with commas"
  }
}

/// The strict reader by itself, for a file whose columns nobody prescribes.
public enum CSVReader {
  /// Every row of the file as text, the header first, or all that is wrong with it.
  public static func rows(of file: IncomingFile) throws(FaultList) -> [[String]] {
    var faults = FaultList(file: file.name)
    let rows: [[String]] = file.read { bytes in
      guard var rows = CSVRows(bytes, faults: &faults) else { return [] }
      var found = [rows.header]
      while rows.next(&faults) {
        found.append(rows.header.indices.map(rows.text(at:)))
      }
      return found
    }
    if !faults.isEmpty { throw faults }
    return rows
  }
}
