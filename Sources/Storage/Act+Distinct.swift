import Attendance

extension Act {
  /// The codes of its marks, each once, in the order of their texts.
  var codes: [String] {
    var codes: [String] = []
    for mark in marks where !codes.contains(mark.code) { codes.append(mark.code) }
    return codes.sorted()
  }

  /// The pupils of its marks and lines, each once.
  var pupils: Set<Pupil.ID> {
    var pupils: Set<Pupil.ID> = []
    var last: Pupil.ID?
    // Marks mostly come in runs of one pupil.
    for mark in marks where mark.pupil != last {
      pupils.insert(mark.pupil)
      last = mark.pupil
    }
    pupils.formUnion(lines.compactMap(\.pupil))
    return pupils
  }
}
