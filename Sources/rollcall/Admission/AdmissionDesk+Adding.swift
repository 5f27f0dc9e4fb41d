import Attendance
import Policies
import Storage

extension AdmissionDesk {
  /// A child who was put on the books.
  struct Added {
    let pupil: Pupil
    let particulars: Particulars
    /// The sessions since the starting day at which the child was due and is now marked.
    let unseen: [Session]
  }

  /// Puts a child on the books, with the contacts; the next register shows it.
  ///
  /// Possible sessions run from the agreed starting day: those before today, at which nobody saw the
  /// child, get the code for no reason yet (U21), unless somebody did and will say so. An age that does
  /// not fit the year group is asked about first.
  func add(
    _ new: NewPupil, contacts: [Contact], record: AdmissionRecord = AdmissionRecord(),
    isAnother: Bool = false, isRightAge: Bool = false, wasSeen: Bool = false
  ) throws -> Added {
    var new = new
    if calendar.year(of: new.starts) == nil { throw Refusal.outsideCalendar(new.starts) }
    new.group = try form(new.group, on: new.starts)
    try require(.editPupils, group: new.group, to: "add a pupil")
    let entry = try new.entry(on: roll, isAnother: isAnother, isRightAge: isRightAge)
    let id = entry.pupil.id
    var changes: [RollChange] = [
      .newPupil(entry.pupil), .newEnrolment(entry.enrolment), .particulars(id, entry.particulars),
    ]
    if !contacts.isEmpty {
      changes.append(
        .contacts(
          id,
          contacts.enumerated().map { place, contact in
            var contact = contact
            contact.pupil = id
            contact.priority = place + 1
            return contact
          }))
    }
    if !record.isEmpty { changes.append(.admission(id, record)) }
    let unseen =
      wasSeen || !entry.enrolment.isMarked
      ? []
      : sessions(
        from: new.starts, through: today.adding(days: -1), of: entry.particulars)
    try keep(changes, of: id, unseen: unseen, since: new.starts)
    return Added(pupil: entry.pupil, particulars: entry.particulars, unseen: unseen)
  }
}

extension AdmissionDesk.Added {
  /// What was done, in a sentence.
  func inWords(code: String) -> String {
    let name = "\(pupil.name.onRegister) \(particulars.group)"
    guard !unseen.isEmpty else { return "\(name) is on the books, UPN \(pupil.upn)" }
    return "\(name) is on the books, UPN \(pupil.upn); \(code) at \(unseen.count) "
      + (unseen.count == 1 ? "session" : "sessions")
      + " since the starting day, to be settled within five school days"
  }
}
