import Glibc

/// Wakes a desk when another has changed the register or a draft.
///
/// The kernel tells: SQLite deletes its journal when a transaction is committed. Nothing polls.
public final class FolderWatch {
  /// The descriptor that can be read once something has changed; -1 where the kernel tells nothing.
  public let descriptor: Int32

  /// Watches the school's folder and its drafts.
  public init(_ folder: SchoolFolder) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return }
    inotify_add_watch(descriptor, folder.path, UInt32(IN_DELETE))
    inotify_add_watch(
      descriptor, folder.drafts, UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_DELETE))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Takes what the kernel told, so that the descriptor sleeps again; true where there was any.
  public func drain() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var heard = false
    while read(descriptor, &buffer, buffer.count) > 0 { heard = true }
    return heard
  }
}
