internal import KnowledgeNetworks

/// Gifts of knowledge under way.
public struct GiftProcess: ExchangeProcess {
  /// What everybody knows now.
  public private(set) var levels: KnowledgeLevels
  /// Who is an expert in this run.
  public private(set) var experts: [Int] = []
  /// Who gave how often.
  public private(set) var transfers: TransferCounts

  private let endowment: EndowmentDrawer
  private let band: Double
  /// The ties over which something can be learnt, ascending by giver and receiver.
  private let ways: [Way]
  private var draw: MeetingDraw

  /// From whom to whom, and which share of what it is behind the receiver takes over.
  private struct Way: Sendable {
    let giver: Int
    let receiver: Int
    let isLocal: Bool?
    let absorption: Double
  }

  init(_ model: DistanceTransfer, on network: KnowledgeNetwork) throws(BuzzlineError) {
    endowment = try EndowmentDrawer(model.endowment, on: network)
    band = model.band
    ways = network.actors.indices.flatMap { giver in
      network.receivers(of: giver).compactMap { receiver in
        guard let distance = model.distances.between(giver, receiver) else { return nil }
        let absorption = model.absorption * model.learning.share(at: distance)
        guard absorption > 0 else { return nil }
        let isLocal = network.scope(between: giver, and: receiver).isLocal
        return Way(giver: giver, receiver: receiver, isLocal: isLocal, absorption: absorption)
      }
    }
    draw = MeetingDraw(pairCount: ways.count)
    levels = KnowledgeLevels(actors: 0, categories: model.endowment.categories)
    transfers = TransferCounts(actors: 0)
  }

  /// Hands out what everybody knows at the start.
  public mutating func begin(chance: RunChance) {
    draw.begin(chance)
    (levels, experts) = endowment.draw(&draw.generator)
    transfers = TransferCounts(actors: levels.actorCount)
  }

  /// Lets an actor give what it knows to one it is tied to.
  public mutating func meet() -> Meeting {
    if draw.mayBeOver {
      guard ways.contains(where: { levels.hasLead($0.giver, over: $0.receiver, band: band) }) else { return .over }
    }
    let way = ways[draw.next()]
    let lessons = levels.leads(of: way.giver, over: way.receiver, band: band)
    guard !lessons.isEmpty else { return draw.note(.nothing) }
    for category in lessons { levels.teach(category, from: way.giver, to: way.receiver, share: way.absorption) }
    transfers.add(lessons.count, from: way.giver, isLocal: way.isLocal)
    return draw.note(.exchange)
  }
}
