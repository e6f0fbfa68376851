extension ExportDialect {
  /// EFS of Tivian, known as Unipark.
  static let unipark = ExportDialect(
    name: "Unipark/EFS", marks: [["lfdn", "dispcode"]], respondents: ["external_lfdn", "lfdn"],
    participants: "[cp]_[0-9]+",
    kept: [
      DraftCondition(
        heading: "tester", isAllowed: false, texts: ["1"], reason: "rows of testers are no answers")
    ],
    codes: DraftCodes(
      tie: ["1"], noTie: ["0", "2"], missing: ["-99"], notShown: ["-77", "-66"], open: ["0"], unstated: "not_shown",
      reason: "0 was seen and not ticked, -77 and -66 were not shown, -99 was seen and left empty."),
    technical:
      "(lfdn|external_lfdn|tester|dispcode|lastpage|quality|duration|browser|referer|device_type|date.*|rts.*|pos_.*|page_.*)",
    advice: ["dispcode 31 and 32 are finished interviews; keep_when can ask for them."])
}
