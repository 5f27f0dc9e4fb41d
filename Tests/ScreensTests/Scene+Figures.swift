import Attendance
import Policies
import Screens
import Terminal

extension Scene {
  /// The overview, the groups and their pupils, and the movers.
  static let figures = [
    Scene("overview") { figures("") },
    Scene("overview-target") { figures("", with: { $0.benchmarks = Self.stLukes }) },
    Scene("overview-closed") { figures("", with: { $0.closed = "half term of Autumn" }) },
    Scene("overview-governor") { figures("", as: TestSchool.gale) },
    Scene("groups") { figures("g") },
    Scene("groups-target") { figures("g", with: { $0.benchmarks = Self.stLukes }) },
    Scene("groups-without-nation") {
      figures("g", with: { $0.benchmarks = Benchmarks(TestSchool.policy, nil) })
    },
    Scene("groups-for-governors") {
      figures("g", as: TestSchool.gale, with: { $0.isForGovernors = true })
    },
    Scene("groups-choosing") { figures("gb") },
    Scene("groups-choosing-second") { figures("ga") },
    Scene("groups-empty") { figures("g", with: { $0.groups = [] }) },
    Scene("group-pupils") { figures("g\n") },
    Scene("movers") { figures("m") },
    Scene("movers-nobody") { figures("m", with: { $0.hasMovers = false }) },
  ]

  /// The target of St Luke's with the national figures of primary schools.
  static let stLukes = Benchmarks(
    (try? TestSchool.shipped("st-lukes")) ?? TestSchool.policy,
    NationalReading(path: "config/national.yaml").figures)

  private static func figures(
    _ keys: String, as staff: Staff = TestSchool.head,
    with change: (inout TestOffice.Figured) -> Void = { _ in }
  ) -> Sitting {
    var sitting = Sitting(staff, at: "09:05", opens: false, showsMorning: true)
    change(&sitting.office.figured)
    sitting.type(.changedElsewhere)
    sitting.type(lines: keys)
    return sitting
  }
}
