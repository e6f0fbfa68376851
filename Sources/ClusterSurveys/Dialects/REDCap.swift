internal import DataFiles

extension ExportDialect {
  /// REDCap: `field___1`, `form_complete`.
  static let redcap = ExportDialect(
    name: "REDCap", marks: [["record_id"]],
    isFurtherMarked: { sheet in
      (0..<sheet.width(of: 0)).contains {
        let heading = sheet.text(0, $0)
        return heading.hasSuffix("_complete") || heading.contains("___") || heading == "redcap_event_name"
      }
    },
    respondents: ["record_id"],
    kept: [
      DraftCondition(
        heading: "redcap_repeat_instrument", isAllowed: true, texts: [""], reason: "other rows repeat a form")
    ],
    codes: DraftCodes(
      tie: ["1", "Checked"], noTie: ["0", "Unchecked"], missing: [], unstated: "missing",
      reason: "Unticked and never asked are both 0: answered_when with FORM_complete tells them apart."),
    technical: "(redcap_(repeat|data|survey).*|.*_complete|.*_timestamp)",
    completed: ("_complete", "2", true), repeating: "redcap_repeat_instrument",
    advice: [
      "A form that was not reached has FORM_complete 0; only where it is 2 are zeros denials."
    ])
}
