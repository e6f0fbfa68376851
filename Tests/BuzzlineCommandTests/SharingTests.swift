import Foundation
import TestNetworks
import Testing

/// What is handed on: sheets, codes, withheld cells.
@Suite struct SharingTests {
  private static let interspin = ReferenceFiles.examples.appending(path: "interspin").path

  private static func analysed(
    _ input: String, in folder: ScratchFolder, _ options: String...
  ) throws -> CommandRun {
    try CommandRun(["analyze", input, "--draws", "9", "--output", "out"] + options, in: folder.url)
  }

  private static func files(_ folder: ScratchFolder) throws -> [String: String] {
    let out = folder.url.appending(path: "out")
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, String(decoding: try Data(contentsOf: out.appending(path: $0)), as: UTF8.self))
      })
  }

  /// Names that are in no other word, with doubts about names, unmatched words, and a file called after a firm.
  private static let study = [
    "actors.csv": """
    id,name,kind,cluster
    qqa,Quarz Werke,sme,north
    qqb,Zinnober Holding,sme,north
    qqc,Kupferwerk Institut,research_institute,south
    qqd,Kupferwerk Instituts,research_institute,south

    """,
    "claims.csv": """
    respondent,item,partner,topic,channel,answer,comment
    qqa,shared,qqb,markets,meeting,yes,Zinnober Holding
    qqb,received,qqa,markets,meeting,no,new
    qqc,shared,Bleihütte Nord,markets,meeting,yes,new
    qqc,shared,Quarz Werk,funding,event,yes,new
    qqb,shared,qqc,funding,event,yes,known
    qqb,shared,qqb,funding,event,yes,known

    """,
    "answers.csv": "respondent,question,answer\nqqa,partner,Zinnober Holding\nqqb,partner,none\n",
  ]

  @Test func noFileHoldsAName() throws {
    let folder = try ScratchFolder(Self.study)
    let plain = try Self.analysed(".", in: folder)
    try #require(plain.status == 0, "\(plain.errors)")
    let names = ["qqa", "qqb", "qqc", "qqd", "quarz", "zinnober", "kupferwerk", "bleihütte"]
    let found = try Self.files(folder).values.joined().lowercased()
    #expect(names.allSatisfy { found.contains($0) })
    for options in [[], ["--for", "north"], ["--for", "Quarz Werke"]] {
      let run = try CommandRun(
        ["analyze", ".", "--draws", "9", "--output", "coded/out", "--pseudonyms"] + options, in: folder.url)
      try #require(run.status == 0, "\(run.errors)")
      let out = folder.url.appending(path: "coded/out")
      let written = try FileManager.default.contentsOfDirectory(atPath: out.path)
      #expect(!written.contains("key.csv") && written.contains("report.html") && written.contains("manifest.json"))
      for name in written {
        let text = String(decoding: try Data(contentsOf: out.appending(path: name)), as: UTF8.self).lowercased()
        for word in names { #expect(!text.contains(word), "\(word) in \(name)") }
      }
      let key = try String(contentsOf: folder.url.appending(path: "coded/key.csv"), encoding: .utf8)
      #expect(names.allSatisfy { key.lowercased().contains($0) })
    }
  }

  @Test func anotherKeyIsNotOverwritten() throws {
    let folder = try ScratchFolder(Self.study)
    #expect(try Self.analysed(".", in: folder, "--pseudonyms").status == 0)
    #expect(try Self.analysed(".", in: folder, "--pseudonyms").status == 0)
    let key = folder.url.appending(path: "key.csv")
    try Data("code,id,name\nA001,else,Else\n".utf8).write(to: key)
    let before = try Self.files(folder)
    let run = try Self.analysed(".", in: folder, "--pseudonyms")
    #expect(run.status == 73 && run.errors.contains("is not the key to these codes"), "\(run.errors)")
    #expect(try Self.files(folder) == before)
    #expect(try String(contentsOf: key, encoding: .utf8).contains("Else"))
  }

  @Test func codesChangeNoNumberThatChanceDoesNotMake() throws {
    let folder = try ScratchFolder()
    #expect(try Self.analysed(Self.interspin, in: folder).status == 0)
    let plain = try Self.files(folder)
    #expect(try Self.analysed(Self.interspin, in: folder, "--pseudonyms").status == 0)
    let coded = try Self.files(folder)
    #expect(Set(coded.keys).subtracting(plain.keys).isEmpty)
    let exactly = ["pairs-", "density", "connected-pairs", "observed-pairs", "gatekeepers-graf"]
    func exact(_ files: [String: String]) -> [String] {
      (files["network.csv"] ?? "").split(separator: "\n").map(String.init).filter { line in
        let measure = line.split(separator: ",")[1]
        return exactly.contains { measure.hasPrefix($0) }
      }
    }
    #expect(exact(plain) == exact(coded) && exact(plain).count > 8)
  }

  @Test func onlyTheSheetIsWritten() throws {
    let folder = try ScratchFolder()
    for (subject, title) in [("C01", "# Cluster C01: who carries knowledge"), ("A091", "# ")] {
      let run = try Self.analysed(Self.interspin, in: folder, "--for", subject)
      try #require(run.status == 0, "\(run.errors)")
      let files = try Self.files(folder)
      #expect(Set(files.keys) == ["report.html", "report.md", "statements.csv", "manifest.json"])
      #expect(files["report.md"]?.hasPrefix(title) == true)
      #expect(files["manifest.json"]?.contains("\"for\" : \"\(subject)\"") == true)
    }
    let nobody = try Self.analysed(Self.interspin, in: folder, "--for", "C1")
    #expect(nobody.status == 64 && nobody.errors.contains("There is no cluster and no actor 'C1'."))
  }

  @Test func smallCellsAreWithheld() throws {
    let folder = try ScratchFolder()
    let run = try Self.analysed(Self.interspin, in: folder, "--least-cell", "8")
    try #require(run.status == 0, "\(run.errors)")
    let files = try Self.files(folder)
    let channels = (files["survey-channels.csv"] ?? "").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let column = try #require(channels[0].firstIndex(of: "n"))
    let counts = channels.dropFirst().map { $0[column] }
    #expect(counts.compactMap { Int($0) }.allSatisfy { $0 == 0 || $0 >= 8 } && counts.contains(""))
    #expect(files["report.md"]?.contains("behind which fewer than 8 stand") == true)
    #expect(files["manifest.json"]?.contains("\"leastCell\" : 8") == true)
    #expect(try Self.analysed(Self.interspin, in: folder, "--least-cell", "1").status == 64)
  }
}
