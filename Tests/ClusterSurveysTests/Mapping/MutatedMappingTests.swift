import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import ClusterSurveys

/// Mappings and exports with faults put in at random: each is read with every row and cell accounted for, or refused in
/// one sentence; a draft is a mapping whatever the export holds.
@Suite struct MutatedMappingTests {
  private struct Design {
    let export: String
    let mapping: String
    /// A file that is joined to the export.
    var form = ""
  }

  private static let designs = [
    Design(
      export:
        "id,asked,GEG[1_name],GEG[2_name],GEG[1_topic],GEG[2_topic],wave\nA,Y,B,C; D,m,f,1\nB,N,,,,,1\nC,Y,A,,,,2\nD,,,,,,2\n",
      mapping: """
        codes: {tie: [Y], no_tie: [N]}
        sources:
          - file: export.csv
            respondent: id
            wave: wave
            items:
              - item: shared
                columns: {match: 'GEG\\[(?<slot>\\d)_name\\]'}
                cell: names
                slots: 2
                gate: {columns: asked}
                partner: {from: code}
                topic: {column: {match: 'GEG\\[(?<slot>\\d)_topic\\]'}, map: {m: markets, f: funding}}

        """),
    Design(
      export: """
        ResponseId,Finished,Q7#1_1_1,Q7#1_2_1
        Response ID,Finished,Collab - A Smith - Joint project,Collab - B - C Ltd - Joint project
        "{""ImportId"":""_recordId""}","{""ImportId"":""finished""}","{""ImportId"":""QID7_1"",""choiceId"":""1""}","{""ImportId"":""QID7_2"",""choiceId"":""1""}"
        R1,True,Joint project,
        R2,False,Joint project,

        """,
      mapping: """
        codes: {tie: ["*"], unstated: no_tie}
        sources:
          - file: export.csv
            headings: {rows: 3, heading: 1, label: 2, import: 3}
            keep_when: {column: Finished, is: "True"}
            respondent: ResponseId
            items:
              - item: received
                columns: {import: 'QID7_(?<row>\\d+)', choice: '(?<choice>\\d+)'}
                partner: {from: label, between: [' - ', ' - ']}
                topic: {from: choice, map: {"1": project, "2": other}}

        """),
    Design(
      export:
        "person;org;role;type;size;to_X;to_Y;to_none;n\np1;O;staff;1;12;1;1;;\"1,5\"\np2;O;CEO;1;12;1;0;;2\np3;P;staff;2;9;;;1;0\n",
      mapping: """
        codes: {tie: ["1"], no_tie: ["0"], missing: ["-9"]}
        sources:
          - file: export.csv
            respondent: person
            actor: {column: org, split: '|'}
            combine: {rule: most_senior, rank: role, order: [CEO, staff]}
            attributes:
              kind: {column: type, map: {"1": sme, "2": large_firm}}
              size: size
            items:
              - item: shared
                columns: {match: 'to_(?<partner>[XY])'}
                exclusive: to_none
                answered_when: {column: role, is_not: guest}
                partner: {from: partner}
                self: org
              - {item: received, columns: n, cell: number, partner: {const: O}, channel: {const: mail}}

        """),
    Design(
      export: "org,partners\nAlpha,\"Beta, Gamma and Sons, Delta\"\nBeta,\"Delta;Alpha;\"\n",
      mapping: """
        sources:
          - file: export.csv
            respondent: org
            items:
              - item: received
                columns: {position: 2}
                cell: labels
                partner: {from: code, kind: actor, map: {Alpha: Alpha, Beta: Beta, Delta: D, "Gamma and Sons, Delta": Gamma}}

        """),
    Design(
      export: ";A;B;C\nA;0;1;0\nB;1;0;2,5\nC;0;;0\n",
      mapping: "sources: [{file: export.csv, delimiter: semicolon, matrix: {rows: give}}]\n"),
    Design(
      export: "ego\talter\ttopic\tstrength\nA\tB\tm\t2\nA\tC\tf\t1\nB\tA\tm\t3\n",
      mapping: """
        sources:
          - file: export.csv
            respondent: ego
            items:
              - {item: shared, partner: {column: alter}, topic: {column: topic}, weight: {column: strength}}

        """),
    Design(
      export: "partner,topic,PARENT_KEY,KEY\nB,m,uuid:1,1\nC,f,uuid:1,2\nA,m,uuid:2,3\n",
      mapping: """
        codes: {missing: [n/a]}
        sources:
          - {file: form.csv, respondent: org, wave: wave, items: [{item: shared, columns: gave, cell: response}]}
          - file: export.csv
            join: {file: form.csv, key: PARENT_KEY, to: KEY}
            respondent: org
            wave: wave
            items: [{item: shared, partner: partner, topic: topic}]

        """, form: "SubmissionDate,org,wave,gave,KEY\n1,A,1,2,uuid:1\n1,B,1,1,uuid:2\n1,C,1,0,uuid:3\n1,D,1,,uuid:4\n"),
  ]

  /// What means something to a reader of tables, of YAML or of patterns.
  private static let telling = words.map { Array($0.utf8) }
  private static let words =
    [
      "\"", "'", ",", ";", ":", "\n", "\r", "\t", " ", "  ", "-", "{", "}", "[", "]", "(", ")", "(?<", "\\", "\\d", ".",
      "*", "+",
    ]
    + [
      "?", "|", "^", "{2,1}", "{9999}", "&a ", "*a", "<<: ", "? ", "!!set ", "%", "#", "@", "~", "\u{FEFF}", "\u{0}",
      "é", "0", "1",
    ]
    + [
      "99999999999999999999", "NA", "{\"ImportId\":", "\u{2028}", "\u{202E}", "\u{1F600}", "e\u{301}", "items: ", "1-3",
    ]

  @Test func everyRowAndCellIsAccountedForOrTheMappingRefused() throws {
    let folder = try ScratchFolder()
    let (export, mapping) = (folder.url.appending(path: "export.csv"), folder.url.appending(path: "mapping.yaml"))
    let form = folder.url.appending(path: "form.csv")
    var (read, refused) = (0, 0)
    for seed in searchSeeds(150) {
      var generator = SeededGenerator(seed: seed)
      let design = Self.designs[generator.below(Self.designs.count)]
      let files = [(mapping, design.mapping), (export, design.export), (form, design.form)]
      let hit = generator.below(design.form.isEmpty ? 2 : 3)
      let mutated = Data(damaged(files[hit].1.utf8, Self.telling, &generator))
      for (place, file) in files.enumerated() {
        try (place == hit ? mutated : Data(file.1.utf8)).write(to: file.0)
      }
      let shown = Comment(rawValue: "seed \(seed): \(String(decoding: mutated, as: UTF8.self))")
      do {
        let survey = try Survey(contentsOf: [mapping])
        for account in survey.accounts { try check(account, shown) }
        let alone = try Survey(contentsOf: [mapping], workers: Workers(threads: 1))
        try #require(alone.actors == survey.actors && alone.claims == survey.claims, shown)
        try #require(alone.remarks == survey.remarks && alone.accounts == survey.accounts, shown)
        _ = try survey.reconciled()
        read += 1
      } catch let error as BuzzlineError {
        try check(error, shown)
        refused += 1
      }
    }
    #expect(read > 20 && refused > 20, "\(read) read, \(refused) refused")
  }

  private func check(_ account: FileAccount, _ shown: Comment) throws {
    try #require(account.rowsRead == account.rowsUsed + account.rowsSetAside.values.reduce(0, +), shown)
    for cells in account.cells {
      // Every row that counts reads each column of a question once.
      try #require(cells.read == 0 ? account.rowsUsed == 0 : cells.read.isMultiple(of: max(1, account.rowsUsed)), shown)
      try #require(min(cells.ties, cells.denials, cells.missing, cells.ignored) >= 0, shown)
    }
  }

  private func check(_ error: BuzzlineError, _ shown: Comment) throws {
    let text = error.description
    try #require([.data, .usage, .input].contains(error.code.category), "\(text); \(shown)")
    try #require(!text.contains(where: \.isNewline) && [".", "?"].contains(text.last), "\(text); \(shown)")
  }

  @Test func aDraftIsAMappingOrSaysWhatToFillIn() throws {
    let folder = try ScratchFolder()
    let (export, mapping) = (folder.url.appending(path: "export.csv"), folder.url.appending(path: "mapping.yaml"))
    // Which lies beside the exports, those of partners among them.
    try Data(Self.designs.map(\.form).joined().utf8).write(to: folder.url.appending(path: "form.csv"))
    let exports = Self.designs.map(\.export) + ExportHeaders.all.map(\.text)
    var (drafted, open, refused) = (0, 0, 0)
    for seed in searchSeeds(150) {
      var generator = SeededGenerator(seed: seed)
      let mutated = Data(damaged(exports[generator.below(exports.count)].utf8, Self.telling, &generator))
      try mutated.write(to: export)
      let shown = Comment(rawValue: "seed \(seed): \(String(decoding: mutated, as: UTF8.self))")
      let draft: MappingDraft
      do {
        draft = try MappingDraft(of: [export], writtenTo: folder.url)
      } catch let error {
        try check(error, shown)
        refused += 1
        continue
      }
      try Data(draft.text.utf8).write(to: mapping)
      do {
        _ = try SurveyMapping(mapping)
        drafted += 1
      } catch let error {
        // What nothing tells is left to fill in; all else is a mapping.
        try #require(error.message.hasPrefix("This source has no items"), "\(error); \(shown); \(draft.text)")
        try #require(draft.text.contains("# items:"), "\(shown); \(draft.text)")
        open += 1
      }
    }
    #expect(drafted > 20 && refused > 0, "\(drafted) drafted, \(open) left open, \(refused) refused")
  }
}
