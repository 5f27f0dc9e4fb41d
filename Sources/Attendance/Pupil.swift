/// A child on the register, known for good by an identifier of our own.
///
/// The identifier never changes: a temporary UPN may give way to the real one and a name may
/// change, and every mark stays with the child.
public struct Pupil: Hashable, Identifiable, Sendable {
  /// The permanent number of a pupil, chosen when the pupil is first known.
  public struct ID: Hashable, Comparable, Sendable {
    /// The number itself.
    public let number: Int64

    /// The identifier with this number.
    public init(_ number: Int64) {
      self.number = number
    }

    /// Whether the first was known earlier.
    public static func < (earlier: ID, later: ID) -> Bool { earlier.number < later.number }
  }

  /// The permanent number.
  public let id: ID
  /// The unique pupil number in use today.
  public var upn: UPN
  /// The pupil's names.
  public var name: PupilName
  /// Day, month and year of birth.
  public var dateOfBirth: SchoolDate
  /// Sex as the admission register records it: `M`, `F`, or what the school wrote.
  public var sex: String
  /// Name of the last school attended, where there was one.
  public var lastSchool: String
  /// The names the pupil had before, each with its last day; empty for most.
  public var earlierNames: [EarlierName]

  /// A pupil with these details.
  public init(
    id: ID, upn: UPN, name: PupilName, dateOfBirth: SchoolDate, sex: String = "",
    lastSchool: String = "", earlierNames: [EarlierName] = []
  ) {
    self.id = id
    self.upn = upn
    self.name = name
    self.dateOfBirth = dateOfBirth
    self.sex = sex
    self.lastSchool = lastSchool
    self.earlierNames = earlierNames
  }

  /// Whether the pupil is of compulsory school age on the date.
  public func isOfCompulsoryAge(on date: SchoolDate) -> Bool {
    CompulsorySchoolAge(born: dateOfBirth).contains(date)
  }

  /// Whether the first stands earlier in a register: by surname, forename, then UPN.
  public static func inRegisterOrder(_ earlier: Pupil, _ later: Pupil) -> Bool {
    (earlier.name.order, earlier.upn) < (later.name.order, later.upn)
  }

  /// The elements in the order in which their pupils stand in a register; each name is folded once.
  static func inRegisterOrder<Element>(
    _ elements: [Element], pupil: (Element) -> Pupil
  ) -> [Element] {
    let places = elements.map { element in
      let pupil = pupil(element)
      return (pupil.name.order, pupil.upn)
    }
    return elements.indices.sorted { places[$0] < places[$1] }.map { elements[$0] }
  }
}
