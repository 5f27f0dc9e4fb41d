import GRDB
import Glibc

extension SQLiteStore {
  func backUp(to path: String) throws(StoreFault) {
    try SchoolFolder.makeFile(path)
    do {
      let copy = try DatabaseQueue(path: path)
      try queue.backup(to: copy)
      try copy.close()
    } catch {
      unlink(path)
      throw StoreFault(error, path: path)
    }
    // A copy nobody has read is no backup.
    let copy = try SQLiteStore(at: path, schema)
    let found = try copy.verify(against: nil) { _ in }
    try copy.close()
    SchoolFolder.sync(SchoolFolder.parent(of: path))
    if let fault = found.faults.first { throw .damaged(fault) }
  }
}
