public import Attendance
import Glibc

/// The drafts of a school as a desk has last read them: a file is read again only where it changed.
///
/// Whoever looks at the whole school looks at everybody's drafts, at every act of anybody.
public final class DraftMemory {
  /// What another inode, size or time of change tells: somebody has added to the file.
  private struct Stamp: Equatable {
    let file: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      file = UInt(status.st_ino)
      size = Int(status.st_size)
      seconds = Int(status.st_mtim.tv_sec)
      nanoseconds = Int(status.st_mtim.tv_nsec)
    }
  }

  private let folder: SchoolFolder
  private var files: [String: DraftFile] = [:]
  private var drafts: [String: (stamp: Stamp, draft: Draft)] = [:]

  /// The drafts of the school in that folder.
  public init(_ folder: SchoolFolder) { self.folder = folder }

  /// The drafts of a date, whoever's they are.
  public func files(on date: SchoolDate) -> [DraftFile] {
    let names = DraftFile.names(in: folder, of: date)
    // A file's name is made of its register and whose draft it is: what was read stays true.
    files = Dictionary(
      names.compactMap { name in
        (files[name] ?? DraftFile(named: name, in: folder)).map { (name, $0) }
      }, uniquingKeysWith: { first, _ in first })
    return names.compactMap { files[$0] }
  }

  /// The draft as it stands in the file.
  public func draft(in file: DraftFile) throws(StoreFault) -> Draft {
    guard let stamp = Stamp(file.path) else {
      drafts[file.path] = nil
      return Draft()
    }
    if let known = drafts[file.path], known.stamp == stamp { return known.draft }
    let draft = Draft(try file.changes())
    // A desk looks at one morning's drafts, and they go as they are sent.
    if drafts.count >= 400 { drafts = [:] }
    drafts[file.path] = (stamp, draft)
    return draft
  }
}
