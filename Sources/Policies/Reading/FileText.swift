import Glibc

/// Reads a settings file whole, or says in one sentence why it cannot be one.
enum FileText {
  /// Far above any policy (the longest shipped is 27 kB), far below what would slow the reading.
  static let largest = 500_000

  enum Outcome {
    case text(String)
    case refused(String)
  }

  static func read(_ path: String) -> Outcome {
    // O_NONBLOCK: a named pipe must not make the reader wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .refused(reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .refused(reason(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return .refused("is a folder; name a file in it")
    default: return .refused("is no ordinary file; name a file of text")
    }
    guard status.st_size <= largest else { return .refused(tooLarge(Int(status.st_size))) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .refused(reason(errno)) }
      if count == 0 { break }
      bytes += chunk[..<count]
      // The file may have grown since it was measured.
      if bytes.count > largest { return .refused(tooLarge(bytes.count)) }
    }
    return text(bytes)
  }

  static func text(_ bytes: [UInt8]) -> Outcome {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    guard !body.contains(0) else {
      return .refused("is no text file; write it in a text editor and save it as UTF-8")
    }
    guard let text = String(validating: body, as: UTF8.self) else {
      return .refused("is not in UTF-8; open it in a text editor and save it as UTF-8")
    }
    return .text(text)
  }

  private static func tooLarge(_ size: Int) -> String {
    "is \(size / 1000) kB long, too long for a settings file; name the right file"
  }

  private static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "does not exist; check its name and folder"
    case EACCES, EPERM: "may not be read by this account; ask for permission to read it"
    case EISDIR: "is a folder; name a file in it"
    case ENOTDIR: "does not exist, since part of its path is a file; check its folder"
    default: "cannot be read: \(String(cString: strerror(number)))"
    }
  }
}
