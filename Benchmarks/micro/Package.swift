// swift-tools-version: 6.2
// What each stage costs for the sample articles, with stored thresholds; ./run builds, runs and checks it.
import PackageDescription

let stages = ["LoadStage", "CleanStage", "SegmentStage", "EntitiesStage", "SummarizeStage", "ExportStage"]

let package = Package(
    name: "micro",
    dependencies: [
        .package(name: "copydesk", path: "../.."),
        // Without its allocation counter, which does not work on every system; ours is in CAllocationCount.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "CAllocationCount"),
        .executableTarget(
            name: "Stages",
            dependencies: ["CAllocationCount", .product(name: "Benchmark", package: "benchmark"), .product(name: "StageKit", package: "copydesk")]
                + stages.map { .product(name: $0, package: "copydesk") },
            path: "Benchmarks/Stages",
            swiftSettings: [.enableUpcomingFeature("ExistentialAny"), .treatAllWarnings(as: .error)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
)
