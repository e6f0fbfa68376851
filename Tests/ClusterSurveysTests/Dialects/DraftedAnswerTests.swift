import ClusterSurveys
import KnowledgeNetworks
import TestNetworks
import Testing

/// What drafts make of cells that are no names, and of columns that are not what a word in their heading suggests.
@Suite struct DraftedAnswerTests {
  private static func qualtrics(_ headings: String, _ texts: String, _ rows: String) -> String {
    "ResponseId,\(headings)\nResponse ID,\(texts)\n\"{\"\"ImportId\"\":\"\"_recordId\"\"}\"\n\(rows)\n"
  }

  @Test func wordsForNobodyInSlotsAreNoActors() throws {
    let drafted = try Drafted(
      Self.qualtrics(
        "Org,Q1_1,Q1_2,Q2_1",
        "Your organisation,To whom did you give knowledge? - 1,To whom did you give knowledge? - 2,From whom did you receive?",
        "R_1,Alpha,Beta,Gamma,none\nR_2,Beta,none,,n/a\nR_3,Gamma,Nobody,,Alpha"
      ))
    #expect(drafted.text.contains("codes: {no_tie: ['Nobody', 'none']}"))
    #expect(drafted.text.contains("codes: {no_tie: ['none'], missing: ['n/a']}"))
    let survey = try drafted.survey()
    #expect(!survey.actors.contains { ["none", "Nobody", "n/a"].contains($0.id) })
    #expect(survey.claims.count == 3)
  }

  @Test func wordsForNobodyInListsAreAnswers() throws {
    let drafted = try Drafted(
      """
      ID,Start time,Completion time,Your organisation,An welche Organisationen haben Sie Wissen weitergegeben?
      1,2,3,Alpha,Beta;Gamma;
      2,2,3,Beta,Keine der genannten;
      3,2,3,Gamma,k. A.;

      """)
    #expect(drafted.text.contains("codes: {no_tie: ['Keine der genannten;'], missing: ['k. A.;']}"))
    let survey = try drafted.survey()
    #expect(survey.claims.count == 2)
    #expect(survey.responses.map(\.status.rawValue).sorted() == ["answered", "answered", "refused"])
  }

  @Test(arguments: [
    ("none", true), ("None of the above", true), ("no one", true), ("Keiner.", true), ("keine der genannten", true),
    ("n/a", false), ("-", false), ("k.A.", false), ("keine Angabe", false), ("weiß nicht", false),
    ("Don’t know", false),
  ])
  func eachWordIsKnown(_ word: String, _ isNobody: Bool) throws {
    let drafted = try Drafted("token,partner_shared\nAlpha,Beta\nBeta,\(word)\nGamma,None Ltd\nDelta,Keiner & Co\n")
    // What holds for the whole source is not said again.
    let general = drafted.text.contains("codes: {tie:") && drafted.text.lowercased().contains("'\(word.lowercased())'")
    #expect(general && !drafted.text.contains("'None Ltd'"))
    #expect(drafted.text.contains("codes: {no_tie: ['\(word)']}") == isNobody)
  }

  @Test(arguments: [
    ("Wie nützlich war das Netzwerk?", "sehr", "wenig", false), ("Cluster", "5", "3", false),
    ("Wie wichtig sind Cluster-Treffen?", "5", "4", false),
    ("Which cluster does it belong to?", "North", "South", true),
    ("Is it in a cluster?", "Yes", "No", false), ("org_cluster", "C1", "C2", true),
    ("Zu welchem Netzwerk gehören Sie?", "Nord", "Süd", true),
  ])
  func onlyTheClusterOneBelongsToIsTheCluster(_ question: String, _ one: String, _ two: String, _ isAsked: Bool) throws
  {
    let drafted = try Drafted("token,org_name,\(question)\nA,Alpha,\(one)\nB,Beta,\(two)\n")
    #expect(drafted.text.contains("  cluster: ") == isAsked)
  }

  @Test func slotsAreCounted() throws {
    let drafted = try Drafted(
      Self.qualtrics(
        "Org,Q1_1,Q1_2", "Your organisation,To whom did you give knowledge? - 1,To whom did you give knowledge? - 2",
        "R_1,Alpha,Beta,Gamma\nR_2,Beta,Alpha,"))
    #expect(drafted.text.contains("slots: 2"))
    #expect(try drafted.survey().responses.map(\.status.rawValue).sorted() == ["answered", "partial"])
  }

  @Test func wordsWithBlanksBetweenThemAreSeveralChoices() throws {
    func topics(_ cells: String...) throws -> Drafted {
      let rows = cells.enumerated().map { "u\($0),2024,A\($0),B,\($1)" }.joined(separator: "\n")
      return try Drafted("KEY,SubmissionDate,token,partner_shared,topic_shared\n\(rows)\n")
    }
    let drafted = try topics("market law", "market", "law")
    #expect(drafted.text.contains("topic: {column: 'topic_shared', split: ' '}"))
    #expect(try drafted.survey().claims.count == 4)
    #expect(try topics("t1 t2", "t1", "t2").text.contains("split: ' ', map: {'t1': 't1', 't2': 't2'}}"))
    #expect(try topics("market law", "research").text.contains("# If several could be chosen, add split: ' '"))
    let sentences = try topics("Market law", "Research").text
    #expect(!sentences.contains("split") && sentences.contains("topic: {column: 'topic_shared'}"))
  }

  @Test func choicesBehindAColonAreOneQuestion() throws {
    let drafted = try Drafted(
      Self.qualtrics(
        "Org,g_1,g_2,g_3",
        ["Alpha", "Beta", "Keine der genannten"].reduce("Name der Organisation") {
          "\($0),An welche haben Sie Wissen gegeben?: \($1)"
        }, "R_1,Alpha,0,1,0\nR_2,Beta,0,0,1"))
    #expect(drafted.text.contains("partner: {from: label, after_last: ': '}"))
    #expect(drafted.text.contains("exclusive: ['g_3']"))
    let survey = try drafted.survey()
    #expect(!survey.actors.contains { $0.id == "1" })
  }

  @Test func toPassOnIsToGive() throws {
    let text = try Drafted("token,Which organisations did you pass knowledge to?\nA,Beta\nB,Alpha\n").text
    #expect(text.contains("- item: shared"))
  }

  @Test func aColumnThatIsTheSameInEveryRowIdentifiesNoInterview() throws {
    let text = try Drafted("lfdn;external_lfdn;dispcode;v_1\n1;0;31;2\n2;0;31;3\n3;0;31;2\n").text
    #expect(text.contains("respondent: 'lfdn'"))
  }

  @Test func repeatsOfREDCapAreNotInterviews() throws {
    let text = try Drafted(
      """
      record_id,redcap_repeat_instrument,redcap_repeat_instance,org_name,shared_partner,shared_topic___1,form_complete
      1,,,Alpha,,,2
      1,partners,1,,Beta,1,
      2,,,Beta,,,2

      """
    ).text
    #expect(text.contains("keep_when:\n      - {column: 'redcap_repeat_instrument', is: ['']}"))
    #expect(text.contains("#   'shared_partner', 'shared_topic___1'\n"))
    #expect(
      text.contains("# - file: 'export.csv'\n    #   keep_when: {column: 'redcap_repeat_instrument', is: ['partners']}")
    )
    #expect(!text.contains("columns: {match: 'shared_topic"))
  }
}
