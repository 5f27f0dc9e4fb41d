import Attendance
import Policies
import Terminal

/// Filling in the form of a deed about a case, wherever cases are worked on.
protocol CaseWork: DeskWork where Form == CaseForm {
  /// What is asked anew once a deed is done.
  func questionsAfterDeed() -> [Question]
}

extension CaseWork {
  func asked(by form: CaseForm, at desk: Desk) throws(FieldFault<CaseField>) -> Effect {
    let (deed, words) = try form.deed(on: desk.now.date)
    return .work(deed, saying: words)
  }

  /// Takes what became of a deed; nil where the answer is another.
  mutating func takeDeed(_ answer: Answer) -> [Move]? {
    switch answer {
    case .cases(.done(let sentence, _)):
      return endForm(saying: sentence) + questionsAfterDeed().map { .perform(.ask($0)) }
    case .notKept(let why): return refuse("Not kept: \(why)")
    default: return nil
    }
  }
}
