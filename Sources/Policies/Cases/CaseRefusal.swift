public import Attendance

/// Why a case is not opened or does not move; its sentence says what to do instead.
public enum CaseRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case noWords
  case alreadyOpen(DayLine.ID, ladder: String)
  case held(Hold)
  case early(possible: Int, least: Int)
  case closed(DayLine.ID, DayLine)
  case lastStep(DayLine.ID, String)
  case noFlag(String, String)
  case tooEarly(String, SchoolDate)
  case notLater(SchoolDate)
  case stillToCome(SchoolDate)
  case sameOwner
  case noCase(Int64)
  case nothingToUndo(Int64)

  /// The refusal in one sentence, with the remedy.
  public var description: String {
    switch self {
    case .noWords: "say in words why, or how it went; an empty note clears nothing"
    case .alreadyOpen(let number, let ladder):
      "case \(number.number) is open on the ladder \(ladder); go on with it"
    case .held(let hold):
      "a hold stands until \(hold.until) (\(hold.reason.rawValue)): letters and ladders wait; end it "
        + "first if it no longer holds"
    case .early(let possible, let least):
      "only \(possible) \(possible == 1 ? "session was" : "sessions were") possible so far this year, "
        + "and ladders wait for \(least); keep a note instead"
    case .closed(let number, let line):
      "case \(number.number) was closed on \(line.at.date) by \(line.by.name); take that back, or open "
        + "a new case"
    case .lastStep(let number, let ladder):
      "case \(number.number) has taken the last step of the ladder \(ladder); let it stay, or close it"
    case .noFlag(let step, let flag):
      "the step \(step) waits for the flag \(flag), which does not stand; say that it is taken all the "
        + "same, or let the case stay"
    case .tooEarly(let step, let date):
      "the step \(step) is not before \(date); say that it is taken early, or let the case stay"
    case .notLater(let date): "\(date) is not later than today; give a day to come"
    case .stillToCome(let date):
      "\(date) is still to come; say that it is arranged, or give the day on which it was done"
    case .sameOwner: "the case is with them already"
    case .noCase(let number): "there is no case \(number); 'rollcall case list' has the numbers"
    case .nothingToUndo(let number):
      "line \(number) is none of the casework, or was taken back; 'rollcall case show' has the numbers"
    }
  }
}
