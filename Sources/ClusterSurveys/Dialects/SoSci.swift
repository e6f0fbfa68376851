extension ExportDialect {
  /// SoSci Survey: `rdata_….csv` and the like.
  static let sosci = ExportDialect(
    name: "SoSci Survey", marks: [["case", "questnnr", "mode"], ["case", "questnnr", "finished"]],
    respondents: ["serial", "ref", "case"],
    participants: "iv[0-9]+(_[0-9]+)?",
    kept: [
      DraftCondition(heading: "mode", isAllowed: true, texts: ["interview"], reason: "other modes are tests"),
      DraftCondition(
        heading: "q_viewer", isAllowed: false, texts: ["T", "TRUE", "1"], reason: "spectators do not answer"),
    ],
    codes: DraftCodes(
      tie: ["2", "T", "ausgewählt"], noTie: ["1", "F", "nicht gewählt"], missing: ["-9", "-1", "-2"],
      unstated: "not_shown",
      reason: "-9 was not answered, -1 is the residual option, empty was not reached; 1 is not chosen, 2 chosen."),
    technical:
      "(case|serial|ref|questnnr|mode|started|time.*|mailsent|lastdata|finished|q_viewer|lastpage|maxpage|missing|missrel|deg_time)"
  )
}
