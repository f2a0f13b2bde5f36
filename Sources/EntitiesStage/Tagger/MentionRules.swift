/// What holds for mentions whatever the model says of them.
///
/// - Mentions of one name have one kind (``NameAgreement``).
/// - A person's mention starts behind "Mr", "Dr" and the like.
/// - The parts of a hyphenated name belong together, though the tagger's tokens are cut at hyphens: "Nils-Erik Sarri", "Han Mi-rae".
/// - A surname or a company's first word that the model passed over is found where the article has the whole name.
/// - A word alone that a company's or club's name in the article starts with is that company and no person, unless a
///   person is called so, too.
enum MentionRules {
    /// - Parameters:
    ///   - mentions: in text order.
    ///   - words: the article's capitalised words, in text order.
    /// - Complexity: O(mentions · log words).
    static func apply(
        _ mentions: inout [Mention], _ bytes: UnsafeBufferPointer<UInt8>, tokens: [TokenRange], words: [DocumentVotes.Word]
    ) {
        NameAgreement.apply(&mentions, bytes, tokens: tokens)
        for index in mentions.indices where mentions[index].kind == .person { cutTitle(&mentions[index], words) }
        joinHyphenated(&mentions, bytes, tokens)
        nameOrganizations(&mentions, words)
        recall(&mentions, words)
    }

    // MARK: Titles

    private static let titles: Set<UInt32> = {
        var hashes: Set<UInt32> = []
        let words: [StaticString] = [
            "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "sir", "dame", "lord", "lady", "sen.", "gen.", "rep.", "gov.",
            "capt.", "col.", "lt.", "sgt.", "rev.",
        ]
        for word in words { hashes.insert(TokenScanner.hash(word)) }
        return hashes
    }()

    private static func cutTitle(_ mention: inout Mention, _ words: [DocumentVotes.Word]) {
        while mention.tokens.count > 1, let word = word(mention.tokens.lowerBound, words), titles.contains(word.lower) {
            mention.tokens = mention.tokens.lowerBound + 1..<mention.tokens.upperBound
        }
    }

    private static func word(_ token: Int, _ words: [DocumentVotes.Word]) -> DocumentVotes.Word? {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(words[middle].token) < token { low = middle + 1 } else { high = middle }
        }
        return low < words.count && Int(words[low].token) == token ? words[low] : nil
    }

    // MARK: Hyphens

    private static func joinHyphenated(_ mentions: inout [Mention], _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [TokenRange]) {
        /// Whether `hyphen` is one, without space on either side, and a capital stands at `part`.
        func joins(_ hyphen: Int, _ part: Int) -> Bool {
            guard min(hyphen, part) >= 0, max(hyphen, part) < tokens.count, isHyphen(tokens[hyphen], bytes), isCapital(tokens[part], bytes) else { return false }
            let other = hyphen + hyphen - part
            guard tokens.indices.contains(other) else { return false }
            let (left, right) = (min(part, other), max(part, other))
            return tokens[left].upperBound == tokens[hyphen].lowerBound && tokens[hyphen].upperBound == tokens[right].lowerBound
        }
        var kept = 0
        for index in mentions.indices {
            var mention = mentions[index]
            if mention.kind == .person {
                let start = mention.tokens.lowerBound
                if joins(start - 1, start - 2) {
                    let last = kept > 0 ? mentions[kept - 1] : nil
                    if let last, last.tokens.upperBound > start - 2 {
                        // "Biden-Putin" are two; "Jan-Erik Holm" and "Ann Holm-Lee" are one.
                        if last.kind == .person, last.tokens.upperBound == start - 1, (last.tokens.count == 1) != (mention.tokens.count == 1) {
                            mention.tokens = last.tokens.lowerBound..<mention.tokens.upperBound
                            mention.confidence = min(mention.confidence, last.confidence)
                            kept -= 1
                        }
                    } else if mention.tokens.count > 1 {
                        mention.tokens = start - 2..<mention.tokens.upperBound
                    }
                }
                let end = mention.tokens.upperBound
                let isFree = index + 1 == mentions.count || mentions[index + 1].tokens.lowerBound > end + 1
                if mention.tokens.count > 1, isFree, end + 1 < tokens.count, isSyllable(hyphen: end, tokens, bytes) {
                    mention.tokens = mention.tokens.lowerBound..<end + 2
                } else if mention.tokens.count > 1, isFree, joins(end, end + 1) { mention.tokens = mention.tokens.lowerBound..<end + 2 }
            }
            mentions[kept] = mention
            kept += 1
        }
        mentions.removeSubrange(kept...)
    }

    /// Whether a Korean or Chinese given name goes on behind a hyphen: "Han Mi-rae", unlike "Angela Merkel-led".
    private static func isSyllable(hyphen: Int, _ tokens: [TokenRange], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let part = tokens[hyphen + 1]
        guard isHyphen(tokens[hyphen], bytes), tokens[hyphen - 1].upperBound == tokens[hyphen].lowerBound, tokens[hyphen].upperBound == part.lowerBound,
            part.count <= longestSyllable, part.allSatisfy({ bytes[$0] &- 0x61 < 26 })
        else { return false }
        var traits = TokenTraits()
        TokenScanner.scan(bytes, part.lowerBound, part.upperBound, into: &traits)
        return !compounds.contains(traits.lower)
    }

    /// "Kyung", "seung", "chang".
    private static let longestSyllable = 5

    /// Short words that follow a name and a hyphen.
    private static let compounds: Set<UInt32> = {
        let words: [StaticString] = [
            "led", "era", "like", "style", "type", "run", "held", "born", "less", "free", "made", "only", "based", "owned", "aged", "size", "wide",
            "fuel", "esque", "backed", "ism", "ite", "ian", "loyal", "ally",
        ]
        return Set(words.map { TokenScanner.hash($0) })
    }()

    private static func isHyphen(_ token: TokenRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = token.lowerBound
        if token.count == 1 { return bytes[start] == 0x2D }
        // U+2010 and U+2011; the longer dashes part names.
        return token.count == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] & 0xFE == 0x90
    }

    private static func isCapital(_ token: TokenRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var traits = TokenTraits()
        TokenScanner.scan(bytes, token.lowerBound, token.upperBound, into: &traits)
        return traits.isCapitalized && traits.flags.contains(.hasLower)
    }

    // MARK: Organizations in part

    private static func nameOrganizations(_ mentions: inout [Mention], _ words: [DocumentVotes.Word]) {
        guard mentions.contains(where: { $0.kind == .organization && $0.tokens.count > 1 }) else { return }
        var organizations: [UInt32: Float] = [:]
        var persons: Set<UInt32> = []
        for mention in mentions where mention.tokens.count > 1 {
            switch mention.kind {
            case .organization:
                guard let first = word(mention.tokens.lowerBound, words) else { continue }
                organizations[first.lower] = max(organizations[first.lower] ?? 0, mention.confidence)
            case .person:
                for token in mention.tokens {
                    if let word = word(token, words) { persons.insert(word.lower) }
                }
            default: continue
            }
        }
        for index in mentions.indices where mentions[index].kind == .person && mentions[index].tokens.count == 1 {
            guard let word = word(mentions[index].tokens.lowerBound, words), let confidence = organizations[word.lower], !persons.contains(word.lower),
                confidence >= mentions[index].confidence * sureness
            else { continue }
            mentions[index].kind = .organization
        }
    }

    // MARK: Names in part that the model passed over

    private static func recall(_ mentions: inout [Mention], _ words: [DocumentVotes.Word]) {
        var parts: [UInt32: (kind: Label.Kind, confidence: Float)] = [:]
        for mention in mentions where mention.tokens.count > 1 && mention.confidence >= leastRecalled {
            let isPerson = mention.kind == .person
            guard isPerson || mention.kind == .organization,
                let part = word(isPerson ? mention.tokens.upperBound - 1 : mention.tokens.lowerBound, words)
            else { continue }
            // A person's name is the likelier to return in part.
            if let known = parts[part.lower], known.kind == .person || !isPerson { continue }
            parts[part.lower] = (mention.kind, mention.confidence)
        }
        guard !parts.isEmpty else { return }
        var found: [Mention] = []
        var next = 0
        for word in words where word.runLength == 1 && (word.capital == 0 || word.capital >= mostlyCapital) {
            let token = Int(word.token)
            while next < mentions.count, mentions[next].tokens.upperBound <= token { next += 1 }
            if next < mentions.count, mentions[next].tokens.contains(token) { continue }
            guard let part = parts[word.lower] else { continue }
            found.append(Mention(tokens: token..<token + 1, kind: part.kind, confidence: part.confidence * recalledShare))
        }
        guard !found.isEmpty else { return }
        mentions += found
        mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The least confidence of a whole name that makes the rule look for its part.
    private static let leastRecalled: Float = 0.5
    /// ``LexiconEntry/capital`` of words that are written with a capital seven times in ten and more.
    private static let mostlyCapital: UInt8 = 4
    /// How sure such a mention is beside the whole name.
    private static let recalledShare: Float = 0.7
    /// How sure, beside the person, the organization must be.
    private static let sureness: Float = 0.8
}
