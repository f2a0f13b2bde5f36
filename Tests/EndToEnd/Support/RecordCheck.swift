import StageKit

/// Compares a record with what is known about its article.
struct RecordCheck {
    private let record: JSONValue
    private let fact: JSONValue
    private(set) var problems: [String] = []

    init(_ record: JSONValue, against fact: JSONValue) {
        self.record = record
        self.fact = fact
        checkMetadata()
        checkText()
        checkBlocks()
        checkSummary()
    }

    private mutating func expect(_ isTrue: Bool, _ problem: String) {
        if !isTrue { problems.append(problem) }
    }

    private var text: String { record["text"]?.stringValue ?? "" }
    private var blocks: [JSONValue] { record["blocks"]?.arrayValue ?? [] }

    private func texts(_ role: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return blocks.filter { $0["role"]?.stringValue == role }.map { block in
            if let own = block["text"]?.stringValue { return own }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[(block["start"]?.integerValue ?? 0)..<(block["end"]?.integerValue ?? 0)])
            return String(view)
        }
    }

    private func strings(_ name: String) -> [String] { fact[name]?.arrayValue?.compactMap(\.stringValue) ?? [] }

    /// Quotation marks, white space and case differ between a page and what is said about it.
    private func plain(_ text: String) -> String {
        let marks: [Character: Character] = ["’": "'", "‘": "'", "“": "\"", "”": "\"", "\u{A0}": " ", "\n": " "]
        return String(text.map { marks[$0] ?? $0 }).lowercased()
    }

    private mutating func checkMetadata() {
        if let title = fact["title"]?.stringValue {
            let found = record["title"]?.stringValue ?? "none"
            expect(plain(found) == plain(title), "title is '\(found)', not '\(title)'")
        }
        if let published = fact["published"]?.stringValue {
            let found = record["published"]?.stringValue ?? "none"
            // A time may be known to the fact or to the record alone; where both have one, they are the same.
            let length = min(max(found.count, 10), published.count)
            expect(found.prefix(length) == published.prefix(length), "published is \(found), not \(published)")
        }
        if let byline = fact["byline"]?.arrayValue?.compactMap(\.stringValue) {
            let found = record["byline"]?.arrayValue?.compactMap(\.stringValue) ?? []
            expect(found == byline, "byline is \(found), not \(byline)")
        }
    }

    private mutating func checkText() {
        let text = plain(self.text)
        if let words = fact["firstWords"]?.stringValue { expect(text.hasPrefix(plain(words)), "the text opens '\(text.prefix(60))', not '\(words)'") }
        if let words = fact["lastWords"]?.stringValue { expect(text.hasSuffix(plain(words)), "the text ends '\(text.suffix(80))', not '\(words)'") }
        for phrase in strings("mustNot") { expect(!text.contains(plain(phrase)), "the text has '\(phrase)'") }
    }

    private mutating func checkBlocks() {
        if let count = fact["paragraphs"]?.integerValue {
            expect(texts("paragraph").count == count, "\(texts("paragraph").count) paragraphs, not \(count)")
        }
        if let headings = fact["headings"]?.arrayValue?.compactMap(\.stringValue) {
            let found = texts("heading")
            for heading in headings { expect(found.contains { plain($0) == plain(heading) }, "no heading '\(heading)'") }
        }
        if let count = fact["quotations"]?.integerValue { expect(texts("quotation").count == count, "\(texts("quotation").count) quotations, not \(count)") }
        if let count = fact["listItems"]?.integerValue { expect(texts("list").count == count, "\(texts("list").count) list items, not \(count)") }
        for caption in strings("captions") {
            expect(texts("caption").contains { plain($0).contains(plain(caption)) || plain(caption).contains(plain($0)) }, "no caption '\(caption)'")
        }
        if let standfirst = fact["standfirst"]?.stringValue {
            expect(texts("standfirst").contains { plain($0).contains(plain(standfirst)) }, "no standfirst '\(standfirst)'")
        }
        for promotion in strings("promotion") {
            expect(texts("promotion").contains { plain($0).contains(plain(promotion)) }, "no promotion '\(promotion)'")
        }
    }

    /// Who and what a reader finds named, by type, and which of these the record does not have.
    func entities() -> [(type: String, known: [String], missing: [String])] {
        let entities = record["entities"]?.arrayValue ?? []
        return [("persons", "person"), ("organizations", "organization"), ("locations", "location")].map { list, type in
            let found = Set(entities.filter { $0["type"]?.stringValue == type }.flatMap {
                [$0["name"]?.stringValue, $0["text"]?.stringValue].compactMap { $0.map(plain) }
            })
            return (type, strings(list), strings(list).filter { !found.contains(plain($0)) })
        }
    }

    private mutating func checkSummary() {
        let summary = record["summary"]?["text"]?.stringValue ?? ""
        expect(!summary.isEmpty, "no summary")
        for role in ["caption", "promotion", "byline"] {
            for aside in texts(role) { expect(!plain(summary).contains(plain(aside)), "the summary has the \(role) '\(aside)'") }
        }
    }
}
