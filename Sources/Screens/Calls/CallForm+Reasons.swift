import Attendance
import Policies

/// The code that words suggest, and the words that a code needs.
extension CallForm {
  /// The codes that the words point to, each with the word that does, while no code is typed.
  ///
  /// Where leave was refused for these days, illness is not suggested: it would be too easily taken
  /// (U44).
  func suggestions(at desk: Desk) -> [(code: String, word: String)] {
    guard text(.code).isEmpty else { return [] }
    let isRefused = !refusals(at: desk).isEmpty
    return desk.policy.reporting.suggestions(for: saidWords).filter {
      !(isRefused && $0.code == "I")
    }
  }

  /// Takes the code of that number that the words point to; false where there is none.
  mutating func takeSuggestion(_ number: Int, at desk: Desk) -> Bool {
    let suggestions = suggestions(at: desk)
    guard suggestions.indices.contains(number - 1) else { return false }
    write(suggestions[number - 1].code, in: .code)
    return true
  }

  /// The doubt about an illness, as it is typed.
  var doubt: Doubt? {
    let why = text(.doubt)
    return isUnauthorised && !why.isEmpty ? Doubt(why, isTold: true) : nil
  }

  /// Refuses a code that needs words which are not there.
  func checkReasons(at desk: Desk) throws(Fault) {
    switch text(.code).uppercased() {
    case "O":
      let heard = desk.policy.reporting.suggestions(for: saidWords)
      if focus != .code, doubt == nil, let illness = heard.first(where: { $0.code == "I" }) {
        throw Fault(
          .doubt,
          "\"\(illness.word)\" speaks of illness; type why it is doubted, or choose another code")
      }
    case "I":
      if saidWords.isEmpty, let refused = refusals(at: desk).first {
        throw Fault(.words, "\(refused.inWords.asSentence) I needs the words as they were said")
      }
    default: break
    }
  }

  /// The leave refused to any of the pupils for days of which the message speaks.
  private func refusals(at desk: Desk) -> [RefusedLeave] {
    let absence = try? absence(at: desk)
    let first = absence?.from ?? Session(desk.now.date, .am)
    let last = absence?.through ?? Session(desk.now.date, .pm)
    return chosen.compactMap { briefs[$0.pupil.id] }.flatMap {
      $0.refusals(from: first, through: last)
    }
  }
}
