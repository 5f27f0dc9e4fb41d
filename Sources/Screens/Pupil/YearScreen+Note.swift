import Attendance
import Policies
import Terminal

// A note about the pupil whose year is shown, without a case.
extension YearScreen: CaseWork {
  func questionsAfterDeed() -> [Question] { [.year(year.pupil.id, year.year)] }

  /// Opens the form of a note, as it was left.
  mutating func note(at desk: Desk) -> [Move] {
    begin(
      CaseForm(
        .note, about: year.pupil, nil,
        heading: "\(year.pupil.name.onRegister) \(year.group): a note"),
      at: desk)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? { typeInForm(key) }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard form != nil else { return refuse("A paste does nothing here.") }
    form?.typed.insert(text)
    return []
  }
}
