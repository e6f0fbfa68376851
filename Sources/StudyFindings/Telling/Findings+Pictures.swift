extension Findings {
  var networkPicture: ReportDocument.Picture { .init(svg: "<svg/>", alternative: "", caption: "") }
  var profilePicture: ReportDocument.Picture? { nil }
  var entryPicture: ReportDocument.Picture? { nil }
}
struct HTMLReport { let text = ""; init(_ d: ReportDocument) throws(StudyError) {} }
