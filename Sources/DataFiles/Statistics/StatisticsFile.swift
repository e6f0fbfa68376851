internal import KnowledgeNetworks

/// A file of SPSS
package struct StatisticsFile: Sendable {
  package enum Program: Hashable, Sendable {
    case spss, stata
    init?(_ bytes: UnsafeRawBufferPointer) { return nil }
  }
  static func sheet(of bytes: UnsafeRawBufferPointer, program: Program, file: String) throws(BuzzlineError) -> Sheet {
    throw BuzzlineError(.unknownFormat, at: Place(file: file), "x")
  }
}
