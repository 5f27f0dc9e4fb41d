import ArgumentParser
import Attendance
import Glibc
import Storage

/// Which school a command is about, and who acts.
struct SchoolOptions: ParsableArguments {
  @Option(name: .customLong("data"), help: "The school's folder.")
  var data: String?

  @Option(name: .customLong("as"), help: "Who acts; practice schools only.")
  var login: String?

  /// The folder asked for, or the default.
  ///
  /// A program installed for a group knows one school only.
  var folder: SchoolFolder {
    if let school = GroupInstallation.school { return school }
    if let data { return SchoolFolder(data) }
    return SchoolFolder(Self.environment("ROLLCALL_DATA") ?? Self.home + "/rollcall")
  }

  /// The folder in which data is kept by custom.
  static var home: String {
    environment("XDG_DATA_HOME") ?? (environment("HOME") ?? "") + "/.local/share"
  }

  /// The sentence with the customary folder named as people write it: a long path hides the point.
  static func shortened(_ sentence: String) -> String {
    guard let own = environment("HOME"), home.hasPrefix(own + "/") else { return sentence }
    let folder = home + "/rollcall"
    return sentence.replacing(folder, with: "~" + folder.dropFirst(own.count))
  }

  /// The variable's value, or nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Opens the school as the person who acts.
  func open(running: Bool = false, signsInOnScreen: Bool = false) throws -> OpenSchool {
    try OpenSchool(folder, login: login, running: running, signsInOnScreen: signsInOnScreen)
  }

  /// Opens the school's register alone, whatever has become of its policies.
  func record() throws -> SchoolRecord { try SchoolRecord(folder, login: login) }
}
