import StageKit

/// What a stage added to or changed in an article, part by part.
struct PreviewSections {
    let before: Article?
    let after: Article
    let style: TerminalStyle
    let width: Int
    let mostLines: Int

    var lines: [String] {
        rawLines + metadataLines + textLines + blockLines + sentenceLines + entityLines + summaryLines + extensionLines
    }

    private var rawLines: [String] {
        guard before == nil, let raw = after.raw else { return [] }
        let charset = raw.charset.map { ", charset \($0)" } ?? ""
        return field("raw", "\(raw.mediaType.rawValue), \(raw.bytes.count) bytes\(charset)")
    }

    private var metadataLines: [String] {
        let old = before?.metadata ?? Metadata()
        let new = after.metadata
        guard old != new else { return [] }
        var lines: [String] = []
        func add(_ name: String, _ value: String?, _ oldValue: String?) {
            guard let value, value != oldValue else { return }
            let origin = new.origins[name].map { style.dim(" (\($0))") } ?? ""
            lines += field(name, value, suffix: origin)
        }
        func joined(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: "; ") }
        add("title", new.title, old.title)
        add("byline", joined(new.byline), joined(old.byline))
        add("published", new.published, old.published)
        add("modified", new.modified, old.modified)
        add("site", new.site, old.site)
        add("section", new.section, old.section)
        add("tags", joined(new.tags), joined(old.tags))
        add("description", new.description, old.description)
        add("language", new.language, old.language)
        add("url", new.url, old.url)
        add("image", new.image, old.image)
        return lines
    }

    private var textLines: [String] {
        guard let text = after.text, text != before?.text else { return [] }
        let change = before?.text.map { "\($0.count) → " } ?? ""
        return field("text", "\(change)\(text.count) bytes")
    }

    private var blockLines: [String] {
        guard after.blocks != before?.blocks ?? [], !after.blocks.isEmpty else { return [] }
        return cut(after.blocks.map { block in
            let text = block.range.flatMap { range in after.text.map { $0[range] } } ?? block.asideText ?? ""
            let mark = block.range == nil ? " (aside)" : ""
            return item("\(block.role.rawValue)\(mark)", text)
        })
    }

    private var sentenceLines: [String] {
        guard after.sentences != before?.sentences ?? [], let text = after.text else { return [] }
        let tokens = after.tokens.isEmpty ? "" : ", \(after.tokens.count) tokens"
        return field("sentences", "\(after.sentences.count)\(tokens)")
            + cut(after.sentences.enumerated().map { item("\($0.offset)", text[$0.element.range]) })
    }

    private var entityLines: [String] {
        guard after.entities != before?.entities ?? [], let text = after.text else { return [] }
        var order: [EntityType] = []
        var names: [EntityType: [(name: String, count: Int)]] = [:]
        for entity in after.entities {
            if names[entity.type] == nil { order.append(entity.type) }
            let name = entity.name ?? text[entity.range]
            if let index = names[entity.type]?.firstIndex(where: { $0.name == name }) {
                names[entity.type]?[index].count += 1
            } else {
                names[entity.type, default: []].append((name, 1))
            }
        }
        return order.flatMap { type in
            let list = (names[type] ?? []).map { $0.count > 1 ? "\($0.name) ×\($0.count)" : $0.name }
            return field(type.rawValue, list.joined(separator: ", "))
        }
    }

    private var summaryLines: [String] {
        guard let summary = after.summary, summary != before?.summary else { return [] }
        let numbers = summary.sentences.isEmpty ? "" : " (sentences \(summary.sentences.map(String.init).joined(separator: ", ")))"
        return field("summary", summary.text, suffix: style.dim(numbers))
    }

    private var extensionLines: [String] {
        after.extensions.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
            guard value != before?.extensions[name] else { return [] }
            let layer = PreviewLayer(value, pointingInto: after.spanLayers.contains(name) ? after.text : nil)
            if let value = layer.value { return field(name, value) }
            return cut(layer.elements.enumerated().flatMap { field($0.offset == 0 ? name : "", $0.element) })
        }
    }

    /// `name` in a column of its own, `value` wrapped beside it.
    private func field(_ name: String, _ value: String, suffix: String = "") -> [String] {
        let margin = 16
        let label = name.printable
        let padding = String(repeating: " ", count: max(1, margin - 2 - label.unicodeScalars.count))
        var lines = wrap(value.printable, to: width - margin)
        if !lines.isEmpty { lines[lines.count - 1] += suffix }
        return lines.enumerated().map { index, line in
            index == 0 ? "  \(style.name(label))\(padding)\(line)" : String(repeating: " ", count: margin) + line
        }
    }

    /// One line, cut to the width.
    private func item(_ label: String, _ value: String) -> String {
        let room = max(10, width - label.unicodeScalars.count - 6)
        let scalars = value.printable.unicodeScalars
        let text = scalars.count > room ? String(String.UnicodeScalarView(scalars.prefix(room - 1))) + "…" : String(scalars)
        return "    \(style.dim(label))  \(text)"
    }

    private func cut(_ lines: [String]) -> [String] {
        guard lines.count > mostLines else { return lines }
        return lines.prefix(mostLines - 1) + ["    \(style.dim("… \(lines.count - mostLines + 1) more; --all shows them"))"]
    }

    private func wrap(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var length = 0
        for word in text.split(separator: " ") {
            let size = word.unicodeScalars.count
            if length > 0, length + 1 + size > width {
                lines.append(line)
                (line, length) = ("", 0)
            }
            if length > 0 {
                line += " "
                length += 1
            }
            line += word
            length += size
        }
        return lines + [line]
    }
}
