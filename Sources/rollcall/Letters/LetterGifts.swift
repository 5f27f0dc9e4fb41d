import Attendance
import Exchange
import Policies
import Screens
import Storage

/// What somebody gives for the fields of a letter, read and checked.
struct LetterGifts {
  private let texts: [LetterField: String]
  private let days: [LetterField: SchoolDate]

  /// Reads what was given for that letter; refuses what it does not say or what cannot be read.
  init(_ given: [String: String], for letter: Letter, _ template: LetterTemplate) throws {
    var texts: [LetterField: String] = [:]
    var days: [LetterField: SchoolDate] = [:]
    let taken = template.fields.filter(\.isGiven)
    for (name, text) in given.sorted(by: { $0.key < $1.key }) where !text.isEmpty {
      guard let field = LetterField(rawValue: name), taken.contains(field),
        case .given(let gift) = field.source
      else { throw Self.refusal(of: name, letter, taken) }
      let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      switch gift {
      case .day:
        guard let day = SchoolDate(plain) else {
          throw Refused("rollcall: '\(text)' is no day for \(name); write it like 2026-01-12")
        }
        days[field] = day
        texts[field] = day.inWords
      case .time:
        guard let time = TimeOfDay.typed(plain) else {
          throw Refused("rollcall: '\(text)' is no time for \(name); write it like 14:00")
        }
        texts[field] = time.description
      case .words: texts[field] = plain
      case .list:
        texts[field] = plain.split(separator: ";").map {
          "- " + $0.drop { $0 == " " }
        }.joined(separator: "\n")
      }
    }
    self.texts = texts
    self.days = days
  }

  private static func refusal(
    of name: String, _ letter: Letter, _ taken: [LetterField]
  ) -> Refused {
    if let field = LetterField(rawValue: name), !field.isGiven {
      return Refused("rollcall: '\(name)' comes from the register, and nobody can give it")
    }
    let names = taken.map(\.rawValue)
    return Refused(
      "rollcall: '\(letter.id)' does not say '\(name)'; "
        + (Nearest.names(to: name, among: names, atMost: 1).first.map { "did you mean '\($0)'?" }
          ?? (names.isEmpty ? "it takes nothing" : "it takes \(names.joined(separator: ", "))")))
  }

  /// Puts what was given into the fields, with what follows from it; refuses days that cannot be.
  func fill(
    _ fields: inout LetterFields, _ figures: LetterFigures, today: SchoolDate
  ) throws {
    for (field, text) in texts { fields[field] = text }
    for field in [LetterField.meetingDate, .reviewDate] {
      guard let day = days[field], day < today else { continue }
      throw Refused("rollcall: \(day.inWords) is past; \(field.label) is still to come")
    }
    if let day = days[.heldOn], day > today {
      throw Refused("rollcall: \(day.inWords) is still to come; a meeting was held on a day past")
    }
    guard let first = days[.periodFrom], let last = days[.periodTo] else { return }
    guard first <= last else {
      throw Refused("rollcall: the period ends on \(last.inWords), before it begins")
    }
    if let share = figures.attendance(from: first, through: last) {
      fields[.periodAttendance] = share.description
    } else {
      fields.withhold(
        .periodAttendance,
        because: "no session from \(first.inWords) to \(last.inWords) counts in this school year; "
          + "give another period")
    }
  }

  /// Refuses a period of a notice to improve that the policy does not allow.
  ///
  /// Whole weeks may be given by their school days, from a Monday to a Friday.
  func checkImprovement(_ policy: Policy, today: SchoolDate) throws {
    guard let first = days[.periodFrom], let last = days[.periodTo] else { return }
    if first < today {
      throw Refused("rollcall: \(first.inWords) is past; a notice to improve begins today or later")
    }
    let days = last.days(after: first) + 1
    let notices = policy.penaltyNotices
    let least = notices.improveWeeksLeast ?? 3
    let most = notices.improveWeeksMost ?? 6
    guard days < least * 7 - 2 || days > most * 7 + 1 else { return }
    throw Refused(
      "rollcall: a notice to improve runs \(least) to \(most) weeks, and \(first.inWords) to "
        + "\(last.inWords) is \(days) days; choose another last day")
  }
}
