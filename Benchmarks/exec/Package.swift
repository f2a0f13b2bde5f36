// swift-tools-version: 6.2
// What an article costs in a stage inside the program and in the same stage outside it; `./run` builds and runs it.
import PackageDescription

let package = Package(
    name: "exec-bench",
    dependencies: [.package(name: "copydesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "exec-bench",
            dependencies: [.product(name: "StageKit", package: "copydesk"), .product(name: "ExecStage", package: "copydesk")],
            swiftSettings: [.enableUpcomingFeature("ExistentialAny"), .treatAllWarnings(as: .error)])
    ]
)
