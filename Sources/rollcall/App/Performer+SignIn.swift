import Attendance
import Screens
import Storage

extension Performer {
  /// Looks at login and passphrase.
  func signIn(_ login: String, _ passphrase: Secret) -> Answer {
    do {
      let door = Door(school.store, school.clock, isPractice: school.identity.practice != nil)
      return .signedIn(try door.signIn(login, passphrase))
    } catch let refused as Refused {
      return .notSignedIn(refused.atDesk)
    } catch {
      return .notSignedIn("\(error)")
    }
  }

  /// Why somebody whose post has ended since they signed in may not do it; nil where they may.
  ///
  /// What they typed is still kept for them: it is theirs, and changes nothing in the register.
  func bar(to effect: Effect, for staff: Staff?) -> String? {
    switch effect {
    case .bell, .repaint, .suspend, .leave, .signIn, .keepDraft, .keepForm, .ask(.staff): return nil
    case .submit, .keep, .makeLetter, .letters, .close, .reopen, .away, .leaveNote, .work,
      .declareCover, .write, .keepContacts, .keepPreferredName, .notice, .ask, .issuePass, .amend,
      .admission:
      guard let staff, staff.login != Actor.practiceAdministrator else { return nil }
      do {
        let known = try school.store.staff().first { $0.login == staff.login }
        return known.map { $0.bar(at: school.clock.now) }
          ?? "\(staff.name) is no longer on the staff; ask whoever manages staff"
      } catch {
        // What is wrong with the register is said by what was asked of it.
        return nil
      }
    }
  }

  /// The answer that says on the right screen why nothing was done.
  func refusal(of effect: Effect, _ why: String) -> Answer? {
    switch effect {
    case .submit(let act, _): act.register.map { .notSubmitted($0, why: why) }
    case .keep, .close, .reopen, .away, .work: .notKept(why: why)
    case .leaveNote(let key, _, _): .noteNotLeft(key, why: why)
    case .makeLetter, .letters, .declareCover, .write, .keepContacts, .keepPreferredName, .notice,
      .ask, .issuePass, .amend, .admission:
      .unavailable(why)
    case .keepDraft, .keepForm, .signIn, .bell, .repaint, .suspend, .leave: nil
    }
  }
}
