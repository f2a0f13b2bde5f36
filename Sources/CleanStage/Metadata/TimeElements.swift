/// Dates in `<time>` elements and schema.org's microdata.
struct TimeElements {
    /// How far an element's date can be believed to be the article's.
    enum Rank: Int, Comparable {
        /// Said to be the date of publication, near the headline or anywhere in the article.
        case published, near, other, modified, elsewhere

        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    struct Found {
        var value: String
        var rank: Rank
    }

    /// More are not read: lists of articles have hundreds.
    private static let mostElements = 60
    /// How many nodes before an element its label may stand, and how long that may be in bytes.
    private static let labelWithin = 4
    private static let longestLabel = 40
    private static let published = Array("datepublished".utf8)
    private static let created = Array("datecreated".utf8)
    private static let modified = Array("datemodified".utf8)
    private static let publishedNames = ["publi", "posted", "created"].map { Array($0.utf8) }
    private static let modifiedNames = ["modified", "updated", "changed"].map { Array($0.utf8) }

    /// In page order, each with its date as ISO 8601.
    /// - Complexity: O(nodes).
    static func find(_ tree: PageTree, _ page: PageBlocks, _ region: HeadRegion) -> [Found] {
        var found: [Found] = []
        var parts = PageRegion(tree, page.hints, headline: region.headlineNode)
        for node in 0..<tree.count where tree.tag[node] == .time || !tree.attributeRange(of: node).isEmpty && tree.tag[node] != .meta {
            let property = tree.value(.itemprop, of: node).map { lowercased($0) } ?? []
            let isProperty = !property.isEmpty && ByteSearch.contains(property, published)
            guard tree.tag[node] == .time || isProperty || !property.isEmpty && ByteSearch.contains(property, created) else { continue }
            if found.count == mostElements { break }
            let name = tree.value(.class, of: node).map { lowercased($0) } ?? []
            let label = label(before: node, tree)
            let isLabelledModified = modifiedNames.contains { ByteSearch.contains(label, $0) } && !publishedNames.contains { ByteSearch.contains(label, $0) }
            let isPublished = isProperty || tree.value(.pubdate, of: node) != nil || publishedNames.contains { ByteSearch.contains(name, $0) }
            // WordPress themes mark a date that never changed as "published updated".
            let isModified = !isPublished && (isLabelledModified || ByteSearch.contains(property, modified) || modifiedNames.contains { ByteSearch.contains(name, $0) })
            guard let value = value(of: node, tree) else { continue }
            let isNear = region.holds(node, tree)
            let rank: Rank = parts.isElsewhere(node) && !(isProperty && isNear) ? .elsewhere : isModified ? .modified : isPublished ? .published : isNear ? .near : .other
            found.append(Found(value: value, rank: rank))
        }
        return found
    }

    /// The short text right before an element: "Updated", "Published on".
    private static func label(before node: PageTree.Node, _ tree: PageTree) -> [UInt8] {
        for other in stride(from: node - 1, through: max(0, node - labelWithin), by: -1) where tree.tag[other] == .text {
            let text = tree.bytes[Int(tree.textStart[other])..<Int(tree.textEnd[other])]
            if text.contains(where: { $0 > 0x20 }) { return text.count <= longestLabel ? lowercased(text) : [] }
        }
        return []
    }

    private static func value(of node: PageTree.Node, _ tree: PageTree) -> String? {
        let shown = tree.text(of: node, most: 200)
        // "March 4, 2024 / Updated March 5, 2024": the attribute has the second one.
        let lower = Array(shown.lowercased().utf8)
        if let change = modifiedNames.compactMap({ ByteSearch.find($0, in: lower) }).min(), let (date, offset) = DateReader.spelled(Array(shown.utf8)), offset < change { return date }
        for attribute in [PageTree.AttributeName.datetime, .content] {
            if let text = tree.string(attribute, of: node), let date = DateReader.iso(text) { return date }
        }
        return DateReader.iso(shown)
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
}
