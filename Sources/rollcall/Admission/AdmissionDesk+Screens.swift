import Attendance
import Policies
import Screens
import Storage

extension AdmissionDesk {
  /// Does what a screen asks for, and says how it went.
  func perform(_ deed: AdmissionDeed) throws -> AdmissionAnswer {
    switch deed {
    case .add(let child, let contact, let isAnother):
      do {
        let added = try add(
          child, contacts: [contact].compactMap(\.self), isAnother: isAnother)
        return .done(added.inWords(code: school.policy.followUp.code))
      } catch AdmissionRefusal.likeAnother(let names) {
        return .alike("\(names.joined(separator: " and ")) on the books look the same.")
      }
    case .leave(let id, let last, let ground, let facts):
      guard let pupil = roll.pupils[id] else { throw StoreFault.unknownPupil }
      let made = try leave(pupil, on: last, ground: ground, facts)
      if made.isEmpty { return .done("It says so already; nothing was changed") }
      let told = toTell(of: pupil).joined(separator: "; ")
      return .done("\(pupil.name.onRegister) leaves after \(last); \(told)")
    }
  }
}
