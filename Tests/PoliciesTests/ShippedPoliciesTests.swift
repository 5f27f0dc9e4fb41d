import Policies
import Testing

@Suite struct ShippedPoliciesTests {
  @Test(arguments: ["ibstock", "psa", "dunkirk", "st-lukes", "on-track"])
  func `a shipped policy reads`(name: String) {
    let reading = PolicyReading(path: "config/policies/\(name).yaml")
    print(reading.complaints.map(\.description).joined(separator: "\n"))
    #expect(reading.policy != nil)
  }
}
