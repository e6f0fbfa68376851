import Foundation
import KnowledgeNetworks
import Testing

@testable import DataFiles

@Suite struct TextDecoderTests {
  private let text = "name\nMüller, „Söhne“ €\n"

  private func decoded(_ bytes: [UInt8], as encoding: TextEncoding? = nil) throws -> String {
    String(decoding: try TextDecoder(file: "t.csv").utf8(bytes, encoding: encoding).bytes, as: UTF8.self)
  }

  @Test func utf8WithAndWithoutMark() throws {
    #expect(try decoded(Array(text.utf8)) == text)
    #expect(try decoded([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian]) func utf16ByItsMark(_ order: String.Encoding)
    throws
  {
    let mark: [UInt8] = order == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    let bytes = try #require(text.data(using: order))
    #expect(try decoded(mark + Array(bytes)) == text)
  }

  @Test func windows1252WhereItIsNotUTF8() throws {
    let bytes = try #require(text.data(using: .windowsCP1252))
    #expect(try decoded(Array(bytes)) == text)
    #expect(try decoded(Array(bytes), as: .windows1252) == text)
  }

  /// Every byte means what the table of Unicode says, and the five without meaning are refused.
  @Test func windows1252IsItsTable() throws {
    let high = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  \u{2018}\u{2019}\u{201C}\u{201D}•–—˜™š›œ žŸ")
    for byte in UInt8(1)...255 {
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
        #expect(throws: BuzzlineError.self) { _ = try decoded([byte], as: .windows1252) }
      } else {
        let letter = 0x80...0x9F ~= byte ? high[Int(byte) - 0x80] : Character(UnicodeScalar(byte))
        #expect(try decoded([byte], as: .windows1252) == String(letter))
      }
    }
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0], "The file is compressed (gzip); unpack it first."),
      (Array("PK\u{3}\u{4}".utf8) + [0xC3, 0xA4, 0x8F], "This is a spreadsheet or another zip archive, not text."),
      (Array("$FL2@(#) SPSS".utf8), "This is a file of SPSS, not text."),
      (Array("<stata_dta>".utf8), "This is a file of Stata, not text."),
    ] as [([UInt8], String)])
  func filesOfOtherProgramsAreNamed(_ bytes: [UInt8], _ sentence: String) throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try decoded(bytes) }
    #expect(error.message == sentence && error.code == .encoding && error.place.file == "t.csv")
  }

  @Test func whatIsNoTextIsToldWhere() throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try decoded(Array("a\nbü".utf8) + [0x9D]) }
    #expect(error.code == .encoding)
    #expect(error.place.line == 2)
    let strict = try #require(throws: BuzzlineError.self) { _ = try decoded([0x61, 0xFC], as: .utf8) }
    #expect(strict.message == "The byte 0xFC here is not UTF-8.")
    #expect(strict.place.column == 2)
    #expect(throws: BuzzlineError.self) { _ = try decoded([0xFF, 0xFE, 0x00]) }
  }
}
