import Attendance
import Policies

extension Register {
  /// Why nothing can be marked here now by somebody with these permissions; nil where it can.
  ///
  /// The one check of the screen and of line mode, so that neither takes what the other refuses.
  func bar(
    toMarkingWith permissions: Permissions, _ relations: Set<Reach>, now: Instant
  ) -> Bar? {
    if key.session.date > now.date { return Bar(.inTheFuture(key.session)) }
    let phase = phase(now: now)
    if phase == .notOpen, let window { return Bar(.notOpenYet(opens: window.opens)) }
    let isToday = now.date == key.session.date
    if taken == nil {
      // All day by its taker or cover; typed from paper on a later day, by who may amend.
      if isToday {
        return permissions.denial(of: .takeRegister, relations: relations).map { Bar($0) }
      }
      return permissions.denial(of: .amendAfterClosing, relations: relations).map {
        Bar("this register was not taken, and its day is over; \($0.next)")
      }
    }
    let isOpen = phase == .open || phase == nil && isToday
    return permissions.denial(
      of: isOpen ? .amendBeforeClosing : .amendAfterClosing, relations: relations
    ).map { Bar($0) }
  }

  /// When the last change of the draft was made, if every one was made while the register was open.
  ///
  /// It may be sent later, as of then. Nil where there is none, or one was made at another time.
  var draftMadeOpen: Instant? {
    let times = rows.compactMap { draft[$0.pupil.id]?.at }
    guard let last = times.max(), times.allSatisfy({ phase(now: $0) == .open }) else { return nil }
    return last
  }

  /// Whether what the draft holds was marked while the register was open, by somebody who might do so
  /// then: it is sent as of that time.
  func maySendLate(with permissions: Permissions, _ relations: Set<Reach>) -> Bool {
    let right: Right = taken == nil ? .takeRegister : .amendBeforeClosing
    return draftMadeOpen != nil && (taken != nil || blankNumbers.isEmpty)
      && permissions.denial(of: right, relations: relations) == nil
  }
}
