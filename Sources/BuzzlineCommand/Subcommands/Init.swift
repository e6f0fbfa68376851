internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline init`: a mapping to start from.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a mapping to start from for exports of survey tools.",
    discussion: """
      Recognises which tool wrote an export, where its headings, respondents and questions stand, and writes a YAML file \
      whose comments say what each line was guessed from and what is to be filled in. Where an export has only numbers of \
      variables, a table beside it that says what they ask or their codes mean may be named as well (headings such as VAR, \
      LABEL, RESPONSE, MEANING, as SoSci Survey writes them). 'buzzline check MAPPING' then says \
      what is understood, and every other command reads the mapping as a study.
      """)

  @Argument(help: "The exports of one study, all files of an export in several.")
  var files: [String]
  @Option(
    help: ArgumentHelp(
      "The mapping to write; - is standard output. By default mapping.yaml beside the first export.", valueName: "file")
  )
  var output: String?

  func run() throws {
    let urls = files.map { URL(filePath: $0) }
    let target = output.map { URL(filePath: $0) } ?? urls[0].deletingLastPathComponent().appending(path: "mapping.yaml")
    for url in urls {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue {
        throw ValidationError("'\(url.relativePath)' is a folder; name the exports in it.")
      }
      if let format = GraphFormat.recognise([], fileName: url.lastPathComponent) {
        throw ValidationError(
          "'\(url.relativePath)' is a network file (\(format.rawValue)), which every command reads without a mapping.")
      }
    }
    let draft = try MappingDraft(of: urls, writtenTo: target.deletingLastPathComponent())
    for line in draft.recognised { StandardError.write("buzzline: \(line).\n") }
    if output == "-" { return try StandardOutput.write(draft.text) }
    guard !FileManager.default.fileExists(atPath: target.path) else {
      throw BuzzlineError(
        .cannotWrite, at: Place(file: target.relativePath),
        "There is a file of this name already; --output names another.")
    }
    do { try Data(draft.text.utf8).write(to: target, options: .withoutOverwriting) } catch {
      throw BuzzlineError(.cannotWrite, at: Place(file: target.relativePath), "The mapping cannot be written.")
    }
    StandardError.write(
      "buzzline: wrote \(target.relativePath). Read its comments, then run: buzzline check \(target.relativePath)\n")
  }
}
