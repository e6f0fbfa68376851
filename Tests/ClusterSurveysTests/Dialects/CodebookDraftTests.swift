import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Texts of questions that stand in a file beside the export, or in the labels of a file of SPSS.
@Suite struct CodebookDraftTests {
  private static let export = """
    CASE,QUESTNNR,MODE,FINISHED,AB01,AB02_01,AB02_02,AB03_01,AB03_02,AB04_01,AB04_02,AB04_03
    1,base,interview,T,1,Beta,,2,-9,1,2,1
    2,base,interview,T,2,,,,,2,2,1
    3,base,interview,T,1,Gamma,Alpha,1,2,2,2,1

    """
  private static let variables = """
    VAR,LABEL,TYPE
    AB01,Have you passed on information to others?,NOMINAL
    AB02_01,To whom: 1,TEXT
    AB02_02,To whom: 2,TEXT
    AB03_01,On which topic: 1,NOMINAL
    AB03_02,On which topic: 2,NOMINAL
    AB04_01,From whom have you received information: Alpha,DICHOTOMOUS
    AB04_02,From whom have you received information: Beta,DICHOTOMOUS
    AB04_03,From whom have you received information: Gamma,DICHOTOMOUS

    """
  private static let values = """
    VAR,RESPONSE,MEANING
    AB01,1,Yes
    AB01,2,No
    AB03_01,1,markets
    AB03_01,2,funding
    AB03_02,1,markets
    AB03_02,2,funding

    """

  @Test func codesOfPartnersAreNamedByTheirLabels() throws {
    let drafted = try Drafted(
      [
        "rdata.csv": """
        CASE,QUESTNNR,MODE,FINISHED,AB01
        1,base,interview,T,11
        2,base,interview,T,12
        3,base,interview,T,99

        """,
        "variables.csv": "VAR,LABEL\nAB01,To which organisation did you give knowledge?\n",
        "values.csv": "VAR,RESPONSE,MEANING\nAB01,11,Alpha\nAB01,12,Beta\nAB01,99,None of these\n",
      ], of: ["rdata.csv", "variables.csv", "values.csv"])
    #expect(drafted.text.contains("codes: {no_tie: ['99']}"))
    #expect(drafted.text.contains("partner: {from: code, map: {'11': 'Alpha', '12': 'Beta', '99': 'None of these'}}"))
    #expect(try drafted.survey().claims.count == 2)
  }

  @Test func aCodebookBesideTheExportSaysWhatIsAsked() throws {
    let folder = try ScratchFolder([
      "rdata.csv": Self.export, "variables.csv": Self.variables, "values.csv": Self.values,
    ])
    let files = ["rdata.csv", "variables.csv", "values.csv"].map { folder.url.appending(path: $0) }
    let draft = try MappingDraft(of: files, writtenTo: folder.url)
    #expect(
      draft.recognised == [
        "rdata.csv: an export of SoSci Survey", "variables.csv: what the variables of the others ask and mean",
        "values.csv: what the variables of the others ask and mean",
      ])
    #expect(!draft.text.contains("Guessed") && !draft.text.contains("headings:"))
    #expect(draft.text.contains("gate: {columns: 'AB01', codes: {tie: ['1'], no_tie: ['2']}}"))
    #expect(draft.text.contains("partner: {from: slot, map: {'01': 'Alpha', '02': 'Beta', '03': 'Gamma'}}"))
    let mapping = folder.url.appending(path: "mapping.yaml")
    try Data(draft.text.utf8).write(to: mapping)
    let survey = try Survey(contentsOf: [mapping])
    let said = survey.claims.filter { $0.answer == .yes }.map { claim in
      let partner = if case .actor(let place) = claim.partner { survey.actors[place].id } else { "?" }
      return "\(survey.actors[claim.respondent].id) \(claim.item) \(partner) \(claim.topic ?? "-")"
    }
    #expect(
      said.sorted() == [
        "1 received Beta -", "1 shared Beta funding", "2 received Alpha -", "2 received Beta -", "3 received Alpha -",
        "3 received Beta -", "3 shared Alpha funding", "3 shared Gamma markets",
      ])
  }

  @Test func aCodebookAloneIsATableLikeOthers() throws {
    let folder = try ScratchFolder(["values.csv": Self.values])
    let draft = try MappingDraft(of: [folder.url.appending(path: "values.csv")], writtenTo: folder.url)
    #expect(draft.recognised == ["values.csv: a table of 3 columns, of no tool that is known"])
  }

  #if Statistics
    @Test func labelsOfAnExportToSPSSAreRead() throws {
      let folder = try ScratchFolder()
      let url = folder.url.appending(path: "data_project.sav")
      let answers: [Double: String] = [1: "No", 2: "Yes", -77: "not reached"]
      try StatisticsFile([
        .init("lfdn", label: "Number", values: .numbers([1, 2, 3])),
        .init("dispcode", label: "Disposition code", values: .numbers([31, 31, 22])),
        .init("v_1", label: "Did you receive information?", values: .numbers([2, 1, -77]), valueLabels: answers),
        .init("v_2_1", label: "From whom? - 1", values: .texts(["Beta", "-99", "-66"])),
        .init("v_2_2", label: "From whom? - 2", values: .texts(["Gamma", "-99", "-66"])),
      ]).write(to: url)
      let draft = try MappingDraft(of: [url], writtenTo: folder.url)
      #expect(draft.recognised == ["data_project.sav: an export of Unipark/EFS"])
      #expect(draft.text.contains("headings: {rows: 2, heading: 1, label: 2}"))
      #expect(draft.text.contains("- item: received\n        columns: {match: 'v_2_(?<slot>\\d+)'}"))
      #expect(draft.text.contains("gate: {columns: 'v_1', codes: {tie: ['2'], no_tie: ['1']}}"))
    }
  #endif
}
