import StageKit

/// Finds the entities of articles, one after the other. Keeps nothing from one article to the next but memory.
public struct EntitiesWorker: ArticleWorker {
    private var tagger: Tagger
    private let gazetteer: UserGazetteer?
    /// Empty: all.
    private let types: Set<EntityType>
    private let least: Float
    private let isLinking: Bool
    private let wantsNames: Bool
    private let wantsRules: Bool
    private var tokens: [TokenRange] = []
    private var sentences: [Range<Int>] = []
    private var mentions: [Mention] = []
    private var matches: [GrammarMatch] = []
    private var listed: [GazetteerMatch] = []

    init(model: EntityModel, gazetteer: UserGazetteer?, types: Set<EntityType>, least: Float, isLinking: Bool) {
        tagger = Tagger(model)
        self.gazetteer = gazetteer
        self.types = types
        self.least = least
        self.isLinking = isLinking
        let names: Set<EntityType> = [.person, .organization, .location, .misc]
        wantsNames = types.isEmpty || !types.isDisjoint(with: names)
        wantsRules = types.isEmpty || !types.isSubset(of: names)
    }

    /// A worker with the stage's usual settings and any model, for those who train one.
    package init(model: EntityModel) {
        self.init(model: model, gazetteer: nil, types: [], least: 0, isLinking: true)
    }

    public mutating func process(_ article: inout Article) throws -> Verdict {
        guard let text = article.text else { return .keep }
        gather(article)
        let reference = article.metadata.published.flatMap(CivilDate.init(iso:))
        text.utf8.withUnsafeBufferPointer { bytes in
            mentions.removeAll(keepingCapacity: true)
            matches.removeAll(keepingCapacity: true)
            listed.removeAll(keepingCapacity: true)
            if wantsNames { tagger.tag(bytes, tokens: tokens, sentences: sentences, into: &mentions) }
            if wantsRules {
                for range in sentences {
                    guard let first = tokens[range].first, let last = tokens[range].last else { continue }
                    Grammar.find(
                        bytes, sentence: first.lowerBound..<last.upperBound, tokens: tokens[range], reference: reference, into: &matches)
                }
                SharedCurrency.resolve(&matches)
            }
            if let gazetteer { gazetteer.find(bytes, tokens: tokens, sentences: sentences, into: &listed) }
            article.entities = merged(bytes)
        }
        if isLinking { Linker.link(&article.entities, in: text) }
        return .keep
    }

    /// Tokens and sentences as the tagger takes them, made to lie in the text, in order and apart, so that a foreign
    /// stage's mistake cannot reach unchecked memory.
    private mutating func gather(_ article: Article) {
        guard let utf8 = article.text?.utf8 else { return }
        tokens.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        utf8.withUnsafeBufferPointer { bytes in
            var next = 0
            var behind = 0
            for sentence in article.sentences {
                let range = sentence.tokens.clamped(to: next..<max(next, article.tokens.count))
                next = range.upperBound
                let first = tokens.count
                for token in article.tokens[range] {
                    let start = min(max(Int(token.start), behind), bytes.count)
                    behind = max(start, min(Int(token.end), bytes.count))
                    HyphenSplit.append(start..<behind, bytes, to: &tokens)
                }
                if first < tokens.count { sentences.append(first..<tokens.count) }
            }
        }
    }

    /// The three layers as one: the user's names win, then the longer of a name and a rule's match, then the rule.
    private func merged(_ bytes: UnsafeBufferPointer<UInt8>) -> [Entity] {
        var names: [Entity] = []
        for mention in mentions {
            let confidence = tagger.model.calibration(mention.confidence)
            guard confidence >= least, let range = MentionBorders.trimmed(mention.tokens, tokens, bytes) else { continue }
            var name = Entity(range: range, type: mention.kind.type, confidence: confidence)
            if isLinking, mention.kind == .person, let title = PersonTitle.range(before: mention.tokens.lowerBound, tokens, bytes, tagger.model) {
                name.title = String(decoding: bytes[title], as: UTF8.self)
            }
            names.append(name)
        }
        let found = matches.map { Entity(range: $0.range, type: $0.type.type, value: $0.value) }
        let own = listed.map { Entity(range: $0.range, type: $0.type, name: $0.name, identifier: $0.identifier) }
        var builtIn = EntityMerge.merge(found, names) { $1.range.count > $0.range.count }
        if !types.isEmpty { builtIn.removeAll { !types.contains($0.type) } }
        return EntityMerge.merge(own, builtIn) { _, _ in false }
    }
}
