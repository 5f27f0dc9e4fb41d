import Exchange
import Glibc
import Storage

/// A CSV file that is written row by row, only for its maker's eyes, and then read back.
final class ExportedRows {
  let name: String
  private let path: String
  private let columns: [String]
  private let descriptor: Int32
  private var digest = RunningDigest()
  private(set) var rows = 0

  /// Begins the file, which is not there yet.
  init(_ name: String, _ columns: [String], in folder: ExportFolder) throws {
    self.name = name
    self.columns = columns
    path = folder.path + "/" + name
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.unwritable(path) }
    try write(RowTable(columns).written(as: .csv))
  }

  deinit { close(descriptor) }

  /// Adds rows below those that are there.
  func add(_ more: [[RowTable.Cell]]) throws {
    guard !more.isEmpty else { return }
    let text = RowTable(columns, rows: more).written(as: .csv)
    try write(
      String(decoding: text.utf8.drop { $0 != UInt8(ascii: "\n") }.dropFirst(), as: UTF8.self))
    rows += more.count
  }

  /// Brings the file to disk and reads it back; gives the digest of its bytes.
  func finish(expecting count: Int) throws -> String {
    guard fsync(descriptor) == 0 else { throw Self.unwritable(path) }
    let written = digest.hex()
    let (read, lines) = try Self.readBack(path)
    guard read == written, rows == count, lines == count + 1 else {
      throw Refused(
        "rollcall: nothing was removed: \(path) was read back and is not what was written "
          + "(\(lines - 1) rows of \(count)); try another disk")
    }
    return written
  }

  private func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    digest.add(bytes)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.unwritable(path) }
      rest = rest.dropFirst(count)
    }
  }

  /// The digest of the file as the disk has it, and how many rows there are with the header.
  private static func readBack(_ path: String) throws -> (digest: String, rows: Int) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw unwritable(path) }
    defer { close(descriptor) }
    var digest = RunningDigest()
    var (rows, isQuoted) = (0, false)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unwritable(path) }
      if count == 0 { return (digest.hex(), rows) }
      let bytes = Array(buffer[..<count])
      digest.add(bytes)
      for byte in bytes {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == UInt8(ascii: "\n"), !isQuoted { rows += 1 }
      }
    }
  }

  private static func unwritable(_ path: String) -> Refused {
    Refused("rollcall: nothing was removed: \(path) cannot be written: \(ExportFolder.reason)")
  }
}
