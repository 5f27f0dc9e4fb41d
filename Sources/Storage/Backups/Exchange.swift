import CSystem
import Glibc

/// Names given to files in one step, which no kill and no power cut divides.
enum Exchange {
  /// Gives the file another name, under which nothing is or what is goes.
  static func move(_ path: String, to place: String) throws(StoreFault) {
    guard rename(path, place) == 0 else { throw SchoolFolder.fault(errno, at: place) }
  }

  /// Gives each of the two files the other's name.
  static func names(_ one: String, _ other: String) throws(StoreFault) {
    let number = system_exchange(one, other)
    guard number != 0 else { return }
    guard [ENOSYS, EINVAL].contains(number) else { throw SchoolFolder.fault(number, at: other) }
    // Some file systems cannot: the second file then has two names for a moment, never none.
    let aside = one + ".aside"
    unlink(aside)
    guard link(other, aside) == 0, rename(one, other) == 0, rename(aside, one) == 0 else {
      throw SchoolFolder.fault(errno, at: other)
    }
  }
}
