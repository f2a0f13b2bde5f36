extension BoundaryFinder {
    struct Decision {
        /// Whether the sentence ends.
        var ends: Bool
        /// Whether the stop is part of the word before it.
        var joins: Bool

        static let goesOn = Decision(ends: false, joins: false)
        static let over = Decision(ends: true, joins: false)
    }

    /// What stands behind a terminal.
    struct Follower {
        /// The first token, maybe an opening mark.
        var token: RawToken
        /// The first word or number at or behind it.
        var word: Int
        var isUpper: Bool
        var isLower: Bool
        var isNumber: Bool
    }

    func follower(of index: Int) -> Follower? {
        guard index < raw.count else { return nil }
        var word = index
        while word < raw.count, word < index + 4 {
            switch raw[word].kind {
            case .opener, .openQuote, .bullet, .dash, .symbol, .closeQuote, .ellipsis: word += 1
            default:
                let token = raw[word]
                return Follower(
                    token: raw[index], word: word, isUpper: token.shape.contains(.startsUpper), isLower: token.shape.contains(.startsLower),
                    isNumber: token.kind == .number || token.shape.contains(.hasDigit))
            }
        }
        return Follower(token: raw[index], word: min(word, raw.count - 1), isUpper: false, isLower: false, isNumber: false)
    }

    func decide(_ terminal: Terminal) -> Decision {
        let follower = follower(of: terminal.next)
        switch terminal.kind {
        case .ideographicStop: return .over
        case .exclamation: return Decision(ends: exclamationEnds(terminal, follower), joins: false)
        case .ellipsis: return Decision(ends: ellipsisEnds(terminal, follower), joins: false)
        default: return stopDecision(terminal, follower)
        }
    }

    /// Marks that never begin a sentence.
    private func carriesOn(_ token: RawToken) -> Bool {
        switch token.kind {
        case .comma, .colon, .semicolon, .closer, .closeQuote: true
        default: false
        }
    }

    /// Whether the next sentence follows without a space: `the end.The start`.
    private func startsWithoutSpace(_ terminal: Terminal, _ next: RawToken) -> Bool {
        guard terminal.start > first else { return false }
        let before = raw[terminal.start - 1]
        // "(a !Kung word)": a click, no exclamation.
        guard raw[terminal.start].gap == .none || terminal.kind != .exclamation else { return false }
        guard before.isWordLike, !before.shape.contains(.single), before.kind == .number || before.shape.contains(.hasLower) || terminal.kind == .exclamation
        else { return next.kind == .openQuote && terminal.hasCloser }
        return next.kind == .word && (next.shape.contains(.startsUpper) || terminal.kind == .exclamation && isInformal)
    }

    private func exclamationEnds(_ terminal: Terminal, _ follower: Follower?) -> Bool {
        guard let follower, terminal.start > first else { return false }
        let next = follower.token
        if next.gap == .none { return startsWithoutSpace(terminal, next) }
        if carriesOn(next) { return false }
        // A question or cry in a quotation does not end the sentence around it.
        if insideQuotation, !terminal.hasCloseQuote { return false }
        if terminal.hasFinalStop { return !follower.isLower }
        if isQuotationWithAside(terminal, next) { return false }
        // "(politely?) asked": an aside inside a sentence.
        if terminal.hasCloser, !terminal.hasCloseQuote, isInsideSentence(closerOf: terminal) { return false }
        if follower.isLower {
            if terminal.hasCloser { return false }
            if next.kind == .dash { return false }
            let before = raw[terminal.start - 1]
            if terminal.marks == 1, before.shape.contains(.startsUpper) {
                if is_(follower.word, FunctionWord.link) { return false }
                // "Yahoo! mail", but "IT WORKS! thanks" and "in Rome? are you" end.
                let isQuestion = bytes[Int(raw[terminal.start].start)] == UInt8(ascii: "?")
                return isQuestion || !before.shape.contains(.hasLower)
            }
            if is_(follower.word, FunctionWord.pronoun), is_(follower.word + 1, FunctionWord.speech) { return false }
            return true
        }
        if isSpeech(terminal, next, follower) { return false }
        if lexicon.abbreviations.value(bytes, raw[terminal.start - 1].range) == AbbreviationClass.exclaimed {
            return starterScore(follower.word) >= 3
        }
        return true
    }

    /// `"Stop!" Mary said`
    private func isSpeech(_ terminal: Terminal, _ next: RawToken, _ follower: Follower) -> Bool {
        terminal.hasCloseQuote && next.kind == .word && is_(follower.word + 1, FunctionWord.speech)
    }

    /// `"… the laws." (Smith 55)`: a bracket behind a quotation belongs to it.
    func isQuotationWithAside(_ terminal: Terminal, _ next: RawToken) -> Bool {
        terminal.hasCloseQuote && next.kind == .opener
    }

    private func ellipsisEnds(_ terminal: Terminal, _ follower: Follower?) -> Bool {
        guard let follower, terminal.start > first else { return false }
        let next = follower.token
        if next.gap == .none {
            return terminal.start > first && !terminal.hasCloser && raw[terminal.start - 1].shape.contains(.hasLower)
                && next.kind == .word && next.shape.contains(.startsUpper)
        }
        if carriesOn(next) || follower.isLower || isSpeech(terminal, next, follower) { return false }
        if isQuotationWithAside(terminal, next) { return false }
        // [...] stands for words left out.
        if terminal.hasCloser, raw[terminal.start - 1].kind == .opener { return false }
        let isI = raw[follower.word].shape.contains(.single) && bytes[Int(raw[follower.word].start)] == UInt8(ascii: "I")
        return !(isI && terminal.marks == 3 && raw[terminal.start].gap != .none)
    }

    /// Whether the bracket that the terminal closes was opened inside the sentence.
    private func isInsideSentence(closerOf terminal: Terminal) -> Bool {
        var index = terminal.start - 1
        while index > first {
            if raw[index].kind == .opener { return true }
            index -= 1
        }
        return false
    }
}
