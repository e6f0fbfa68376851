// swift-tools-version: 6.1

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One module of the library: it may use only the modules named, all of which come before it.
func module(_ name: String, uses modules: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  // Square roots need the mathematics library, which Swift links by itself only where Foundation is imported.
  .target(
    name: name, dependencies: modules, resources: resources, swiftSettings: strict,
    linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

/// The tests of one module.
func tests(of name: String, with others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name), "TestNetworks"] + others, swiftSettings: strict)
}

let package = Package(
  name: "Buzzline",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Buzzline", targets: ["Buzzline"]),
    // Each module by itself: whoever spreads knowledge on a network builds neither igraph nor templates.
    .library(name: "KnowledgeNetworks", targets: ["KnowledgeNetworks"]),
    .library(name: "DataFiles", targets: ["DataFiles"]),
    .library(name: "GraphFiles", targets: ["GraphFiles"]),
    .library(name: "ClusterSurveys", targets: ["ClusterSurveys"]),
    .library(name: "NetworkMeasures", targets: ["NetworkMeasures"]),
    .library(name: "DiffusionRoles", targets: ["DiffusionRoles"]),
    .library(name: "KnowledgeDiffusion", targets: ["KnowledgeDiffusion"]),
    .library(name: "SyntheticClusters", targets: ["SyntheticClusters"]),
    .library(name: "DistributedWork", targets: ["DistributedWork"]),
    .library(name: "StudyFindings", targets: ["StudyFindings"]),
    .library(name: "StudyReports", targets: ["StudyReports"]),
    .executable(name: "buzzline", targets: ["BuzzlineCommand"]),
  ],
  // What not every user has installed: without a trait, files that need it are refused in one sentence.
  traits: [
    .default(enabledTraits: ["Spreadsheets", "Statistics"]),
    .trait(
      name: "Spreadsheets", description: "Reads .xlsx and .ods through libzip, writes .xlsx through libxlsxwriter."),
    .trait(name: "Statistics", description: "Reads .sav, .zsav and .dta and writes .sav through libreadstat."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CIgraph", pkgConfig: "igraph",
      providers: [.apt(["libigraph-dev"]), .brew(["igraph"])]),
    module("IGraph", uses: ["CIgraph"]),
    module("KnowledgeNetworks"),
    // Without pkg-config, whose path of the system's libraries would come before that of an igraph elsewhere; libreadstat
    // has no file for it in any case.
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"]), .brew(["readstat"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    module(
      "DataFiles",
      uses: [
        "KnowledgeNetworks", .target(name: "CCrypto", condition: .when(platforms: [.linux])),
        .target(name: "CReadStat", condition: .when(traits: ["Statistics"])),
        .target(name: "CZip", condition: .when(traits: ["Spreadsheets"])),
        .target(name: "CXLSXWriter", condition: .when(traits: ["Spreadsheets"])),
      ]),
    module("GraphFiles", uses: ["KnowledgeNetworks", "DataFiles"]),
    module("ClusterSurveys", uses: ["KnowledgeNetworks", "DataFiles", .product(name: "Yams", package: "Yams")]),
    module("NetworkMeasures", uses: ["KnowledgeNetworks", "IGraph"]),
    module("DiffusionRoles", uses: ["KnowledgeNetworks"]),
    module("KnowledgeDiffusion", uses: ["KnowledgeNetworks"]),
    module("SyntheticClusters", uses: ["KnowledgeNetworks", "DataFiles", "ClusterSurveys"]),
    module(
      "DistributedWork",
      uses: [
        "KnowledgeNetworks", "DataFiles", "GraphFiles", "NetworkMeasures", "DiffusionRoles", "KnowledgeDiffusion",
      ]),
    module(
      "StudyFindings",
      uses: [
        "KnowledgeNetworks", "DataFiles", "GraphFiles", "ClusterSurveys", "NetworkMeasures", "DiffusionRoles",
        "KnowledgeDiffusion",
      ], resources: [.embedInCode("Languages"), .embedInCode("Maps")]),
    .target(
      name: "StudyReports",
      dependencies: [
        "KnowledgeNetworks", "DataFiles", "ClusterSurveys", "NetworkMeasures", "KnowledgeDiffusion", "StudyFindings",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Page/Templates"), .embedInCode("Page/Style"), .embedInCode("Page/Script"), .embedInCode("Checks"),
      ],
      swiftSettings: strict),
    module(
      "Buzzline",
      uses: [
        "KnowledgeNetworks", "DataFiles", "GraphFiles", "ClusterSurveys", "NetworkMeasures", "DiffusionRoles",
        "KnowledgeDiffusion", "DistributedWork", "SyntheticClusters", "StudyFindings", "StudyReports",
      ]),
    .executableTarget(
      name: "BuzzlineCommand",
      dependencies: [
        "Buzzline", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "Quickstart", dependencies: ["Buzzline"], path: "examples/quickstart", swiftSettings: strict),

    // What all tests share: small networks and where outside numbers lie.
    .target(
      name: "TestNetworks", dependencies: ["KnowledgeNetworks"], path: "Tests/TestNetworks",
      swiftSettings: strict),
    // A study that several test, and names that no report may run.
    .target(
      name: "TestStudies", dependencies: ["KnowledgeNetworks", "ClusterSurveys", "StudyFindings", "TestNetworks"],
      path: "Tests/TestStudies", swiftSettings: strict),
    tests(of: "IGraph", with: ["KnowledgeNetworks"]),
    tests(of: "KnowledgeNetworks"),
    tests(of: "DataFiles", with: [.target(name: "CZip", condition: .when(traits: ["Spreadsheets"]))]),
    tests(of: "GraphFiles", with: ["DataFiles"]),
    tests(of: "ClusterSurveys", with: ["DataFiles"]),
    tests(of: "NetworkMeasures", with: ["IGraph"]),
    tests(of: "DiffusionRoles"),
    tests(of: "KnowledgeDiffusion"),
    tests(of: "DistributedWork", with: ["DataFiles", "GraphFiles", "NetworkMeasures", "DiffusionRoles"]),
    tests(of: "SyntheticClusters", with: ["ClusterSurveys", "DiffusionRoles", "NetworkMeasures"]),
    tests(of: "StudyFindings", with: ["Buzzline", "DataFiles", "TestStudies"]),
    tests(of: "StudyReports", with: ["Buzzline", "TestStudies"]),
    tests(
      of: "BuzzlineCommand",
      with: ["Quickstart", "DataFiles", "ClusterSurveys", "NetworkMeasures", "KnowledgeDiffusion"]),
  ]
)

// The sanitizers and a second igraph test what lies below the findings; leaving out the rest halves each of their builds.
if Context.environment["BUZZLINE_BELOW_FINDINGS"] != nil {
  let above = [
    "SyntheticClusters", "StudyFindings", "StudyReports", "Buzzline", "BuzzlineCommand", "Quickstart", "TestStudies",
    "buzzline",
  ]
  let left = Set(above + above.map { $0 + "Tests" })
  package.targets.removeAll { left.contains($0.name) }
  package.products.removeAll { left.contains($0.name) }
}
