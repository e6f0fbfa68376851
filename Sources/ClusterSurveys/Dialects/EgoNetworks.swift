internal import DataFiles

extension ExportDialect {
  /// The alters of Network Canvas: `…_attributeList_….csv`.
  static let networkCanvas = ExportDialect(
    name: "Network Canvas", marks: [["networkcanvasegouuid"]], respondents: ["networkcanvasegouuid"],
    codes: DraftCodes(
      tie: ["true", "TRUE"], noTie: ["false", "FALSE"], missing: ["ENCRYPTED"], unstated: "missing",
      reason: "A question that was not answered has false in all of its columns."),
    technical: "(networkcanvas.*|session.*|apiversion|appversion|codebookhash|nodeid|edgeid|from|to)",
    completed: ("sessionfinish", "", false), isLong: true,
    choiceJoint: "_",
    interviews: [
      DraftLink(
        key: ["networkcanvasegouuid"], end: ["networkcanvasegouuid"], own: ["networkcanvasuuid"],
        other: "the file of interviews, …_ego.csv")
    ],
    ends: [
      (
        DraftLink(
          key: ["networkcanvassourceuuid"], end: ["networkcanvasuuid"], own: ["networkcanvassourceuuid"],
          name: "source",
          other: alterFile),
        DraftLink(
          key: ["networkcanvastargetuuid"], end: ["networkcanvasuuid"], own: ["networkcanvassourceuuid"],
          name: "target",
          other: alterFile)
      )
    ],
    advice: ["nodeID begins anew in each interview, so that names tell alters, not numbers."])

  private static let alterFile = "the file of alters, …_attributeList_….csv"

  /// egor: a row an ego, an alter, or a tie among alters.
  static let egor = ExportDialect(
    name: "egor",
    marks: [
      [".egoid"], ["egoid", "alterid"], ["puid", "nameid"],
      ["egoid", "srcid", "tgtid"],
    ],
    respondents: [".egoid", "egoid", "puid"],
    codes: DraftCodes(missing: ["NA"], reason: "NA is what R writes where nothing is known."),
    technical: #"\.?(altid|alterid|srcid|tgtid)"#, isLong: true,
    interviews: [egos(".egoid", ".altid"), egos("egoid", "alterid"), egos("puid", "nameid")],
    ends: [alters(".egoid", ".srcid", ".tgtid", ".altid"), alters("egoid", "srcid", "tgtid", "alterid")])

  private static func egos(_ ego: String, _ alter: String) -> DraftLink {
    DraftLink(key: [ego], end: [ego], own: [alter], other: "the file of egos")
  }

  private static func alters(
    _ ego: String, _ source: String, _ target: String, _ alter: String
  ) -> (source: DraftLink, target: DraftLink) {
    func link(_ end: String, _ name: String) -> DraftLink {
      DraftLink(
        key: [ego, end], end: [ego, alter], own: [source], name: name, other: "the file of alters")
    }
    return (link(source, "source"), link(target, "target"))
  }

  /// egor: a row an ego, with numbered columns for its alters.
  static let egorWide = ExportDialect(
    name: "egor (wide)", marks: [["egoid", "alter.name.1"], [".egoid", "alter.name.1"], ["egoid", "alter.1"]],
    respondents: ["egoid", ".egoid"])
}
