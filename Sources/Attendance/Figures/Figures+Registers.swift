/// How one register stands by the marks alone: how many were due, and how many have none.
public struct RegisterCount: Hashable, Sendable {
  /// The register.
  public let key: RegisterKey
  /// How many pupils who count were due.
  public var due = 0
  /// How many of them have no mark.
  public var unmarked = 0
  /// How many of them have the code that was asked about.
  public var coded = 0
}

extension Figures {
  /// The registers of these days up to the last session that has begun, by session and group.
  ///
  /// Each pupil is counted where they were due: in the form, or in the group that had them then.
  public func registers(
    from first: SchoolDate, through last: Session, counting code: String
  ) -> [RegisterCount] {
    let elsewhere = Dictionary(grouping: roll.memberships, by: \.pupil)
    let wanted = alphabet.byte(of: code)
    var counts: [Session: [String: RegisterCount]] = [:]
    forEachPupil(from: first, through: last) { pupil, enrolments in
      let groups = elsewhere[pupil] ?? []
      for stretch in enrolments.joined() {
        stretch.forEachCell { cell in
          let session = YearSheet.session(at: cell, in: stretch.year)
          let group =
            groups.last { $0.applies(at: session) }?.group ?? stretch.particulars.group
          let byte = stretch.sheet?.cells[cell] ?? 0
          counts[session, default: [:]][
            group, default: RegisterCount(key: RegisterKey(group, at: session))
          ].add(isUnmarked: byte == 0, isCoded: byte == wanted && byte > 0)
        }
      }
    }
    return counts.values.flatMap(\.values).sorted {
      ($0.key.session, $0.key.group) < ($1.key.session, $1.key.group)
    }
  }
}

extension RegisterCount {
  fileprivate mutating func add(isUnmarked: Bool, isCoded: Bool) {
    due += 1
    if isUnmarked { unmarked += 1 }
    if isCoded { coded += 1 }
  }
}
