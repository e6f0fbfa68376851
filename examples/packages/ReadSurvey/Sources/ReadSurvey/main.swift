import ClusterSurveys
import Foundation

// What a survey says, and the network that its claims make; the argument is a folder, such as examples/knoke.

let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".")
do {
  let survey = try Survey(contentsOf: [folder])
  let network = try survey.reconciled(by: .either).network
  print("\(network.actorCount) actors, \(network.pairCount) connected pairs")
} catch {
  print("\(error)")
  exit(error.code.category.rawValue)
}
