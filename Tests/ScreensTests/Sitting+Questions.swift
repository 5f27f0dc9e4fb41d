import Attendance
import Policies
import Screens
import Terminal

extension Sitting {
  /// What the disk has to say to a question.
  func answers(to question: Question) -> [Answer] {
    switch question {
    case .rollover: return [.rollover(TestOffice.rollover(rows.map(\.pupil), office))]
    case .passes: return [.passes([])]
    case .staff: return [.staff(TestSchool.staff)]
    case .ownRegister: return answers(to: .registers(on: nil))
    case .registers(let date):
      return [.registers(TestDay.registers(on: date ?? now.date, for: staff, rows.count, taken))]
    case .register(let asked):
      if asked.group != key.group {
        return [.noRegister(NoRegister(asked, .unknownGroup(near: [key.group])))]
      }
      return [.register(open(asked))]
    case .week(let key): return [.week(TestDay.week(key, rows.map(\.pupil)))]
    case .year(let pupil, let year):
      return rows.first { $0.pupil.id == pupil }.map {
        [
          .year(
            TestDay.year(
              $0.pupil, year ?? SchoolYear(startYear: 2025), relations, remarks: office.remarks))
        ]
      } ?? [.unavailable("This pupil is not on roll.")]
    case .history(let pupil, let session): return [.history(pupil, session, history(of: pupil))]
    case .lastMark(let pupil, let date):
      return [.history(pupil, Session(date ?? now.date, .am), history(of: pupil))]
    case .morning: return [.morning(office.morning)]
    case .forms:
      let own = forms[shell.desk.person.login] ?? [:]
      return [.forms(own.values.sorted { $0.name < $1.name })]
    case .leave: return [.leave(office.leaveBoard(rows.map(\.pupil)))]
    case .leaveLetter(let request, let kind, let contact):
      return [office.leaveLetter(kind, of: request, to: contact, rows.map(\.pupil))]
    case .brief(let pupil):
      return rows.first { $0.pupil.id == pupil }.map { [.brief(office.brief(of: $0.pupil))] }
        ?? [.unavailable("This pupil is not on roll.")]
    case .madeText(let pupil, let place):
      return rows.first { $0.pupil.id == pupil }.map {
        [office.madeText(about: $0.pupil, to: place)]
      } ?? [.unavailable("This pupil is not on roll.")]
    case .lapsed: return [.lapsed(office.lapsed)]
    case .messages(let date):
      return [
        .messages(
          on: date, office.book,
          names: Dictionary(
            uniqueKeysWithValues: rows.map {
              ($0.pupil.id, FoundPupil($0.pupil, group: key.group, relations: relations))
            }))
      ]
    case .closing(let words): return [office.closing(words, by: Person(staff), now: now)]
    case .closures: return [.closures(office.closures, next: office.nextDay)]
    case .reopening(let line, let why):
      return [office.reopening(line, why, by: Person(staff), now: now)]
    case .away(let session): return [.away(session == nil ? office.away : office.awayBefore)]
    case .cases(.board): return [.cases(.board(office.cases(rows.map(\.pupil))))]
    case .figures(let question): return [office.answer(question, rows.map(\.pupil))]
    case .flags(let question):
      return [office.answer(question, rows.map(\.pupil))]
    case .letters(let question):
      return [office.answer(question, rows.map(\.pupil), now)]
    case .notices(let pupil):
      return rows.first { $0.pupil.id == pupil }.map {
        [.notices(office.noticeSheet(of: $0.pupil))]
      } ?? [.unavailable("This pupil is not on roll.")]
    case .audit(let question):
      return [.audit(TestOffice.auditBoard(question, rows.map(\.pupil), on: now.date))]
    case .due: return [.due(office.dueBoard(rows.map(\.pupil), on: now.date))]
    case .amending(.sheet(let marks)): return [.amending(.sheet(amendSheet(marks)))]
    case .site(let question):
      return [.site(office.answer(question, TestSchool.members(of: rows), relations))]
    case .pupils(let text):
      let found = Set(roll.members(answeringTo: text, on: now.date).map(\.pupil.id))
      return [
        .pupils(
          search: text,
          TestSchool.members(of: rows).filter {
            $0.isNumbered(text) || found.contains($0.pupil.id)
          }.map {
            FoundPupil($0.pupil, group: key.group, relations: relations)
          })
      ]
    }
  }

  /// The pupils of the register as the roll has them.
  private var roll: Roll {
    Roll(
      pupils: rows.map(\.pupil),
      enrolments: rows.map {
        Enrolment(
          id: Enrolment.ID($0.pupil.id.number), pupil: $0.pupil.id,
          starts: now.date.adding(days: -300))
      },
      particulars: Dictionary(
        rows.map { row in
          (
            row.pupil.id,
            [
              Particulars(
                from: now.date.adding(days: -300), yearGroup: .reception, group: key.group)
            ]
          )
        }, uniquingKeysWith: { $1 }))
  }

  private var relations: Set<Reach> { staff.group == key.group ? [.ownGroups] : [] }

  private func history(of pupil: Pupil.ID) -> [HistoryLine] {
    guard let standing = rows.first(where: { $0.pupil.id == pupil })?.standing else { return [] }
    return [standing.entry, standing.contradiction].compactMap(\.self).enumerated().map {
      index, entry in
      HistoryLine(
        entry: entry,
        submission: Submission(
          id: entry.submission, kind: .taken, at: standing.at,
          typist: index == 0 ? standing.by : Person(TestSchool.hall), register: key),
        replaced: nil, basis: .seen)
    }
  }

  func open(_ asked: RegisterKey) -> OpenRegister {
    let isThis = asked == key
    let other = RegisterKey(asked.group, at: Session(asked.session.date, .pm))
    return OpenRegister(
      register: Register(
        key: asked, taker: "Mr Owen", room: "12", window: isThis ? window : TestDay.afternoon,
        rules: Register.Rules(TestSchool.policy, shell.desk.permissions),
        rows: isThis ? rows : rows.map { TestSchool.row($0.pupil) }, taken: isThis ? taken : nil,
        draft: isThis ? draft : Draft()),
      relations: relations, earlier: isThis ? nil : key, later: isThis ? other : nil,
      alsoOpen: alsoOpen, unsent: unsent, closed: closed)
  }

  /// The picture now.
  func picture(_ size: Size? = nil) -> Canvas { shell.picture(size: size ?? shell.desk.size) }

  /// All the words on the screen, without the air.
  var text: String {
    picture().lines.map { String($0.drop { $0 == " " }) }.joined(separator: " ")
  }
}
