import Glibc

/// A lock that one process at a time holds on a file of its own.
///
/// It guards opening, migrating and restoring. It never touches the database itself: closing any
/// descriptor on that would drop the locks SQLite holds for this process.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Waits until nobody else holds the lock.
  init(path: String) throws(StoreFault) {
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw SchoolFolder.fault(errno, at: path) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw SchoolFolder.fault(errno, at: path) }
    }
  }

  deinit {
    close(descriptor)
  }
}
