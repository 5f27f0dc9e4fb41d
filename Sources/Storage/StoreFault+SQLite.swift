import GRDB

extension StoreFault {
  /// The fault that SQLite's error means to a person.
  ///
  /// Only SQLite's own message is taken over, never a statement's values: they hold pupils' names.
  init(_ error: any Error, path: String) {
    if let fault = error as? StoreFault {
      self = fault
      return
    }
    guard let error = error as? DatabaseError else {
      // What GRDB throws beside SQLite's own errors is a value that does not fit its column.
      self = .damaged("a value in \(path) does not fit its column")
      return
    }
    let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_CANTOPEN: self = .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_NOTADB: self = .notARegister(path: path)
    case .SQLITE_CORRUPT: self = .damaged(message)
    case .SQLITE_CONSTRAINT
    where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY: self = .unknownPupil
    case .SQLITE_CONSTRAINT:
      self = Rule(constraint: message).map(StoreFault.rule) ?? .refused(message)
    default: self = .failed(message)
    }
  }
}
