import StageKit

/// The project's sample articles, as seed inputs.
struct Samples {
    /// Longer ones are cut: what is changed near the end of a long page is found in a short one too, at a tenth of the cost.
    static let most = 4096

    private let folder: String

    init(folder: String) throws {
        self.folder = folder
        guard FileSystem.isFolder(folder) else {
            throw StageFailure("there is no folder \(folder) with samples", advice: "run it in the project's folder, or give --samples")
        }
    }

    static func read(_ path: String) throws -> [UInt8]? { try FileSystem.read(path) }

    /// The beginnings of these files.
    func files(_ names: [String]) throws -> [[UInt8]] {
        try names.map { name in
            guard let bytes = try FileSystem.read("\(folder)/\(name)") else { throw StageFailure("there is no sample \(folder)/\(name)") }
            return Array(bytes.prefix(Samples.most))
        }
    }

    /// Every page among the samples, whole where it is short, and its middle, where the article stands.
    func pages() throws -> [[UInt8]] {
        let names = ["bee-memory", "cup-final", "harbour-ferry", "island-doctor", "river-ruling", "storm-live", "valve-maker-results"]
        var pages: [[UInt8]] = []
        for name in names {
            guard let bytes = try FileSystem.read("\(folder)/\(name).html") else { throw StageFailure("there is no sample \(name).html") }
            pages.append(Array(bytes.prefix(Samples.most)))
            pages.append(Array(bytes.dropFirst(bytes.count / 3).prefix(Samples.most)))
        }
        return pages
    }
}
