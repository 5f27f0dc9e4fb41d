import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// Where first-day contact stands for each of these pupils, and what the policy has next.
  func contactPlans(of absent: [Unexplained]) throws -> [Pupil.ID: ContactPlan] {
    guard !absent.isEmpty else { return [:] }
    let runs = try runs(of: absent)
    let first = runs.values.compactMap(\.earlier.last).min() ?? now.date
    // A day nobody marked may lie within, and what was done on it counts.
    let book = try school.store.dayBook(.between(first, now.date))
    var lines: [Pupil.ID: [DayLine]] = [:]
    for line in book.standing {
      if let pupil = line.pupil { lines[pupil, default: []].append(line) }
    }
    var plans: [Pupil.ID: ContactPlan] = [:]
    for absent in absent {
      let pupil = absent.member.pupil.id
      let run = runs[pupil]
      let begins = run?.earlier.last ?? now.date
      let own = (lines[pupil] ?? []).filter { $0.date >= begins }
      let contacts = try school.store.contacts(of: pupil).filter { $0.mayContact == .yes }
      plans[pupil] = school.policy.followUp.plan(
        for: ContactFacts(
          day: run?.day ?? 1, concerns: absent.concerns,
          isRegisteredElsewhere: absent.member.enrolment.kind.isElsewhere,
          isReportedByEmail: book.isReportedByEmail(own), contacts: contacts, lines: own),
        on: now.date)
    }
    return plans
  }

  /// How long each has been away without anybody's explaining it.
  private func runs(of absent: [Unexplained]) throws -> [Pupil.ID: UnexplainedRun] {
    let year = SchoolYear(of: now.date)
    let sheets = try school.store.sheets(of: year, pupils: absent.map(\.member.pupil.id))
    let alphabet = try school.store.alphabet()
    let followUp = school.policy.followUp
    var meetings: [String: [Session]] = [:]
    var runs: [Pupil.ID: UnexplainedRun] = [:]
    for absent in absent {
      let about = absent.member.particulars
      let audience = "\(about.campus) \(about.yearGroup)"
      let sessions =
        meetings[audience]
        ?? calendar.sessions(
          before: Session(now.date, .am), campus: about.campus, yearGroup: about.yearGroup,
          count: 40
        ).filter { SchoolYear(of: $0.date) == year }
      meetings[audience] = sessions
      let sheet = sheets[absent.member.pupil.id]
      runs[absent.member.pupil.id] = UnexplainedRun(
        before: sessions, unexplained: [followUp.code, followUp.thenPropose]
      ) { session in sheet.map { alphabet.code(of: $0[session]) } ?? "" }
    }
    return runs
  }
}

extension DayBook {
  /// Whether there were messages among these lines about a pupil, and all of them came by email.
  func isReportedByEmail(_ own: [DayLine]) -> Bool {
    let answered = Set(own.compactMap(\.about))
    let channels = lines.compactMap { line -> Message.Channel? in
      guard case .message(let message) = line.matter, answered.contains(line.id) else { return nil }
      return message.channel
    }
    return !channels.isEmpty && channels.allSatisfy { $0 == .email }
  }
}

extension Enrolment.Kind {
  /// Whether the pupil is registered at another school too, or is its guest here.
  var isElsewhere: Bool { isDual || self == .guest }
}
