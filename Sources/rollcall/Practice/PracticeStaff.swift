import Attendance
import Policies

/// The invented staff of a practice school: a tutor for every form, and somebody for every role.
struct PracticeStaff {
  /// Everybody, those with a form last.
  private(set) var members: [Staff] = []
  private var logins: Set<String> = [Actor.practiceAdministrator]
  private var dice: Dice

  /// The staff of those forms under the policy.
  init(of forms: [String], under policy: Policy, seed: Int) {
    dice = Dice(seed, Dice.part("staff"))
    for role in policy.roles where role.id != "tutor" {
      let several = ["office": 2, "teacher": 2, "cover": 2]
      // A head of year has a year, or there is nobody whose flags they could see.
      let year = role.id == "head_of_year" ? Self.year(of: forms) : ""
      for _ in 0..<(several[role.id] ?? 1) {
        add(role: role.id, position: role.title, group: year)
      }
    }
    for form in forms {
      add(role: "tutor", position: policy.role("tutor")?.title ?? "tutor", group: form)
    }
  }

  /// The year of the form in the middle, as staff.csv gives it in place of a form.
  private static func year(of forms: [String]) -> String {
    let year = forms.isEmpty ? "" : String(forms[forms.count / 2].prefix(while: \.isNumber))
    return YearGroup(year) == nil ? "" : year
  }

  /// The login of whoever takes the form's register.
  func taker(of form: String) -> String {
    members.first { $0.group == form }?.login ?? ""
  }

  private mutating func add(role: String, position: String, group: String = "") {
    let heritage = dice.pick(Heritage.all, weight: \.weight)
    let surnames = heritage.surnames.filter { !Heritage.isWide($0) }
    let name =
      dice.pick(dice.happens(0.64) ? heritage.women : heritage.men) + " " + dice.pick(surnames)
    members.append(
      Staff(
        login: login(of: name), name: name,
        position: position.prefix(1).uppercased() + position.dropFirst(), role: role,
        group: group))
  }

  /// Initial and surname in plain letters, with a number where two would be alike.
  private mutating func login(of name: String) -> String {
    let parts = name.split(separator: " ", maxSplits: 1).map { part in
      FoldedName(String(part)).text.filter { $0.isASCII && $0.isLetter }
    }
    let plain = String(parts[0].prefix(1)) + (parts.last ?? "")
    var login = plain
    var number = 2
    while !logins.insert(login).inserted {
      login = "\(plain)\(number)"
      number += 1
    }
    return login
  }
}
