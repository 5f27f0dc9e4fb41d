import Attendance

/// A role of the school and everything it may do; staff hold roles, never rights of their own.
public struct Role: Hashable, Sendable {
  /// Which screen opens for a role.
  public enum Desk: String, Choice, Hashable, Sendable {
    case register
    case office
    case flags
    case overview
    case system
  }

  /// Its id, as staff.csv gives it: `attendance_officer`.
  public let id: String
  /// Its title, as screens give it: `attendance officer`.
  public let title: String
  /// Which screen opens for it.
  public let desk: Desk
  /// Its rights and how far each reaches.
  public let rights: [Right: Set<Reach>]
  /// The codes it may mark with, by text.
  public let codes: Set<String>
  /// The further codes it may mark with for a trip or group it leads off site.
  public let codesLeading: Set<String>
  /// The leave codes it may grant beforehand.
  public let grants: Set<String>
  /// The codes it may mark with, as the file lists them: `present`, `all`.
  public let codesInWords: [String]
  /// Where it is written.
  public let place: Place
  /// Where its codes are written.
  public let codesPlace: Place
  /// Where its grants are written.
  public let grantsPlace: Place

  init(_ section: Section, codes book: CodeBook) {
    id = section.text("role")
    title = section.text("title")
    desk = section.choice("desk", orElse: .register)
    rights = Self.rights(section)
    codes = Self.codes("codes", section, book)
    codesInWords =
      section.value("codes").map { section.values($0, "codes").compactMap(\.text) } ?? []
    codesLeading = Self.codes("codes_leading", section, book)
    grants = Self.codes("grants", section, book)
    place = section.place
    let places = ["codes", "grants"].map { key in
      section.value(key).map { section.complaints.place($0) }
    }
    codesPlace = places[0] ?? section.place
    grantsPlace = places[1] ?? section.place
    if let value = section.value("grants") {
      for item in section.values(value, "grants") {
        guard let text = item.text, book.knows(text),
          !book.codes.contains(where: { $0.text == text && $0.isLeave })
        else { continue }
        section.complaints.fault(item, "code \(text) is no leave that is granted; take it out")
      }
    }
    section.finish()
  }

  private static func rights(_ section: Section) -> [Right: Set<Reach>] {
    guard let value = section.required("may") else { return [:] }
    guard case .mapping(let pairs) = value.content else {
      section.complaints.fault(
        value, "'may' must list rights by reach, like 'own groups: [take register]'")
      return [:]
    }
    var rights: [Right: Set<Reach>] = [:]
    for (key, list) in pairs where key.text?.hasSuffix(Setting.repeated) != true {
      guard let reach: Reach = section.choice(key, "may") else { continue }
      for item in section.values(list, reach.rawValue) {
        guard let name = section.text(of: item, reach.rawValue) else { continue }
        guard let right = Right(rawValue: name) else {
          let known = Right.allCases.map(\.rawValue)
          section.complaints.fault(
            item, "there is no right '\(name)'; " + Section.suggestion(for: name, among: known))
          continue
        }
        rights[right, default: []].insert(reach)
      }
    }
    return rights
  }

  /// The codes in a list; `all` stands for every one, `present` for / and \.
  private static func codes(_ key: String, _ section: Section, _ book: CodeBook) -> Set<String> {
    guard let value = section.value(key) else { return [] }
    var codes: Set<String> = []
    for item in section.values(value, key) {
      guard let text = section.text(of: item, key) else { continue }
      switch text {
      case "all": codes.formUnion(book.texts)
      case "present": codes.formUnion([book.present(at: .am), book.present(at: .pm)])
      default:
        if !book.knows(text), let sentence = CodeList.unknown(text, book) {
          section.complaints.fault(item, sentence)
        }
        codes.insert(text)
      }
    }
    return codes
  }
}
