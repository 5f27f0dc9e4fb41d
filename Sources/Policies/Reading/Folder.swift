import Glibc

/// Lists folders and takes paths apart, as far as reading settings needs it.
enum Folder {
  /// The YAML files in the folder by name, or nil where there is no such folder.
  static func settingsFiles(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { path + "/" + $0 }
  }

  /// The folder a file lies in: `.` for a bare name.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder of code sets that belongs to a policy: beside it, or beside its folder.
  static func codes(for policy: String) -> String {
    let folder = parent(of: policy)
    let beside = join(folder, "codes")
    if settingsFiles(in: beside)?.isEmpty == false { return beside }
    return folder == "." ? "../codes" : join(parent(of: folder), "codes")
  }
}
