import Foundation
import TestNetworks
import Testing

/// Every command reads a packed network as it reads the study it was made of.
@Suite struct PackTests {
  private static let study = [
    "actors.csv": """
    id,name,kind,cluster,country,staff
    Z1,"Müller, Söhne",sme,north,DE,12
    A2,Beta AG,large_firm,north,DE,1.50
    A3,Institut C,research_institute,south,AT,007
    A4,Delta,sme,south,,
    A5,Epsilon,large_firm,south,,

    """,
    "ties.csv": "source,target,weight\nZ1,A2,2\nA2,A3,1\nA3,A4,4\nA4,Z1,1\nA2,A5,1\nA5,A4,3\n",
  ]

  /// A study and its packed network.
  private static func packed(_ options: [String] = []) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let study = folder.url.appending(path: "study")
    try FileManager.default.createDirectory(at: study, withIntermediateDirectories: true)
    for (name, text) in Self.study { try folder.write("study/" + name, text) }
    let run = try CommandRun(["pack", "study", "--output", "net.bz"] + options, in: folder.url)
    try #require(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.hasPrefix("buzzline: wrote 5 actors and 6 ties to net.bz, digest "))
    return folder
  }

  @Test(arguments: [
    ["measures", "--measure", "in-degree,betweenness,closeness-out,pagerank,constraint"],
    ["measures", "--measure", "in-degree", "--cluster", "south"],
    ["brokerage", "--group", "kind", "--null", "--draws", "99"], ["explain", "A2"],
    ["key-players", "--count", "1", "--measure", "fragmentation"],
    ["spread", "--from", "A2", "--probability", "0.5", "--runs", "100"],
    ["seeds", "--count", "1", "--probability", "1"],
    ["what-if", "--without", "A2", "--probability", "1", "--runs", "10"], ["convert", "--to", "graphml"],
    ["brokerage", "--group", "staff"],
  ]) func commandsPrintWhatTheyPrintOfTheStudy(_ command: [String]) throws {
    for weights in ["none", "strength", "distance"] {
      let folder = try Self.packed(["--weights", weights])
      func run(_ path: String, _ more: [String]) throws -> CommandRun {
        try CommandRun([command[0], path] + command.dropFirst() + more, in: folder.url)
      }
      let (direct, packed) = (try run("study", ["--weights", weights]), try run("net.bz", []))
      #expect(direct.status == 0 && packed.status == 0, "\(packed.errors)")
      #expect(direct.output == packed.output)
    }
  }

  @Test func checkAndAnalyzeReadIt() throws {
    let folder = try Self.packed()
    let check = try CommandRun(["check", "net.bz"], in: folder.url)
    #expect(check.status == 0 && check.output.contains("net.bz: read as network") && check.output.contains("Actors: 5"))
    #expect(try CommandRun(["analyze", "net.bz", "--draws", "9", "--output", "out"], in: folder.url).status == 0)
    let report = try String(contentsOf: folder.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("from a packed network") && !report.contains("with the rule 'either'"))
    let again = try CommandRun(["pack", "net.bz", "--output", "again.bz"], in: folder.url)
    #expect(again.status == 0)
    let (one, other) = (folder.url.appending(path: "net.bz"), folder.url.appending(path: "again.bz"))
    #expect(try Data(contentsOf: one) == Data(contentsOf: other))
  }

  @Test func aFolderWhoseNameEndsLikeOneIsAStudy() throws {
    let folder = try Self.packed()
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "study"), to: folder.url.appending(path: "study.bz"))
    let check = try CommandRun(["check", "study.bz"], in: folder.url)
    #expect(check.status == 0 && check.output.contains("Actors: 5"), "\(check.errors)")
  }

  @Test func badFilesAndPlacesAreRefused() throws {
    let folder = try Self.packed()
    func refused(_ arguments: [String], _ status: Int32, _ words: String) throws {
      let run = try CommandRun(arguments, in: folder.url)
      #expect(run.status == status && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
    }
    for options in [["--undirected"], ["--weights", "strength"], ["--weight-column", "w"], ["--delimiter", "tab"]] {
      try refused(["check", "net.bz"] + options, 64, "belong to 'buzzline pack'")
    }
    try refused(["check", "net.bz", "--rule", "both"], 64, "--rule belongs to 'buzzline pack'")
    let file = folder.url.appending(path: "net.bz")
    var bytes = Array(try Data(contentsOf: file))
    bytes[bytes.count - 1] ^= 1
    try Data(bytes).write(to: folder.url.appending(path: "damaged.bz"))
    try Data(bytes.prefix(500)).write(to: folder.url.appending(path: "short.bz"))
    try folder.write("foreign.bz", "source,target\nA,B\n")
    let measure = ["--measure", "in-degree"]
    try refused(["measures", "damaged.bz"] + measure, 65, "another checksum")
    try refused(["measures", "short.bz"] + measure, 65, "The file should have")
    try refused(["measures", "foreign.bz"] + measure, 65, "not a packed network")
    try refused(["measures", "none.bz"] + measure, 66, "no such file")
    try refused(["measures", "net.bz", "study"] + measure, 64, "read alone")
    try refused(["pack", "study", "--output", "net.txt"], 64, "net.txt.bz")
    try refused(["pack", "study", "--output", "none/net.bz"], 73, "cannot be written")
  }
}
