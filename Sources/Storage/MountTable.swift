import Glibc

/// What is mounted where, as the kernel lists it.
///
/// Glibc's `statfs` does not reach Swift, and the list names the kind of a file system in words.
struct MountTable {
  private let kinds: [String: String]

  /// The list of this machine; empty where the kernel shows none.
  static var current: MountTable {
    var text: [UInt8] = []
    let descriptor = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return MountTable("") }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      text.append(contentsOf: buffer[..<count])
    }
    return MountTable(String(decoding: text, as: UTF8.self))
  }

  /// The list in the form of `/proc/self/mountinfo`: the third field is the device, and the first
  /// after the lone dash the kind.
  init(_ text: String) {
    var kinds: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      kinds[String(fields[2])] = String(fields[dash + 1])
    }
    self.kinds = kinds
  }

  /// The kind of network file system on the device, or nil where it is none.
  func networkFileSystem(ofDevice device: dev_t) -> String? {
    let number = UInt64(device)
    let major = ((number >> 8) & 0xFFF) | ((number >> 32) & ~0xFFF)
    let minor = (number & 0xFF) | ((number >> 12) & 0xFFFF_FF00)
    guard let kind = kinds["\(major):\(minor)"] else { return nil }
    let network = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "davfs"]
    return network.contains(kind) ? kind : nil
  }
}
