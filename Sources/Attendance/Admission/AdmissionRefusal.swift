/// Why the admission register is not changed; its sentence says what to do instead.
public enum AdmissionRefusal: Error, Hashable, Sendable {
  case noName
  case bornAfterStart(SchoolDate, SchoolDate)
  case noYearGroup(group: String)
  case noUPNLeft(year: Int)
  case takenUPN(UPN, by: String)
  case likeAnother([String])
  case noGround([DeletionGround])
  case unknownGround(String, [DeletionGround])
  case groundForOtherAge(DeletionGround, isOfAge: Bool, [DeletionGround])
  case factMissing(DeletionGround, DeletionFact)
  case noDate(DeletionFact, String)
  case factAhead(DeletionFact, SchoolDate)
  case leavesBeforeStart(SchoolDate)
  case hidesMarks([Session], after: SchoolDate)
  case retrospective(SchoolDate, sessions: Int, today: SchoolDate)
  case notLongEnough(DeletionGround, days: Int)
  case stillOfAge(until: SchoolDate)
  case noBoarder
  case hasNotLeft(String)
  case hasLeft(String, SchoolDate)
  case followed(String, sessions: Int, since: SchoolDate)
  case enrolledSince(String, SchoolDate)
  case sameGroup(String, SchoolDate)
  case nameAhead(SchoolDate)
  case overlaps(SchoolDate, from: SchoolDate, to: SchoolDate?)
  case notOnRoll(SchoolDate)
  case otherAge(String)
  case notInNursery(DeletionGround, YearGroup)
  case notElsewhere
  case stateSchool
  case otherYearOfAge(SchoolDate)
  case noLeave(SchoolDate)
  case daysOnNoRoll(Int, after: SchoolDate, until: SchoolDate)
}

extension AdmissionRefusal: CustomStringConvertible {
  /// The refusal in one sentence, with the remedy.
  public var description: String {
    switch self {
    case .noName: "a pupil has a surname and a forename; write both"
    case .bornAfterStart(let born, let starts):
      "born \(born) does not lie before the starting day \(starts); correct one of them"
    case .noYearGroup(let group):
      "nobody is in \(group) on that day, so its year is not known; give the year group too"
    case .noUPNLeft(let year):
      "no temporary UPN is left for \(year); give the pupil's real UPN"
    case .takenUPN(let upn, let name):
      "\(upn) is \(name)'s; check the number, or correct the other pupil first"
    case .likeAnother(let names):
      "\(names.joined(separator: " and ")) \(names.count == 1 ? "has" : "have") this surname and date "
        + "of birth; say that it is another child, or look at the one on record"
    case .noGround(let grounds):
      "a name is deleted on a ground only; give one: " + Self.list(grounds)
    case .unknownGround(let text, let grounds):
      "'\(text)' is no ground for this pupil; give one: " + Self.list(grounds)
    case .groundForOtherAge(let ground, let isOfAge, let grounds):
      "\(ground.reference) is not for a pupil who \(isOfAge ? "is" : "is not") of compulsory school "
        + "age; give one of these: " + Self.list(grounds)
    case .factMissing(let ground, let fact):
      "\(ground.reference), \(ground.words), needs \(fact.hint)"
    case .noDate(let fact, let text):
      "'\(text)' is no day (\(fact.hint)); write it like 2026-11-20"
    case .factAhead(let fact, let date): "\(date) is still to come (\(fact.hint)); correct it"
    case .leavesBeforeStart(let starts):
      "the pupil is on roll from \(starts) only; give a leaving date on it or after"
    case .hidesMarks(let sessions, let date):
      "leaving on \(date) would hide \(sessions.count == 1 ? "a mark" : "\(sessions.count) marks"): "
        + Self.list(sessions)
        + "; leave on the last day that is marked, or take those marks back first"
    case .retrospective(let date, let sessions, let today):
      "leavers cannot be deleted retrospectively: \(sessions == 1 ? "a session" : "\(sessions) sessions") "
        + "after \(date) would no longer be possible; the earliest leaving date is \(today)"
    case .notLongEnough(let ground, let days):
      "\(ground.reference) needs \(ground.awayFor ?? 0) school days running without a sight of the "
        + "pupil and without leave; there \(days == 1 ? "is 1" : "are \(days)")"
    case .stillOfAge(let until):
      "the pupil is of compulsory school age until \(until), and the school meets before then; "
        + "9(1)(l) is for leaving after that day"
    case .noBoarder: "9(1)(m) is for boarders; this pupil is none"
    case .hasNotLeft(let name): "\(name) has not left; there is nothing to take back"
    case .hasLeft(let name, let date): "\(name) left on \(date)"
    case .followed(let name, let sessions, let since):
      "\(sessions == 1 ? "a session" : "\(sessions) sessions") since \(since) would stand without a "
        + "mark for \(name); give the day on which the pupil is back with --from"
    case .enrolledSince(let name, let date):
      "\(name) is on roll again since \(date); what was before stays as it is"
    case .sameGroup(let group, let date):
      "the pupil is in \(group) on \(date) already; nothing was changed"
    case .nameAhead(let date):
      "\(date) is still to come; enter a new name on its day"
    case .overlaps(let starts, let from, let to):
      "starting on \(starts) overlaps the time on roll from \(from)"
        + (to.map { " to \($0)" } ?? " on")
        + ", and its sessions would count twice; give a starting "
        + "day outside it"
    case .notOnRoll(let date):
      "the pupil is not on roll on \(date) or after; give a day of a time on roll, or put the pupil "
        + "back first with 'pupil reinstate'"
    case .otherAge(let misfit): misfit
    case .notInNursery(let ground, let year):
      "\(ground.reference) is for a pupil whose nursery education has ended; this one is in "
        + "\(year.name): give the ground on which the pupil leaves"
    case .notElsewhere:
      "9(1)(c) is for a pupil who is registered at another school too, and none is on record; enter it "
        + "first with 'pupil change --other-school', or give another ground"
    case .stateSchool:
      "9(1)(n) is for independent schools and special schools that are not maintained, and by the "
        + "policy this is a state school; give the ground on which the pupil leaves"
    case .otherYearOfAge(let until):
      "the pupil is of compulsory school age until \(until), in another school year; 9(1)(l) is for "
        + "whoever is over it before the school next meets"
    case .noLeave(let date):
      "9(1)(h) is for whoever does not come back from leave of absence, and no mark of authorised "
        + "absence stands in the school week up to \(date); correct that day, or amend those marks first"
    case .daysOnNoRoll(let days, let last, let first):
      "\(days == 1 ? "1 school day lies" : "\(days) school days lie") between \(last) and the first day "
        + "there, \(first), with the pupil on no school's roll"
    }
  }

  private static func list(_ grounds: [DeletionGround]) -> String {
    grounds.map { "\($0.rawValue) \($0.words)" }.joined(separator: ", ")
  }

  private static func list(_ sessions: [Session]) -> String {
    let shown = sessions.prefix(6).map(\.description).joined(separator: ", ")
    return shown + (sessions.count > 6 ? " and \(sessions.count - 6) more" : "")
  }
}
