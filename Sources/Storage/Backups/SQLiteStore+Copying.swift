import GRDB
import GRDBSQLite
import Glibc

extension SQLiteStore {
  /// How much is copied before the register is let go, so that desks go on submitting.
  static let sliceOfCopy = 16 << 20
  private static let block = 1 << 20

  /// Copies the register as it stands, byte by byte, into an empty file.
  ///
  /// It is read through SQLite's own descriptor, under its own lock: opening the file beside it and
  /// closing it again would drop SQLite's locks. The lock is let go between slices; where somebody
  /// submits meanwhile, the copy begins again, and at the third time holds the lock to its end, by
  /// when the file is in memory.
  func copy(
    into descriptor: Int32, slice: Int = SQLiteStore.sliceOfCopy, progress: (Double) -> Void
  ) throws(StoreFault) {
    do {
      for _ in 0..<2 where try copyInSlices(slice, into: descriptor, progress) { return }
      try queue.unsafeRead { db in
        try db.inTransaction(.deferred) {
          let file = try RegisterFile(db)
          var place = 0
          while place < file.size {
            try file.copy(from: place, atMost: slice, to: descriptor)
            place += slice
            progress(Double(place) / Double(max(1, file.size)))
          }
          guard ftruncate(descriptor, file.size) == 0 else { throw StoreFault.full }
          return .commit
        }
      }
    } catch {
      throw StoreFault(error, path: path)
    }
  }

  /// Copies slice by slice; false where the register was changed on the way.
  private func copyInSlices(
    _ slice: Int, into descriptor: Int32, _ progress: (Double) -> Void
  ) throws -> Bool {
    var seen: UInt32?
    var place = 0
    while true {
      var size = 0
      var isChanged = false
      try queue.unsafeRead { db in
        try db.inTransaction(.deferred) {
          let file = try RegisterFile(db)
          size = file.size
          isChanged = try file.header().changes != seen ?? file.header().changes
          seen = try file.header().changes
          if !isChanged {
            try file.copy(from: place, atMost: slice, to: descriptor)
          }
          return .commit
        }
      }
      if isChanged { return false }
      place += slice
      progress(min(1, Double(place) / Double(max(1, size))))
      guard place < size else { return ftruncate(descriptor, size) == 0 }
    }
  }

  /// The register's file as SQLite has it open, while a transaction keeps it as it is.
  private struct RegisterFile {
    private let file: UnsafeMutablePointer<sqlite3_file>
    private let methods: sqlite3_io_methods
    let size: Int

    init(_ db: Database) throws {
      // The first statement takes the lock, and rolls back what a killed desk has left.
      _ = try Int.fetchOne(db, sql: "PRAGMA schema_version")
      var found: UnsafeMutablePointer<sqlite3_file>?
      var size: sqlite3_int64 = 0
      guard
        sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &found)
          == SQLITE_OK, let file = found, let methods = file.pointee.pMethods?.pointee,
        methods.xFileSize(file, &size) == SQLITE_OK
      else { throw StoreFault.failed("its file cannot be read") }
      self.file = file
      self.methods = methods
      self.size = Int(size)
    }

    func header() throws -> RegisterHeader {
      var bytes = [UInt8](repeating: 0, count: 100)
      guard methods.xRead(file, &bytes, 100, 0) == SQLITE_OK else {
        throw StoreFault.failed("its file cannot be read")
      }
      return RegisterHeader(bytes: bytes)
    }

    func copy(from start: Int, atMost length: Int, to descriptor: Int32) throws {
      var buffer = [UInt8](repeating: 0, count: SQLiteStore.block)
      var place = start
      let end = min(size, start + length)
      while place < end {
        let count = min(buffer.count, end - place)
        guard methods.xRead(file, &buffer, Int32(count), sqlite3_int64(place)) == SQLITE_OK else {
          throw StoreFault.failed("its file cannot be read")
        }
        try Self.write(buffer, count, at: place, to: descriptor)
        place += count
      }
    }

    private static func write(
      _ buffer: [UInt8], _ count: Int, at place: Int, to descriptor: Int32
    ) throws {
      var done = 0
      while done < count {
        let written = buffer.withUnsafeBytes { bytes in
          pwrite(descriptor, bytes.baseAddress.map { $0 + done }, count - done, place + done)
        }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw SchoolFolder.fault(errno, at: "the copy") }
        done += written
      }
    }
  }
}
