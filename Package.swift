// swift-tools-version: 6.2
// The modules of copydesk, from the ground up; docs/architecture.md draws them.
import PackageDescription

/// Every module of ours: Swift 6 mode comes from the tools version; a warning is an error.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

/// Further stages: one folder in Plugins/ (named without the "Stage") and one line here (and one in
/// Sources/copydesk/StageList.swift) each.
let plugins: [String] = [
    "Dedupe",
    "Exec",
    "Filter",
    "Keyphrases",
    "Language",
    "Quotes",
    "Readability",
    "Redact",
    "Topics",
]
/// What a further stage needs beside StageKit.
let pluginDependencies: [String: [Target.Dependency]] = ["Exec": ["CLinux"], "Language": ["CCLD2"]]

let stages = [
    "LoadStage", "CleanStage", "SegmentStage", "EntitiesStage", "SummarizeStage", "ExportStage",
] + plugins.map { "\($0)Stage" }

/// Lets StageList.swift name every stage without an import of its own, so that a stage takes one line there.
let stageImports: [SwiftSetting] = [.unsafeFlags(stages.flatMap { ["-Xfrontend", "-import-module", "-Xfrontend", $0] })]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], path: path, exclude: exclude, swiftSettings: strict)
}

func systemLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
    name: "copydesk",
    products: [
        .executable(name: "copydesk", targets: ["copydesk"]),
        .library(name: "StageKit", targets: ["StageKit"]),
        .library(name: "StageTestKit", targets: ["StageTestKit"]),
        // The stages, for Benchmarks/.
    ] + stages.map { .library(name: $0, targets: [$0]) },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // System libraries.
        systemLibrary("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
        systemLibrary("CXML2", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
        systemLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        systemLibrary("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev"),
        systemLibrary("CUchardet", pkgConfig: "uchardet", apt: "libuchardet-dev"),
        systemLibrary("CCMark", pkgConfig: "libcmark", apt: "libcmark-dev"),
        systemLibrary("CXXHash", pkgConfig: "libxxhash", apt: "libxxhash-dev"),
        .systemLibrary(name: "CLinux"),
        // In C++, behind a few functions of C.
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),

        // Chance that repeats: for training, fuzzing and tests.
        library("SeededRandom"),

        // What a stage's author imports, for the stage and for its tests.
        library("StageKit", ["CXXHash", "CLinux"]),
        library("StageTestKit", ["StageKit"]),

        // The six stages.
        library("LoadStage", ["StageKit", "CXML2", "CZlib", "CZstd", "CUchardet"]),
        // Packed models are embedded by `#embed`; SwiftPM must not take them for resources.
        .target(name: "CCleanModel", path: "Sources/CCleanModel", exclude: ["blocks.model"]),
        library("CleanStage", ["StageKit", "CUchardet", "CCMark", "CCleanModel"]),
        library("SegmentStage", ["StageKit"]),
        .target(name: "CEntitiesModel", path: "Sources/CEntitiesModel", exclude: ["entities.model"]),
        library("EntitiesStage", ["StageKit", "CEntitiesModel"]),
        // Loads libcurl when it is needed: only the header is used here.
        .target(name: "CCurl"),
        library("SummarizeStage", ["StageKit", "CCurl", .product(name: "GRDB", package: "GRDB.swift")]),
        library("ExportStage", [
            "StageKit", "CZlib", "CZstd", .product(name: "GRDB", package: "GRDB.swift"),
        ]),

        // The house around them.
        library("PipelineConfig", ["StageKit", "CYAML"]),
        library("PipelineEngine", [
            "StageKit", "PipelineConfig", "CLinux", .product(name: "GRDB", package: "GRDB.swift"),
        ]),
        .executableTarget(
            name: "copydesk",
            dependencies: [
                "StageKit", "StageTestKit", "PipelineConfig", "PipelineEngine",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + stages.map { .byName(name: $0) },
            swiftSettings: strict + stageImports),
        .executableTarget(
            name: "copydesk-train",
            dependencies: [
                "StageKit", "SeededRandom", "CleanStage", "SegmentStage", "EntitiesStage", "SummarizeStage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // Not part of what ships: `make fuzz`.
        .executableTarget(
            name: "copydesk-fuzz",
            dependencies: [
                "StageKit", "SeededRandom", "PipelineConfig", "PipelineEngine", "CLinux", "CZlib", "CZstd",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + stages.map { .byName(name: $0) },
            swiftSettings: strict),

        // Tests mirror Sources/ and Plugins/; what several of them need is in TestSupport.
        library("TestSupport", ["SeededRandom"], path: "Tests/TestSupport"),
        tests("StageKitTests", ["StageKit"]),
        tests("StageTestKitTests", ["StageTestKit", "StageKit"]),
        tests("PluginTests", ["copydesk", "PipelineConfig", "StageTestKit", "StageKit"]),
        tests("copydeskTests", ["copydesk", "StageTestKit", "StageKit"]),
        tests("LoadStageTests", ["LoadStage", "StageKit", "CZlib", "CZstd"]),
        tests("CleanStageTests", ["CleanStage", "StageKit"]),
        tests("SegmentStageTests", ["SegmentStage", "StageKit"]),
        tests("EntitiesStageTests", ["EntitiesStage", "SegmentStage", "StageKit"]),
        tests("SummarizeStageTests", ["SummarizeStage", "SegmentStage", "StageKit"]),
        tests("ExportStageTests", [
            "ExportStage", "StageKit", "CZlib", "CZstd", .product(name: "GRDB", package: "GRDB.swift"),
        ]),
        // With the real stages, so that the pinned messages are those a user sees.
        tests(
            "PipelineConfigTests", ["PipelineConfig", "StageKit"] + stages.map { .byName(name: $0) },
            exclude: ["Broken", "Good", "Schema/pipeline.schema.json"]),
        tests("PipelineEngineTests", ["PipelineEngine", "PipelineConfig", "StageKit"]),
        tests("EndToEndTests", ["StageKit", "copydesk", .product(name: "GRDB", package: "GRDB.swift")], path: "Tests/EndToEnd", exclude: ["Expected"]),
    ] + plugins.flatMap { name in
        [
            library("\(name)Stage", ["StageKit"] + (pluginDependencies[name] ?? []), path: "Plugins/\(name)", exclude: ["README.md", "Tests"]),
            tests("\(name)StageTests", [.byName(name: "\(name)Stage"), "StageTestKit", "StageKit"], path: "Plugins/\(name)/Tests"),
        ]
    }
)
