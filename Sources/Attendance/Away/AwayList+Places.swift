extension AwayList {
  /// The places in the group of its name that put a pupil on the list, from its first session to its
  /// last.
  public func places(of pupil: Pupil.ID) -> [Membership] {
    func place(_ first: SchoolDate, _ last: SchoolDate, _ half: HalfDay? = nil) -> Membership {
      Membership(group: name, pupil: pupil, from: first, until: last, half: half)
    }
    if from.date == through.date {
      return [place(from.date, from.date, from.half == through.half ? from.half : nil)]
    }
    var places: [Membership] = []
    var (first, last) = (from.date, through.date)
    if from.half == .pm {
      places.append(place(first, first, .pm))
      first = first.adding(days: 1)
    }
    if through.half == .am { last = last.adding(days: -1) }
    if first <= last { places.append(place(first, last)) }
    if through.half == .am { places.append(place(through.date, through.date, .am)) }
    return places
  }

  /// Whether the pupils on it are away from the site, as their code says.
  public func isOffSite(_ codes: CodeBook) -> Bool {
    guard !code.isEmpty else { return false }
    return codes.code(code, on: from.date)?.onSite == .no
  }
}

extension Membership {
  /// What is left of the place once the pupil is off it from the session on; nil where the place
  /// ended before.
  public func ending(before session: Session) -> [Membership]? {
    if let until, until < session.date { return nil }
    if until == session.date, half == .am, session.half == .pm { return nil }
    var left: [Membership] = []
    let eve = session.date.adding(days: -1)
    if from.map({ $0 <= eve }) ?? true {
      var before = self
      before.until = eve
      left.append(before)
    }
    let reaches = from.map { $0 <= session.date } ?? true
    if session.half == .pm, half != .pm, reaches {
      var morning = self
      morning.from = session.date
      morning.until = session.date
      morning.half = .am
      left.append(morning)
    }
    return left
  }

  /// What is left of the place once the pupil is off it at the session alone; nil where it does not
  /// speak of the session.
  public func leavingOut(_ session: Session) -> [Membership]? {
    guard applies(at: session), var left = ending(before: session) else { return nil }
    if session.half == .am, half != .am {
      var afternoon = self
      afternoon.from = session.date
      afternoon.until = session.date
      afternoon.half = .pm
      left.append(afternoon)
    }
    let morrow = session.date.adding(days: 1)
    if until.map({ $0 >= morrow }) ?? true {
      var after = self
      after.from = morrow
      left.append(after)
    }
    return left
  }
}
