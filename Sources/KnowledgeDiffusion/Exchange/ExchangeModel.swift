public import KnowledgeNetworks

/// A rule by which actors exchange what they know, meeting after meeting.
///
/// Unlike in a ``SpreadModel``, everybody knows something at the start and how much an actor knows is a number in each
/// of several categories. Meetings come one at a time, so each depends on how those before it ended.
public protocol ExchangeModel: Sendable {
  associatedtype Process: ExchangeProcess

  /// The word files and commands use.
  var name: String { get }

  /// The model made ready for a network, after the model's own checks; it serves one run after another.
  ///
  /// - Throws: ``BuzzlineError`` where the model does not fit the network.
  func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> Process
}

/// Exchange under way.
public protocol ExchangeProcess: Sendable {
  /// What everybody knows now.
  var levels: KnowledgeLevels { get }
  /// Who is an expert in this run, by roster position, ascending.
  var experts: [Int] { get }
  /// Who gave how often in this run.
  var transfers: TransferCounts { get }
  /// Begins a run: hands out what everybody knows at the start.
  mutating func begin(chance: RunChance)
  /// Lets two partners meet, or says that no two have anything to exchange.
  mutating func meet() -> Meeting
}

/// What became of a meeting.
public enum Meeting: Hashable, Sendable {
  /// Knowledge went from one to the other, or both ways.
  case exchange
  /// The two had nothing to offer each other.
  case nothing
  /// No two partners anywhere have anything to offer each other: the run is over.
  case over
}
