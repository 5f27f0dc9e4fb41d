/// Marks that are amended by one act: what each becomes, and which are left as they are and why.
///
/// Worked out before anything is kept, so that the count can be seen first. The act is kept only
/// where every mark is still the one that was looked at.
public struct Amending: Hashable, Sendable {
  /// One mark that changes.
  public struct Change: Hashable, Sendable {
    /// Where, and what stands there.
    public let place: MarkPlace
    /// What is to stand.
    public let mark: ProposedMark
  }

  /// One mark that stays as it is.
  public struct Left: Hashable, Sendable {
    /// Where.
    public let place: MarkPlace
    /// Why.
    public let why: Why
  }

  /// Why a mark stays as it is.
  public enum Why: Hashable, Sendable, CustomStringConvertible {
    case marked(String)
    case sameAlready(String)
    case refused(Refusal)
    /// The person may not; the sentence says who could.
    case denied(String)

    /// The reason in words.
    public var description: String {
      switch self {
      case .marked(let code): code.isEmpty ? "no mark" : "marked \(code)"
      case .sameAlready(let code): "\(code) already"
      case .refused(let refusal): refusal.description
      case .denied(let sentence): sentence
      }
    }
  }

  /// What was wanted.
  public let wish: AmendmentWish
  /// The marks that change.
  public let changes: [Change]
  /// The marks that stay, and why.
  public let left: [Left]

  /// What the wish comes to at these places, under the rules of whoever asks.
  ///
  /// `denial` says of a place why the person may not amend there, or nil. Throws a refusal where
  /// the wish itself cannot be: without a reason, with impossible minutes, or with a code that the
  /// role does not have.
  public init(
    _ wish: AmendmentWish, at places: [MarkPlace], under rules: Register.Rules,
    denial: (MarkPlace) throws -> String? = { _ in nil }
  ) throws {
    if wish.trimmedReason.isEmpty { throw Refusal.reasonMissing }
    if let minutes = wish.minutes, !(0...600).contains(minutes) {
      throw Refusal.minutesOutOfRange(minutes)
    }
    self.wish = wish
    var changes: [Change] = []
    var left: [Left] = []
    for place in places {
      if let why = try Self.bar(to: wish, at: place) ?? denial(place).map(Why.denied) {
        left.append(Left(place: place, why: why))
        continue
      }
      do throws(Refusal) {
        let mark = try Self.mark(wish, at: place, under: rules)
        if let standing = place.standing?.entry, standing.code == mark.code,
          standing.minutes == mark.minutes, standing.shownNote == mark.note
        {
          left.append(Left(place: place, why: .sameAlready(mark.code)))
        } else {
          changes.append(Change(place: place, mark: mark))
        }
      } catch {
        left.append(Left(place: place, why: .refused(error)))
      }
    }
    self.changes = changes
    self.left = left
  }

  private static func bar(to wish: AmendmentWish, at place: MarkPlace) -> Why? {
    let code = place.standing?.entry.code ?? ""
    switch wish.which {
    case .every: break
    case .blanks: if !code.isEmpty { return .marked(code) }
    case .having(let wanted):
      let isPresent = ["/", "\\"].contains(wanted) && ["/", "\\"].contains(code)
      if code != wanted.uppercased(), !isPresent { return .marked(code) }
    }
    return place.bar.map(Why.refused)
  }

  private static func mark(
    _ wish: AmendmentWish, at place: MarkPlace, under rules: Register.Rules
  ) throws(Refusal) -> ProposedMark {
    let code = try rules.usable(
      wish.code, at: place.session, ofCompulsoryAge: place.isOfCompulsoryAge)
    if wish.minutes != nil, !code.isLate { throw .minutesWithoutLateness(code.text) }
    let standing = place.standing?.entry
    let keptMinutes = standing?.code == code.text ? standing?.minutes : nil
    let note = wish.note.map { $0.isEmpty ? nil : $0 } ?? standing?.shownNote
    return ProposedMark(
      pupil: place.pupil.id, session: place.session, code: code.text,
      minutes: wish.minutes ?? keptMinutes, note: note,
      basis: Precedence.Basis(code, how: .marked), seen: standing?.id,
      reason: wish.trimmedReason)
  }

  /// The one act that makes the changes, and none of them where one mark has changed meanwhile.
  public func act(by person: Person, now: Instant) -> Act {
    Act(
      kind: .amended, by: person, at: now, detail: detail, marks: changes.map(\.mark),
      onlyAsSeen: true)
  }

  private var detail: String { changes.count > 1 ? "\(changes.count) marks at once" : "" }

  /// What it would do, with its count first: `18 blanks in 3 registers to I; 4 marked are left`.
  public var inWords: String {
    let blanks = changes.count { $0.place.standing == nil }
    let marked = changes.count - blanks
    let registers = Set(changes.map(\.place.key)).count
    let codes = Set(changes.map(\.mark.code)).sorted().joined(separator: " or ")
    let what = [
      blanks > 0 ? "\(blanks) blank\(blanks == 1 ? "" : "s")" : nil,
      marked > 0 ? "\(marked) mark\(marked == 1 ? "" : "s")" : nil,
    ].compactMap(\.self).joined(separator: " and ")
    let head =
      changes.isEmpty
      ? "nothing" : "\(what) in \(registers) register\(registers == 1 ? "" : "s") to \(codes)"
    return ([head] + leftInWords).joined(separator: "; ")
  }

  private var leftInWords: [String] {
    let marked = left.count {
      if case .marked(let code) = $0.why { !code.isEmpty } else { false }
    }
    let same = left.count { if case .sameAlready = $0.why { true } else { false } }
    let other = left.count - marked - same
    return [
      marked > 0 ? "\(marked) marked \(marked == 1 ? "is" : "are") left" : nil,
      same > 0 ? "\(same) \(same == 1 ? "is" : "are") so already" : nil,
      other > 0 ? "\(other) cannot be" : nil,
    ].compactMap(\.self)
  }
}

extension Entry {
  /// The note as it can be read: nil where there is none or its text was removed.
  var shownNote: String? { note.flatMap { $0.isEmpty ? nil : $0 } }
}
