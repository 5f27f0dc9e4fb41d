import Attendance
import Policies

/// How many pupils each year group has, and in which forms they are.
struct Cohorts {
  /// When a pupil leaves.
  enum Leaving {
    case notYet
    case midYear
    case lastYear
  }

  /// A place in the school for one pupil.
  struct Place {
    /// This year's year group; last year's for somebody who has left since.
    let yearGroup: YearGroup
    /// The number of the form within the year group.
    var form: Int
    /// The school year in which the pupil came.
    let joined: SchoolYear
    /// When the pupil left, if so.
    var leaving: Leaving
  }

  /// The school year of the day.
  let year: SchoolYear
  /// The school's year groups, youngest first.
  let yearGroups: [YearGroup]
  private let sizes: [YearGroup: Int]
  private let pupilsToAForm: Double

  /// Spreads so many pupils over the year groups of the school.
  init(_ pupils: Int, of school: School, in year: SchoolYear) {
    self.year = year
    yearGroups = school.years
    pupilsToAForm = school.phase == .special || school.phase == .alternativeProvision ? 9 : 29
    let weights = yearGroups.map { Self.weight(of: $0, in: school) }
    let total = weights.reduce(0, +)
    var given = 0
    var sum = 0.0
    var sizes: [YearGroup: Int] = [:]
    for (yearGroup, weight) in zip(yearGroups, weights) {
      sum += weight
      let upTo = Int((Double(pupils) * sum / total).rounded())
      sizes[yearGroup] = upTo - given
      given = upTo
    }
    self.sizes = sizes
  }

  /// Every place of this year, and those that fell free when last year ended.
  var places: [Place] {
    yearGroups.flatMap { yearGroup in
      (0..<size(yearGroup)).map { rank in
        Place(
          yearGroup: yearGroup, form: rank % forms(of: yearGroup),
          joined: joined(yearGroup, rank, by: year), leaving: .notYet)
      }
        + (staying(in: yearGroup)..<max(size(yearGroup), staying(in: yearGroup))).map { rank in
          Place(
            yearGroup: yearGroup, form: rank % forms(of: yearGroup),
            joined: joined(yearGroup, rank, by: SchoolYear(startYear: year.startYear - 1)),
            leaving: .lastYear)
        }
    }
  }

  /// The names of every form, youngest year group first.
  var formNames: [String] {
    yearGroups.filter { size($0) > 0 }.flatMap { yearGroup in
      (0..<forms(of: yearGroup)).map { name(of: $0, in: yearGroup) }
    }
  }

  /// The name of the form with that number: `8B`.
  func name(of form: Int, in yearGroup: YearGroup) -> String {
    let number = form % forms(of: yearGroup)
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
    let first = number < letters.count ? "" : String(letters[number / letters.count - 1])
    return "\(yearGroup)\(first)\(letters[number % letters.count])"
  }

  /// The year group before this one, where the school has it.
  func before(_ yearGroup: YearGroup) -> YearGroup? {
    yearGroups.last { $0 < yearGroup && $0.next == yearGroup }
  }

  private func size(_ yearGroup: YearGroup) -> Int { sizes[yearGroup] ?? 0 }

  private func forms(of yearGroup: YearGroup) -> Int {
    max(1, Int((Double(size(yearGroup)) / pupilsToAForm).rounded(.up)))
  }

  private func staying(in yearGroup: YearGroup) -> Int {
    yearGroup.next.map { min(size($0), size(yearGroup)) } ?? 0
  }

  /// The year in which the pupil of that rank came: later year groups may be larger than earlier.
  private func joined(_ yearGroup: YearGroup, _ rank: Int, by year: SchoolYear) -> SchoolYear {
    var joined = year.startYear
    var earlier = before(yearGroup)
    while let known = earlier, rank < size(known) {
      joined -= 1
      earlier = before(known)
    }
    return SchoolYear(startYear: joined)
  }

  private static func weight(of yearGroup: YearGroup, in school: School) -> Double {
    if school.phase == .special || school.phase == .alternativeProvision { return 1 }
    if yearGroup == .nursery1 { return 0.4 }
    if yearGroup == .nursery2 { return 0.7 }
    return yearGroup.isSixthForm ? 0.55 : 1
  }
}
