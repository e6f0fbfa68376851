internal import KnowledgeNetworks

extension Findings {
  /// Where each question of the survey is answered in this report, or why the data cannot answer it.
  ///
  /// - Parameter sections: Those of the report.
  func questionsSection(among sections: [ReportDocument.Section]) -> ReportDocument.Section {
    let headings = Dictionary(sections.map { ($0.id, $0.heading) }) { first, _ in first }
    let table = FindingsTable(
      "questions", rows: questions,
      .words("question") { $0.words },
      .words("answered under") { place in
        (place.isAnswered ? headings[place.section] : nil) ?? "nowhere: \(place.without)"
      })
    return ReportDocument.Section(
      "Which question is answered where", id: "questions",
      [.table(table, caption: "The questions of a survey of knowledge diffusion, and where this report answers them.")])
  }

  private var questions: [SurveyQuestionPlace] {
    let abroad = scopes.counts.contains { $0.scope == .globalPipeline(.international) && $0.total > 0 }
    let asksTopics = survey?.topics?.rows.contains { $0.topic.name != nil } ?? false
    func isAsked(_ heading: String) -> Bool { survey?.ties?.rows.contains { $0.question == heading } ?? false }
    return [
      SurveyQuestionPlace(
        "Who makes knowledge available, and who receives it?", "carriers", if: grouping != nil,
        else: "the data state nothing by which to group the actors"),
      SurveyQuestionPlace(
        "On which topics?", asksTopics ? "survey" : "topics", if: asksTopics || layers.contains { $0.sort == .topic },
        else: "no respondent names a topic"),
      SurveyQuestionPlace(
        "Through which channels?", survey?.channels != nil ? "survey" : "channels",
        if: survey?.channels != nil || layers.contains { $0.sort == .channel }, else: "no respondent names a channel"),
      SurveyQuestionPlace(
        "Who brings knowledge in from outside, and from abroad?", "pipelines",
        if: scopes.pipelines + (scopes.stated ?? 0) > 0, else: "no tie is known to leave a cluster"),
      SurveyQuestionPlace(
        "With whom abroad?", "pipelines", if: abroad, else: "no tie is known to cross a border"),
      SurveyQuestionPlace(
        "Did partners know each other before?", "survey", if: isAsked("experience"),
        else: "no respondent states it"),
      SurveyQuestionPlace(
        "What changed between the waves?", "change", if: change != nil, else: "the study has one wave"),
      SurveyQuestionPlace(
        "What did the programme do?", "survey", if: isAsked("effect"),
        else: "no respondent states whether it initiated or intensified a tie"),
      SurveyQuestionPlace(
        "What would be lost without them?", "losses", if: !kinds.losses.isEmpty,
        else: "the data state nothing by which to group the actors"),
    ]
  }
}

/// A question of the survey and where a report answers it.
private struct SurveyQuestionPlace {
  let words: Paragraph
  /// The id of the section.
  let section: String
  let isAnswered: Bool
  /// Why the data cannot answer it.
  let without: Paragraph

  init(_ words: Paragraph, _ section: String, if isAnswered: Bool, else without: Paragraph) {
    (self.words, self.section, self.isAnswered, self.without) = (words, section, isAnswered, without)
  }
}
