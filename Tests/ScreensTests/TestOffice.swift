import Attendance
import Policies
import Screens

/// What lies before the office in the tests: a morning, the day book, and a brief of every pupil.
struct TestOffice {
  var morning = Morning(date: TestSchool.tuesday, rows: [])
  var book = DayBook([])
  /// Those who may be told of every pupil.
  var contacts = ["Mrs", "Mr"]
  /// What is on record of each of them besides.
  var details: (inout Contact) -> Void = { _ in }
  /// What makes every pupil more vulnerable, and what is known of every one beforehand.
  var concerns: [String] = []
  var plans: [Plan] = []
  var daysAbsent = 0
  /// The code that stands this morning for every pupil; empty for a blank.
  var standing = ""
  /// When every pupil leaves the school, or nil.
  var leaves: SchoolDate?
  /// The closures that stand, and who is away from the form.
  var closures: [StandingClosure] = []
  /// The next school day, or nil where it is tomorrow.
  var nextDay: SchoolDate?
  var away = AwayDay([])
  /// Who was away at whatever session is looked back at.
  var awayBefore = AwayDay([])
  /// What was done to lists.
  var deeds: [AwayDeed] = []
  /// What is on record of each pupil of the form, for the lists of the day.
  var facts: [Pupil.ID: OnSite.Facts] = [:]
  /// The registers that the office waits for.
  var reminders: [RegisterKey: TimeOfDay] = [:]
  /// What the week leaves open.
  var openOfWeek: [WeekClose.Row] = []
  /// Contacts that were corrected here.
  var corrected: [Pupil.ID: [Contact]] = [:]
  /// The lists that were written into files.
  var written: [(handout: Handout, form: Handout.Form)] = []
  /// What matters about every pupil besides.
  var matters = CallMatters()
  /// The id of the text of the next step, or empty where it has none.
  var letter = "absence-text-1"
  /// The N past their day.
  var lapsed: [Unexplained] = []
  /// The rules that flag each pupil, by place in the form, and which of them are new.
  var flagged = TestOffice.someFlagged
  /// The lines of the cases, and whether the flags say how they are followed up.
  var caseLines = TestOffice.someCases
  var flagsAreFollowed = false
  /// What is told under a pupil's year.
  var remarks: [String] = []
  /// What the figures are.
  var figured = Figured()
  /// The codes of the last sessions before today, latest first, on which a notice would rest.
  var absences = ["O", "O", "O", "O", "O", "G", "G", "G", "G", "G", "G"]
  /// What was asked for about notices.
  var noticeDeeds: [NoticeDeed] = []
  /// What was asked to be done to the admission register.
  var admissionDeeds: [AdmissionDeed] = []
  var due = TestOffice.someDue
  /// The acts that were kept.
  private(set) var acts: [Act] = []
  /// What leads to each letter.
  var leading: [String: [String]] = [:]
  /// The pages for a meeting that were written.
  var pages: [ParentPage] = []

  /// Keeps an act, and writes its lines into the day book.
  mutating func keep(_ act: Act) -> [DayLine.ID] {
    acts.append(act)
    let first = (book.lines.last?.id.number ?? 0) + 1
    let ids = act.lines.indices.map { DayLine.ID(first + Int64($0)) }
    let lines = zip(ids, act.lines).map { id, line in
      let about: DayLine.ID? =
        switch line.about {
        case .kept(let id): id
        case .ofThisAct(let index): ids[index]
        case nil: nil
        }
      return DayLine(
        id: id, by: act.by, at: act.at, pupil: line.pupil, date: line.date, about: about,
        matter: line.matter, words: line.words)
    }
    book = DayBook(book.lines + lines)
    return ids
  }

  func brief(of pupil: Pupil) -> PupilBrief {
    let mark = TestSchool.standing(
      pupil, standing, by: TestSchool.owen, at: TestSchool.at("08:45"), id: pupil.id.number)
    return PupilBrief(
      pupil: pupil, group: "8B", isOfCompulsoryAge: true,
      contacts: contacts.enumerated().map { index, title in
        var contact = Contact(
          pupil: pupil.id, priority: index + 1, name: "\(title) \(pupil.name.surname)",
          relationship: title == "Mrs" ? "mother" : "father", phone: "01530 00000\(index)")
        details(&contact)
        return contact
      },
      concerns: concerns, unexplained: standing == "N" ? [mark] : [], plans: plans,
      recentMessages: book.lines.count { $0.pupil == pupil.id },
      daysAbsent: daysAbsent,
      enrolment: Enrolment(
        id: Enrolment.ID(pupil.id.number), pupil: pupil.id,
        starts: TestSchool.tuesday.adding(days: -400), ends: leaves),
      attendance: Share(84, of: 100),
      arrival: PupilBrief.ArrivalPlace(
        session: TestSchool.morning, window: TestSchool.window,
        standing: standing.isEmpty ? nil : mark.entry), matters: matters)
  }

  /// The text of the next step about the pupil, or why there is none.
  func madeText(about pupil: Pupil, to place: Int) -> Answer {
    let brief = brief(of: pupil)
    guard brief.contacts.indices.contains(place),
      let letter = TestSchool.dunkirk.letter(letter)
    else { return .unavailable("The next step has no text.") }
    return .madeText(
      MadeText(
        brief: brief, contact: brief.contacts[place], letter: letter,
        words: "School: \(pupil.name.knownAs) is not here.\nPlease ring us."))
  }

  /// A message as it lies in the day book, with whom it is about and the code it became.
  static func message(
    _ id: Int64, _ time: String, _ caller: String, _ relationship: String = "", _ words: String,
    about pupil: Pupil? = nil, code: String? = nil, wantsCall: Bool = false,
    channel: Message.Channel = .telephone
  ) -> [DayLine] {
    let by = Person(TestSchool.hall)
    let heard = TestSchool.time(time)
    let message = DayLine(
      id: DayLine.ID(id), by: by, at: TestSchool.at(time), pupil: nil, date: TestSchool.tuesday,
      matter: .message(
        Message(
          caller: caller, relationship: relationship, channel: channel, wantsCall: wantsCall,
          heard: heard)), words: words)
    guard let pupil else { return [message] }
    let absence = KnownAbsence(
      from: TestSchool.morning, through: Session(TestSchool.tuesday, .pm), code: code,
      source: .report)
    return [
      message,
      DayLine(
        id: DayLine.ID(id + 1), by: by, at: TestSchool.at(time), pupil: pupil.id,
        date: TestSchool.tuesday, about: DayLine.ID(id), matter: .absence(absence)),
    ]
  }

  /// The messages of a morning: explained, open, waiting for a call, and of nobody known.
  static let calls: DayBook = {
    let pupils = TestSchool.form.map(\.pupil)
    return DayBook(
      message(1, "08:12", "Mrs Davies", "mother", "vomiting", about: pupils[3], code: "I")
        + message(
          3, "08:15", "Mr Farah", "father", "dentist at half past ten", about: pupils[5], code: "M")
        + message(
          5, "08:21", "Ms Xu", "aunt", "no reason given, please ring", about: pupils[23],
          wantsCall: true)
        + message(7, "08:40", "Smith", "", "my lad is poorly", channel: .voicemail))
  }()

  /// A morning with a row in every section.
  static let busy: Morning = {
    let pupils = TestSchool.form.map(\.pupil)
    func row(_ section: Morning.Section, _ index: Int, _ words: String) -> Morning.Row {
      Morning.Row(
        id: .pupil(section, pupils[index].id, TestSchool.morning), section: section,
        name: pupils[index].name.onRegister, group: "8B", words: words)
    }
    return Morning(
      date: TestSchool.tuesday,
      rows: [
        row(.notHere, 3, "since 10:05"),
        row(.whereabouts, 6, "handed on to the police, 09:50"),
        Morning.Row(
          id: .register(RegisterKey("8C", at: TestSchool.morning)), section: .registers,
          name: "8C", group: "AM", words: "28 pupils, Ms Khan, room 14, closed"),
        row(.unexplained, 4, "social worker; N since 08:45; nobody tried yet"),
        row(.unexplained, 17, "N since 08:45; 1 tried, no answer: Mrs Rees (mother), telephone"),
        Morning.Row(
          id: .line(DayLine.ID(7)), section: .messages, name: "?", group: "",
          words: "not linked; voicemail; \"my lad is poorly\""),
        row(.overdue, 8, "N 6 Oct AM, settle it today"), row(.back, 20, "away since 6 Oct"),
      ])
  }()
}
