internal import DataFiles

extension ExportDialect {
  /// The alters of Network Canvas: `…_attributeList_….csv`.
  static let networkCanvas = ExportDialect(
    name: "Network Canvas", marks: [["networkcanvasegouuid"]], respondents: ["networkcanvasegouuid"],
    codes: DraftCodes(
      tie: ["true", "TRUE"], noTie: ["false", "FALSE"], missing: ["ENCRYPTED"], unstated: "missing",
      reason: "A question that was not answered has false in all of its columns."),
    technical: "(networkcanvas.*|nodeid|edgeid)", isLong: true,
    advice: ["nodeID begins anew in each interview, so that names tell alters, not numbers."])

  /// egor: a row an alter.
  static let egor = ExportDialect(
    name: "egor (long)",
    marks: [[".egoid", ".altid"], ["egoid", "alterid"], ["puid", "nameid"]],
    respondents: [".egoid", "egoid", "puid"], isLong: true)

  /// egor: a row an ego, with numbered columns for its alters.
  static let egorWide = ExportDialect(
    name: "egor (wide)", marks: [["egoid", "alter.name.1"], [".egoid", "alter.name.1"], ["egoid", "alter.1"]],
    respondents: ["egoid", ".egoid"])
}
