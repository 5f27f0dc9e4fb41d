import GRDB
import Glibc

extension SQLiteStore {
  func backUp(to path: String) throws(StoreFault) {
    let isForGroup = folder?.isForGroup ?? false
    let descriptor = try SchoolFolder.newFile(path, mode: isForGroup ? 0o660 : 0o600)
    defer { Glibc.close(descriptor) }
    do {
      try copy(to: descriptor) { _ in }
    } catch {
      unlink(path)
      throw error
    }
    // A copy nobody has read is no backup.
    let found = try RegisterCopy(path).verify { _ in }
    SchoolFolder.sync(SchoolFolder.parent(of: path))
    if let fault = found.damage { throw .damaged(fault) }
  }

  func copy(
    to descriptor: Int32, progress: (Double) -> Void
  ) throws(StoreFault) {
    try copy(into: descriptor, progress: progress)
    guard fsync(descriptor) == 0 else { throw SchoolFolder.fault(errno, at: path) }
  }
}
