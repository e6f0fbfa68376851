import Buzzline
import Foundation

// Who brokers information among Knoke's ten organisations, and who stands between the others?
let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? "examples/knoke")
let survey = try Survey(contentsOf: [folder])
let network = try survey.reconciled(by: .either).network
print("\(network.actorCount) actors, \(network.pairCount) connected pairs")

let betweenness = try network.betweenness()
let brokerage = try network.brokerage(by: .kind)
for actor in betweenness.highest(3) {
  guard let score = betweenness[actor], let roles = brokerage[actor] else { continue }
  print(
    "\(network.actors[actor].name): betweenness \(score.formatted(.number.precision(.fractionLength(2)))),",
    "gatekeeper \(roles[.gatekeeper]) times, representative \(roles[.representative]) times")
}

let chance = try brokerage.permutationTest(options: PermutationOptions(seed: 1))
for role in BrokerageRole.allCases {
  let test = chance.totals[role]
  print("\(role.rawValue): \(Int(test.observed)), by chance \(test.mean), p \(test.pAtLeast)")
}
