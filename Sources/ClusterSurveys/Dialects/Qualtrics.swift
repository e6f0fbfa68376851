internal import DataFiles

extension ExportDialect {
  private static let metadata =
    "(startdate|enddate|status|ipaddress|progress|duration.*|finished|recordeddate|recipient.*|location.*|"
    + "distributionchannel|userlanguage|responseset|name|emailaddress|externaldatareference)"

  private static let codes = DraftCodes(
    tie: ["1", "Yes", "Ja"], noTie: ["0", "No", "Nein"], missing: ["-99"], unstated: "missing",
    reason: "Qualtrics leaves cells empty that were not ticked, not answered or not shown.")

  /// Three rows of headings: names, texts, import numbers.
  static let qualtrics = ExportDialect(
    name: "Qualtrics", rows: 3, label: 2, importNumber: 3, marks: [["responseid"], ["startdate", "enddate"]],
    isFurtherMarked: { sheet in
      sheet.rowCount > 2 && (0..<sheet.width(of: 2)).contains { sheet.text(2, $0).hasPrefix("{\"ImportId\"") }
    },
    respondents: ["externalreference", "responseid"],
    kept: [
      DraftCondition(
        heading: "status", isAllowed: false, texts: ["Survey Preview", "1"], reason: "previews are tests, not answers")
    ],
    codes: codes, technical: metadata,
    advice: ["Interviews that were broken off (Finished is False) are kept; keep_when can leave them out."])

  /// Two rows of headings, and a column too many.
  static let qualtricsLegacy = ExportDialect(
    name: "Qualtrics (legacy)", rows: 2, label: 2, marks: [["responseid", "responseset"], ["v1", "v2", "v10"]],
    respondents: ["externaldatareference", "responseid", "v1"], codes: codes, technical: metadata)
}
