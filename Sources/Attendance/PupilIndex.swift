/// The pupils of a day with every text that finds them folded beforehand, so that a key of a search
/// costs no folding of two thousand names.
struct PupilIndex: Sendable {
  private let members: [Roll.Member]
  /// For each member, where in `texts` the folded texts that find them begin.
  private let starts: [Int]
  private let texts: [[UInt8]]

  /// The index of these members.
  init(_ members: [Roll.Member]) {
    var texts: [[UInt8]] = []
    var starts: [Int] = []
    for member in members {
      starts.append(texts.count)
      texts += Self.texts(of: member)
    }
    self.members = members
    self.starts = starts + [texts.count]
    self.texts = texts
  }

  /// Those of whom the search begins a word of a name, the group or the UPN; as
  /// `Pupil.answers(to:in:)` says of each of them.
  func members(answeringTo search: String) -> [Roll.Member] {
    let wanted = FoldedName(search).text
    guard !wanted.isEmpty else { return [] }
    let bytes = Array(wanted.utf8)
    let number = wanted.count > 1 ? wanted.uppercased() : nil
    return members.indices.filter { place in
      texts[starts[place]..<starts[place + 1]].contains { $0.starts(with: bytes) }
        || number.map { members[place].pupil.upn.text.utf8.starts(with: $0.utf8) } ?? false
    }.map { members[$0] }
  }

  private static func texts(of member: Roll.Member) -> Set<[UInt8]> {
    let name = member.pupil.name
    var texts: Set<[UInt8]> = [Array(FoldedName(member.particulars.group).text.utf8)]
    for forename in Set([name.forename, name.knownAs]) {
      for whole in ["\(name.surname) \(forename)", "\(forename) \(name.surname)"] {
        var rest = Substring(whole)
        texts.insert(Array(FoldedName(whole).text.utf8))
        while let gap = rest.firstIndex(where: { $0 == " " || $0 == "-" }) {
          rest = rest[rest.index(after: gap)...]
          texts.insert(Array(FoldedName(String(rest)).text.utf8))
        }
      }
    }
    return texts
  }
}
