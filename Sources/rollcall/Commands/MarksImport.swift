import ArgumentParser
import Attendance
import Exchange
import Storage

extension ImportCommand {
  /// Takes in marks.csv.
  struct Marks: FileImport {
    static let configuration = CommandConfiguration(
      commandName: "marks", abstract: "Marks from another system, as one submission.")
    @Option(help: "Amend marks on record that differ, for this reason.")
    var amend: String?
    @OptionGroup var incoming: IncomingOptions

    func plan(_ file: IncomingFile, for school: OpenSchool) throws -> ImportedChange {
      var context = try school.importContext(school.store.roll())
      for year in context.calendar.years.map(\.year) {
        for (pupil, sheet) in try school.store.sheets(of: year, pupils: nil) {
          context.sheets[pupil, default: []].append(sheet)
        }
      }
      context.alphabet = try school.store.alphabet()
      let plan = try answering(else: [:]) { pupil in
        try school.store.remarks(of: pupil)
      } in: { remarks in
        try MarkImport.plan(file, over: context, amend: amend, remarks: remarks)
      }
      return ImportedChange(summary: plan.summary, warnings: plan.warnings, isEmpty: plan.isEmpty) {
        var act = plan.act(by: school.actor.person, at: school.clock.now)
        try knowing(&act, in: school.store)
        _ = try school.store.submit(act)
      }
    }

    /// Names the entry that each amending mark replaces, so that it stands in its place.
    private func knowing(_ act: inout Act, in store: any Store) throws {
      for place in act.marks.indices where !act.marks[place].reason.isEmpty {
        let mark = act.marks[place]
        act.marks[place].seen = try store.standing(
          of: [mark.pupil], at: mark.session, asAt: nil)[mark.pupil]?.entry.id
      }
    }
  }
}

extension Store {
  /// Minutes and notes of the pupil's marks that stand, where there are any.
  fileprivate func remarks(of pupil: Pupil.ID) throws(StoreFault) -> [Session: MarkRemark] {
    var remarks: [Session: MarkRemark] = [:]
    // The last entry of a session that stands beside no other is the mark; an earlier one's note is
    // history.
    for line in try history(of: pupil, at: nil) where line.entry.beside == nil {
      let (entry, session) = (line.entry, line.entry.session)
      let isBare = entry.minutes == nil && entry.note == nil
      remarks[session] = isBare ? nil : MarkRemark(minutes: entry.minutes, note: entry.note)
    }
    return remarks
  }
}
