import Foundation

/// A folder of its own for a test, gone when the test is over.
final class TestFolder {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    mkdir(path, 0o700)
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    for folder in folders.reversed() { rmdir(path + "/" + folder) }
    rmdir(path)
  }

  private var names: [String] = []
  private var folders: [String] = []

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], to name: String, mode: mode_t = 0o600) -> String {
    names.append(name)
    let file = path + "/" + name
    let descriptor = open(file, O_CREAT | O_WRONLY | O_TRUNC, mode)
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      written += count
    }
    return file
  }

  /// Makes a folder in it and returns its path.
  func makeFolder(_ name: String) -> String {
    folders.append(name)
    mkdir(path + "/" + name, 0o700)
    return path + "/" + name
  }

  /// The text of a file, or nil where it cannot be read.
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
