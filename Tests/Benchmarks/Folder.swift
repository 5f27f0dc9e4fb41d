import Foundation

/// A folder for everything the benchmarks make, gone when they are done.
final class Folder {
  /// Where it is.
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/benchmarks-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name in it.
  func path(of name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    let path = path(of: name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Copies a file or folder over whatever stood at that path.
  static func copy(_ from: String, to path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: from, toPath: path)
  }
}
