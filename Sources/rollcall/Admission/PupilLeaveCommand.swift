import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Deletes a pupil's name from the admission register, on a ground.
struct PupilLeaveCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: "Delete a pupil's name from the admission register, on a ground.",
    discussion: """
      Of compulsory school age: \
      \(DeletionGround.all(ofCompulsoryAge: true).map { "\($0.rawValue) \($0.words)" }
        .joined(separator: "; ")). \
      Otherwise: \
      \(DeletionGround.all(ofCompulsoryAge: false).map { "\($0.rawValue) \($0.words)" }
        .joined(separator: "; ")).

      The day is the last one on roll, today at the earliest once its registers have begun. For a pupil \
      who has left, the same day with another ground corrects the ground; both stay in the history. \
      School days between it and the first day at another school are asked about first.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "The last day on roll.")
  var on: SchoolDate
  @Option(help: "The ground.")
  var ground: String?
  @Option(help: "The school, or where else, the pupil goes to.")
  var destination: String?
  @Option(help: "The first day there.")
  var startsThere: String?
  @Option(help: "Which school consents, who there, and when.")
  var consent: String?
  @Option(help: "The reference of the school attendance order.")
  var order: String?
  @Option(help: "The date of the parent's written notice.")
  var noticeDated: String?
  @Option(help: "Where the pupil lives now.")
  var newArea: String?
  @Option(help: "The last day of the leave.")
  var leaveEnded: String?
  @Option(help: "The day on which the school's enquiries ended.")
  var schoolEnquiries: String?
  @Option(help: "The day on which the authority's enquiries ended.")
  var authorityEnquiries: String?
  @Option(help: "Who was asked, by school and authority together.")
  var enquiries: String?
  @Option(help: "The court and the day of the sentence.")
  var sentence: String?
  @Option(help: "The last day of the term for which fees are due.")
  var feesDue: String?
  @Option(help: "The day on which the ways of review ended.")
  var reviewEnded: String?
  @OptionGroup var answer: AcceptOption
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  private var facts: [DeletionFact: String] {
    [
      .destination: destination, .startsThere: startsThere, .consent: consent, .order: order,
      .noticeDated: noticeDated, .newArea: newArea, .leaveEnded: leaveEnded,
      .schoolEnquiries: schoolEnquiries, .authorityEnquiries: authorityEnquiries,
      .enquiries: enquiries, .sentence: sentence, .feesDue: feesDue, .reviewEnded: reviewEnded,
    ].compactMapValues { $0?.tidy }
  }

  func perform() throws {
    let desk = try AdmissionDesk(options.open())
    let pupil = try desk.pupil(pupil)
    let made: [PupilRevision]
    do {
      made = try desk.leave(pupil, on: on, ground: ground, facts, isSure: false)
    } catch AdmissionRefusal.factMissing(let ground, let fact) {
      let option = fact.rawValue.split(separator: "_").joined(separator: "-")
      throw Refused(
        "rollcall: \(AdmissionRefusal.factMissing(ground, fact)); give it with --\(option)")
    } catch AdmissionRefusal.daysOnNoRoll(let days, let last, let first) {
      try answer.confirm(["\(AdmissionRefusal.daysOnNoRoll(days, after: last, until: first))"])
      made = try desk.leave(pupil, on: on, ground: ground, facts, isSure: true)
    }
    if made.isEmpty { throw Refused("rollcall: it says so already; nothing was changed") }
    var table = RowTable(of: made, to: pupil)
    for sentence in desk.toTell(of: pupil) {
      table.append([.code(pupil.upn.text), .code("next"), .text(sentence)])
    }
    try Output.print(table, as: format)
  }
}

/// Takes the deletion of a pupil's name back.
struct PupilReinstateCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "reinstate",
    abstract: "Put a leaver back on roll: as if nothing had been, or from a day on.")

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "The first day back, where sessions have gone by.")
  var from: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let desk = try AdmissionDesk(options.open())
    let pupil = try desk.pupil(pupil)
    try Output.print(
      RowTable(of: desk.reinstate(pupil, from: from), to: pupil), as: format)
  }
}
