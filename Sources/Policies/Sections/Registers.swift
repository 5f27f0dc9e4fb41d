public import Attendance

/// How registers are taken: their windows, and what a tutor may do in them.
public struct Registers: Hashable, Sendable {
  /// What a projected register shows.
  public enum ClassView: String, Choice, Hashable, Sendable {
    case full
    case names = "present, late and away only"
  }

  /// Every window, in the order of the file.
  public let windows: [WindowRule]
  /// Whether `=` may fill blanks with present.
  public let mayFillBlanks: Bool
  /// What a register shows when it is opened.
  public let classView: ClassView
  /// Whether any teacher may declare cover of a register that is not taken today.
  public let anyTeacherMayCover: Bool
  /// After how many minutes without a key a screen locks; never is no answer.
  public let lockAfter: Int
  /// How many letters a passphrase has at least.
  public let passphraseLength: Int
  /// Within how many minutes each lesson's own register is taken, where the school keeps them.
  public let lessonMinutes: Int?
  /// What lesson registers are for.
  public let lessons: String?
  /// The handing over of late pupils: late book, late slip.
  public let lateDesk: [String]

  private static let usualLock = 10

  init(_ section: Section) {
    windows = section.sections("windows").map(WindowRule.init)
    mayFillBlanks = section.flag("fill_blanks", orElse: true)
    classView = section.optionalChoice("class_view") ?? .full
    anyTeacherMayCover = section.flag("any_teacher_may_cover", orElse: false)
    lockAfter = section.optionalNumber("lock_after", in: 1...120) ?? Self.usualLock
    passphraseLength = section.optionalNumber("passphrase_length", in: 8...64) ?? 12
    lessonMinutes = section.optionalNumber("lesson_minutes", in: 1...60)
    lessons = section.optionalText("lessons")
    lateDesk = section.texts("late_desk")
    section.finish()
  }

  /// The window of a register: the most specific rule that fits wins.
  public func window(
    for half: HalfDay, on date: SchoolDate, campus: String?, yearGroup: YearGroup, group: String
  ) -> RegisterWindow? {
    windows.lazy.filter {
      $0.fits(half, on: date, campus: campus, yearGroup: yearGroup, group: group)
    }.max { $0.weight < $1.weight }?.window
  }
}
