internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline convert`: the network of a study as a file that other programs read.
struct Convert: StudyCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the network of a study into a file of another program.",
    discussion: """
      Actors keep every attribute; ties their weight, topic, channel and wave, what giver and receiver reported, and \
      their scope. Of a study of several waves the latest is written; --wave names another. DL keeps weights and \
      relations alone, and DOT is for drawing.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @Option(help: ArgumentHelp("The format of the file.", valueName: "format"))
  var to: GraphFormat
  @Option(help: ArgumentHelp("The file to write; without, standard output.", valueName: "file"))
  var output: String?
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws { try input.requirePaths() }

  func answer(_ study: ReadStudy) throws {
    let wave = study.latestWave()
    let bytes = to.write(try GraphDocument(try study.reconciliation(of: wave)))
    study.line.clear()
    guard let output else { return try StandardOutput.write(String(decoding: bytes, as: UTF8.self)) }
    do { try Data(bytes).write(to: URL(filePath: output), options: .atomic) } catch {
      throw BuzzlineError(.cannotWrite, at: Place(file: output), "The file cannot be written.")
    }
  }
}
