internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline pack`: the network of a study in one file that is opened without being parsed.
struct Pack: StudyCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the network of a study into one mapped, checksummed file that every command reads.",
    discussion: """
      The file holds identifiers, attributes and the rows of ties both ways as they lie in memory, little endian, with a \
      SHA-256 of its header and of every section; a damaged or foreign file, or one of another version, is refused. Name it \
      in the place of a study. It is of the network: claims, who answered and what was set aside stay in the study. Of a \
      study of several waves the latest is packed; --wave names another.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions
  @Option(help: ArgumentHelp("The file to write; its name ends in .bz.", valueName: "file"))
  var output: String

  func validate() throws {
    try input.requirePaths()
    guard PackedNetwork.isNamed(URL(filePath: output)) else {
      throw ValidationError("--output names the packed network, such as \(output).bz: commands know it by that ending.")
    }
  }

  func answer(_ study: ReadStudy) throws {
    let wave = study.latestWave()
    let network = try study.network(of: wave)
    study.line.show("packing")
    let digest = try PackedNetwork(network, fileOrder: wave.survey.fileOrder)
      .write(to: URL(filePath: output), workers: study.workers)
    study.say([
      "wrote \(network.actorCount) actors and \(network.tieCount) ties to \(output), digest \(digest.prefix(12))"
    ])
  }
}
