import StageKit

/// What an expression can ask of an article by a plain name.
enum Field: String, Sendable, Hashable, CaseIterable {
    case title, description, text, summary, language, url, host, site, section, image, source
    case published, modified
    case byline, tags
    case words, characters, sentences

    var type: ValueType {
        switch self {
        case .title, .description, .text, .summary, .language, .url, .host, .site, .section, .image, .source: .text
        case .published, .modified: .moment
        case .byline, .tags: .texts
        case .words, .characters, .sentences: .number
        }
    }

    /// What must be there before a stage can ask for it; nil for what every article has.
    var part: ArticlePart? {
        switch self {
        case .title, .description, .language, .url, .host, .site, .section, .image, .published, .modified, .byline, .tags: .metadata
        case .text, .words, .characters: .text
        case .sentences: .sentences
        case .summary: .summary
        case .source: nil
        }
    }
}

extension Operand {
    var type: ValueType {
        switch self {
        case .literal(let value): value.type
        case .field(let field): field.type
        case .entities, .count: .number
        case .mentions: .texts
        case .layer: .any
        case .lowercased(let operand): operand.type
        }
    }

    /// What must be there before its value can be told.
    var reads: Set<ArticlePart> {
        switch self {
        case .literal: []
        case .field(let field): field.part.map { [$0] } ?? []
        case .entities: [.entities]
        // The mention's own words are in the text.
        case .mentions: [.entities, .text]
        case .layer(let name, _): [.layer(name)]
        case .lowercased(let operand), .count(let operand): operand.reads
        }
    }
}

extension Condition {
    var reads: Set<ArticlePart> {
        switch self {
        case .all(let clauses), .any(let clauses): clauses.reduce(into: []) { $0.formUnion($1.condition.reads) }
        case .not(let condition): condition.reads
        case .constant: []
        case .compare(let left, _, let right), .contains(let left, let right): left.reads.union(right.reads)
        case .isAmong(let operand, _), .containsWord(let operand, _), .matches(let operand, _), .isPresent(let operand), .holds(let operand):
            operand.reads
        case .mentions: [.entities, .text]
        }
    }
}
