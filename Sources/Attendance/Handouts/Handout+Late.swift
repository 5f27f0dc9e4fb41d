extension Handout {
  /// The late book of a day.
  public static func lateBook(
    _ book: LateBook, on date: SchoolDate, at moment: Instant
  ) -> Handout {
    Handout(
      .lateBook, on: date, at: moment, summary: "\(book.lines.count) late",
      columns: [
        Column("session", .heading, isCode: true), Column("time", isCode: true), Column("group"),
        Column("upn", .fileOnly, isCode: true), Column("name"), Column("mark"), Column("reason"),
        Column("brought_by", .under), Column("written_by", .fileOnly), Column("excused", .under),
      ],
      rows: book.lines.map { line in
        Row(
          line.member.pupil.id, line: line.arrival?.id, at: line.session,
          [
            line.session.half.rawValue, line.time.map { "\($0)" } ?? "",
            line.member.particulars.group, line.member.pupil.upn.text,
            line.member.pupil.name.onRegister, line.markInWords, line.arrival?.words ?? "",
            line.broughtBy.isEmpty ? "" : "brought by \(line.broughtBy)",
            line.arrival?.by.name ?? "", line.excused.map { "let off: \($0.words)" } ?? "",
          ])
      })
  }

  /// The detentions at lunch time of a day, from those who came after closing since the last lunch.
  public static func detentions(
    _ late: [LateBook.Line], on date: SchoolDate, at moment: Instant
  ) -> Handout {
    let due = late.count { $0.excused == nil }
    return Handout(
      .detentions, on: date, at: moment,
      summary: "\(due) at lunch time" + (due == late.count ? "" : ", \(late.count - due) let off"),
      columns: [
        Column("group"), Column("name"), Column("late"), Column("reason"), Column("state"),
        Column("upn", .fileOnly, isCode: true),
      ],
      rows: late.map { line in
        let time = line.time.map { " \($0)" } ?? ""
        return Row(
          line.member.pupil.id, line: line.arrival?.id, of: line.session.date, at: line.session,
          [
            line.member.particulars.group, line.member.pupil.name.onRegister,
            "\(line.session.date.short) \(line.session.half.rawValue)\(time)",
            line.arrival?.words ?? "", line.excused.map { "let off: \($0.words)" } ?? "to come",
            line.member.pupil.upn.text,
          ])
      }, hasBoxes: true)
  }

  /// The slips that late pupils take to class, each in the school's own words where it has some.
  public static func lateSlips(
    _ lines: [LateBook.Line], saying foot: [String], on date: SchoolDate, at moment: Instant,
    papers: [String] = []
  ) -> Handout {
    Handout(
      .lateSlip, on: date, at: moment, summary: "",
      columns: [
        Column("pupil", .heading), Column("came"), Column("mark"), Column("reason", .under),
        Column("signature", .under), Column("upn", .fileOnly, isCode: true),
      ],
      rows: lines.enumerated().map { index, line in
        let came = line.time.map { "came at \($0)" } ?? "came late"
        return Row(
          line.member.pupil.id, line: line.arrival?.id, at: line.session,
          [
            "\(line.member.pupil.name.onRegister) \(line.member.particulars.group)",
            came + (line.broughtBy.isEmpty ? "" : ", brought by \(line.broughtBy)"),
            line.markInWords, line.arrival?.words ?? "", "Signed: ______________________",
            line.member.pupil.upn.text,
          ], paper: papers.indices.contains(index) ? papers[index] : nil)
      }, foot: foot)
  }
}
