import StageKit

/// A parsed page: its tree and its JSON-LD.
struct HTMLPage {
    var tree: PageTree
    var linkedData: [ArraySlice<UInt8>]

    /// The largest page that is parsed, in bytes. The largest real ones are below 10 MiB.
    static let mostBytes = 64 << 20

    /// Parses a page given as UTF-8 bytes.
    ///
    /// libxml2 only reports what it reads: no document is built, the tree is filled from its events.
    /// - Throws: ``StageFailure`` for a page above ``mostBytes`` or when the parser gives up.
    /// - Complexity: O(n).
    init(utf8: [UInt8]) throws {
        guard utf8.count <= HTMLPage.mostBytes else {
            throw StageFailure(
                "the page has \(utf8.count) bytes; clean reads at most \(HTMLPage.mostBytes)",
                advice: "split it, or take it out of the input")
        }
        let prescan = PagePrescan(utf8)
        linkedData = prescan.linkedData
        tree = PageTree()
        guard !prescan.output.isEmpty else { return }
        tree.reserve(nodes: prescan.output.count / 24, bytes: prescan.output.count)
        TreeBuilder.parse(prescan.output, into: &tree)
    }
}
