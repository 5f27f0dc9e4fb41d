public import Attendance

/// The times of the school day, for the whole school or one campus.
public struct DayTimes: Hashable, Sendable {
  /// The campus they hold for, or nil for the whole school.
  public let campus: String?
  /// When pupils are to be on site.
  public let onSiteBy: TimeOfDay?
  /// When the school day begins.
  public let starts: TimeOfDay
  /// When the school day ends.
  public let ends: TimeOfDay
  /// When the gates close and late pupils come by the office.
  public let gatesClose: TimeOfDay?
  /// Until when a lunch can be ordered; afterwards only what `lateLunch` says.
  public let lunchOrdersBy: TimeOfDay?
  /// What is served after the lunch orders close.
  public let lateLunch: String?

  init(_ section: Section) {
    campus = section.optionalText("campus")
    onSiteBy = section.optionalTime("on_site_by")
    starts = section.time("starts")
    ends = section.time("ends")
    gatesClose = section.optionalTime("gates_close")
    lunchOrdersBy = section.optionalTime("lunch_orders_by")
    lateLunch = section.optionalText("late_lunch")
    if starts >= ends, let value = section.value("ends"), section.value("starts") != nil {
      section.complaints.fault(value, "the day ends at or before its start; set a later 'ends'")
    }
    section.finish()
  }
}
