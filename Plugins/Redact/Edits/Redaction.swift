import StageKit

/// What one article is redacted with: its secrets, and how to find them in any of its texts.
struct Redaction {
    private let types: Set<EntityType>
    private var book: SecretBook
    private var matcher: FormMatcher

    /// Learns the secrets of an article.
    ///
    /// - Complexity: O(mentions + length of the metadata).
    init(_ article: Article, types: Set<EntityType>, pseudonyms: Pseudonyms) {
        self.types = types
        book = SecretBook(pseudonyms)
        if let text = article.text {
            for entity in article.entities where types.contains(entity.type) {
                let mention = text[entity.range]
                let secret = book.enter(entity.type, Redaction.name(entity, mention))
                book.add(form: mention, of: secret)
                if let name = entity.name { book.add(form: name, of: secret) }
            }
        }
        if types.contains(.person) {
            for author in article.metadata.byline where !author.isEmpty {
                // Who is mentioned in the text, too, is entered already, and under the same name.
                book.add(form: author, of: book.enter(.person, author))
            }
        }
        matcher = FormMatcher(book)
    }

    private static func name(_ entity: Entity, _ mention: String) -> String {
        // An address is the same wherever it is found, in whatever writing.
        switch entity.type {
        case .email, .url, .phone: mention
        default: entity.name ?? mention
        }
    }

    /// What stands in a mention's place.
    mutating func replacement(_ entity: Entity, _ mention: String) -> [UInt8] {
        book.secrets[book.enter(entity.type, Redaction.name(entity, mention))].replacement
    }

    // MARK: - Finding

    /// Stretches to replace, some of which may overlap.
    private mutating func found(in text: [UInt8], _ care: FormMatcher.Care) -> [TextEdits.Edit] {
        var edits = matcher.matches(in: text, care).map { TextEdits.Edit(range: $0.range, replacement: book.secrets[$0.secret].replacement) }
        for address in AddressFinder.addresses(in: text) {
            let bytes = text[address.range]
            // A name may hide in an address that nobody asked to mask.
            guard types.contains(address.type) || matcher.isHidden(in: bytes) else { continue }
            let secret = book.enter(address.type, String(decoding: bytes, as: UTF8.self))
            edits.append(TextEdits.Edit(range: address.range, replacement: book.secrets[secret].replacement))
        }
        return edits
    }

    /// What to replace in the article's text: its mentions, and what else is found in it.
    mutating func edits(of article: Article, _ text: ArticleText) -> TextEdits {
        var mentions: [TextEdits.Edit] = []
        for entity in article.entities where types.contains(entity.type) {
            mentions.append(TextEdits.Edit(range: entity.range, replacement: replacement(entity, text[entity.range])))
        }
        return TextEdits(Redaction.merged(mentions, found(in: text.utf8, .usual)))
    }

    /// One edit for each run of overlapping ones, which covers them all. What a mention says counts more than what was
    /// found by its letters, what covers more than what covers less.
    private static func merged(_ mentions: [TextEdits.Edit], _ found: [TextEdits.Edit]) -> [TextEdits.Edit] {
        let all = mentions.map { (edit: $0, isMention: true) } + found.map { (edit: $0, isMention: false) }
        let sorted = all.filter { !$0.edit.range.isEmpty }.sorted { left, right in
            (left.edit.range.lowerBound, right.edit.range.upperBound, left.isMention ? 0 : 1)
                < (right.edit.range.lowerBound, left.edit.range.upperBound, right.isMention ? 0 : 1)
        }
        var merged: [(edit: TextEdits.Edit, isMention: Bool)] = []
        for next in sorted {
            guard let last = merged.last, next.edit.range.lowerBound < last.edit.range.upperBound else {
                merged.append(next)
                continue
            }
            var joined = last
            joined.edit.range = last.edit.range.lowerBound..<max(last.edit.range.upperBound, next.edit.range.upperBound)
            if next.isMention, !last.isMention {
                joined.edit.replacement = next.edit.replacement
                joined.isMention = true
            }
            merged[merged.count - 1] = joined
        }
        return merged.map(\.edit)
    }

    // MARK: - Texts beside the text

    /// The text with every secret replaced.
    ///
    /// - Complexity: O(length × secrets that begin with the same letter).
    mutating func masked(_ text: String, _ care: FormMatcher.Care = .anyCase) -> String {
        let bytes = Array(text.utf8)
        let edits = Redaction.merged([], found(in: bytes, care))
        return edits.isEmpty ? text : String(decoding: TextEdits(edits).applied(to: bytes), as: UTF8.self)
    }

    /// An author's name, which is no text: the whole of it stands for the person.
    mutating func masked(author: String) -> String {
        guard types.contains(.person), !author.isEmpty else { return masked(author) }
        return String(decoding: book.secrets[book.enter(.person, author)].replacement, as: UTF8.self)
    }

    /// Whether a path or an address names a secret.
    func names(_ address: String) -> Bool {
        matcher.isHidden(in: address.utf8)
    }
}
