import StageKit

/// A parsed page: its tree and its JSON-LD.
struct HTMLPage {
    var tree: PageTree
    var linkedData: [ArraySlice<UInt8>]

    /// The largest page that is parsed, in bytes. The largest real ones are below 10 MiB.
    static let mostBytes = 64 << 20

    /// Parses a page given as UTF-8 bytes.
    ///
    /// - Throws: ``StageFailure`` for a page above ``mostBytes``.
    /// - Complexity: O(n).
    init(utf8: [UInt8]) throws {
        guard utf8.count <= HTMLPage.mostBytes else {
            throw StageFailure(
                "the page has \(utf8.count) bytes; clean reads at most \(HTMLPage.mostBytes)",
                advice: "split it, or take it out of the input")
        }
        // Browsers leave NUL bytes out, too; hardly a page has one.
        let hasNull = utf8.withUnsafeBufferPointer { ByteSearch.first(0, in: $0, from: 0) != nil }
        let page = hasNull ? utf8.filter { $0 != 0 } : utf8
        let (tree, linkedData) = page.withUnsafeBufferPointer { bytes in
            TreeConstruction.tree(of: HTMLTokenizer(bytes), size: page.count)
        }
        self.tree = tree
        self.linkedData = linkedData.map { page[$0] }
    }
}
