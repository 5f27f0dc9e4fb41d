import Attendance
import Policies
import Screens

extension TestSchool {
  /// A shipped policy by its short name.
  static func shipped(_ name: String) throws -> Policy {
    guard let policy = PolicyReading(path: "config/policies/\(name).yaml").policy else {
      throw Refusal.noMessage
    }
    return policy
  }

  /// The policy that names texts and a call script.
  static let dunkirk: Policy = {
    guard let policy = try? shipped("dunkirk") else {
      fatalError("config/policies/dunkirk.yaml does not read")
    }
    return policy
  }()

  /// The pupil as a member of 8B.
  static func member(_ pupil: Pupil) -> Roll.Member {
    Roll.Member(
      pupil: pupil,
      enrolment: Enrolment(
        id: Enrolment.ID(pupil.id.number), pupil: pupil.id, starts: tuesday.adding(days: -40)),
      particulars: Particulars(
        from: tuesday.adding(days: -40), yearGroup: YearGroup("8") ?? YearGroup.all[0],
        group: "8B"))
  }
}
