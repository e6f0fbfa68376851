internal import Buzzline
internal import Foundation

/// Our side of the comparison with peers: reads a folder once, runs one measure some times and prints the seconds of
/// the measure alone, as every peer does.
@main
struct PeerRunner {
  static func main() {
    do {
      let request = try Request(CommandLine.arguments.dropFirst())
      let report = try request.run()
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } catch {
      FileHandle.standardError.write(Data("PeerRunner: \(error)\n".utf8))
      exit(1)
    }
  }
}

/// What a run took.
struct Report: Encodable {
  let program = "Buzzline"
  let version = BuzzlineVersion.current
  let threads: Int
  let seconds: [Double]
  /// How many runs an answer is made of; told where there are runs.
  var runs: Int?
}

extension Request {
  func run() throws -> Report {
    let workers = Workers(threads: threads)
    switch measure {
    case .load: return try timed({ try loaded(by: workers) }, columns: { Columns(degreesOf: $0) })
    case .study: return try timed(studied, columns: { Columns(degreesOf: $0) })
    case .claims:
      return try timed(
        { try Survey(contentsOf: [folder.appending(path: "mapping.yaml")], workers: workers) },
        columns: { Columns(claimsOf: $0) })
    case .batch:
      return try timed({ try Batch(folder: folder, output: output, engine: engine, workers: workers).run() })
    default:
      let network = try loaded(by: workers)
      let kernel = Kernel(engine: engine, workers: workers)
      return try timed(
        { try kernel.answer(to: measure, in: network) }, columns: { $0.columns(of: network) }, runs: \.runs)
    }
  }

  /// From files to a network, as the library does it where nobody asks for an account of the rows.
  private func loaded(by workers: Workers) throws -> KnowledgeNetwork {
    try KnowledgeNetwork(
      contentsOfTies: folder.appending(path: "ties.csv"), actors: folder.appending(path: "actors.csv"),
      workers: workers)
  }

  /// From files to a network, as the command does it.
  private func studied() throws -> KnowledgeNetwork {
    try Survey(contentsOf: [folder]).reconciled(by: .either).network
  }

  /// Times only what makes the answer, a few times unless ten seconds are over; turning it into columns and writing
  /// them comes after.
  private func timed<Answer>(
    _ work: () throws -> Answer, columns: ((Answer) -> Columns)? = nil, runs: (Answer) -> Int? = { _ in nil }
  ) throws -> Report {
    var seconds: [Double] = []
    var last: Answer?
    while seconds.count < repetitions, seconds.reduce(0, +) < 10 {
      last = nil
      let start = ContinuousClock.now
      last = try work()
      let taken = start.duration(to: .now).components
      seconds.append(Double(taken.seconds) + Double(taken.attoseconds) * 1e-18)
    }
    if let last, let columns { try columns(last).write(to: output) }
    return Report(threads: threads, seconds: seconds, runs: last.flatMap(runs))
  }
}
