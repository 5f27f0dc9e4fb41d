extension Shell {
  /// Says something on the screen that is seen, which nothing on it has asked for.
  public mutating func tell(_ sentence: String) { top.say(sentence) }
}
