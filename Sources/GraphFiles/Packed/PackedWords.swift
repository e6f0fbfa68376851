internal import DataFiles
internal import KnowledgeNetworks

/// A column of words as a packed file holds it: the different words once, and for each row the number of its word.
///
/// Numbers count from 1, 0 is nothing stated. Where row *i* has the *i*-th word, all different, there are no numbers.
struct PackedWords {
  var words: [String] = []
  var codes: [UInt32] = []

  /// - Complexity: O(*n*) time and space for *n* rows.
  init(of column: some Sequence<String?>) {
    var numbers: [String: UInt32] = [:]
    for word in column {
      guard let word else {
        codes.append(0)
        continue
      }
      let number = numbers[word] ?? UInt32(words.count + 1)
      if number > words.count {
        numbers[word] = number
        words.append(word)
      }
      codes.append(number)
    }
    if codes.indices.allSatisfy({ codes[$0] == $0 + 1 }) { codes = [] }
  }

  init(words: [String], codes: [UInt32]) { (self.words, self.codes) = (words, codes) }

  subscript(row: Int) -> String? {
    guard !codes.isEmpty else { return words[row] }
    return codes[row] == 0 ? nil : words[Int(codes[row]) - 1]
  }

  func sections(_ name: String) -> [FileSection] {
    var (bytes, starts) = ([UInt8](), [0 as UInt64])
    for word in words {
      bytes += Array(word.utf8)
      starts.append(UInt64(bytes.count))
    }
    return [
      FileSection(name + ".words", bytes), FileSection(name + ".starts", starts), FileSection(name + ".codes", codes),
    ]
  }

  /// Reads a column of so many rows.
  ///
  /// - Throws: `BuzzlineError` `malformed` where its parts do not fit.
  init(_ name: String, rows: Int, in file: SectionFile, workers: Workers) throws(BuzzlineError) {
    let bytes = try file.numbers(name + ".words", as: UInt8.self)
    let starts = try file.numbers(name + ".starts", as: UInt64.self)
    codes = try file.numbers(name + ".codes")
    guard let last = starts.last, last == bytes.count, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      codes.allSatisfy({ Int($0) < starts.count }), (codes.isEmpty ? starts.count - 1 : codes.count) == rows
    else { throw file.damage("The column '\(name)' does not fit the file") }
    words = try workers.joined(over: starts.count - 1, by: 1 << 14, scratch: {}) { (_: inout Void, words) in
      bytes.withUnsafeBytes { bytes in
        // Within bounds: starts ascend to the number of bytes.
        words.map { String(decoding: bytes[Int(starts[$0])..<Int(starts[$0 + 1])], as: UTF8.self) }
      }
    }
  }
}
