public import Attendance

extension MemoryStore {
  /// Everybody on the books.
  public func roll() throws(StoreFault) -> Roll { books.roll }

  /// The pupils due in a group's register at a session, in register order.
  public func members(
    of group: String, at session: Session
  ) throws(StoreFault) -> [Roll.Member] {
    books.roll.groups(at: session)[group] ?? []
  }

  /// The group of that name; its name alone where nothing more is known.
  public func group(_ name: String) throws(StoreFault) -> RegistrationGroup {
    books.groups[name] ?? RegistrationGroup(name: name)
  }

  /// The pupil with this number, temporary or real, now or once.
  public func pupil(_ upn: String) throws(StoreFault) -> Pupil? {
    books.numbers[upn].flatMap { books.pupils[$0] }
  }

  /// Keeps changes to the roll, whole or not at all, with who made them and when.
  public func keep(
    _ changes: [RollChange], by person: Person, at: Instant
  ) throws(StoreFault) {
    try writing { books throws(StoreFault) in
      for change in changes {
        try books.make(change)
        books.log.append((change.subject, person, at))
      }
    }
  }

  /// Contacts of the pupil, first to be called first.
  public func contacts(of pupil: Pupil.ID) throws(StoreFault) -> [Contact] {
    books.contacts[pupil] ?? []
  }
}
