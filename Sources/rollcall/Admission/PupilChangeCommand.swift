import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Changes what the admission register says of a pupil.
struct PupilChangeCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Change what the admission register says of a pupil, from a date on.",
    discussion: """
      With --from a new name holds from that day, and registers of earlier days print the one before; \
      without it, a name is corrected as if it had always been so. The real UPN takes the place of a \
      temporary one, and every mark stays. Empty text ('') takes a value away.

      With --from another kind of registration, or boarding, holds from that day: the time on roll \
      before it stays as it was. Without it, the whole time on roll is corrected. Marks that would no \
      longer count, and sessions that an earlier starting day opens, are asked about first; such \
      sessions are then marked as not explained yet, unless --seen says that somebody saw the pupil.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "From when it holds; without it, today, and a name is corrected.")
  var from: SchoolDate?
  @Option(help: "The legal surname.")
  var surname: String?
  @Option(help: "The legal forename.")
  var forename: String?
  @Option(help: "The name the pupil goes by.")
  var preferredName: String?
  @Option(help: "How the name is said.")
  var sayAs: String?
  @Option(help: "The real UPN.")
  var upn: String?
  @Option(help: "The date of birth.")
  var born: SchoolDate?
  @Option(help: "M, F, or what the school writes.")
  var sex: String?
  @Option(help: "The agreed starting day.")
  var starts: SchoolDate?
  @Option(help: "main, dual_main, dual_subsidiary or guest.")
  var enrolment: Enrolment.Kind?
  @Option(help: "yes or no.")
  var boarder: String?
  @Option(help: "The year group.")
  var year: YearGroup?
  @Option(help: "The campus.")
  var campus: String?
  @Option(help: "The address.")
  var address: String?
  @Option(help: "A second address at which the pupil lives.")
  var secondAddress: String?
  @Option(help: "The last school attended.")
  var lastSchool: String?
  @Option(help: "Its address.")
  var lastSchoolAddress: String?
  @Option(help: "The address to which the pupil is to move; '' for none.")
  var newAddress: String?
  @Option(help: "With which parent.")
  var newAddressWith: String?
  @Option(help: "When the move is expected.")
  var newAddressFrom: SchoolDate?
  @Option(help: "Another school at which the pupil is registered; '' for none.")
  var otherSchool: String?
  @Option(help: "The school to which the pupil goes; '' for none.")
  var goingTo: String?
  @Option(help: "The first day at the other school.")
  var startsThere: SchoolDate?
  @Option(
    name: .customLong("set"),
    help: """
      A characteristic and its value: 'fsm=yes'. They are \
      \(Characteristic.allCases.map(\.rawValue).joined(separator: ", ")).
      """)
  var settings: [String] = []
  @Flag(help: "Somebody saw the pupil at the sessions that an earlier starting day opens.")
  var seen = false
  @OptionGroup var answer: AcceptOption
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if let newAddress, !newAddress.isEmpty, newAddressWith == nil {
      throw ValidationError("say with which parent the pupil will live, with --new-address-with")
    }
    if otherSchool != nil, goingTo != nil {
      throw ValidationError("one of --other-school and --going-to at a time")
    }
  }

  func perform() throws {
    let desk = try AdmissionDesk(options.open())
    let pupil = try desk.pupil(pupil)
    let made = try desk.change(
      pupil, edit(), from: from, wasSeen: seen, confirm: answer.confirm)
    if made.isEmpty { throw Refused("rollcall: it says so already; nothing was changed") }
    try Output.print(RowTable(of: made, to: pupil), as: format)
  }

  private func edit() throws -> PupilEdit {
    var edit = PupilEdit()
    edit.surname = surname?.tidy
    edit.forename = forename?.tidy
    edit.preferred = preferredName?.tidy
    edit.sayAs = sayAs?.tidy
    edit.upn = try upn.map { try UPN.written($0) }
    edit.born = born
    edit.sex = sex?.tidy
    edit.starts = starts
    edit.kind = enrolment
    edit.isBoarder = try boarder.map { try Self.yesOrNo($0) }
    edit.yearGroup = year
    edit.campus = campus?.tidy
    edit.lastSchool = lastSchool?.tidy
    edit.lastSchoolAddress = lastSchoolAddress?.tidy
    edit.secondAddress = secondAddress?.tidy
    edit.newHome = newAddress.map {
      NewHome(parent: newAddressWith?.tidy ?? "", address: $0.tidy, from: newAddressFrom)
    }
    edit.otherSchool =
      otherSchool.map { OtherSchool($0.tidy, .registered, from: startsThere) }
      ?? goingTo.map { OtherSchool($0.tidy, .goingTo, from: startsThere) }
    if let address { edit.characteristics[.address] = address.tidy }
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let key = Characteristic(rawValue: String(parts[0])) else {
        throw Refused(
          "rollcall: '\(setting)' sets nothing; write NAME=VALUE with one of "
            + Characteristic.allCases.map(\.rawValue).joined(separator: ", "))
      }
      edit.characteristics[key] = try Self.value(String(parts[1]).tidy, of: key)
    }
    return edit
  }

  private static func value(_ text: String, of key: Characteristic) throws -> String {
    if key.isYesOrNo, !text.isEmpty { return try yesOrNo(text) ? "yes" : "no" }
    if key == .sen, !["", "N", "K", "E"].contains(text.uppercased()) {
      throw Refused("rollcall: '\(text)' is no help for special needs; write N, K or E")
    }
    return key == .sen ? text.uppercased() : text
  }

  private static func yesOrNo(_ text: String) throws -> Bool {
    switch text.lowercased() {
    case "yes", "y", "true", "1": return true
    case "no", "n", "false", "0": return false
    default: throw Refusal.neitherYesNorNo(text)
    }
  }
}
