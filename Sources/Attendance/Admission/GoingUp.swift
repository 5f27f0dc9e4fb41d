/// A pupil who goes up: what is true of them from the first day of the new year on, record by record.
///
/// What was recorded for a later day (an address, a characteristic) goes along into the new year and
/// form, and is found again where the move is taken back.
public struct GoingUp: Hashable, Sendable {
  /// The records as they are to be, the first day's first.
  public let after: [Particulars]
  /// Those of the same days as they were, where there were any.
  public let before: [Particulars]

  /// The move of a pupil with these records into that form and year from the first day on.
  ///
  /// A later record of another form of the same year goes up by the map of forms too; one of another
  /// year says what is true then, and stays.
  public init(
    _ known: [Particulars], from first: SchoolDate, to form: String, _ next: YearGroup,
    _ forms: [String: String], campus: String?
  ) {
    let standing = known.last { $0.from < first } ?? known.first
    let dated = known.last { $0.from <= first } ?? known.first
    let later = known.filter { $0.from > first && $0.yearGroup == standing?.yearGroup }
    before = known.filter { $0.from == first } + later
    after = ([dated].compactMap(\.self) + later).enumerated().map { place, one in
      var moved = one
      moved.from = place == 0 ? first : one.from
      moved.yearGroup = next
      moved.group = one.group == standing?.group ? form : forms[one.group] ?? one.group
      if let campus, one.campus == standing?.campus { moved.campus = campus }
      return moved
    }
  }
}

extension GoingUp {
  /// What takes the move back: the records as they are to be again, and whether that of the first day
  /// goes.
  public struct Return: Hashable, Sendable {
    /// The records that say again what they said of year, form and campus.
    public let records: [Particulars]
    /// Whether the record of the first day was made by the move alone, and is taken away.
    public let takesFirstAway: Bool
  }

  /// The way back for a pupil whose records are now these, from what the move found on their days.
  ///
  /// What was changed since stays changed; of year, form and campus the old ones hold again, also in a
  /// record that was made since.
  public static func back(
    _ known: [Particulars], from first: SchoolDate, found: [SchoolDate: Place]
  ) -> Return? {
    guard let moved = known.first(where: { $0.from == first }),
      let standing = known.last(where: { $0.from < first })
    else { return nil }
    let old = Place(standing)
    let new = Place(moved)
    var again: [Particulars] = []
    for one in known where one.from >= first {
      guard let place = found[one.from] ?? (Place(one) == new ? old : nil) else { continue }
      var record = one
      record.yearGroup = place.yearGroup
      record.group = place.group
      record.campus = place.campus
      again.append(record)
    }
    let isBare = found[first] == nil && moved.characteristics == standing.characteristics
    return Return(
      records: isBare ? again.filter { $0.from != first } : again, takesFirstAway: isBare)
  }

  /// The year, form and campus of a record.
  public struct Place: Hashable, Sendable {
    /// The year group.
    public let yearGroup: YearGroup
    /// The form.
    public let group: String
    /// The campus, or empty.
    public let campus: String

    /// Those of the record.
    public init(_ particulars: Particulars) {
      self.init(particulars.yearGroup, particulars.group, particulars.campus)
    }

    /// A place of these.
    public init(_ yearGroup: YearGroup, _ group: String, _ campus: String) {
      self.yearGroup = yearGroup
      self.group = group
      self.campus = campus
    }
  }
}
