import Attendance
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// The places whose pupils nobody has confirmed yet, and the pupils said not to be there.
  func offSiteRows(at session: Session, _ book: DayBook) throws -> [Morning.Row] {
    guard session.date == now.date else { return [] }
    let expected = try expectedElsewhere(at: session, book)
    let open = Dictionary(grouping: expected, by: \.place).filter { place in
      place.value.contains(where: \.isOpen)
    }
    return open.sorted { $0.key < $1.key }.map { place, pupils in
      let codes = Set(pupils.map(\.code)).sorted().joined(separator: " ")
      let leader = pupils.first?.list?.leader ?? ""
      let words = [
        "\(pupils.count { $0.isOpen }) expected, \(pupils.count { $0.isConfirmed }) confirmed",
        codes, leader.isEmpty ? "" : "led by \(leader)",
      ].filter { !$0.isEmpty }
      return Morning.Row(
        id: .place(place), section: .offSite, name: place, group: "",
        words: words.joined(separator: ", "))
    } + (try missingRows(at: session, book))
  }

  /// Those who were expected elsewhere, are not there, and of whom nothing more is known.
  private func missingRows(at session: Session, _ book: DayBook) throws -> [Morning.Row] {
    let words = book.elsewhere(at: session).filter { !$0.value.isThere }
    guard !words.isEmpty else { return [] }
    let marks = try school.store.standing(of: Array(words.keys), at: session, asAt: nil)
    let places = book.whereabouts(on: session.date)
    return words.compactMap { pupil, word -> Morning.Row? in
      switch places[pupil] {
      case .arrived, .back, .seen, .left: return nil
      case .notHere, nil: break
      }
      guard book.attempts(about: pupil, on: session.date).isEmpty else { return nil }
      let code = marks[pupil]?.entry.code ?? ""
      // Whoever has another mark than that of an absence nobody explained has been seen or settled.
      guard ["", "N", "D"].contains(code) else { return nil }
      let mark = code.isEmpty ? "not marked yet" : code
      return row(.offSite, pupil, "not there, says \(word.by); \(mark)", at: session)
    }.sorted { $0.name < $1.name }
  }
}
