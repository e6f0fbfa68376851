import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// A study written as canonical files says the same when it is read again.
@Suite struct CanonicalFilesTests {
  private static let actors = """
    id,name,kind,cluster,country,waves,member,pipelines_national,Umsatz
    n10,"Müller, Söhne",SME,Jena,"NA",1;2,yes,3,"1,5"
    n2,'=Formel,large_firm,,DE,2,,,
    n1,Beta,,Jena,,,no,,7

    """
  private static let claims = """
    wave,respondent,item,partner,topic,weight,answer
    2,n10,shared,n2,,0.5,yes
    1,n10,shared,n1,,2,yes
    2,n2,received,sme,,,yes
    1,n10,received,"Uni ""X"", Jena",,,no
    2,n10,shared,n1,,1e-7,yes
    2,n10,received,n1,,,missing

    """
  private static let responses = """
    respondent,item,status,wave
    n2,received,partial,2
    n10,shared,answered,1

    """

  private static func texts(_ survey: Survey) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: survey.canonicalFiles().map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private static func survey(_ files: [String: String]) throws -> Survey {
    let folder = try StudyFolder(files)
    defer { withExtendedLifetime(folder) {} }
    return try folder.survey()
  }

  private static let study = ["actors.csv": actors, "claims.csv": claims, "responses.csv": responses]

  @Test func rowsAscendAndOnlyStatedColumnsAreWritten() throws {
    let written = Self.texts(try Self.survey(Self.study))
    #expect(
      written["actors.csv"] == """
        id,name,kind,cluster,country,member,pipelines_national,waves,Umsatz
        n1,Beta,,Jena,,no,,,7
        n2,'=Formel,large_firm,,DE,yes,,2,
        n10,"Müller, Söhne",sme,Jena,"NA",yes,3,,"1,5"

        """)
    #expect(
      written["claims.csv"] == """
        wave,respondent,item,partner,answer,weight
        1,n10,received,"Uni ""X"", Jena",no,
        1,n10,shared,n1,yes,2
        2,n2,received,sme,yes,
        2,n10,received,n1,missing,
        2,n10,shared,n1,yes,1e-07
        2,n10,shared,n2,yes,0.5

        """)
    #expect(
      written["responses.csv"] == "wave,respondent,item,status\n1,n10,shared,answered\n2,n2,received,partial\n")
  }

  @Test func readingThemAgainGivesTheSame() throws {
    let first = try Self.survey(Self.study)
    let again = try Self.survey(Self.texts(first))
    #expect(Self.texts(again) == Self.texts(first))
    #expect(again.actors == first.actors && again.presence == first.presence)
    #expect(Set(again.responses) == Set(first.responses))
    #expect(again.claims.count == first.claims.count && again.claims.map(\.weight).contains(1e-7))
  }

  @Test func theOrderOfRowsIsWithoutEffect() throws {
    let turned = Self.study.mapValues { text in
      let rows = text.split(separator: "\n")
      return ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    #expect(Self.texts(try Self.survey(turned)) == Self.texts(try Self.survey(Self.study)))
  }

  @Test func whereNothingIsStatedColumnsAndFilesAreLeftOut() throws {
    let survey = try Self.survey(["claims.csv": "respondent,item,partner\nA,shared,B\nB,shared,A\n"])
    #expect(
      Self.texts(survey) == [
        "actors.csv": "id\nA\nB\n",
        "claims.csv": "respondent,item,partner,answer\nA,shared,B,yes\nB,shared,A,yes\n",
      ])
  }
}
