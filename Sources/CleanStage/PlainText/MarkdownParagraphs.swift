internal import CCMark

/// Reads Markdown by cmark into paragraphs.
enum MarkdownParagraphs {
    /// - Parameter bytes: UTF-8.
    /// - Complexity: O(n).
    static func read(_ bytes: [UInt8]) -> [TextParagraph] {
        let document = bytes.withUnsafeBytes { cmark_parse_document($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, CMARK_OPT_DEFAULT) }
        guard let document, let walk = cmark_iter_new(document) else { return [] }
        defer {
            cmark_iter_free(walk)
            cmark_node_free(document)
        }
        var reader = Reader()
        while true {
            let event = cmark_iter_next(walk)
            guard event != CMARK_EVENT_DONE else { return reader.result }
            reader.take(cmark_iter_get_node(walk), enters: event == CMARK_EVENT_ENTER)
        }
    }

    private struct Reader {
        var result: [TextParagraph] = []
        private var pending: [UInt8] = []
        private var items = 0
        private var quotations = 0
        private var image: [UInt8]?

        mutating func take(_ node: OpaquePointer?, enters: Bool) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_ITEM: items += enters ? 1 : -1
            case CMARK_NODE_BLOCK_QUOTE: quotations += enters ? 1 : -1
            case CMARK_NODE_HEADING:
                if !enters { close(.heading) }
            case CMARK_NODE_PARAGRAPH:
                if !enters { close(quotations > 0 ? .quotation : items > 0 ? .item : .prose) }
            case CMARK_NODE_CODE_BLOCK:
                add(node)
                close(.prose)
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: add(node)
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: pending.append(0x20)
            case CMARK_NODE_IMAGE:
                if enters {
                    image = pending
                    pending = []
                } else {
                    let caption = pending
                    pending = image ?? []
                    image = nil
                    if let paragraph = TextParagraph(caption, form: .image) { result.append(paragraph) }
                }
            default: break
            }
        }

        private mutating func add(_ node: OpaquePointer?) {
            guard let text = cmark_node_get_literal(node) else { return }
            pending.append(contentsOf: String(cString: text).utf8)
        }

        private mutating func close(_ form: TextParagraph.Form) {
            if let paragraph = TextParagraph(pending, form: form) { result.append(paragraph) }
            pending = []
        }
    }
}
