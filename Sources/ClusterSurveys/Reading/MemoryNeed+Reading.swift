internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

extension MemoryNeed {
  /// What it takes to read files and make a network of them, by their sizes.
  ///
  /// Files are not opened but to look at the headings of what may be a plain file of ties. What is missing counts as
  /// nothing; reading it says so.
  init(toRead paths: [URL], options: ReadingOptions) {
    let named = paths.flatMap(Self.files(at:)) + (options.actorsFile.map { [($0, .actors)] } ?? [])
    let bytes = named.reduce(0) { sum, file in
      sum + Self.size(of: file.url) * Self.bytesAByte(of: file.url, file.role, options)
    }
    self.init("Reading", bytes: bytes, advice: "a study of fewer rows")
  }

  /// How many bytes are held for each byte of a file: cells of a table take far more than their text.
  private static func bytesAByte(of url: URL, _ role: FileRole?, _ options: ReadingOptions) -> Int {
    switch role {
    case .actors, .responses: return 10
    case .claims, .aliases: return 32
    case .ties, nil:
      guard !InputStream.isStream(url), let file = try? MappedFile(url),
        let heading = PlainHeading(
          file.bytes, file: url.relativePath, delimiter: options.delimiter, encoding: options.encoding),
        TieLayout(heading, role: role, options: options) != nil
      else { return 32 }
      return 4
    }
  }

  private static func files(at path: URL) -> [(url: URL, role: FileRole?)] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path.path) else { return [(path, nil)] }
    return names.filter { $0.hasSuffix(".csv") }.compactMap { name in
      FileRole(rawValue: String(name.dropLast(4))).map { (path.appending(path: name), $0) }
    }
  }

  private static func size(of url: URL) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int) ?? 0
  }
}
