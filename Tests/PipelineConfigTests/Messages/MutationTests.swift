import StageKit
import Testing
import TestSupport

@testable import PipelineConfig

/// Whatever becomes of a pipeline file's bytes, it is loaded or refused with a place in the file, and never crashes.
@Suite struct MutationTests {
    static let seeds: [UInt64] = Array(1...8)
    static let mutantsPerSeed = 2_600

    /// Bytes and pieces that mean something to YAML or to the loader, so that not every mutant fails alike.
    private static let pieces: [[UInt8]] = [
        "- ", ": ", "\n", "\r", "\t", "  ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "<<: ", "${", "}", "$", "|\n", ">", "---\n", "...\n",
        "!!str ", "? ", "\\", "%", "\u{FEFF}", "\u{2028}", "\u{85}", "\0", "\u{9B}", "名", "e\u{301}", "stages:\n", "load", "export", "_", "9", "~",
    ].map { Array($0.utf8) }

    private static let good = files(in: "Good")
    private static let broken = files(in: "Broken")

    private static func files(in folder: String) -> [[UInt8]] {
        ((try? TestFiles.names(in: folder, ending: ".yaml")) ?? []).compactMap { try? TestFiles.bytes("\(folder)/\($0).yaml") }
    }

    private static func source(using random: inout SplitMix64) -> [UInt8] {
        random.below(2) == 0 ? good[random.below(good.count)] : broken[random.below(broken.count)]
    }

    @Test(arguments: seeds) func mutantsAreLoadedOrRefusedWithAPlace(seed: UInt64) throws {
        try #require(!MutationTests.good.isEmpty && MutationTests.broken.count > 100)
        var random = SplitMix64(seed: seed)
        var loaded = 0
        for number in 0..<MutationTests.mutantsPerSeed {
            let mutant = MutationTests.mutant(using: &random)
            do throws(ConfigurationError) {
                _ = try Pipelines.load(mutant)
                loaded += 1
            } catch {
                if let fault = MutationTests.fault(in: error, of: mutant) {
                    Issue.record("seed \(seed), mutant \(number): \(fault)\n\(String(decoding: mutant, as: UTF8.self).debugDescription)")
                    return
                }
            }
        }
        // Were all of them refused, nothing behind the parser would be tested.
        #expect(loaded > 50)
    }

    private static func mutant(using random: inout SplitMix64) -> [UInt8] {
        var bytes = source(using: &random)
        for _ in 0...random.below(4) {
            let place = random.below(bytes.count + 1)
            let end = min(bytes.count, place + random.below(8))
            switch random.below(6) {
            case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
            case 3, 4: bytes.replaceSubrange(place..<(random.below(2) == 0 ? place : end), with: pieces[random.below(pieces.count)])
            default:
                let other = source(using: &random)
                let start = random.below(other.count + 1)
                bytes.replaceSubrange(place..<end, with: other[start..<min(other.count, start + random.below(60))])
            }
        }
        return bytes
    }

    /// What is wrong with an error itself; nil where nothing is.
    private static func fault(in error: ConfigurationError, of text: [UInt8]) -> String? {
        if error.diagnostics.isEmpty { return "no diagnostic" }
        let hasMark = text.starts(with: [0xEF, 0xBB, 0xBF])
        let lines = SourceLines(hasMark ? Array(text.dropFirst(3)) : text)
        var last: StageKit.SourceLocation?
        for diagnostic in error.diagnostics {
            guard let location = diagnostic.location else { return "no place: \(diagnostic)" }
            guard let line = lines.line(location.line), (1...line.count + 1).contains(location.column) else {
                return "a place outside the file: \(diagnostic)"
            }
            if let last, location < last { return "out of order: \(diagnostic)" }
            last = location
        }
        return error.rendered(colour: false).isEmpty ? "nothing is printed" : nil
    }
}
