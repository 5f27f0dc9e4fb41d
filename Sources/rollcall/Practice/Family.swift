import Attendance

/// One invented household: its name, its home, and who is called when a child is not in school.
struct Family {
  let heritage: Heritage
  let surname: String
  let address: String
  private let adults: [Adult]

  /// A grown-up of the household, or of another one.
  private struct Adult {
    let name: String
    let relationship: String
    let phone: String
    let email: String
    let isParent: Bool
    let isAtHome: Bool
    let permission: Contact.Permission
    let courtOrder: String
    let safeTimes: String
  }

  /// The family of that number.
  init(_ number: Int, seed: Int) {
    var dice = Dice(seed, Dice.part("family"), number)
    heritage = dice.pick(Heritage.all, weight: \.weight)
    surname = dice.pick(heritage.surnames)
    address = "\(dice.within(1...94)) \(dice.pick(Self.streets)), \(dice.pick(Self.towns))"
    adults = Self.adults(of: heritage, surname, &dice)
  }

  /// The forename of a child, unlike those of its brothers and sisters.
  func forename(isGirl: Bool, unlike taken: [String], _ dice: inout Dice) -> String {
    let names = isGirl ? heritage.girls : heritage.boys
    let free = names.filter { !taken.contains($0) }
    return dice.pick(free.isEmpty ? names : free)
  }

  /// The forename of a twin, with the other's initial where there is one, and whose name it is.
  func twin(of other: String, _ dice: inout Dice) -> (forename: String, isGirl: Bool) {
    let names = heritage.girls.map { ($0, true) } + heritage.boys.map { ($0, false) }
    let free = names.filter { $0.0 != other }
    let initial = FoldedName(other).text.first
    let alike = free.filter { FoldedName($0.0).text.first == initial }
    return dice.pick(alike.isEmpty ? free : alike)
  }

  /// How the child's name is said, where it has to be told.
  func said(_ forename: String) -> String {
    let parts = [heritage.said[forename], heritage.said[surname]]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// Who is called about the child, first to be called first.
  func contacts(of pupil: Pupil.ID) -> [Contact] {
    adults.enumerated().map { place, adult in
      Contact(
        pupil: pupil, priority: place + 1, name: adult.name, relationship: adult.relationship,
        phone: adult.phone, email: adult.email, parentalResponsibility: adult.isParent,
        livesWith: adult.isAtHome, mayContact: adult.permission, courtOrder: adult.courtOrder,
        language: adult.isParent ? heritage.language : "", safeTimes: adult.safeTimes)
    }
  }

  private static func adults(
    of heritage: Heritage, _ surname: String, _ dice: inout Dice
  ) -> [Adult] {
    func adult(
      _ names: [String], _ relationship: String, atHome: Bool = true, parent: Bool = true,
      _ permission: Contact.Permission = .yes, order: String = "", safe: String = ""
    ) -> Adult {
      let forename = dice.pick(names)
      let number = dice.below(1000)
      // Ofcom keeps 07700 900000 to 900999, and IANA example.org, for stories like this one.
      return Adult(
        name: "\(forename) \(surname)", relationship: relationship,
        phone: "07700 900\(String(1000 + number).dropFirst())",
        email: parent && number % 3 > 0
          ? "\(FoldedName(forename).text).\(number)@example.org" : "",
        isParent: parent, isAtHome: atHome, permission: permission, courtOrder: order,
        safeTimes: safe)
    }
    let lot = dice.below(100)
    let mother = adult(
      heritage.women, "mother", lot == 3 ? .dsl : .yes,
      safe: lot % 9 == 0 ? "after 15:30" : "")
    switch lot {
    case 0...1:
      return [
        mother,
        adult(
          heritage.men, "father", atHome: false, .no,
          order: "non-molestation order; not to be told where the children are"),
        adult(heritage.women, "grandmother", atHome: false, parent: false),
      ]
    case 2:
      return [adult(heritage.women, "foster carer", parent: false), mother]
    case 3...68:
      return [mother, adult(heritage.men, "father", atHome: lot < 60)]
    case 69...88:
      return [mother, adult(heritage.women, "grandmother", atHome: false, parent: false)]
    default:
      return [adult(heritage.men, "father"), mother]
    }
  }

  private static let streets = [
    "Larch Close", "Mill Lane", "Station Road", "Quarry Hill", "Chapel Street", "Beech Avenue",
    "Canal Walk", "St Oswin's Terrace", "The Paddock", "Weaver's Row", "Kiln Court",
    "Orchard Way", "Heron Drive", "Tannery Yard", "Foundry Street", "Coppice Road",
  ]
  private static let towns = ["Merebrook", "Merebrook", "Oldersby", "Thorpe Amber", "Nether Wick"]
}
