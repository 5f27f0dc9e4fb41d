/// A pupil who is expected at another place at a session, and what is known of it.
///
/// Off-site codes stay expected until the leader, the provider or the other school confirms (U14).
public struct ExpectedElsewhere: Hashable, Sendable {
  /// Who.
  public let member: Roll.Member
  /// Where: the list, the provider or the other school.
  public let place: String
  /// The code that is expected.
  public let code: String
  /// The list, the plan or the timetable that says so.
  public let line: DayLine
  /// The list the pupil is on, or nil.
  public let list: AwayList?
  /// What the other place said last, or nil while it has said nothing.
  public let word: Elsewhere?
  /// The code on record, or empty.
  public let mark: String

  /// A pupil of whom this is known.
  public init(
    _ member: Roll.Member, at place: String, code: String, line: DayLine, list: AwayList? = nil,
    word: Elsewhere? = nil, mark: String = ""
  ) {
    self.member = member
    self.place = place
    self.code = code
    self.line = line
    self.list = list
    self.word = word
    self.mark = mark
  }

  /// Whether the other place has confirmed, by a word or by taking the list's own register.
  public var isConfirmed: Bool { word?.isThere ?? (list != nil && mark == code) }
  /// Whether the other place says that the pupil is not there.
  public var isMissing: Bool { word?.isThere == false }
  /// Whether nobody has said anything yet.
  public var isOpen: Bool { !isConfirmed && !isMissing }

  /// What is known, in a few words.
  public var state: String { isConfirmed ? "confirmed" : isMissing ? "not there" : "expected" }

  /// Everybody expected off site at the session, by lists, shared timetables and plans, in the order
  /// of places and registers.
  public static func among(
    _ groups: [String: [Roll.Member]], at session: Session, _ book: DayBook, codes: CodeBook,
    mark: (Pupil.ID) -> String
  ) -> [ExpectedElsewhere] {
    let words = book.elsewhere(at: session)
    let members = Dictionary(
      groups.values.joined().map { ($0.pupil.id, $0) }, uniquingKeysWith: { first, _ in first })
    var expected: [Pupil.ID: ExpectedElsewhere] = [:]
    func expect(
      _ pupil: Pupil.ID, _ place: String, _ code: String, _ line: DayLine, _ list: AwayList? = nil
    ) {
      guard let member = members[pupil], expected[pupil] == nil else { return }
      expected[pupil] = ExpectedElsewhere(
        member, at: place, code: code, line: line, list: list, word: words[pupil],
        mark: mark(pupil))
    }
    for (line, list) in book.lists(at: session) where list.isOffSite(codes) {
      for member in groups[list.name] ?? [] {
        expect(member.pupil.id, list.name, list.code, line, list)
      }
    }
    for line in book.standing {
      guard let pupil = line.pupil, case .timetable(let timetable) = line.matter,
        timetable.kind == .shared, timetable.slot(at: session) != nil
      else { continue }
      expect(pupil, timetable.school, "D", line)
    }
    for (line, absence) in book.absences {
      guard let pupil = line.pupil, let text = absence.code, absence.covers(session),
        let code = codes.code(text, on: session.date),
        code.category == .approvedActivity || text == "D"
      else { continue }
      expect(pupil, line.words.isEmpty ? code.meaning : line.words, text, line)
    }
    return expected.values.sorted { one, other in
      one.place != other.place
        ? one.place < other.place : Pupil.inRegisterOrder(one.member.pupil, other.member.pupil)
    }
  }
}
