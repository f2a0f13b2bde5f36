// swift-tools-version: 6.2
// How well near duplicates are found, and what remembering articles costs; `./run` builds and runs it.
import PackageDescription

let package = Package(
    name: "dedupe-bench",
    dependencies: [.package(name: "copydesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "dedupe-bench",
            dependencies: [.product(name: "StageKit", package: "copydesk"), .product(name: "DedupeStage", package: "copydesk")],
            swiftSettings: [.enableUpcomingFeature("ExistentialAny"), .treatAllWarnings(as: .error)])
    ]
)
