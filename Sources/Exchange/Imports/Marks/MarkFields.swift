import Attendance

/// Where the fields of a mark stand, and what their bytes say.
struct MarkFields {
  let bytes: UnsafeRawBufferPointer
  let upn: Int
  let date: Int
  let session: Int
  let code: Int
  let minutes: Int?
  let note: Int?

  /// The date that stands there, or nil.
  func date(_ field: CSVScanner.Field) -> SchoolDate? {
    let start = field.start
    guard field.end - start == 10, bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"),
      let year = number(start..<(start + 4)), let month = number((start + 5)..<(start + 7)),
      let day = number((start + 8)..<(start + 10))
    else { return nil }
    return SchoolDate(year: year, month: month, day: day)
  }

  /// The half of the day that stands there, or nil.
  func half(_ field: CSVScanner.Field) -> HalfDay? {
    guard field.end - field.start == 2, bytes[field.start + 1] | 0x20 == UInt8(ascii: "m") else {
      return nil
    }
    switch bytes[field.start] | 0x20 {
    case UInt8(ascii: "a"): return .am
    case UInt8(ascii: "p"): return .pm
    default: return nil
    }
  }

  /// The minutes that stand there, -1 where the field is empty, nil where they are none.
  func minutes(_ field: CSVScanner.Field) -> Int16? {
    if field.start == field.end { return -1 }
    guard field.end - field.start <= 3, let number = number(field.start..<field.end),
      number <= 600
    else { return nil }
    return Int16(number)
  }

  private func number(_ range: Range<Int>) -> Int? {
    var number = 0
    for place in range {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
