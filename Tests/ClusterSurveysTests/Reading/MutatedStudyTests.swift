import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Files with faults put in at random: each study is read with every row accounted for, or refused in one sentence.
@Suite struct MutatedStudyTests {
  private static let files = [
    "actors.csv":
      "id,name,kind,cluster,size\na,Ärmel AG,sme,north,\"1,5\"\nb,\"Be \"\"ta\"\"\",large_firm,south,2\nc,,sme,,3\n",
    "claims.csv": """
    respondent,item,partner,answer,wave,topic,weight,effect
    a,shared,b,yes,1,market,1.5,initiated
    b,received,Ärmel,no,1,,,
    b,shared,c;a,yes,2,"tech, new",0.25,"none; new"
    c,received,b,missing,2,market,3,

    """,
    "responses.csv": "respondent,item,status,wave\na,shared,answered,1\nb,received,partial,1\nc,shared,absent,2\n",
    "answers.csv":
      "respondent,question,answer,wave\na,staff,\"1,5\",1\nb,staff,2,1\na,use,much,2\nc,why,\"a; b\",1\n",
    "questions.csv": "question,text,scale,levels\nuse,\"How, much?\",ordinal,little|much\nstaff,,numeric,\n",
    "aliases.csv": "label,actor,decision\nÄrmel,a,same\nB,b,different\n",
    "name-review.csv": "label,nearest,actor,decision\nc;a,a|c,,several\nX,,KMU,group\nY,,,none\nZ,a,,\n",
    "memberships.csv": "group,member,role\np,a,lead\np,b,\nq,c,\n",
    "ties.csv": "source,target,weight,channel\na,c,1,fair\nc,b,2.5,\n",
  ]

  /// Bytes that mean something to a reader of tables.
  private static let telling = Array("\",;\t|\n\r .-+e019NA#\u{FEFF}\u{0}\u{FF}é".utf8) + [0xC3, 0xFF, 0x80]

  @Test func everyRowIsAccountedForOrTheStudyRefused() throws {
    let folder = try ScratchFolder(Self.files)
    let names = Self.files.keys.sorted()
    var (read, refused) = (0, 0)
    for seed in searchSeeds(400) {
      var generator = SeededGenerator(seed: seed)
      let name = names[generator.below(names.count)]
      let bytes = Data(damaged(try #require(Self.files[name]).utf8, Self.telling, &generator))
      try bytes.write(to: folder.url.appending(path: name))
      let shown = Comment(rawValue: "seed \(seed), \(name): \(String(decoding: bytes, as: UTF8.self))")
      do {
        let survey = try Survey(contentsOf: [folder.url])
        for account in survey.accounts {
          try #require(account.rowsRead == account.rowsUsed + account.rowsSetAside.values.reduce(0, +), shown)
        }
        let alone = try Survey(contentsOf: [folder.url], workers: Workers(threads: 1))
        try #require(alone.actors == survey.actors && alone.claims == survey.claims, shown)
        try #require(alone.answers == survey.answers && alone.questions == survey.questions, shown)
        try #require(alone.remarks == survey.remarks && alone.accounts == survey.accounts, shown)
        _ = try survey.reconciled()
        read += 1
      } catch let error as BuzzlineError {
        try #require([.data, .usage].contains(error.code.category), shown)
        try #require(error.description.contains(".csv") && !error.description.contains("\n"), shown)
        refused += 1
      }
      try Data(try #require(Self.files[name]).utf8).write(to: folder.url.appending(path: name))
    }
    #expect(read > 50 && refused > 50, "\(read) read, \(refused) refused")
  }
}
