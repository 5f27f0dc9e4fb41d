import ArgumentParser
import Attendance
import Storage

/// What is to become of a plan that speaks of the same days.
struct OverlapOptions: ParsableArguments {
  @Flag(help: "Keep what is planned for these days already, beside the new plan.")
  var beside = false
  @Flag(
    help: "Take back what is planned for these days already; what it plans for others stays.")
  var instead = false

  func validate() throws {
    if beside, instead { throw ValidationError("--beside or --instead, not both") }
  }
}

extension OfficeDesk {
  /// Refuses what cannot be planned: an end before the start, a day off the roll, days on which the
  /// school meets at no session for the pupil.
  func check(_ first: Session, _ last: Session, of member: Roll.Member) throws {
    if last < first { throw Refusal.endsBeforeItStarts }
    let pupil = member.pupil
    if roll.member(pupil.id, on: first.date) == nil {
      throw Refusal.notOnRoll(name: pupil.name.onRegister, on: first.date)
    }
    if let ends = member.enrolment.ends, last.date > ends {
      throw Refusal.notOnRoll(name: pupil.name.onRegister, on: last.date)
    }
    if let refusal = try schoolDays()(member).refusal(of: first, through: last, on: now.date) {
      throw Refused("rollcall: \(refusal)")
    }
  }

  /// Settles what the act's absences overlap: refuses it in words, keeps both, or takes the earlier
  /// ones back in the same act, on the days that overlap.
  func settle(_ choice: OverlapOptions, in act: inout Act) throws {
    let new = act.plans
    guard !choice.beside, let first = new.map(\.absence.from).min(),
      let last = new.map(\.absence.through).max()
    else { return }
    let book = try school.store.dayBook(.between(first.date, last.date))
    var earlier: [EarlierPlan] = []
    for (pupil, absence) in new {
      earlier += book.planned(for: pupil, from: absence.from, through: absence.through)
        .filter { !earlier.contains($0) }
    }
    guard let first = earlier.first else { return }
    guard choice.instead else {
      let name = first.line.pupil.flatMap { roll.pupils[$0] }?.name.onRegister ?? "the pupil"
      let more = earlier.count > 1 ? ", and \(earlier.count - 1) more" : ""
      throw Refused(
        "rollcall: \(name) has plan \(first.line.id.number) already (\(first.absence.inWords))"
          + "\(more); add --instead to take it back on these days, or --beside to keep both")
    }
    act.stand(inPlaceOf: earlier)
  }
}
