extension Figures {
  /// How often each code stands for each pupil at sessions that count, by its text; of everybody, or
  /// of these pupils.
  public func codesByPupil(
    from first: SchoolDate, through last: Session, of pupils: Set<Pupil.ID>? = nil
  ) -> [Pupil.ID: [String: Int]] {
    var all: [Pupil.ID: [String: Int]] = [:]
    forEachPupil(from: first, through: last, of: pupils) { pupil, enrolments in
      var counts = [Int](repeating: 0, count: 256)
      for stretch in enrolments.joined() {
        stretch.forEachCell { cell in counts[Int(stretch.sheet?.cells[cell] ?? 0)] += 1 }
      }
      var named: [String: Int] = [:]
      for byte in counts.indices.dropFirst() where counts[byte] > 0 {
        named[alphabet.code(of: UInt8(byte)), default: 0] += counts[byte]
      }
      all[pupil] = named
    }
    return all
  }

  /// The sessions that count for each pupil, in order, each with the code that stands or an empty
  /// one; pupils without such a session are left out.
  public func sessionsByPupil(
    from first: SchoolDate, through last: Session, of pupils: Set<Pupil.ID>? = nil
  ) -> [Pupil.ID: [(session: Session, code: String)]] {
    var all: [Pupil.ID: [(session: Session, code: String)]] = [:]
    forEachPupil(from: first, through: last, of: pupils) { pupil, enrolments in
      var sessions: [(session: Session, code: String)] = []
      for stretch in enrolments.joined() {
        stretch.forEachCell { cell in
          let code = alphabet.code(of: stretch.sheet?.cells[cell] ?? 0)
          sessions.append((YearSheet.session(at: cell, in: stretch.year), code))
        }
      }
      if !sessions.isEmpty { all[pupil] = sessions.sorted { $0.session < $1.session } }
    }
    return all
  }
}
