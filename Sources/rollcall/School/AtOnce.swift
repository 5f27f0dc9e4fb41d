import Dispatch

extension Array where Element: Sendable {
  /// What the body makes of each element, in their order, worked out on as many processors as there
  /// are.
  ///
  /// For a few elements that each take a millisecond or more; less is not worth a thread.
  func mapAtOnce<Value: Sendable>(_ body: @Sendable (Element) -> Value) -> [Value] {
    guard count > 1 else { return map(body) }
    var found = [Value?](repeating: nil, count: count)
    found.withUnsafeMutableBufferPointer { places in
      // Each writes to its own place, and nobody reads before all are done.
      nonisolated(unsafe) let places = places
      DispatchQueue.concurrentPerform(iterations: count) { places[$0] = body(self[$0]) }
    }
    return found.compactMap(\.self)
  }
}
