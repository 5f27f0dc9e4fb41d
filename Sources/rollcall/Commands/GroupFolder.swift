import Glibc
import Storage

/// The folder of a school that a group shares, and the group's program.
struct GroupFolder {
  let folder: SchoolFolder
  private let group: gid_t
  private let name: String
  /// Who is in the group and so could read the folder without the program.
  private let members: [String]

  /// The folder and the group; refuses whoever is not root, and a group there is not.
  init(_ path: String, of name: String) throws {
    guard geteuid() == 0 else {
      throw Refused("rollcall: a program is installed for a group by root; run it with sudo")
    }
    guard path.hasPrefix("/") else {
      throw Refused("rollcall: --school \(path) is no whole path; begin it with /")
    }
    guard let found = getgrnam(name) else {
      throw Refused(
        "rollcall: there is no group '\(name)'; make it with: groupadd --system \(name)")
    }
    self.name = name
    folder = SchoolFolder(path)
    group = found.pointee.gr_gid
    var members: [String] = []
    var next = found.pointee.gr_mem
    while let member = next?.pointee {
      members.append(String(cString: member))
      next = next?.advanced(by: 1)
    }
    self.members = members
  }

  /// Makes the folder for the group alone; one that is there already must be so.
  func make() throws {
    let isNew = mkdir(folder.path, 0o700) == 0
    guard isNew || errno == EEXIST else {
      throw Refused(
        "rollcall: \(folder.path) cannot be made: \(String(cString: strerror(errno)).lowercased())")
    }
    var status = stat()
    guard isNew || isEmpty || stat(folder.path, &status) == 0 && isRight(status) else {
      throw Refused(
        "rollcall: \(folder.path) is not the group's yet; make it so, and install again: chown -R "
          + "root:\(name) \(folder.path) && chmod -R u=rwX,g=rwX,o= \(folder.path) && find "
          + "\(folder.path) -type d -exec chmod g+s {} +")
    }
    guard isNew || isEmpty else { return }
    chown(folder.path, 0, group)
    chmod(folder.path, 0o2770)
    try folder.make()
  }

  /// Gives the program the group's rights.
  func give(to program: String) throws {
    // In this order: the system takes the bit away when a file changes hands.
    guard chown(program, 0, group) == 0, chmod(program, 0o2755) == 0 else {
      throw Refused(
        "rollcall: \(program) cannot be given to the group: "
          + String(cString: strerror(errno)).lowercased())
    }
  }

  /// What is done, and what is still to be known.
  func sentences(program: String) -> String {
    let open =
      members.isEmpty
      ? ""
      : "\(members.joined(separator: ", ")) in the group could read the folder without the "
        + "program; take them out of it.\n"
    let next =
      folder.holdsSchool ? "" : "Next, as root: \(program) init --policy NAME, then staff add.\n"
    return "\(program) runs with the rights of the group \(name), for the school in "
      + "\(folder.path).\n" + open + next
  }

  private var isEmpty: Bool { FileBytes.names(in: folder.path).isEmpty }

  private func isRight(_ status: stat) -> Bool {
    status.st_gid == group && status.st_mode & 0o2777 == 0o2770
  }
}
