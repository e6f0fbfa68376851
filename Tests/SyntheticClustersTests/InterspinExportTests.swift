import ClusterSurveys
import Foundation
import TestNetworks
import Testing

/// The example `interspin` says the same through each of its exports.
@Suite struct InterspinExportTests {
  private static func canonical(_ folder: String) throws -> (texts: [String: String], survey: Survey) {
    let survey = try Survey(contentsOf: [ReferenceFiles.examples.appending(path: folder)])
    let files = survey.canonicalFiles().map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    return (Dictionary(uniqueKeysWithValues: files), survey)
  }

  private static let folders: [String] = {
    var folders = ["limesurvey"]
    #if Spreadsheets
      folders.append("excel")
    #endif
    #if Statistics
      folders.append("spss")
    #endif
    return folders
  }()

  @Test(arguments: folders) func claimsAreTheSame(_ folder: String) throws {
    let (direct, export) = (try Self.canonical("interspin"), try Self.canonical("interspin/" + folder))
    #expect(export.texts["claims.csv"] == direct.texts["claims.csv"])
    #expect(export.texts["actors.csv"] == direct.texts["actors.csv"])
    #expect(export.survey.claims.count == 3_760)
    // Who did not answer may have no row; whoever did is told as in the example.
    let answered = [direct, export].map { study in
      study.survey.undatedResponses.filter { [.answered, .partial, .refused].contains($0.status) }
    }
    #expect(!answered[0].isEmpty && answered[0] == answered[1])
  }
}
