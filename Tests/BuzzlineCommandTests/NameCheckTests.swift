import Foundation
import TestNetworks
import Testing

/// What the command makes of names that are in doubt.
@Suite struct NameCheckTests {
  @Test func nearEqualNamesAreListedWithTheAliasesThatJoinThem() throws {
    let folder = try ScratchFolder()
    let ties = try folder.write("ties.csv", "source,target\nAlpha,Beta\nalpha,Gamma\nAlpha GmbH,Gamma\nBeta,ALPHA\n")
    let run = try CommandRun(["check", ties])
    #expect(run.status == 0)
    #expect(
      run.output.hasSuffix(
        """
        or leading zeros: ('ALPHA', 'Alpha', 'Alpha GmbH', 'alpha').
          ties.csv:5:6: 'ALPHA'
          ties.csv:2:1: 'Alpha'
          ties.csv:4:1: 'Alpha GmbH'
          ties.csv:3:1: 'alpha'
          what would join them, as lines of aliases.csv:
            label,actor
            ALPHA,Alpha
            Alpha GmbH,Alpha
            alpha,Alpha

        """), "\(run.output)")
    let aliases = try folder.write("aliases.csv", "label,actor\nALPHA,Alpha\nAlpha GmbH,Alpha\nalpha,Alpha\n")
    let joined = try CommandRun(["check", ties, aliases])
    #expect(joined.output.contains("Actors: 3\n") && !joined.output.contains("near-equal"))
  }

  @Test func allUnknownActorsAreNamedInOneMessage() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun([
      "check", try folder.write("ties.csv", "source,target\nA,B\nQ,B\nR,A\nS,B\n"),
      "--actors", try folder.write("actors.csv", "id\nA\nB\n"),
    ])
    #expect(run.status == 65)
    #expect(
      run.errors.contains("ties.csv:3:1: 3 names are not in the actor file: 'Q' (line 3), 'R' (line 4), 'S' (line 5)."))
  }

  @Test func numbersInIdentifiersStandByTheirSize() throws {
    let folder = try ScratchFolder()
    let ties = try folder.write("ties.csv", "source,target\nn10,n2\nn2,n1\nn1,n10\n")
    let output = folder.url.appending(path: "out")
    #expect(try CommandRun(["analyze", ties, "--output", output.path]).status == 0)
    let actors = try String(contentsOf: output.appending(path: "actors.csv"), encoding: .utf8)
    #expect(actors.split(separator: "\n").map { $0.prefix { $0 != "," } } == ["id", "n1", "n2", "n10"])
  }

  /// The letters of one file in two spellings, and the rows in two orders.
  @Test func spellingsInUnicodeAreWithoutEffectOnTheBytes() throws {
    let folder = try ScratchFolder()
    let rows = ["Mu\u{308}ller,b", "b,M\u{FC}ller", "c,b", "C,M\u{FC}ller"]
    var outputs: [[String: Data]] = []
    for (name, rows) in [("one", rows), ("other", rows.reversed())] {
      let study = folder.url.appending(path: name)
      try FileManager.default.createDirectory(at: study, withIntermediateDirectories: false)
      try folder.write("\(name)/ties.csv", "source,target\n" + rows.joined(separator: "\n"))
      let output = folder.url.appending(path: "\(name)-findings")
      #expect(try CommandRun(["analyze", study.path, "--output", output.path]).status == 0)
      var files = try ScratchFolder.contents(of: output)
      files["manifest.json"] = nil
      outputs.append(files)
    }
    #expect(outputs[0].keys.count > 5 && outputs[0] == outputs[1])
  }

  @Test func namesToLookAtAreWrittenAndFollowedOnceFilledIn() throws {
    let folder = try ScratchFolder([
      "actors.csv": "id,name,kind\n1,Alpha GmbH,sme\n2,Beta AG,large_firm\n",
      "claims.csv": "respondent,item,partner\n1,shared,Betta AG\n1,shared,SMEs\n1,received,various\n",
    ])
    let names = folder.url.appending(path: "name-review.csv")
    let run = try CommandRun(["check", folder.url.path, "--names", names.path])
    #expect(run.status == 0 && run.errors.contains("wrote 3 names to look at to \(names.path)"))
    let review = try String(contentsOf: names, encoding: .utf8)
    #expect(review.contains("\nBetta AG,claims.csv,2,1,text,,2,Beta AG,0.953,,\n"))
    let again = try CommandRun(["check", folder.url.path, "--names", names.path])
    #expect(again.status == 73 && again.errors.contains("may hold decisions"))
    try folder.write("name-review.csv", review.replacing("0.953,,", with: "0.953,,same"))
    let joined = try CommandRun(["check", folder.url.path])
    #expect(joined.output.contains("Ties by the rule 'either': 1 of 1 pairs"), "\(joined.output)")
  }
}
