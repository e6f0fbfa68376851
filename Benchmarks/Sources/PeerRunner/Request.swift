internal import Buzzline
internal import Foundation

/// What can be compared, by the names that the peers' scripts use too.
enum PeerMeasure: String, CaseIterable {
  case betweenness
  case distances
  case brokerage
  case holes
  case triads
  /// Expected reach of every actor, each tie with a chance of 0.1, 10,000 runs.
  case cascade
  /// The same with a chance of 0.3 and 512 runs, where most runs reach a third of the network.
  case cascadeFar = "cascade-far"
  /// Fifty actors to tell first, by reverse samples, each tie with a chance of 0.01.
  case seeds
  /// From files to a network.
  case load
  /// The same as the command does it: every row accounted for, the files' digests taken.
  case study
  /// A long export of claims through its mapping, from files to a survey.
  case claims
  /// Every measure of many small networks.
  case batch
}

/// What one run is asked to do: `PeerRunner MEASURE FOLDER SCORES [--repeat N] [--threads N] [--engine NAME]`.
struct Request {
  let measure: PeerMeasure
  let folder: URL
  /// Where the answer goes, a row an actor.
  let output: URL
  var repetitions = 1
  var threads = ProcessInfo.processInfo.activeProcessorCount
  var engine = Engine.parallel

  init(_ arguments: some Sequence<String>) throws(UsageError) {
    var plain: [String] = []
    var options: [String: String] = [:]
    var words = arguments.makeIterator()
    while let word = words.next() {
      if word.hasPrefix("--") { options[word] = words.next() ?? "" } else { plain.append(word) }
    }
    guard plain.count == 3, let measure = PeerMeasure(rawValue: plain[0]) else { throw UsageError() }
    self.measure = measure
    folder = URL(filePath: plain[1])
    output = URL(filePath: plain[2])
    if let text = options["--repeat"] { repetitions = try Self.count(text) }
    if let text = options["--threads"] { threads = try Self.count(text) }
    if let name = options["--engine"] {
      guard let known = Engine(rawValue: name) else { throw UsageError() }
      engine = known
    }
  }

  private static func count(_ text: String) throws(UsageError) -> Int {
    guard let number = Int(text), number > 0 else { throw UsageError() }
    return number
  }
}

/// The arguments were not understood.
struct UsageError: Error, CustomStringConvertible {
  var description: String {
    let measures = PeerMeasure.allCases.map(\.rawValue).joined(separator: "|")
    return "usage: PeerRunner \(measures) FOLDER SCORES [--repeat N] [--threads N] [--engine NAME]"
  }
}
