extension ExportDialect {
  private static let codes = DraftCodes(
    tie: ["1", "yes", "Yes", "TRUE", "True"], noTie: ["0", "no", "No", "FALSE", "False"],
    missing: ["n/a", "-99", "999", "888"], unstated: "missing",
    reason: "-99, 999 and 888 are habits; leave out those that the form does not use.")

  /// KoboToolbox.
  static let kobo = ExportDialect(
    name: "KoboToolbox",
    marks: [["_uuid", "_submission_time"], ["_id", "_submission_time"], ["_index", "_parent_index"]],
    respondents: ["_submission__id", "_id"], codes: codes,
    technical: "(start|end|today|username|deviceid|_.*|meta.*)", partsChoicesByBlanks: true,
    interviews: [
      DraftLink(
        key: ["_parent_index"], end: ["_index"], table: "_parent_table_name", other: "the sheet or file of interviews")
    ])

  /// ODK Central and Briefcase.
  static let odk = ExportDialect(
    name: "ODK", marks: [["key", "submissiondate"], ["parent_key", "key"]], respondents: ["parent_key", "key"],
    codes: codes, technical: "(submissiondate|start|end|deviceid|meta-.*|instanceid|set-of-.*|key|parent_key)",
    partsChoicesByBlanks: true,
    interviews: [DraftLink(key: ["parent_key"], end: ["key"], other: "the file of interviews, FORM.csv")])
}
