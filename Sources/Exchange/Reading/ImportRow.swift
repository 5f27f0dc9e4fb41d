import Attendance

/// One row of a file, by column; asking for a value of a kind tells what is wrong with it.
struct ImportRow<Column: ImportColumn> {
  /// The line on which it begins.
  let line: Int
  private let values: [Column: String]
  /// What is wrong with the file so far.
  var faults: FaultList
  /// How many faults there were before this row.
  private let faultsBefore: Int

  /// Whether nothing was found wrong with the row.
  var isSound: Bool { faults.count == faultsBefore }

  /// Hands out every whole row of the file, in order.
  static func read(
    _ file: IncomingFile, faults: inout FaultList, row body: (inout ImportRow) -> Void
  ) {
    file.read { bytes in
      guard var rows = CSVRows(bytes, faults: &faults),
        let header = CSVHeader<Column>(rows.header, faults: &faults)
      else { return }
      while rows.next(&faults) {
        let values = header.places.mapValues(rows.text(at:))
        if values.values.allSatisfy(\.isEmpty) {
          faults.add(line: rows.line, "every field of this row is empty; delete the line")
          continue
        }
        var row = ImportRow(
          line: rows.line, values: values, faults: faults, faultsBefore: faults.count)
        body(&row)
        faults = row.faults
      }
    }
  }

  /// Whether the file has the column.
  func has(_ column: Column) -> Bool { values[column] != nil }

  /// The value as it stands, empty where the file has no such column.
  func raw(_ column: Column) -> String { values[column] ?? "" }

  /// Tells what is wrong with the row.
  mutating func fault(_ sentence: @autoclosure () -> String) { faults.add(line: line, sentence()) }

  /// A text, empty where there is none.
  mutating func text(_ column: Column, _ kind: CleanText.Kind = .line) -> String {
    let text = raw(column)
    if text.isEmpty { return "" }
    switch CleanText.checked(text, kind) {
    case .success(let clean):
      return clean
    case .failure(let problem):
      fault(problem.sentence(in: column.rawValue))
      return ""
    }
  }

  /// A text that must be given.
  mutating func needed(_ column: Column, _ kind: CleanText.Kind = .line) -> String {
    let before = faults.count
    let text = text(column, kind)
    if text.isEmpty, faults.count == before { fault("\(column.rawValue) is empty; fill it in") }
    return text
  }

  /// A date, or nil where the field is empty.
  mutating func date(_ column: Column) -> SchoolDate? {
    let text = raw(column)
    if text.isEmpty { return nil }
    if let date = SchoolDate(text) { return date }
    fault(DateText.sentence(text, in: column.rawValue))
    return nil
  }

  /// A date that must be given.
  mutating func neededDate(_ column: Column) -> SchoolDate? {
    if raw(column).isEmpty { fault("\(column.rawValue) is empty; fill it in") }
    return date(column)
  }

  /// One of the words allowed, or nil where the field is empty.
  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ column: Column, of kind: Choice.Type
  ) -> Choice? {
    let text = raw(column)
    if text.isEmpty { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    fault("'\(Nearest.clipped(text))' does not fit \(column.rawValue); use one of \(words)")
    return nil
  }

  /// Yes or no, or nil where the field is empty.
  mutating func yesOrNo(_ column: Column) -> Bool? {
    switch raw(column).lowercased() {
    case "": return nil
    case "1", "yes", "true": return true
    case "0", "no", "false": return false
    case let text:
      fault("'\(Nearest.clipped(text))' does not fit \(column.rawValue); use yes or no")
      return nil
    }
  }

  /// A unique pupil number, or nil where the field is empty or wrong.
  mutating func upn(_ column: Column) -> UPN? {
    let text = raw(column)
    if text.isEmpty { return nil }
    do {
      return try UPN(text)
    } catch {
      fault("UPN '\(Nearest.clipped(text))': \(error)")
      return nil
    }
  }

  /// The pupil whose UPN stands there, or nil where none has it.
  mutating func pupil(
    _ column: Column, among pupils: [UPN: AdmissionEntry]
  ) -> AdmissionEntry? {
    if raw(column).isEmpty { fault("\(column.rawValue) is empty; fill it in") }
    guard let upn = upn(column) else { return nil }
    if let entry = pupils[upn] { return entry }
    fault("no pupil has the UPN \(upn); import the pupil first, or correct the UPN")
    return nil
  }
}
