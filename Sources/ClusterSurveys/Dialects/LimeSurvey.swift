internal import DataFiles

extension ExportDialect {
  private static let technicalColumns =
    #"(id|submitdate|lastpage|startlanguage|seed|startdate|datestamp|ipaddr|refurl|.*time)"#

  /// The response CSV with codes of questions as headings.
  static let limeSurvey = ExportDialect(
    name: "LimeSurvey (codes as headings)",
    marks: [["id", "submitdate", "lastpage"], ["id", "submitdate", "startlanguage"]],
    respondents: ["token", "id"], codes: codes, technical: technicalColumns, emptyIsUnticked: true,
    advice: [
      "A bare empty cell was not shown or not reached; \"\" was shown and left empty.",
      "Rows without submitdate are interviews that were broken off; keep_when can leave them out.",
    ])

  /// The response CSV with texts of questions as headings, in English or German.
  static let limeSurveyTexts = ExportDialect(
    name: "LimeSurvey (texts as headings)",
    marks: [
      ["response id", "date submitted", "last page"], ["antwort id", "datum abgeschickt", "letzte seite"],
      ["antwort-id", "datum der abgabe", "letzte seite"],
    ],
    respondents: [
      "access code", "zugangscode", "zugangsschlüssel", "token", "response id", "antwort id", "antwort-id",
    ],
    codes: codes,
    technical:
      "(response id|antwort.id|date .*|datum .*|last page|letzte seite|start language|start-?sprache|seed|.*zufallsstartwert)",
    emptyIsUnticked: true,
    advice: [
      "Older versions write 'No' where nothing was reached: an interview that was broken off then looks like a denial.",
      "The VV export keeps 'not shown' apart in every version.",
    ])

  /// The VV export: texts, then codes, tabulators between cells.
  static let limeSurveyVV = ExportDialect(
    name: "LimeSurvey (VV)", rows: 2, heading: 2, label: 1, marks: [["id", "submitdate", "lastpage"]],
    isFurtherMarked: { $0.delimiter == UInt8(ascii: "\t") }, respondents: ["token", "id"],
    codes: DraftCodes(
      tie: ["Y", "1"], noTie: ["N", "0"], missing: ["N/A"], notShown: ["{question_not_shown}"], unstated: "missing",
      reason: "{question_not_shown} is what the VV export writes for questions that were not shown."),
    technical: technicalColumns, emptyIsUnticked: true)

  private static let codes = DraftCodes(
    tie: ["Y", "Yes", "Ja", "1"], noTie: ["N", "No", "Nein", "0"], missing: ["N/A", "-oth-"], unstated: "not_shown",
    reason: "Check 1 and 2 where the export was told to convert Y and N: then 2 is a no.")
}
