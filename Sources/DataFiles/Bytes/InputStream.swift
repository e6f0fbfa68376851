package import Foundation
package import KnowledgeNetworks

/// Input that can be read only once: standard input, a pipe.
package enum InputStream {
  /// Whether a path names one; `-` is standard input.
  package static func isStream(_ url: URL) -> Bool {
    if isStandardInput(url) { return true }
    var status = stat()
    guard stat(url.path, &status) == 0 else { return false }
    return [S_IFIFO, S_IFCHR, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  private static func isStandardInput(_ url: URL) -> Bool {
    url.relativePath == "-" || url.relativePath == "/dev/stdin"
  }

  /// All that comes.
  package static func bytes(of url: URL) throws(BuzzlineError) -> [UInt8] {
    do {
      let handle = isStandardInput(url) ? .standardInput : try FileHandle(forReadingFrom: url)
      return Array(try handle.readToEnd() ?? Data())
    } catch {
      throw BuzzlineError(.noInput, at: Place(file: url.relativePath), "This cannot be read.")
    }
  }
}
