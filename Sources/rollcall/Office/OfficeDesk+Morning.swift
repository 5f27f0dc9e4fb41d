import Attendance
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// Everything that waits for the office now.
  func morning() throws -> Morning {
    let book = try school.store.dayBook(.on(now.date))
    let session = school.currentSession
    var rows = try pinned(book)
    rows += try untaken().map { register in
      Morning.Row(
        id: .register(register.key), section: .registers, name: register.key.group,
        group: register.key.session.half.rawValue, words: register.words(at: now.time),
        shorter: register.shorterWords,
        hint: register.drafted.isEmpty
          ? "" : "\(register.drafted) has not sent it: r, then s on its row sends it for them")
    }
    rows += try unexplainedRows(at: session)
    rows += try laterRows(book, at: session)
    rows += messageRows(book)
    rows += try offSiteRows(at: session, book)
    rows += try overdueRows()
    rows += try arrangementRows()
    rows += try backRows()
    let places = Dictionary(
      uniqueKeysWithValues: Morning.Section.allCases.enumerated().map { ($1, $0) })
    rows = rows.enumerated().sorted { one, other in
      (places[one.element.section] ?? 0, one.offset) < (
        places[other.element.section] ?? 0, other.offset
      )
    }.map(\.element)
    return Morning(
      date: now.date, rows: rows,
      boundaries: (boundaries + (try searches().compactMap(\.parentsBy))).sorted())
  }

  /// When a register of today opens or closes.
  private var boundaries: [TimeOfDay] {
    Set(
      HalfDay.allCases.flatMap { half -> [TimeOfDay] in
        let session = Session(now.date, half)
        return roll.groups(at: session).flatMap { group, members -> [TimeOfDay] in
          guard let first = members.first,
            let window = school.window(of: RegisterKey(group, at: session), first.particulars)
          else { return [] }
          return [window.opens, window.closes]
        }
      }
    ).sorted()
  }

  /// Those who are looked for: marked in and not here, and handed on and not found.
  private func pinned(_ book: DayBook) throws -> [Morning.Row] {
    let missing = try searches().compactMap { search in
      row(.notHere, search.member.pupil.id, search.clock(at: now.time))
    }
    let handedOn = book.handedOn.compactMap { line -> Morning.Row? in
      guard let pupil = line.pupil else { return nil }
      let day = line.date == now.date ? "\(line.at.time)" : line.date.short
      return row(.whereabouts, pupil, "\(line.matter.inWords), \(day)")
    }
    return missing + handedOn
  }

  private func unexplainedRows(at session: Session) throws -> [Morning.Row] {
    let waiting = try unexplained(at: session).filter { $0.handedOn == nil }
    let plans = try contactPlans(of: waiting)
    return waiting.compactMap { absent in
      let tries = absent.attempts.count
      let words =
        absent.concerns
        + [
          tries == 0
            ? "nobody tried yet" : "\(tries) tried, \(absent.attempts.last?.matter.inWords ?? "")",
          plans[absent.member.pupil.id]?.inWords ?? "", "N since \(absent.standing.at.time)",
        ].filter { !$0.isEmpty }
      return row(
        .unexplained, absent.member.pupil.id, words.joined(separator: "; "), at: absent.session)
    }
  }

  private func messageRows(_ book: DayBook) -> [Morning.Row] {
    let unlinked = Set(book.unlinked.map(\.id))
    let waiting = Set(book.toCallBack.map(\.id))
    let notes = Set(book.notes.map(\.id))
    return book.lines.filter {
      unlinked.contains($0.id) || waiting.contains($0.id) || notes.contains($0.id)
    }.map { line in
      let about = ([line.pupil] + book.answers(to: line).map(\.pupil)).compactMap(\.self)
        .compactMap { roll.pupils[$0]?.name.onRegister }
      let state = [
        unlinked.contains(line.id) ? "not linked" : "",
        waiting.contains(line.id) ? "call back" : "",
        notes.contains(line.id) ? "note from \(line.by.name)" : line.matter.inWords,
      ].filter { !$0.isEmpty }
      return Morning.Row(
        id: .line(line.id), section: .messages,
        name: about.first ?? "?", group: "",
        words: (state + (line.words.isEmpty ? [] : ["\"\(line.words)\""])).joined(separator: "; "))
    }
  }

  /// The N that must be settled today, or should have been.
  private func overdueRows() throws -> [Morning.Row] {
    let settlingDay = try settlingDays()
    let sessions = try unexplainedSessions()
    // Most are of one day.
    let days = Dictionary(
      Set(sessions.map(\.session.date)).map { ($0, settlingDay($0)) }, uniquingKeysWith: { $1 })
    return sessions.compactMap { member, session in
      guard let due = days[session.date] ?? nil, due <= now.date else { return nil }
      let words = due == now.date ? "settle it today" : "overdue since \(due.short)"
      return row(
        .overdue, member.pupil.id,
        "N \(session.date.short) \(session.half.rawValue), \(words)", at: session)
    }
  }

  /// Those whose known absence ended with the last school day.
  private func backRows() throws -> [Morning.Row] {
    guard let last = calendar.lastSchoolDay(upTo: now.date.adding(days: -1)) else { return [] }
    let today = Set(try school.store.dayBook(.absences(on: now.date)).plans.map(\.pupil))
    return try school.store.dayBook(.absences(on: last)).absences.compactMap { line, absence in
      guard let pupil = line.pupil, absence.through.date < now.date, !today.contains(pupil),
        absence.from.date < last
      else { return nil }
      return row(.back, pupil, "away since \(absence.from.date.short)")
    }
  }

  func row(
    _ section: Morning.Section, _ pupil: Pupil.ID, _ words: String, at session: Session? = nil
  ) -> Morning.Row? {
    guard let member = roll.member(pupil, on: now.date) else { return nil }
    return Morning.Row(
      id: .pupil(section, pupil, session), section: section, name: member.pupil.name.onRegister,
      group: member.particulars.group, words: words)
  }
}
