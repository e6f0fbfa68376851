// swift-tools-version: 6.1

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let buzzline = Target.Dependency.product(name: "Buzzline", package: "Buzzline")

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Buzzline", path: ".."),
    // Without its traits it needs no allocator of its own; its counts of allocations then stay 0 and are not shown.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(name: "PeerRunner", dependencies: [buzzline], swiftSettings: strict),
    .executableTarget(
      name: "Kernels", dependencies: [buzzline, .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Kernels", swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
