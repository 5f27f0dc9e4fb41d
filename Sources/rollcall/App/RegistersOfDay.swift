import Attendance
import Policies
import Screens
import Storage

/// The registers of a day, put together from the roll, the calendar, the drafts and the record.
struct RegistersOfDay {
  private let school: OpenSchool
  private let calendar: SchoolCalendar
  private let roll: Roll
  private let staff: [Staff]

  init(_ school: OpenSchool, _ calendar: SchoolCalendar) throws {
    self.school = school
    self.calendar = calendar
    roll = try school.store.roll()
    staff = try school.store.staff()
  }

  /// Every register of the date, for the person who asks.
  func day(_ date: SchoolDate, for person: Actor) throws -> DayOfRegisters {
    let taken = try school.store.taken(on: date)
    let drafts = Dictionary(grouping: school.drafts.files(on: date), by: \.key)
    let unsettled = try school.store.unsettled(on: date)
    let shut = try ClosedRegisters(school, on: date)
    let covers = Dictionary(grouping: try school.store.covers(on: date), by: \.group)
    var lines: [(order: YearGroup, line: RegisterLine)] = []
    for half in HalfDay.allCases {
      let session = Session(date, half)
      for (group, members) in roll.groups(at: session) {
        guard let first = members.first else { continue }
        let key = RegisterKey(group, at: session)
        let closed = calendar.closure(
          at: session, campus: first.particulars.campus, yearGroup: first.particulars.yearGroup)
        if closed != nil, calendar.closure(at: session) != nil { continue }
        let pupils = Set(members.map(\.pupil.id))
        let marked = try (drafts[key] ?? []).reduce(into: Set<Pupil.ID>()) { marked, file in
          let draft = try school.drafts.draft(in: file)
          marked.formUnion(draft.marks.filter { !$0.value.code.isEmpty }.keys)
        }
        let whole =
          taken[key] == nil && !members.isEmpty
          ? try wholeDraft(among: drafts[key] ?? [], of: pupils, besides: person) : nil
        let described = roll.groups.first { $0.name == group }
        lines.append(
          (
            members.map(\.particulars.yearGroup).min() ?? first.particulars.yearGroup,
            RegisterLine(
              key: key, taker: taker(of: group, described),
              cover: covers[group]?.last?.by.name ?? "", room: described?.room ?? "",
              pupils: members.count, marked: marked.intersection(pupils).count,
              window: school.window(of: key, first.particulars), taken: taken[key],
              toSettle: unsettled.count { $0.session == session && pupils.contains($0.pupil) },
              closed: closed?.description
                ?? (taken[key] == nil ? shut.reason(of: key, members) : nil),
              wholeDraft: whole,
              relations: covers[group]?.contains { $0.by.login == person.person.login } == true
                ? [.ownGroups] : person.relations(to: group, takenBy: described?.taker))
          ))
      }
    }
    // A pass is for the registers that it names; the rest of the school is none of its business.
    let shown = person.isPass ? lines.filter { !$0.line.relations.isEmpty } : lines
    return DayOfRegisters(
      date: date,
      lines: shown.sorted {
        ($0.line.key.session, $0.order, $0.line.key.group)
          < ($1.line.key.session, $1.order, $1.line.key.group)
      }.map(\.line),
      closed: HalfDay.allCases.allSatisfy { !calendar.meets(at: Session(date, $0)) }
        ? calendar.closure(at: Session(date, .am))?.description : nil,
      earlier: calendar.lastSchoolDay(upTo: date.adding(days: -1)),
      later: later(than: date))
  }

  /// The colleague whose draft marks every pupil, or nil.
  private func wholeDraft(
    among files: [DraftFile], of pupils: Set<Pupil.ID>, besides person: Actor
  ) throws -> RegisterLine.Colleague? {
    for file in files where file.login != person.person.login {
      let marked = try school.drafts.draft(in: file).marks.filter { !$0.value.code.isEmpty }
      if pupils.isSubset(of: marked.keys) {
        let name = staff.first { $0.login == file.login }?.name ?? file.login
        return RegisterLine.Colleague(login: file.login, name: name)
      }
    }
    return nil
  }

  private func taker(of group: String, _ described: RegistrationGroup?) -> String {
    Staff.taker(of: described ?? RegistrationGroup(name: group), among: staff)?.name ?? ""
  }

  /// The next school day up to today; nobody looks into a register that is still to come.
  private func later(than date: SchoolDate) -> SchoolDate? {
    var day = date.adding(days: 1)
    while day <= school.clock.now.date {
      if calendar.isSchoolDay(day) { return day }
      day = day.adding(days: 1)
    }
    return nil
  }
}

extension Actor {
  /// What a group is to the person: one of their own, by their form or as its taker.
  func relations(to group: String, takenBy taker: String?) -> Set<Reach> {
    group == self.group || taker == person.login ? [.ownGroups] : []
  }
}
