public import Attendance

/// The texts of a morning as they leave: one for each telephone and text, naming every pupil of the
/// family, and none that went there today already (U33).
public struct FamilyTexts: Hashable, Sendable {
  /// A pupil whose parent or carer is to have a text.
  public struct Wanted: Hashable, Sendable {
    /// The pupil.
    public var pupil: Pupil
    /// The text, by its id.
    public var letter: String
    /// Every contact of the pupil; only those who may be told are ever named.
    public var contacts: [Contact]
    /// What was tried today.
    public var attempts: [Attempt]

    /// That text about that pupil.
    public init(_ letter: String, about pupil: Pupil, contacts: [Contact], attempts: [Attempt]) {
      self.letter = letter
      self.pupil = pupil
      self.contacts = contacts
      self.attempts = attempts
    }
  }

  /// One text to one telephone.
  public struct Row: Hashable, Sendable {
    /// The telephone, as a service dials it.
    public let phone: Telephone
    /// The text, by its id.
    public let letter: String
    /// Each pupil it is about, with whom it tells of them.
    public fileprivate(set) var about: [(pupil: Pupil, contact: Contact)]

    /// Whether both say the same to the same telephone.
    public static func == (one: Row, other: Row) -> Bool {
      one.phone == other.phone && one.letter == other.letter
        && one.about.map(\.pupil) == other.about.map(\.pupil)
        && one.about.map(\.contact) == other.about.map(\.contact)
    }

    /// Feeds the telephone and the text.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(phone)
      hasher.combine(letter)
    }
  }

  /// The texts, in the order in which their first pupils were given.
  public let rows: [Row]
  /// Those nobody can be texted about: no contact who may be told has a telephone.
  public let unreachable: [Pupil]
  /// Those whose family has had this text today.
  public let repeated: [Pupil]

  /// The texts that these pupils' families are to have.
  public init(_ wanted: [Wanted]) {
    var rows: [Row] = []
    var unreachable: [Pupil] = []
    var repeated: [Pupil] = []
    for want in wanted {
      // U6: whoever may not be told, or only through the lead, has no part in any text.
      let permitted = want.contacts.filter { $0.mayContact == .yes }
      guard let contact = permitted.first(where: { Telephone($0.phone) != nil }),
        let phone = Telephone(contact.phone)
      else {
        unreachable.append(want.pupil)
        continue
      }
      let textedNames = Set(
        want.attempts.filter { $0.letter == want.letter }.map(\.contact))
      let texted = permitted.filter { textedNames.contains($0.name) }.compactMap {
        Telephone($0.phone)
      }
      if texted.contains(phone) {
        repeated.append(want.pupil)
      } else if let place = rows.firstIndex(where: {
        $0.phone == phone && $0.letter == want.letter
      }) {
        rows[place].about.append((want.pupil, contact))
      } else {
        rows.append(Row(phone: phone, letter: want.letter, about: [(want.pupil, contact)]))
      }
    }
    self.rows = rows
    self.unreachable = unreachable
    self.repeated = repeated
  }
}
