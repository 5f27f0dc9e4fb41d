import Attendance

@testable import Storage

extension DayBookPromises {
  /// A line of every kind of casework, each with everything it can say, after the other lines.
  static var casework: [ProposedLine] {
    let owner = CaseOwner(role: "attendance_officer", login: "hall")
    let progress = BeforeAndSince(
      before: BeforeAndSince.Part(48, of: 54), since: BeforeAndSince.Part(20, of: 22))
    let later = date.adding(days: 14)
    func work(
      _ work: Casework, about: ProposedLine.Reference? = nil, _ words: String = ""
    ) -> ProposedLine {
      line(TestSchool.ada, .casework(work), about: about, words)
    }
    let opened = ProposedLine.Reference.ofThisAct(firstOfCasework)
    return [
      work(
        .opened(
          CaseOpening(
            ladder: "absence", flag: "persistent-absence", value: "38/380", due: date, owner: owner)
        ),
        "her mother was told"),
      work(
        .turned(
          CaseTurn(.took, step: 0, name: "Letter", due: later, owner: owner, progress: progress)),
        about: opened, "sent"),
      work(.assigned(CaseOwner(role: "head")), about: opened),
      work(.snoozed(Snooze(until: later, flags: ["below-ninety", "falling"])), "in hospital"),
      work(.closed(CaseClosing(.improved, back: later, progress: progress)), about: opened, "well"),
      work(
        .action(
          CaseAction(
            .panel, what: "with the school nurse", time: TimeOfDay("14:30"),
            attending: ["Mrs Abbott", "the nurse"], isPlanned: true)), about: opened, "bring notes"),
      work(
        .agreement(
          Agreement(
            .contract, from: date, until: later, review: later, targets: ["95%", "no lates"],
            support: ["breakfast club"], parties: ["Mrs Abbott", "the school"])), about: opened),
      work(
        .improve(
          NoticeToImprove(
            parent: "Mrs Abbott", from: date, until: later, holds: ["the record", "the period"],
            earlyGround: "two more sessions")), about: opened, "no more than one session"),
      work(
        .penalty(
          PenaltyNotice(
            parent: "Mrs Abbott", issued: date, issuer: "Headteacher", level: 1, checked: date,
            sessions: TestSchool.monday...Session(date, .pm), count: 10)), about: opened, "holiday"),
      work(
        .outcome(CaseOutcome(.paid, by: "the authority")), about: .ofThisAct(firstOfCasework + 8)),
      work(.considered(ConsideredEvent(rule: "threshold", metOn: date)), "support first"),
      work(.held(Hold(.bereavement, from: date, until: later)), "her grandmother"),
      work(.returned(ReturnMade("sickness", episode: date))),
      work(
        .returned(
          ReturnMade("deletion", episode: date, enrolment: Enrolment.ID(7), ground: .otherSchool))),
    ]
  }

  /// The place of the first of them among all the lines.
  private static var firstOfCasework: Int { Self.others.count }
}
