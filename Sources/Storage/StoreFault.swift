public import Attendance

/// Why the register cannot be read or written, in a sentence with the remedy.
public enum StoreFault: Error, Hashable, Sendable {
  case noSchool(path: String)
  /// The folder of a school whose register is gone, with the newest copy of it there is.
  case registerGone(path: String, copy: String)
  case notAFolder(path: String)
  case noPermission(path: String)
  case notARegister(path: String)
  case newerVersion(path: String, version: Int)
  case networkFileSystem(path: String, kind: String)
  case alreadyASchool(path: String)
  case alreadyThere(path: String)
  /// Others could read it; the remedy is the very command that mends it.
  case openToOthers(path: String, remedy: String)
  case symbolicLink(path: String)
  case damaged(String)
  case full
  case readOnly(path: String)
  case busy
  case unknownPupil
  case unknownEnrolment
  /// A mark that was to be amended is no longer the one that was looked at.
  case markChanged(Pupil.ID, Session)
  /// The line says already what would be said again: another desk was first.
  case saidAlready(DayLine)
  case refused(String)
  case failed(String)
}

extension StoreFault {
  /// The fault as `verify` tells it, which cannot advise to run itself.
  public var finding: String {
    switch self {
    case .damaged(let place): "the file is damaged: \(place); put a backup in its place"
    case .failed(let what): "the file cannot be read further: \(what)"
    case .noSchool, .registerGone, .notAFolder, .noPermission, .notARegister, .newerVersion,
      .networkFileSystem,
      .alreadyASchool, .alreadyThere, .full, .readOnly, .busy, .unknownPupil, .unknownEnrolment,
      .markChanged, .refused, .openToOthers, .symbolicLink, .saidAlready:
      description
    }
  }
}

extension StoreFault: CustomStringConvertible {
  /// The fault in one sentence, with what to do.
  public var description: String {
    switch self {
    case .noSchool(let path):
      "there is no school in \(path); make one with 'rollcall init' or name its folder with --data"
    case .registerGone(let path, let copy):
      "the register in \(path) is gone; its newest copy is \(copy): put that in its place with "
        + "'rollcall restore'"
    case .notAFolder(let path):
      "\(path) is not a folder; name the school's folder with --data"
    case .noPermission(let path):
      "this account may not read and write \(path); ask whoever keeps the school's folder"
    case .notARegister(let path):
      "\(path) is no Rollcall register; it is left as it is: restore a backup or name another "
        + "folder"
    case .newerVersion(let path, let version):
      "\(path) was written by a newer Rollcall (file version \(version)); install that version "
        + "or newer"
    case .networkFileSystem(let path, let kind):
      "\(path) lies on a network file system (\(kind)), where two desks could damage the "
        + "register; keep the school on a local disk"
    case .alreadyASchool(let path):
      "\(path) holds a school already; name another folder with --data"
    case .alreadyThere(let path):
      "\(path) is there already and is left as it is; give another name"
    case .openToOthers(let path, let remedy):
      "others on this computer could read \(path), so it is not opened; close it to them with: "
        + remedy
    case .symbolicLink(let path):
      "\(path) is a symbolic link, and what is written through one may land anywhere; put the file "
        + "or folder itself there, or name another"
    case .damaged(let place):
      "the register is damaged (\(place)); nothing was changed: run 'rollcall verify' and restore "
        + "a backup"
    case .full:
      "the disk is full; nothing was half-written: make room and try again"
    case .readOnly(let path):
      "\(path) cannot be written; nothing was changed: check the disk and the folder's permissions"
    case .busy:
      "another desk has held the register for five seconds; nothing was changed: try again"
    case .unknownPupil:
      "a pupil is named whom the register does not know; nothing was kept: open the register again"
    case .unknownEnrolment:
      "an enrolment is named which the register does not know; nothing was kept: open the register "
        + "again"
    case .markChanged(_, let session):
      "a mark of \(session) was changed at another desk after it was looked at; nothing was "
        + "changed: look at it again"
    case .saidAlready(let line):
      "\(line.matter.inWords) is on record already, kept \(line.at.date) at \(line.at.time) by "
        + "\(line.by.name); it is not kept twice"
    case .refused(let rule):
      "the register refused it (\(rule)); nothing was changed"
    case .failed(let what):
      "the register could not be used (\(what)); nothing was changed"
    }
  }
}
