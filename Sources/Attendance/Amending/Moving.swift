/// A registration that is moved to the class or session it was meant for (U15).
///
/// The marks of the pupils both registers share go over; the others are named.
public struct Moving: Hashable, Sendable {
  /// What is taken back.
  public let withdrawal: Withdrawal
  /// The register it was meant for.
  public let key: RegisterKey
  /// The marks that go over.
  public let marks: [ProposedMark]
  /// The pupils whose marks do not go over, and why.
  public let unmapped: [(pupil: Pupil.ID, why: String)]
  /// The pupils of the right register who have no mark yet.
  public let stillBlank: [Pupil]

  /// A move to that register, given its rows as they stand.
  public init(_ withdrawal: Withdrawal, to register: Register) {
    self.withdrawal = withdrawal
    key = register.key
    let rows = Dictionary(register.rows.map { ($0.pupil.id, $0) }, uniquingKeysWith: { $1 })
    let codes = register.rules.codes
    var marks: [ProposedMark] = []
    var unmapped: [(Pupil.ID, String)] = []
    for standing in withdrawal.marks {
      let entry = standing.entry
      guard let row = rows[entry.pupil] else {
        unmapped.append((entry.pupil, "not due in \(register.key.group)"))
        continue
      }
      if let mark = row.standing, !Self.isWithdrawn(mark.entry, by: withdrawal) {
        unmapped.append((entry.pupil, "marked \(mark.entry.code) there already"))
        continue
      }
      let isPresent = entry.code == codes.present(at: withdrawal.key.session.half)
      let wanted = isPresent ? codes.present(at: register.key.session.half) : entry.code
      do throws(Refusal) {
        let code = try codes.code(
          wanted, at: register.key.session, ofCompulsoryAge: row.isOfCompulsoryAge)
        marks.append(
          ProposedMark(
            pupil: entry.pupil, session: register.key.session, code: code.text,
            minutes: entry.minutes, note: entry.shownNote, how: entry.how,
            basis: Precedence.Basis(code, how: entry.how),
            reason: "moved from \(withdrawal.key.group), \(withdrawal.key.session.inWords): "
              + withdrawal.reason))
      } catch {
        unmapped.append((entry.pupil, error.description))
      }
    }
    let moved = Set(marks.map(\.pupil))
    self.marks = marks
    self.unmapped = unmapped
    stillBlank = register.rows.filter { row in
      guard !moved.contains(row.pupil.id) else { return false }
      return row.standing.map { Self.isWithdrawn($0.entry, by: withdrawal) } ?? true
    }.map(\.pupil)
  }

  /// Of the same session, the marks to be taken back are those that are moved.
  private static func isWithdrawn(_ entry: Entry, by withdrawal: Withdrawal) -> Bool {
    withdrawal.marks.contains { $0.entry.id == entry.id }
  }

  /// The acts, to be kept together: the one taken back, and what takes its place.
  ///
  /// The right register is taken by it only where nobody of it is left blank; whoever saw the
  /// pupils saw them when the wrong register was taken.
  public func acts(by person: Person, now: Instant) -> [Act] {
    let taken = withdrawal.taken
    return [
      withdrawal.act(by: person, now: now),
      Act(
        kind: stillBlank.isEmpty ? .taken : .amended, by: person, at: now,
        observer: taken.observer ?? Observation(by: taken.typist.name, at: taken.at),
        register: key,
        detail: "moved from \(withdrawal.key.group), \(withdrawal.key.session)", marks: marks,
        onlyAsSeen: true),
    ]
  }

  /// Whether both come to the same.
  public static func == (one: Moving, other: Moving) -> Bool {
    one.withdrawal == other.withdrawal && one.key == other.key && one.marks == other.marks
  }

  /// Feeds what makes one move differ from another.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(withdrawal)
    hasher.combine(key)
    hasher.combine(marks)
  }
}
