import Policies
import Testing

@Suite struct ShippedPoliciesTests {
  @Test func `ibstock reads`() {
    let reading = PolicyReading(path: "config/policies/ibstock.yaml")
    print(reading.complaints.map(\.description).joined(separator: "\n"))
    #expect(reading.policy != nil)
  }
}
