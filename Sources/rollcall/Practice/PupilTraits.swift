import Attendance
import Policies

/// What is true of the children of a family beyond their names, in the shares a school knows.
struct PupilTraits {
  private let family: Family
  private let phase: School.Phase
  private let isPoor: Bool
  private let isFostering: Bool
  private let hasSocialWorker: Bool

  init(of family: Family, at school: School, _ dice: inout Dice) {
    self.family = family
    phase = school.phase
    isPoor = dice.happens(school.phase == .special ? 0.45 : 0.25)
    isFostering = family.contacts(of: Pupil.ID(0)).contains { $0.relationship == "foster carer" }
    hasSocialWorker = isFostering || dice.happens(0.025)
  }

  /// The characteristics of one of the children.
  func characteristics(of yearGroup: YearGroup, _ dice: inout Dice) -> [Characteristic: String] {
    func said(_ answer: Bool) -> String { answer ? "yes" : "no" }
    let needs = dice.share()
    let plans = phase == .special || phase == .alternativeProvision ? 0.96 : 0.05
    let wasLookedAfter = !isFostering && dice.happens(0.007)
    return [
      .fsm: said(isPoor && !yearGroup.isNursery),
      .pupilPremium: said(
        (isPoor || isFostering || wasLookedAfter) && !yearGroup.isNursery
          && !yearGroup.isSixthForm),
      .sen: needs < plans ? "E" : needs < plans + 0.14 ? "K" : "N",
      .eal: said(!family.heritage.language.isEmpty && dice.happens(0.85)),
      .ethnicity: family.heritage.ethnicity,
      .lookedAfter: said(isFostering),
      .previouslyLookedAfter: said(wasLookedAfter),
      .socialWorker: said(hasSocialWorker),
      .youngCarer: said(dice.happens(0.014)),
      .yot: said(yearGroup.ageAtStart > 12 && dice.happens(0.004)),
      .address: family.address,
    ]
  }

  /// How the pupil is enrolled: a few at two schools, most of them where the school is special.
  static func enrolment(_ pupil: Pupil.ID, at school: School) -> Enrolment.Kind {
    let place = pupil.number % 150
    if school.phase == .special || school.phase == .alternativeProvision {
      return place % 10 < 3 ? .dualSubsidiary : place == 77 ? .guest : .main
    }
    return place == 31 ? .dualMain : .main
  }
}
