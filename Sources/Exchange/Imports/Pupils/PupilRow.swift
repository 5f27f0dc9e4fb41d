import Attendance

/// What one row of pupils.csv says; nil where the file has no such column.
struct PupilRow {
  /// How much help a pupil with special educational needs has: none, support, a plan.
  private enum SpecialNeeds: String, CaseIterable {
    case none = "N"
    case support = "K"
    case plan = "E"
  }

  let line: Int
  let upn: UPN?
  let surname: String
  let forename: String
  let preferred: String?
  let sayAs: String?
  let dateOfBirth: SchoolDate
  let sex: String?
  let lastSchool: String?
  let yearGroup: YearGroup
  let group: String
  let campus: String?
  let starts: SchoolDate
  /// The leaving date; the inner nil where the field is empty.
  let ends: SchoolDate??
  let kind: Enrolment.Kind?
  let isBoarder: Bool?
  /// The characteristics the file has columns for, empty where the field is.
  let characteristics: [Characteristic: String]

  /// Reads the row, or tells what is wrong with it.
  init?(_ row: inout ImportRow<PupilColumn>) {
    line = row.line
    upn = row.upn(.upn)
    surname = row.needed(.surname, .name)
    forename = row.needed(.forename, .name)
    preferred = row.has(.preferredName) ? row.text(.preferredName, .name) : nil
    sayAs = row.has(.sayAs) ? row.text(.sayAs) : nil
    sex = row.has(.sex) ? row.text(.sex) : nil
    lastSchool = row.has(.lastSchool) ? row.text(.lastSchool) : nil
    group = row.needed(.registrationGroup)
    campus = row.has(.campus) ? row.text(.campus) : nil
    ends = row.has(.endDate) ? .some(row.date(.endDate)) : nil
    kind =
      row.has(.enrolment) ? row.choice(.enrolment, of: Enrolment.Kind.self) ?? .main : nil
    isBoarder = row.has(.boarder) ? row.yesOrNo(.boarder) ?? false : nil
    characteristics = Self.characteristics(&row)
    let yearText = row.needed(.yearGroup)
    let year = YearGroup(yearText)
    if year == nil, !yearText.isEmpty {
      row.fault("'\(Nearest.clipped(yearText))' is no year group; use N1, N2, R or 1 to 14")
    }
    guard let born = row.neededDate(.dateOfBirth), let starts = row.neededDate(.startDate),
      let year
    else { return nil }
    dateOfBirth = born
    self.starts = starts
    yearGroup = year
    if let last = ends ?? nil, last < starts {
      row.fault("end_date \(last) lies before start_date \(starts); correct one of them")
    }
    if born >= starts {
      row.fault(
        "date_of_birth \(born) does not lie before start_date \(starts); correct one of them")
    }
    guard row.isSound else { return nil }
  }

  private static func characteristics(
    _ row: inout ImportRow<PupilColumn>
  ) -> [Characteristic: String] {
    var found: [Characteristic: String] = [:]
    for characteristic in Characteristic.allCases {
      guard let column = PupilColumn(characteristic), row.has(column) else { continue }
      if characteristic.isYesOrNo {
        found[characteristic] = row.yesOrNo(column).map { $0 ? "yes" : "no" } ?? ""
      } else if characteristic == .sen {
        found[characteristic] = row.choice(column, of: SpecialNeeds.self)?.rawValue ?? ""
      } else if characteristic == .address {
        // The register keeps an address on one line, as which it is compared too.
        found[characteristic] = row.text(column, .lines).split(whereSeparator: \.isNewline)
          .map { CleanText.composed(String($0)) }.filter { !$0.isEmpty }.joined(separator: " ")
      } else {
        found[characteristic] = row.text(column)
      }
    }
    return found
  }

  /// The names as they shall be, given those on record.
  func name(over known: PupilName?) -> PupilName {
    PupilName(
      surname: surname, forename: forename, preferred: preferred ?? known?.preferred ?? "",
      sayAs: sayAs ?? known?.sayAs ?? "")
  }

  /// The particulars as they shall be from the date on, given those on record.
  func particulars(over known: Particulars?, from date: SchoolDate) -> Particulars {
    var merged = known?.characteristics ?? [:]
    for (characteristic, text) in characteristics {
      merged[characteristic] = text.isEmpty ? nil : text
    }
    return Particulars(
      from: date, yearGroup: yearGroup, group: group, campus: campus ?? known?.campus ?? "",
      characteristics: merged)
  }

  /// What to say of a birth that does not fit the year group by more than two years, or nil.
  func misfit(on date: SchoolDate) -> String? {
    yearGroup.misfit(born: dateOfBirth, on: date)
  }
}
