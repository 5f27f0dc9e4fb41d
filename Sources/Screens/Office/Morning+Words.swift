import Attendance

extension Morning.Section {
  /// What is counted, in words.
  func words(_ count: Int) -> String {
    switch self {
    case .notHere: "marked in and not here"
    case .whereabouts: "whose whereabouts are unknown"
    case .registers: count == 1 ? "register not taken" : "registers not taken"
    case .unexplained: count == 1 ? "absence unexplained" : "absences unexplained"
    case .messages: count == 1 ? "message waits" : "messages wait"
    case .offSite: "to confirm off site"
    case .overdue: "N to settle"
    case .leave: count == 1 ? "request for leave waits" : "requests for leave wait"
    case .notBack: "not back from leave"
    case .back: "expected back"
    case .ended: count == 1 ? "timetable ended" : "timetables ended"
    }
  }

  /// Its name where a dozen columns are all there is.
  var brief: String {
    switch self {
    case .notHere: "Not here"
    case .whereabouts: "Whereabouts"
    case .registers: "Not taken"
    case .unexplained: "Unexplained"
    case .messages: "Messages"
    case .offSite: "Off site"
    case .leave: "Leave"
    case .overdue: "N to settle"
    case .notBack: "Not back"
    case .back: "Expected"
    case .ended: "Ended"
    }
  }
}
