/// Sessions that follow one another in the school's time and have one code.
public struct SessionRun: Hashable, Sendable {
  /// The first of them.
  public let first: Session
  /// The last of them.
  public let last: Session
  /// The code that stands at each.
  public let code: String
  /// How many there are.
  public let count: Int

  /// The runs that these positions make, earliest first.
  ///
  /// A weekend or a holiday breaks no run, since nobody meets; a session that is not among the
  /// positions does, whatever stands there or does not.
  public static func runs(
    of places: [Int], in time: SchoolTime, code: (Session) -> String
  ) -> [SessionRun] {
    var runs: [SessionRun] = []
    var before: Int?
    for place in places.sorted() {
      let session = time.sessions[place]
      let code = code(session)
      if let last = runs.last, before == place - 1, last.code == code {
        runs[runs.count - 1] = SessionRun(
          first: last.first, last: session, code: code, count: last.count + 1)
      } else {
        runs.append(SessionRun(first: session, last: session, code: code, count: 1))
      }
      before = place
    }
    return runs
  }

  /// When, in words: `Mon 3 Nov 2025, morning`, `Mon 3 Nov 2025 to Wed 5 Nov 2025, 6 sessions`.
  public var inWords: String {
    if first == last { return first.inWords }
    if first.date == last.date { return "\(first.date.inWords), all day" }
    let begins = first.half == .pm ? " afternoon" : ""
    let ends = last.half == .am ? " morning" : ""
    return "\(first.date.inWords)\(begins) to \(last.date.inWords)\(ends), \(count) sessions"
  }
}
