import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

extension Sheet {
  /// The cells row by row up to the last stated one; `nil` is an unstated one.
  var texts: [[String?]] {
    (0..<rowCount).map { row in (0..<width(of: row)).map { isUnstated(row, $0) ? nil : text(row, $0) } }
  }

  /// Reads a file that another program made.
  init(reference name: String, sheet: String? = nil, encoding: TextEncoding? = nil) throws {
    try self.init(
      contentsOf: ReferenceFiles.drawer.appending(path: "tables/\(name)"), sheet: sheet, encoding: encoding)
  }
}

/// The error that reading such bytes ends with.
func refusal(
  of bytes: [UInt8], sheet: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws -> BuzzlineError {
  do throws(BuzzlineError) {
    _ = try Sheet(bytes: bytes, file: "t", sheet: sheet)
  } catch {
    return error
  }
  return try #require(nil as BuzzlineError?, "The bytes were read.", sourceLocation: sourceLocation)
}
