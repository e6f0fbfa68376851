import KnowledgeDiffusion
import KnowledgeNetworks

// Two models of one's own: a rumour that dies where it is known, and a cascade with chances of one's own.

/// Who newly knows tells every receiver in the next step, unless all of its givers know already.
struct Rumour: SpreadModel {
  var name: String { "rumour" }

  func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> RumourProcess { RumourProcess(network: network) }
}

struct RumourProcess: SpreadProcess {
  let network: KnowledgeNetwork
  private var knows: Set<Int> = []
  private var front: [Int] = []

  init(network: KnowledgeNetwork) { self.network = network }

  mutating func begin(from seeds: [Int], chance: RunChance) {
    knows = Set(seeds)
    front = seeds
  }

  mutating func step() -> SpreadStep {
    let known = knows
    var informed: Set<Int> = []
    for teller in front {
      let isStale = !network.givers(to: teller).isEmpty && network.givers(to: teller).allSatisfy(known.contains)
      if !isStale { informed.formUnion(network.receivers(of: teller).filter { !known.contains($0) }) }
    }
    knows.formUnion(informed)
    front = informed.sorted()
    return SpreadStep(informed: front, knowing: knows.count, isLast: front.isEmpty)
  }
}

/// A connected pair carries knowledge the likelier, the stronger it is.
struct StrengthCascade: LiveTieModel {
  var name: String { "strength-cascade" }

  func liveTies(on network: KnowledgeNetwork) throws(BuzzlineError) -> LiveTies {
    try LiveTies(on: network) { _, _, weight in weight / (1 + weight) }
  }
}

let network = try KnowledgeNetwork(ties: [
  (from: "office", to: "mill", weight: 3), (from: "mill", to: "foundry", weight: 1),
  (from: "foundry", to: "office", weight: 1), (from: "institute", to: "office", weight: 2),
])
guard let institute = network.position(of: "institute") else { fatalError("it is in a tie") }
let options = try SpreadOptions(runs: 1_000, seed: 1)
let rumour = try Rumour().spread(on: network, from: [institute], options: options)
print("a rumour reaches \(rumour.reach.mean) actors")

let choice = try network.seeds(1, by: StrengthCascade())
print("first to inform: \(choice.seeds.map { network.actors[$0].id }), reach \(choice.expectedReach.mean)")
