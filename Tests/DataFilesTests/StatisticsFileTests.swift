#if Statistics
  import DataFiles
  import Foundation
  import KnowledgeNetworks
  import TestNetworks
  import Testing

  @Suite struct StatisticsFileTests {
    // Made each time: the address sanitizer takes the lists of a static value for lost.
    private static var answers: StatisticsFile {
      StatisticsFile([
        .init("id", label: "Nummer", values: .numbers([1, 2, 3])),
        .init("ort", values: .texts(["Köln", "", "Jena am See"])),
        .init(
          "GEG_1", label: "Wie oft?", values: .numbers([-99, nil, 2.5]),
          valueLabels: [1: "oft", -99: "keine Angabe"], missing: [-99, -77]),
      ])
    }

    private func bytes(_ compression: StatisticsFile.Compression = .rows) throws -> [UInt8] {
      try Self.answers.spssBytes(file: "t.sav", compression: compression)
    }

    @Test(arguments: [StatisticsFile.Compression.none, .rows, .zlib])
    func whatIsWrittenIsReadBack(_ compression: StatisticsFile.Compression) throws {
      let folder = try ScratchFolder()
      let url = folder.url.appending(path: "t.sav")
      try Self.answers.write(to: url, compression: compression)
      let sheet = try Sheet(contentsOf: url)
      #expect(
        sheet.texts == [
          ["id", "ort", "GEG_1"], ["Nummer", nil, "Wie oft?"], ["1", "Köln", "-99"], ["2"],
          ["3", "Jena am See", "2.5"],
        ])
      let book = Sheet.Codebook(labels: ["1": "oft", "-99": "keine Angabe"], missing: ["-99", "-77"])
      #expect(sheet.codebooks == [2: book])
    }

    @Test func stataReadsItsOwnMissingValues() throws {
      let sheet = try Sheet(bytes: Self.answers.stataBytes(file: "t.dta"), file: "t.dta")
      #expect(
        sheet.texts == [
          ["id", "ort", "GEG_1"], ["Nummer", nil, "Wie oft?"], ["1", "Köln", ".a"], ["2"],
          ["3", "Jena am See", "2.5"],
        ])
      #expect(sheet.codebooks == [2: Sheet.Codebook(labels: ["1": "oft", ".a": "keine Angabe"], missing: [".a"])])
    }

    @Test func labelsOfStataHaveEightyCharacters() throws {
      let label = String(repeating: "ä", count: 90)
      let file = StatisticsFile([.init("v", label: label, values: .numbers([1]))])
      let sheet = try Sheet(bytes: file.stataBytes(file: "t.dta"), file: "t.dta")
      #expect(sheet.text(1, 0) == String(label.prefix(80)))
    }

    @Test func equalVariablesGiveEqualBytes() throws {
      let stata = try Self.answers.stataBytes(file: "t.dta")
      #expect(try Self.answers.stataBytes(file: "t.dta") == stata)
      #expect(stata.firstRange(of: Array("<timestamp>\u{11}01 Jan 1960 00:00</timestamp>".utf8)) != nil)
      #expect(try bytes() == bytes())
      #expect(try String(decoding: bytes()[92..<109], as: UTF8.self) == "01 Jan 0000:00:00")
    }

    @Test func linesAreCases() throws {
      let sheet = try Sheet(bytes: bytes(), file: "t.sav")
      #expect(sheet.place(0, 2) == Place(file: "t.sav") && sheet.place(1) == Place(file: "t.sav"))
      #expect(sheet.place(2, 2) == Place(file: "t.sav", line: 1, column: 3))
      #expect(sheet.place(4) == Place(file: "t.sav", line: 3, column: 1))
    }

    @Test func daysRangesAndTextsOfSPSS() throws {
      let sheet = try Sheet(reference: "answers.zsav")
      #expect(
        sheet.texts == [
          ["q1", "day", "moment", "span", "place"], ["Wie oft?"],
          ["1", "2024-02-29", "2024-01-31T08:30:15", "01:30:00", "Köln"], ["2", nil, "2020-01-01T00:00:00"],
          ["-99", "1999-12-31", "2020-01-01T00:00:00", "00:00:01", "Jena"],
          [nil, "2000-01-01", "2020-01-01T00:00:00", "25:00:00", "x"],
        ])
      let labels = ["1": "oft", "-99": "keine Angabe", "-77": "nicht gefragt"]
      #expect(sheet.codebooks[0] == Sheet.Codebook(labels: labels, missing: ["-99", "-77"]))
      #expect(sheet.codebooks[4] == Sheet.Codebook(missing: ["x"]))
    }

    @Test(arguments: [("answers15.dta", TextEncoding?.none), ("answers8.dta", .utf8)])
    func daysAndMissingValuesOfStata(_ name: String, _ encoding: TextEncoding?) throws {
      let sheet = try Sheet(reference: name, encoding: encoding)
      #expect(
        sheet.texts == [
          ["q1", "day", "month", "name", "whole", "half"], ["Wie oft?"],
          ["1", "2024-02-29", "2010-01", "Ärmel", "1", "0.5"], ["2", "2024-02-29", "2010-02", nil, "2", "0.25"],
          [".a", "2024-02-29", "1959-12", "b", "3", "1e-07"], [nil, "2024-02-29", "1960-01", "c", "4", "1e+20"],
        ])
      #expect(sheet.codebooks == [0: Sheet.Codebook(labels: ["1": "oft", ".a": "keine Angabe"], missing: [".a"])])
    }

    @Test func tenThousandVariablesAreRead() throws {
      let wide = StatisticsFile((1...10_000).map { .init("v\($0)", values: .numbers([Double($0)])) })
      let sheet = try Sheet(bytes: wide.spssBytes(file: "t.sav"), file: "t.sav")
      #expect(sheet.rowCount == 2 && sheet.width == 10_000 && sheet.text(1, 9999) == "10000")
    }

    @Test func whatAProgramCannotHoldIsRefused() throws {
      for variables in [
        [], [.init("1x", values: .numbers([]))], [.init("a b", values: .numbers([]))],
        [.init("a", values: .numbers([1])), .init("b", values: .numbers([]))],
      ] as [[StatisticsFile.Variable]] {
        let error = #expect(throws: BuzzlineError.self) { try StatisticsFile(variables).spssBytes(file: "t.sav") }
        #expect(error?.code == .unwritable)
        let other = #expect(throws: BuzzlineError.self) { try StatisticsFile(variables).stataBytes(file: "t.dta") }
        #expect(other?.code == .unwritable)
      }
    }

    @Test(arguments: [StatisticsFile.Compression.none, .rows, .zlib])
    func whatIsCutOffIsRefused(_ compression: StatisticsFile.Compression) throws {
      let whole = try bytes(compression)
      for twentieth in 1...19 {
        #expect(try refusal(of: Array(whole[..<(whole.count * twentieth / 20)])).code.category == .data)
      }
    }

    @Test func newerVersionsAreNamed() throws {
      let newer = Array("<stata_dta><header><release>120</release>".utf8) + [UInt8](repeating: 0, count: 200)
      #expect(try refusal(of: newer).code == .unknownFormat)
      for (offset, byte) in [(3, UInt8(ascii: "4")), (64, 7), (72, 9)] {
        var bytes = try bytes()
        bytes[offset] = byte
        let error = try refusal(of: bytes)
        #expect(error.code == .unknownFormat && error.message.contains("version"))
      }
    }

    @Test func damagedFilesAreReadOrRefused() throws {
      let drawer = ReferenceFiles.drawer.appending(path: "tables")
      let stata = try ["answers8.dta", "answers15.dta"].map { Array(try Data(contentsOf: drawer.appending(path: $0))) }
      let whole = try [bytes(.none), bytes(.rows), bytes(.zlib), Self.answers.stataBytes(file: "t.dta")] + stata
      var (read, refused) = (0, 0)
      for seed in searchSeeds(300) {
        var generator = SeededGenerator(seed: seed)
        let bytes = damaged(whole[generator.below(whole.count)], [0, 1, 2, 0x7F, 0xFF, 0x20, 0x41], &generator)
        do throws(BuzzlineError) {
          let sheet = try Sheet(bytes: bytes, file: "t")
          read += sheet.texts.allSatisfy { $0.count <= sheet.width } ? 1 : 0
        } catch {
          #expect(error.place.file == "t" && !error.message.contains("\n"), "seed \(seed)")
          refused += 1
        }
      }
      #expect(read > 20 && refused > 20, "\(read) read, \(refused) refused")
    }
  }
#endif
