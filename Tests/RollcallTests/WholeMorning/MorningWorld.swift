import Attendance
import Foundation
import Testing

/// What happens to everybody in a school of ten forms on one morning, and what must come of it.
struct MorningWorld {
  /// A school of the five, with forms that fit it and the window of their morning.
  struct School: Sendable, CustomTestStringConvertible {
    let policy: String
    let years: [String]
    let campus: String
    let opens: TimeOfDay
    let closes: TimeOfDay

    var testDescription: String { policy }

    static let five = [
      School("ibstock", ["7", "8", "9", "10", "11"], opens: "08:35", closes: "09:05"),
      School("psa", ["7", "8", "9", "10", "11"], opens: "08:00", closes: "08:15"),
      School("dunkirk", ["R", "1", "2", "3"], campus: "Abbey", opens: "08:30", closes: "09:15"),
      School("st-lukes", ["1", "2", "3", "4"], opens: "08:45", closes: "09:15"),
      School("on-track", ["7", "8", "9"], opens: "09:15", closes: "09:45"),
    ]

    private init(
      _ policy: String, _ years: [String], campus: String = "", opens: String, closes: String
    ) {
      self.policy = policy
      self.years = years
      self.campus = campus
      self.opens = TimeOfDay(opens) ?? TimeOfDay(minutes: 0)
      self.closes = TimeOfDay(closes) ?? TimeOfDay(minutes: 0)
    }
  }

  /// What happens to a pupil.
  enum Fate: CaseIterable {
    case inForm
    /// A parent told it before registration.
    case toldBefore
    /// Told before registration to be ill, and came after the register had closed.
    case toldAndCame
    /// Marked N; a parent told it afterwards.
    case toldAfter
    /// Marked N; came before the register closed.
    case late
    /// Marked N; came after it had closed.
    case veryLate
    /// Marked N, and nobody knows.
    case unexplained
    case aboard
    /// On the list of the trip, but stayed behind.
    case stayedBehind
    case inExam
    /// At the medical base, whose register is taken there.
    case atBase
    /// In the form whose register nobody takes.
    case untaken
    /// In that form too, and came late by the office.
    case lateUntaken

    /// The mark that must stand at the end; empty for a blank.
    var code: String {
      switch self {
      case .inForm, .stayedBehind, .inExam, .atBase: "/"
      case .toldBefore, .toldAndCame, .toldAfter: "I"
      case .late, .lateUntaken: "L"
      case .veryLate: "U"
      case .unexplained: "N"
      case .aboard: "V"
      case .untaken: ""
      }
    }

    /// Whether a fire would find the pupil in the building, as far as anybody can know.
    var isOnSite: Bool {
      switch self {
      case .inForm, .stayedBehind, .inExam, .atBase, .toldAndCame, .late, .lateUntaken, .veryLate,
        .untaken:
        true
      case .toldBefore, .toldAfter, .unexplained, .aboard: false
      }
    }
  }

  /// One pupil of the morning.
  struct Child: Sendable {
    let upn: String
    let surname: String
    let form: String
    let year: String
    let fate: Fate
  }

  /// Everybody, form by form in the order of the register.
  let children: [Child]
  static let forms = (1...10).map { "F\($0)" }
  static let untaken = "F10"

  /// The pupils of a school, with those fates dealt out among the forms that are taken as usual.
  init(_ school: School, dealing dealt: [(Fate, Int)] = Self.manyAway) {
    var fates = Self.mixed(dealt)[...]
    var children: [Child] = []
    for (place, form) in Self.forms.enumerated() {
      for seat in 0..<24 {
        let fate: Fate
        switch (form, seat) {
        case (Self.untaken, 0..<3): fate = .lateUntaken
        case (Self.untaken, _): fate = .untaken
        case ("F1", 0), ("F2", 0), ("F3", 0): fate = .stayedBehind
        case ("F1", 0..<10), ("F2", 0..<10), ("F3", 0..<10), ("F4", 0..<10), ("F5", 0..<10),
          ("F6", 0..<10):
          fate = .aboard
        case ("F7", 0..<10), ("F8", 0..<10): fate = .inExam
        case ("F9", 0..<3): fate = .atBase
        default: fate = fates.popFirst() ?? .inForm
        }
        children.append(
          Child(
            upn: Self.upn(children.count), surname: Self.surname(children.count), form: form,
            year: school.years[place * school.years.count / Self.forms.count], fate: fate))
      }
    }
    self.children = children
  }

  func those(_ fates: Fate...) -> [Child] { children.filter { fates.contains($0.fate) } }

  /// A hard morning: forty messages, twenty-five late with those of the untaken form, thirty
  /// unexplained.
  static let manyAway: [(Fate, Int)] = [
    (.toldBefore, 27), (.toldAndCame, 3), (.toldAfter, 10), (.late, 12), (.veryLate, 7),
    (.unexplained, 30),
  ]
  /// A quiet one.
  static let fewAway: [(Fate, Int)] = [(.toldBefore, 8), (.late, 3), (.unexplained, 4)]
  /// How many pupils the forms that are taken as usual have besides.
  private static let seats = 133

  /// The fates dealt out so that every form has some of each, with everybody else in the form.
  private static func mixed(_ dealt: [(Fate, Int)]) -> [Fate] {
    let some = dealt.flatMap { Array(repeating: $0.0, count: $0.1) }
    let all = some + Array(repeating: .inForm, count: seats - some.count)
    // 53 has no divisor in common with 133, so that every place is come to once.
    return all.indices.map { all[$0 * 53 % all.count] }
  }

  /// A surname that no other begins with, in the order of the numbers.
  static func surname(_ number: Int) -> String {
    let syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"]
    let digits = [number / 100, number / 10 % 10, number % 10]
    return digits.map { syllables[$0] }.joined().capitalized
  }

  static func upn(_ number: Int) -> String {
    let body = "820400" + String(format: "%06d", number)
    do {
      return try UPN("A" + body).text
    } catch .wrongCheckLetter(_, let right) {
      return String(right) + body
    } catch {
      return ""
    }
  }
}

extension MorningWorld {
  /// The files of the school.
  func pupilsFile(_ school: School) -> String {
    "upn,surname,forename,date_of_birth,year_group,registration_group,campus,start_date\n"
      + children.map {
        "\($0.upn),\($0.surname),Zed,\(Self.born($0.year)),\($0.year),\($0.form),"
          + "\(school.campus),2025-09-03\n"
      }.joined()
  }

  var contactsFile: String {
    "upn,priority,name,relationship,phone,may_contact\n"
      + children.enumerated().map { number, child in
        "\(child.upn),1,Ms \(child.surname),mother,01530 1\(String(format: "%05d", number)),yes\n"
          + "\(child.upn),2,Mr \(child.surname),father,01530 2\(String(format: "%05d", number)),no\n"
      }.joined()
  }

  static let staffFile =
    "login,name,position,role,registration_group\nhall,J. Hall,Office,office,\n"
    + "lead,L. Lead,Teacher,tutor,\nnurse,N. Nurse,Teacher,tutor,\ninvigilator,I. Vigil,Teacher,tutor,\n"
    + forms.map { "tutor\($0.lowercased()),T. \($0),Tutor,tutor,\($0)\n" }.joined()

  /// A birthday of that year group in 2025/26.
  private static func born(_ year: String) -> String { "\(2020 - (Int(year) ?? 0))-11-02" }
}
