internal import DataFiles

extension ExportDialect {
  private static let codes = DraftCodes(
    tie: ["Yes", "Ja"], noTie: ["No", "Nein"], missing: [], unstated: "missing",
    reason: "Several choices stand in one cell; 'cell: labels' with a map of them tells them apart.")

  /// Google Forms, by its first column.
  static let googleForms = ExportDialect(
    name: "Google Forms", marks: [["timestamp"], ["zeitstempel"]],
    isFurtherMarked: { ["timestamp", "zeitstempel"].contains($0.text(0, 0).lowercased()) },
    respondents: ["email address", "e-mail-adresse", "username"], codes: codes, technical: "(timestamp|zeitstempel)")

  /// Microsoft Forms, whose exports are workbooks.
  static let microsoftForms = ExportDialect(
    name: "Microsoft Forms",
    marks: [["id", "start time", "completion time"], ["id", "startzeit", "fertigstellungszeit"]],
    respondents: ["id"], persons: ["name"], codes: codes,
    technical:
      "(id|start time|completion time|startzeit|fertigstellungszeit|last modified time|uhrzeit der letzten änderung|"
      + "email|e-mail|name|language|sprache)")
}
