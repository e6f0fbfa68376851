extension ExportDialect {
  /// The expanded export: questions above the first of their choices, choices below.
  static let surveyMonkey = ExportDialect(
    name: "SurveyMonkey", rows: 2, joint: " - ", marks: [["respondent id", "collector id"]],
    respondents: ["custom data", "respondent id"],
    codes: DraftCodes(
      tie: ["Yes", "Ja", "1"], noTie: ["No", "Nein", "0"], missing: [], unstated: "missing",
      reason: "A ticked cell repeats the text of its choice; put '*' under tie to take any text for a tick."),
    technical:
      "(respondent id|collector id|start date|end date|ip address|email address|first name|last name|custom data.*)")
}
