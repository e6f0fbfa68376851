// swift-tools-version: 6.1

import PackageDescription

// From outside the repository, the dependency is
// .package(url: "<address of the repository>", branch: "main").
let package = Package(
  name: "OwnMeasure",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Buzzline", path: "../../..")],
  targets: [
    .executableTarget(name: "OwnMeasure", dependencies: [.product(name: "KnowledgeNetworks", package: "Buzzline")])
  ]
)
