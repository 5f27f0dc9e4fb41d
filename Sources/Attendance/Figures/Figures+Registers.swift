/// How one register stands by the marks alone: how many were due, and how many have none.
public struct RegisterCount: Hashable, Sendable {
  /// The register.
  public let key: RegisterKey
  private let numbers: Numbers

  /// How many pupils who count were due.
  public var due: Int { Int(numbers.due) }
  /// How many of them have no mark.
  public var unmarked: Int { Int(numbers.unmarked) }
  /// How many of them have the code that was asked about.
  public var coded: Int { Int(numbers.coded) }

  fileprivate init(key: RegisterKey, _ numbers: Numbers) {
    self.key = key
    self.numbers = numbers
  }

  /// The three counts, in as little room as the registers of a whole year need.
  fileprivate struct Numbers: Hashable, Sendable {
    var due: Int32 = 0
    var unmarked: Int32 = 0
    var coded: Int32 = 0

    mutating func add(isUnmarked: Bool, isCoded: Bool) {
      due += 1
      if isUnmarked { unmarked += 1 }
      if isCoded { coded += 1 }
    }
  }
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
    var counts: [RegisterYear: [RegisterCount.Numbers]] = [:]
    func add(_ cell: Int, of stretch: Stretch, to numbers: inout [RegisterCount.Numbers]) {
      let byte = stretch.sheet?.cells[cell] ?? 0
      numbers[cell].add(isUnmarked: byte == 0, isCoded: byte == wanted && byte > 0)
    }
    forEachPupil(from: first, through: last) { pupil, enrolments in
      let groups = elsewhere[pupil] ?? []
      for stretch in enrolments.joined() {
        let none = [RegisterCount.Numbers](repeating: .init(), count: stretch.year.days * 2)
        let form = RegisterYear(year: stretch.year, group: stretch.particulars.group)
        // Nearly everybody is in their form all year, which is then looked up once.
        if groups.isEmpty {
          var numbers = counts.removeValue(forKey: form) ?? none
          stretch.forEachCell { add($0, of: stretch, to: &numbers) }
          counts[form] = numbers
          continue
        }
        stretch.forEachCell { cell in
          let session = YearSheet.session(at: cell, in: stretch.year)
          let group = groups.last { $0.applies(at: session) }?.group ?? form.group
          let place = RegisterYear(year: stretch.year, group: group)
          add(cell, of: stretch, to: &counts[place, default: none])
        }
      }
    }
    return counts.flatMap { place, numbers in
      numbers.indices.filter { numbers[$0].due > 0 }.map { cell in
        let session = YearSheet.session(at: cell, in: place.year)
        return RegisterCount(key: RegisterKey(place.group, at: session), numbers[cell])
      }
    }.sorted { ($0.key.session, $0.key.group) < ($1.key.session, $1.key.group) }
  }
}

/// The registers of one group in one school year.
private struct RegisterYear: Hashable {
  let year: SchoolYear
  let group: String
}
