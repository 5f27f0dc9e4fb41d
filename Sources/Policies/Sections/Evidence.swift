/// When the school asks for evidence of a reason.
public struct Evidence: Hashable, Sendable {
  /// After more than how many days of illness, or nil where length alone does not matter.
  public let illnessAfterDays: Int?
  /// Whether genuine doubt about an illness asks for evidence.
  public let onDoubt: Bool
  /// At what absence any illness asks for evidence.
  public let atAbsence: Percentage?
  /// What counts as evidence.
  public let accepted: [String]
  /// What a parent does for a medical or dental appointment.
  public let appointments: String
  /// Whether an appointment needs proof.
  public let appointmentProof: Bool
  /// Whether an appointment that takes the whole day needs medical evidence.
  public let wholeDayProof: Bool

  init(_ section: Section) {
    illnessAfterDays = section.optionalNumber("illness_after_days", in: 1...30)
    onDoubt = section.flag("on_doubt")
    atAbsence = section.optionalPercentage("at_absence")
    accepted = section.texts("accepted")
    appointments = section.text("appointments")
    appointmentProof = section.flag("appointment_proof", orElse: false)
    wholeDayProof = section.flag("whole_day_proof", orElse: false)
    if let days = illnessAfterDays, days < 5, let value = section.value("illness_after_days") {
      section.complaints.warn(
        value,
        "evidence after \(days) days is asked for early; the guidance says that asking should not "
          + "be routine, so screens say so beside it")
    }
    section.finish()
  }
}
