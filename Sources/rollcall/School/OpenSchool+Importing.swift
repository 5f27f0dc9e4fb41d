import Attendance
import Exchange
import Policies
import Storage

extension OpenSchool {
  /// What an import has to know of the school: everything but the marks on record and contacts.
  func importContext(_ roll: Roll) throws -> ImportContext {
    ImportContext(
      today: clock.now.date, latest: lastSessionBegun,
      pupils: roll.pupils.keys.sorted().compactMap { id in
        roll.pupils[id].map {
          AdmissionEntry(
            pupil: $0, enrolments: roll.enrolments[id] ?? [],
            particulars: roll.particulars[id] ?? [])
        }
      },
      staff: try store.staff(), roles: policy.roles.map(\.id), groups: roll.groups,
      memberships: roll.memberships, calendar: try store.calendar(), codes: policies.codes)
  }
}

extension PupilNumbering {
  /// The numbers after the last ones of the roll.
  init(following roll: Roll) {
    let enrolments = roll.enrolments.values.joined().map(\.id.number)
    self.init(
      pupil: Pupil.ID((roll.pupils.keys.map(\.number).max() ?? 0) + 1),
      enrolment: Enrolment.ID((enrolments.max() ?? 0) + 1))
  }
}

extension PupilPlan {
  /// The plan as changes that a store keeps.
  var rollChanges: [RollChange] {
    admissions.flatMap { entry in
      [RollChange.newPupil(entry.pupil)] + entry.enrolments.map(RollChange.newEnrolment)
        + entry.particulars.map { RollChange.particulars(entry.pupil.id, $0) }
    }
      + changes.flatMap { change in
        let known = Set(change.before.enrolments.map(\.id))
        let times = change.otherEnrolments + [change.enrolment].compactMap(\.self)
        return [change.pupil.map(RollChange.pupil)].compactMap(\.self)
          + times.map { known.contains($0.id) ? .enrolment($0) : .newEnrolment($0) }
          + [change.particulars.map { .particulars(change.before.pupil.id, $0) }].compactMap(\.self)
      }
  }
}

/// What the body makes of answers that may fail where the body cannot say so; the first fault is
/// thrown in place of what was made without it.
func answering<Question, Answer, Value>(
  else nothing: Answer, _ answer: @escaping (Question) throws -> Answer,
  in body: (@escaping (Question) -> Answer) throws -> Value
) throws -> Value {
  var trouble: (any Error)?
  let value = Result {
    try body { question in
      do {
        return try answer(question)
      } catch {
        trouble = trouble ?? error
        return nothing
      }
    }
  }
  if let trouble { throw trouble }
  return try value.get()
}
