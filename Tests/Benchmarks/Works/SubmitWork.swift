import Attendance
import Storage
import TerminalTesting

/// Keeps registers of thirty marks, in turn with a bare transaction of the same rows.
struct SubmitWork {
  private let school: BenchmarkSchool
  private let folder: Folder

  init(_ school: BenchmarkSchool, _ folder: Folder) {
    self.school = school
    self.folder = folder
  }

  func measure() throws -> Line {
    let copy = folder.path(of: "submitting")
    try Folder.copy(school.folder, to: copy)
    let store = try SchoolFolder(copy).open()
    let bare = try BareDatabase(
      at: folder.path(of: "bare.sqlite"), like: SchoolFolder(school.folder).register)
    let tutor = Person(login: "tutor8b", name: "T. Tutor", position: "Form tutor")
    let days = SchoolDays(BenchmarkSchool.year).days.suffix(5)
    var (ours, theirs) = (Samples(), Samples())
    for form in SchoolFiles.forms.filter({ !$0.hasSuffix("N") }).prefix(40) {
      for session in days.map({ Session($0, .pm) }) {
        let pupils = try store.members(of: form, at: session).map(\.pupil.id)
        let marks = pupils.enumerated().map { place, pupil in
          ProposedMark(pupil: pupil, session: session, code: place % 10 == 0 ? "N" : "\\")
        }
        let act = Act(
          kind: .taken, by: tutor, at: Instant(session.date, TimeOfDay(minutes: 810)),
          register: RegisterKey(form, at: session), marks: marks)
        let start = Clock.seconds
        _ = try store.submit(act)
        let middle = Clock.seconds
        try bare.keep(act)
        ours.add(middle - start)
        theirs.add(Clock.seconds - middle)
      }
    }
    let ratio = ours.median / theirs.median
    return Line(
      work: "submit of 30 marks", budget: "1.5 times a bare transaction",
      measured: "\(ours.median.time), p99 \(ours.percentile(99).time)",
      ratio: "\(ratio.times) of \(theirs.median.time)", kept: ratio <= 1.5)
  }
}
