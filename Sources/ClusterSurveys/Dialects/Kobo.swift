extension ExportDialect {
  private static let codes = DraftCodes(
    tie: ["1", "yes", "Yes", "TRUE", "True"], noTie: ["0", "no", "No", "FALSE", "False"],
    missing: ["n/a", "-99", "999", "888"], unstated: "missing",
    reason: "-99, 999 and 888 are habits; leave out those that the form does not use.")

  /// KoboToolbox.
  static let kobo = ExportDialect(
    name: "KoboToolbox", marks: [["_uuid", "_submission_time"], ["_id", "_submission_time"]], respondents: ["_id"],
    codes: codes,
    technical: "(start|end|today|username|deviceid|_.*|meta.*)",
    advice: [
      "Repeated groups lie in sheets of their own, which are not joined: each is a source with its own respondent."
    ])

  /// ODK Central and Briefcase.
  static let odk = ExportDialect(
    name: "ODK", marks: [["key", "submissiondate"], ["parent_key", "key"]], respondents: ["key"], codes: codes,
    technical: "(submissiondate|start|end|deviceid|meta-.*|instanceid|set-of-.*|key)")
}
