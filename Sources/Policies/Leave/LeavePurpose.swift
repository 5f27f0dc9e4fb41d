public import Attendance

/// What leave is usually asked for, in the words in which a request keeps it.
public enum LeavePurpose: String, CaseIterable, Hashable, Sendable {
  case holiday = "a holiday"
  case relatives = "travel to relatives"
  case bereavement = "a bereavement"
  case religious = "religious observance"
  case performance = "a performance"
  case interview = "an interview"
  case study = "study for an exam"
  case lunch = "lunch"
  case other = "another reason"
  case travelling = "travelling for work"
  case protest = "a protest"

  /// The purpose of a request, or nil where it is in words of its own.
  public init?(of request: LeaveRequest) { self.init(rawValue: request.purpose) }

  /// The purpose that the text means, in full or by a part of its words: `holiday`.
  public init?(typed text: String) {
    let wanted = text.lowercased()
    guard wanted.count >= 3 else { return nil }
    let found =
      Self.allCases.first { $0.rawValue == wanted }
      ?? Self.allCases.first { $0.rawValue.contains(wanted) }
    guard let found else { return nil }
    self = found
  }

  /// The code that leave for it usually has, where it is granted.
  public var usualCode: String? {
    switch self {
    case .holiday, .relatives, .bereavement, .protest, .other: "C"
    case .religious: "R"
    case .performance: "C1"
    case .interview: "J1"
    case .study: "S"
    case .travelling: "T"
    case .lunch: nil
    }
  }
}

extension Policy {
  /// The codes under which leave is granted on the date, the usual one for the purpose first.
  public func leaveCodes(for purpose: LeavePurpose?, on date: SchoolDate) -> [String] {
    let codes = codes.codes(on: date).filter { $0.isLeave || ["R", "T"].contains($0.text) }
      .map(\.text)
    let usual = (purpose ?? .other).usualCode
    return codes.filter { $0 == usual } + codes.filter { $0 != usual }
  }

  /// The letter of the policy that belongs to a decision, or nil where it names none.
  public func letter(for outcome: LeaveDecision.Outcome, isLunch: Bool) -> Letter? {
    let ids: [String]
    switch (outcome, isLunch) {
    case (.granted, true), (.refused, true): ids = ["lunch-leave-decision", "leave-decision"]
    case (.ended, true): ids = ["lunch-leave-withdrawal", "leave-decision"]
    case (.granted, false): ids = ["leave-approval", "leave-decision"]
    case (.refused, false): ids = ["leave-refusal", "leave-decision"]
    case (.ended, false): ids = ["leave-decision", "leave-refusal"]
    }
    return ids.lazy.compactMap(letter).first
  }
}

extension Permissions {
  /// Nil where leave under the code may be granted; otherwise why not and whom to ask.
  ///
  /// Religious observance and travelling for work are no leave that is granted: whoever may plan an
  /// absence under them may answer the request. Leave at lunch time is the head's, as C is.
  public func denial(ofAnswering code: String?, codes: CodeBook, on date: SchoolDate) -> Denial? {
    guard let code else { return denial(ofGranting: "C") }
    if codes.code(code, on: date)?.isLeave ?? true { return denial(ofGranting: code) }
    return denial(of: .planAbsence) ?? denial(ofMarking: code)
  }

  /// Nil where leave may be refused: by whoever may grant any, or plan an absence.
  public func denial(ofRefusingLeave codes: [String]) -> Denial? {
    if codes.contains(where: { denial(ofGranting: $0) == nil }) { return nil }
    return denial(of: .planAbsence)
  }
}
