public import Attendance

/// One set of attendance codes, in force on its own dates.
public struct CodeSet: Hashable, Sendable {
  /// Its name, as policies list it: `from-2024-08-19`.
  public let name: String
  /// Its codes, in the order of the file.
  public let codes: [AttendanceCode]
}
