internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline convert`: a study, or its network, in files that other programs read.
struct Convert: StudyCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the network of a study into a file of another program, or the study into canonical files.",
    discussion: """
      Actors keep every attribute; ties their weight, topic, channel and wave, what giver and receiver reported, and \
      their scope. Of a study of several waves the latest is written; --wave names another. DL keeps weights and \
      relations alone; DL and VNA know no ties without direction, so that each is written in both. DOT is for drawing. Beside a Pajek file that --output names, a partition of the same name \
      (.clu) has the kind of each actor as a number: kinds are counted from 1 in ascending order of their names, 0 is \
      no kind. xlsx is a workbook with the sheets actors and ties. csv is the whole study, all waves, before anything \
      is reconciled: actors.csv, claims.csv, responses.csv, ties.csv, answers.csv and questions.csv, as far as there \
      are any, in the folder that --output names. Every format but DOT is read back by Buzzline.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @Option(help: ArgumentHelp("The format to write.", valueName: "format"))
  var to: ConvertFormat
  @Option(
    help: ArgumentHelp(
      "The file to write, of csv the folder; without, standard output, which csv and xlsx do not take.",
      valueName: "path"))
  var output: String?
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    try input.requirePaths()
    guard output == nil, to == .study || to == .workbook else { return }
    throw ValidationError("--to \(to.word) needs --output: the \(to == .study ? "folder" : "file") to write.")
  }

  func prepare() throws {
    if to == .study, let output { try OutputFolder(output).validate() }
  }

  func answer(_ study: ReadStudy) throws {
    switch to {
    case .study: try writeStudy(study)
    case .workbook: try write(try document(of: study).workbook(file: output ?? ""))
    case .network(let format):
      let document = try document(of: study)
      study.line.clear()
      try write(format.write(document))
      if format == .pajek { try writeKinds(of: document) }
    }
  }

  private func document(of study: ReadStudy) throws -> GraphDocument {
    try GraphDocument(try study.reconciliation(of: study.latestWave()))
  }

  private func writeStudy(_ study: ReadStudy) throws {
    guard let output else { return }
    let files = study.survey.canonicalFiles()
    let streamed = files.map { file in StreamedFile(file.name) { sink throws(BuzzlineError) in sink(file.bytes) } }
    let manifest = Manifest(options: ["to": .text(to.word)], seed: 0, inputs: study.survey.accounts)
    try OutputFolder(output).write(streamed: streamed, manifest: manifest)
    study.say(["wrote \(files.map(\.name).joined(separator: ", ")) to \(output)"])
  }

  private func write(_ bytes: [UInt8]) throws {
    guard let output else { return try StandardOutput.write(String(decoding: bytes, as: UTF8.self)) }
    try write(bytes, to: URL(filePath: output))
  }

  private func write(_ bytes: [UInt8], to url: URL) throws {
    do { try Data(bytes).write(to: url, options: .atomic) } catch {
      throw BuzzlineError(.cannotWrite, at: Place(file: url.relativePath), "The file cannot be written.")
    }
  }

  /// The partition of kinds beside a Pajek network.
  private func writeKinds(of document: GraphDocument) throws {
    guard let output else { return }
    let (file, partition) = (URL(filePath: output), document.pajekPartition(of: "kind"))
    let beside = file.deletingPathExtension().appendingPathExtension("clu")
    guard !partition.values.isEmpty, beside != file else { return }
    try write(partition.bytes, to: beside)
    let numbered = partition.values.enumerated().map { "\($0 + 1) \(SafeText.name($1))" }
    StandardError.write(
      "buzzline: wrote the kinds to \(beside.relativePath): \(numbered.joined(separator: ", "))\n")
  }
}
