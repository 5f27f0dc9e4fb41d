import Attendance

/// The points that are looked at before a penalty notice, each in words.
struct NoticePoints {
  let grounds: NoticeGrounds
  let notices: PenaltyNotices

  private var date: SchoolDate { grounds.date }
  private var window: NoticeWindow { grounds.window }

  /// Whether the parent is one, and may be written to.
  func contact(_ contact: Contact) -> NoticePoint {
    let who =
      contact.name + (contact.relationship.isEmpty ? "" : ", \(contact.relationship)")
    switch contact.mayContact {
    case .no:
      return NoticePoint(
        .contact, .blocks, "\(who), may not be told anything; ask the safeguarding lead")
    case .dsl where !grounds.seesSafeguarding:
      return NoticePoint(
        .contact, .blocks, "\(who), is reached through the safeguarding lead only; ask them")
    case .yes, .dsl: break
    }
    guard contact.parentalResponsibility == true else {
      return NoticePoint(
        .contact, .blocks,
        "\(who), is not recorded with parental responsibility; record it among the contacts first")
    }
    return NoticePoint(.contact, .fine, "\(who), has parental responsibility")
  }

  /// Whether the pupil is of compulsory school age.
  var age: NoticePoint {
    let span = "from \(grounds.age.begins.inWords) to \(grounds.age.ends.inWords)"
    return grounds.age.contains(date)
      ? NoticePoint(.age, .fine, "of compulsory school age, \(span)")
      : NoticePoint(
        .age, .blocks, "not of compulsory school age on \(date.inWords), only \(span)")
  }

  /// Whether what is left meets the line.
  func threshold(_ count: NoticeCount, ground: String?) -> [NoticePoint] {
    let rule = window.rule
    let seen = window.counted.count
    let left = count.left.count
    var words =
      "\(seen) \(seen == 1 ? "session counts" : "sessions count") over \(rule.over.description), "
      + window.inWords
    if !count.spent.isEmpty { words += "; \(left) left after \(seen - left) already used" }
    if window.date < date { words += ", as of \(window.date.inWords)" }
    if !count.byCode.isEmpty { words += " (\(count.byCode))" }
    words += "; the line is \(rule.limit.inWords)"
    if count.isMet { return [NoticePoint(.threshold, .fine, words)] + ownGrounds(nil) }
    guard let ground, left > 0 else {
      var other =
        notices.ownGrounds.isEmpty ? "" : "; below it only on one of the school's own grounds"
      if !window.isMet, let met = grounds.metBefore {
        other += "; it was met on \(met.inWords), and 'notice consider --met \(met)' looks at that"
      }
      return [NoticePoint(.threshold, .blocks, words + other)] + ownGrounds(nil)
    }
    return [NoticePoint(.threshold, .warns, words + "; on the school's own ground: \(ground)")]
      + ownGrounds(ground)
  }

  private func ownGrounds(_ chosen: String?) -> [NoticePoint] {
    notices.ownGrounds.filter { $0 != chosen }.map {
      NoticePoint(.weigh, .weigh, "the school's own ground: \($0)")
    }
  }

  /// The sessions that have no reason yet.
  func unexplained(_ count: NoticeCount) -> [NoticePoint] {
    let code = window.unexplained
    guard !count.unexplained.isEmpty else {
      return [NoticePoint(.unexplained, .fine, "no \(code) among them")]
    }
    let list = count.unexplained.map(\.named).joined(separator: ", ")
    return [
      NoticePoint(
        .unexplained, .blocks,
        "no notice rests on \(code): settle \(count.unexplained.count == 1 ? "it" : "all of them") "
          + "first, \(list)", at: count.unexplained)
    ]
  }

  /// The sessions without a mark, which could be anything.
  var blanks: [NoticePoint] {
    if window.blanks.isEmpty { return [] }
    return [
      NoticePoint(
        .blanks, .warns,
        "no mark at \(window.blanks.map(\.named).joined(separator: ", ")); complete the registers",
        at: window.blanks)
    ]
  }

  /// The sessions that were used for earlier notices.
  func spent(_ count: NoticeCount) -> [NoticePoint] {
    Dictionary(grouping: count.spent, by: \.value).sorted { $0.key < $1.key }.map { id, sessions in
      let used = sessions.map(\.key).sorted()
      let list = used.map(\.named).joined(separator: ", ")
      return NoticePoint(.spent, .fine, "used for notice \(id.number): \(list)", at: used)
    }
  }

  /// Each earlier notice, and whether it is one of the two within three years.
  func earlier(_ earlier: [PenaltyRecord]) -> [NoticePoint] {
    if earlier.isEmpty { return [NoticePoint(.earlier, .fine, "no earlier notice")] }
    return earlier.map { record in
      let what = "notice \(record.id.number), \(record.inWords)"
      if record.state == .asked {
        return NoticePoint(
          .earlier, .blocks,
          "\(what); note what the authority decided with 'notice outcome' first")
      }
      return NoticePoint(.earlier, .fine, "\(what): \(record.counting(on: date))")
    }
  }

  /// Which notice would be next, and what it costs.
  func next(_ next: NextNotice) -> [NoticePoint] {
    guard let level = next.level else {
      return [
        NoticePoint(
          .next, .blocks,
          "two notices within three years, and no third; weigh another legal measure with the "
            + "authority: prosecution, an education supervision order, a parenting order")
      ]
    }
    let which = NoticePoint(
      .next, .fine, "the \(level == 1 ? "first" : "second") within three years")
    guard let amounts = notices.amounts(on: date), let amount = next.amount(amounts) else {
      return [
        which,
        NoticePoint(
          .amount, .blocks, "the policy has no amount for it on \(date.inWords); ask the authority"),
      ]
    }
    return [
      which, NoticePoint(.amount, .fine, "\(amount) (amounts from \(amounts.from.inWords))"),
    ]
  }

  /// Who issues, and that the authority is asked first.
  var issuing: [NoticePoint] {
    let authority = NoticePoint(
      .authority, .weigh,
      "the authority is asked first whether anything stands against it, and has a copy after")
    if notices.isReferral {
      return [
        NoticePoint(
          .issuer, .fine, "the local authority issues: the school refers the case with its evidence"
        ),
        authority,
      ]
    }
    let posts = notices.issuers.map(\.rawValue).joined(separator: ", ")
    guard let issuer = grounds.issuer else {
      return [
        NoticePoint(.issuer, .warns, "the policy lets issue: \(posts); you may prepare it"),
        authority,
      ]
    }
    let doubtful = notices.issuers.filter { !$0.isLawful }.map(\.rawValue)
    if !issuer.isLawful {
      return [
        NoticePoint(
          .issuer, .warns,
          "the policy lets the \(issuer.rawValue) issue; the law names the head, and deputy and "
            + "assistant heads they authorise: let the headteacher issue it"), authority,
      ]
    }
    let doubt =
      doubtful.isEmpty
      ? "" : "; the policy names the \(doubtful.joined(separator: ", ")) too, the law does not"
    return [NoticePoint(.issuer, .fine, "issued as \(issuer.rawValue)\(doubt)"), authority]
  }
}
