package import Foundation
package import KnowledgeNetworks

extension Sheet {
  /// Reads a table from a file of any known sort.
  package static func open(
    _ url: URL, sheet: String? = nil, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil
  ) throws(BuzzlineError) -> Sheet {
    let file = try MappedFile(url)
    return try Sheet(text: file.copiedBytes, file: url.relativePath, delimiter: delimiter, encoding: encoding)
  }
}
