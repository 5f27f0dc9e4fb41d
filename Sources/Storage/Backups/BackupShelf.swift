public import Attendance
import Glibc

/// The copies of the register that are kept in the school's folder.
public struct BackupShelf: Sendable {
  let folder: SchoolFolder

  /// The backups of the school in that folder.
  public init(_ folder: SchoolFolder) { self.folder = folder }

  /// A copy that is made once a day.
  public struct Daily: Hashable, Sendable {
    /// The day of the school's clock on which it was made.
    public let date: SchoolDate
    /// The name of the file.
    public let name: String
  }

  private static let start = "daily-"
  private static let ending = ".sqlite"

  /// The name of the copy of a day.
  public static func name(of date: SchoolDate) -> String { "\(start)\(date)\(ending)" }

  /// Where the copy of that day lies.
  public func path(of date: SchoolDate) -> String {
    folder.backups + "/" + Self.name(of: date)
  }

  /// Where the copy of a day lies in which verifying found a fault; there is one at most.
  public var faulty: String { folder.backups + "/daily-with-faults" + Self.ending }

  /// Whether the copy of the day is there; a link or a folder of its name is none.
  public func has(_ date: SchoolDate) -> Bool { SchoolFolder.isFile(path(of: date)) }

  /// The daily copies, oldest first.
  public var daily: [Daily] {
    Self.names(in: folder.backups).compactMap { name in
      guard name.hasPrefix(Self.start), name.hasSuffix(Self.ending),
        let date = SchoolDate(String(name.dropFirst(Self.start.count).dropLast(Self.ending.count)))
      else { return nil }
      return Daily(date: date, name: name)
    }.sorted { $0.date < $1.date }
  }

  /// The path of the copy that was written last, whether by day or by hand; nil where there is none.
  var newest: String? {
    Self.names(in: folder.backups).compactMap { name -> (path: String, at: Int)? in
      let path = folder.backups + "/" + name
      var status = stat()
      guard name.hasSuffix(Self.ending), !name.hasPrefix("."), path != faulty,
        lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG
      else { return nil }
      return (path, status.st_mtim.tv_sec)
    }.max { ($0.at, $0.path) < ($1.at, $1.path) }?.path
  }

  /// Takes the daily copies away that are not kept any more, and gives their names.
  public func prune(keeping keep: BackupKeeping) -> [String] {
    let daily = daily
    let kept = keep.kept(of: daily.map(\.date))
    let gone = daily.filter { !kept.contains($0.date) }
    for copy in gone { unlink(folder.backups + "/" + copy.name) }
    return gone.map(\.name)
  }

  /// Where every copy's seals end, and the names of those that cannot be read.
  func heads() -> (heads: [BackupHead], unreadable: [String]) {
    var heads: [BackupHead] = []
    var unreadable: [String] = []
    for name in Self.names(in: folder.backups)
    where name.hasSuffix(Self.ending) && !name.hasPrefix(".") {
      let path = folder.backups + "/" + name
      // What a link leads to may be exchanged, and a pipe is waited on.
      guard SchoolFolder.isFile(path) else {
        unreadable.append(name)
        continue
      }
      do {
        heads.append(try RegisterCopy(path).head())
      } catch {
        unreadable.append(name)
      }
    }
    return (heads, unreadable)
  }

  /// The names in a folder, in order.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let item = readdir(directory) {
      names.append(
        withUnsafeBytes(of: item.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.sorted()
  }
}

/// For how long daily copies are kept.
public struct BackupKeeping: Hashable, Sendable {
  /// The copies of how many days, the last ones there are.
  public let days: Int
  /// Of how many weeks the last copy.
  public let weeks: Int
  /// Of how many months the last copy.
  public let months: Int

  /// Those numbers.
  public init(days: Int, weeks: Int, months: Int) {
    self.days = days
    self.weeks = weeks
    self.months = months
  }

  /// The days whose copies stay.
  ///
  /// Counted over the days that have one, so that a summer without any removes none.
  public func kept(of dates: [SchoolDate]) -> Set<SchoolDate> {
    let newest = Set(dates).sorted(by: >)
    var kept = Set(newest.prefix(days))
    kept.formUnion(Self.last(weeks, of: newest) { $0.adding(days: 1 - $0.weekday.rawValue) })
    kept.formUnion(Self.last(months, of: newest) { "\($0)".prefix(7) })
    // The newest is never taken away, whatever the numbers say.
    kept.formUnion(newest.prefix(1))
    return kept
  }

  private static func last<Span: Hashable>(
    _ count: Int, of newest: [SchoolDate], _ span: (SchoolDate) -> Span
  ) -> [SchoolDate] {
    var seen: Set<Span> = []
    var last: [SchoolDate] = []
    for date in newest where seen.insert(span(date)).inserted {
      if last.count == count { break }
      last.append(date)
    }
    return last
  }
}
