package import Foundation
package import KnowledgeNetworks

/// The variables of a file of SPSS or Stata, with their labels and what their codes mean.
///
/// Read files become a ``Sheet``; this is the value that is written.
package struct StatisticsFile: Hashable, Sendable {
  /// Who wrote a file.
  package enum Program: Hashable, Sendable {
    /// `.sav`, and compressed `.zsav`.
    case spss
    /// `.dta`, of version 8 or later.
    case stata

    /// By the bytes that each begins with; `nil` if it is neither.
    package init?(_ bytes: UnsafeRawBufferPointer) {
      if bytes.starts(with: "$FL".utf8), bytes.dropFirst(4).starts(with: "@(#)".utf8) {
        self = .spss
      } else if bytes.starts(with: "<stata_dta>".utf8) {
        self = .stata
      } else if bytes.count > 4, 104...119 ~= bytes[0], 1...2 ~= bytes[1], bytes[2] == 1, bytes[3] == 0 {
        self = .stata
      } else {
        return nil
      }
    }
  }

  /// What a variable holds, a value a case.
  package enum Values: Hashable, Sendable {
    /// `nil` is the system's missing value.
    case numbers([Double?])
    case texts([String])

    var count: Int {
      switch self {
      case .numbers(let numbers): numbers.count
      case .texts(let texts): texts.count
      }
    }
  }

  package struct Variable: Hashable, Sendable {
    package var name: String
    /// The text of the question, say.
    package var label: String?
    package var values: Values
    /// What codes mean, of numbers.
    package var valueLabels: [Double: String]
    /// Up to three codes that say that an answer is missing, of numbers.
    package var missing: [Double]

    package init(
      _ name: String, label: String? = nil, values: Values, valueLabels: [Double: String] = [:], missing: [Double] = []
    ) {
      (self.name, self.label, self.values) = (name, label, values)
      (self.valueLabels, self.missing) = (valueLabels, missing)
    }
  }

  package var variables: [Variable]

  package init(_ variables: [Variable]) { self.variables = variables }

  /// How SPSS stores the cases.
  package enum Compression: Hashable, Sendable {
    /// `.sav`, each number in eight bytes.
    case none
    /// `.sav`, small whole numbers in one byte.
    case rows
    /// `.zsav`
    case zlib
  }

  /// Writes a file of SPSS, in place of one that is there; equal variables give equal bytes.
  ///
  /// - Throws: `BuzzlineError` if SPSS cannot hold a name or value, or the file cannot be written.
  package func write(to url: URL, compression: Compression = .rows) throws(BuzzlineError) {
    let bytes = try spssBytes(file: url.relativePath, compression: compression)
    do {
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw BuzzlineError(.unwritable, at: Place(file: url.relativePath), "The file cannot be written.")
    }
  }
}

#if !Statistics
  extension StatisticsFile {
    static func sheet(
      of bytes: UnsafeRawBufferPointer, program: Program, file: String, encoding: TextEncoding?
    ) throws(BuzzlineError) -> Sheet { throw notBuilt(file) }

    package func spssBytes(file: String, compression: Compression = .rows) throws(BuzzlineError) -> [UInt8] {
      throw Self.notBuilt(file)
    }

    package func stataBytes(file: String) throws(BuzzlineError) -> [UInt8] { throw Self.notBuilt(file) }

    private static func notBuilt(_ file: String) -> BuzzlineError {
      BuzzlineError(
        .notBuilt, at: Place(file: file),
        "This build of Buzzline has no files of SPSS and Stata: the package trait Statistics was left out.")
    }
  }
#endif
