/// Comments: what starts with `<!--` (HTML living standard, 13.2.5.43 to 13.2.5.52).
enum Comments {
    /// Bytes of `<!--`.
    static let markLength = 4

    private static let dash = UInt8(ascii: "-")

    static func isComment(_ page: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        start + 3 < page.count && page[start + 2] == dash && page[start + 3] == dash
    }

    /// Where the page goes on behind the comment that starts at `start`; nil for one that never ends.
    /// - Complexity: O(length of the comment).
    static func endOfComment(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        // "<!-->" and "<!--->" are comments already.
        let content = start + markLength
        if content < page.count, page[content] == UInt8(ascii: ">") { return content + 1 }
        if content + 1 < page.count, page[content] == dash, page[content + 1] == UInt8(ascii: ">") { return content + 2 }
        var position = content
        while let found = ByteSearch.first(UInt8(ascii: ">"), in: page, from: position) {
            let dashes = found - (page[found - 1] == UInt8(ascii: "!") ? 3 : 2)
            if dashes >= content, page[dashes] == dash, page[dashes + 1] == dash { return found + 1 }
            position = found + 1
        }
        return nil
    }
}
