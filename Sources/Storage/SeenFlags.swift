public import Attendance
import Glibc

/// The flags that a person saw when they last looked, so that the next day tells what is new.
///
/// One small file a person among the drafts: what they last saw, and what they had seen before that
/// day. It is written when what they see has changed, and never while nothing does; whoever loses it
/// sees once what is new since the school day before.
public struct SeenFlags: Hashable, Sendable {
  /// What was seen on a day: for each pupil the ids of the rules that flagged.
  public struct Look: Hashable, Sendable {
    /// The day.
    public let date: SchoolDate
    /// The flags, by pupil; a pupil without one is not there.
    public let flags: [Pupil.ID: Set<String>]

    /// These flags on that day.
    public init(_ date: SchoolDate, _ flags: [Pupil.ID: Set<String>]) {
      self.date = date
      self.flags = flags.filter { !$0.value.isEmpty }
    }
  }

  private var before: Look?
  private var last: Look?

  /// A person who has never looked.
  public init() {}

  /// The last look before that day, with which the day is compared; nil on a first visit.
  public func look(before date: SchoolDate) -> Look? {
    [last, before].compactMap(\.self).first { $0.date < date }
  }

  /// Takes a look in, and says whether there is anything to write.
  ///
  /// All looks of one day are one visit: what is new in the morning is new until the evening.
  public mutating func look(_ look: Look) -> Bool {
    if let last, last.date < look.date { before = last }
    guard last != look else { return false }
    // A clock that was put back makes no visit of the future.
    if let past = before, past.date >= look.date { before = nil }
    last = look
    return true
  }
}

extension SeenFlags {
  private static func path(in folder: SchoolFolder, of login: String) -> String {
    folder.drafts + "/" + DraftFile.fileName(login) + ".seen"
  }

  /// What the person saw, as it is on disk; of a file that cannot be read, nothing.
  public init(in folder: SchoolFolder, of login: String) {
    var looks: [Look] = []
    var date: SchoolDate?
    var flags: [Pupil.ID: Set<String>] = [:]
    for line in (try? DraftFile.whole(Self.path(in: folder, of: login))) ?? [] {
      let words = line.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      if let day = SchoolDate(first) {
        if let date { looks.append(Look(date, flags)) }
        (date, flags) = (day, [:])
      } else if let number = Int64(first) {
        flags[Pupil.ID(number)] = Set(words.dropFirst())
      }
    }
    if let date { looks.append(Look(date, flags)) }
    last = looks.last
    before = looks.count > 1 ? looks.first : nil
  }

  /// Writes it in place of what was there, whole or not at all.
  public func keep(in folder: SchoolFolder, of login: String) throws(StoreFault) {
    var text = ""
    for look in [before, last].compactMap(\.self) {
      text += "\(look.date)\n"
      for (pupil, flags) in look.flags.sorted(by: { $0.key.number < $1.key.number }) {
        text += "\(pupil.number) \(flags.sorted().joined(separator: " "))\n"
      }
    }
    let path = Self.path(in: folder, of: login)
    let new = path + ".new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw .readOnly(path: path) }
    let bytes = Array(text.utf8)
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count
    close(descriptor)
    guard isWritten, rename(new, path) == 0 else {
      unlink(new)
      throw .full
    }
  }
}
