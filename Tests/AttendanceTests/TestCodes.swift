import Attendance

/// The two code sets of the law, as the tests know them: written down apart from `config/codes`.
enum TestCodes {
  /// The day from which the 2024 Regulations apply.
  static let change = day("2024-08-19")
  /// Both sets, the earlier one first.
  static let book = CodeBook(before + since)

  /// Code, class, and what else holds of it: `late`, `pn`, `am`, `pm`, `csa`, `noncsa`, `note`,
  /// `leave`, `onsite`, `later`, `joining`, `all`.
  ///
  /// Classes: P present, E approved activity, A authorised, U unauthorised, N not possible.
  private static let table2024 = #"""
    /  P am onsite
    \  P pm onsite
    L  P late onsite
    K  E note
    V  E
    P  E
    W  E
    B  E note
    D  N
    C1 A leave
    M  A leave
    J1 A leave
    S  A leave
    X  N noncsa
    C2 A leave csa
    C  A leave
    T  A csa
    R  A
    I  A
    E  A
    Q  N
    Y1 N
    Y2 N
    Y3 N
    Y4 N
    Y5 N
    Y6 N
    Y7 N note
    G  U pn
    N  U pn
    O  U pn
    U  U late pn later
    Z  N joining
    #  N all
    """#

  private static let table2006 = #"""
    /  P am onsite
    \  P pm onsite
    L  P late onsite
    B  E
    P  E
    V  E
    W  E
    J  E
    D  N
    C  A leave
    H  A leave
    F  A leave
    E  A
    I  A
    M  A
    R  A
    S  A
    T  A
    G  U pn
    N  U pn
    O  U pn
    U  U late pn later
    X  N noncsa
    Y  N note
    Z  N joining
    #  N all
    """#

  /// What a retired code gives way to.
  static let successors = [
    "H": ["C"], "F": ["C"], "J": ["J1"],
    "Y": ["Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"],
  ]

  static let since = codes(table2024, from: change, retired: nil)
  static let before = codes(table2006, from: nil, retired: change)

  private static func codes(
    _ table: String, from: SchoolDate?, retired: SchoolDate?
  ) -> [AttendanceCode] {
    table.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      let traits = Set(words.dropFirst(2))
      return AttendanceCode(
        text: words[0], meaning: "code \(words[0])", category: category(words[1]),
        isLate: traits.contains("late"),
        half: traits.contains("am") ? .am : traits.contains("pm") ? .pm : nil,
        age: traits.contains("csa")
          ? .compulsory : traits.contains("noncsa") ? .notCompulsory : .any,
        use: traits.contains("all")
          ? .everyone : traits.contains("joining") ? .beforeJoining : .anyone,
        neededNote: traits.contains("note") ? "its nature" : nil,
        isLeave: traits.contains("leave"), countsTowardsPenalty: traits.contains("pn"),
        onSite: traits.contains("onsite") ? .yes : traits.contains("later") ? .later : .no,
        from: from, retired: words[0] == "F" ? day("2013-09-01") : retired,
        successors: successors[words[0]] ?? [])
    }
  }

  private static func category(_ letter: String) -> AttendanceCode.Category {
    switch letter {
    case "P": .present
    case "E": .approvedActivity
    case "A": .authorisedAbsence
    case "U": .unauthorisedAbsence
    case "N": .notPossible
    default: preconditionFailure("\(letter) is no class")
    }
  }

  /// The code that stood under that text on the date, whatever its age or half.
  static func code(_ text: String, on date: SchoolDate = TestSchool.wednesday) -> AttendanceCode {
    guard let code = book.code(text, on: date) else { preconditionFailure("no \(text) on \(date)") }
    return code
  }
}
