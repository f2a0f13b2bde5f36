extension BoundaryFinder {
    /// Whether a single stop ends the sentence, and whether it belongs to the word before it.
    func stopDecision(_ terminal: Terminal, _ follower: Follower?) -> Decision {
        let index = terminal.start
        guard index > first else { return .goesOn }
        let before = raw[index - 1]
        // "A. Smith" is a name as often as an item: the stop stays with the letter.
        if isListMark(index) { return Decision(ends: false, joins: before.shape.contains(.single) && before.shape.contains(.startsUpper)) }
        let touches = raw[index].gap == .none && before.isWordLike
        let reading = touches ? abbreviation(index - 1) : .none
        guard let follower else {
            return Decision(ends: true, joins: reading.joinsAtEnd)
        }
        let next = follower.token
        if next.gap == .none, !terminal.hasCloser {
            let startsHere = next.kind == .word && next.shape.contains(.startsUpper) && (next.shape.contains(.hasLower) || next.shape.contains(.single))
            let isInitial = before.shape.contains(.single) || reading != .none
            guard startsHere, touches, !isInitial else { return Decision(ends: false, joins: reading != .none) }
            return Decision(ends: before.kind == .number || before.shape.contains(.hasLower), joins: false)
        }
        switch next.kind {
        case .comma, .colon, .semicolon, .closer, .closeQuote:
            return Decision(ends: false, joins: touches && terminal.isPlainStop && (reading != .none || before.kind == .word))
        case .exclamation: return .goesOn
        default: break
        }
        if isQuotationWithAside(terminal, next) { return .goesOn }
        let ends: Bool
        switch reading {
        case .none: ends = touches ? plainStopEnds(terminal, follower) : !follower.isLower || !terminal.hasCloser
        case .title: ends = false
        case .number: ends = !follower.isNumber && !isRomanNumeral(follower.word) && plainStopEnds(terminal, follower)
        case .date, .name, .acronym, .initial: ends = nameEnds(terminal, follower, reading)
        case .measure: ends = follower.isUpper || isInformal && follower.isLower && !is_(follower.word, FunctionWord.link)
        case .time: ends = timeEnds(follower)
        }
        if reading == .none || reading == .number {
            // An abbreviation that no list knows: "rec. and dom. genes".
            let isUnknown = !ends && terminal.isPlainStop && touches && before.kind == .word && follower.isLower
            return Decision(ends: ends, joins: isUnknown || reading == .number && !ends)
        }
        let isPronoun = reading == .initial && ends && isPronounI(index - 1)
        return Decision(ends: ends, joins: !isPronoun)
    }

    /// How the stop behind a word is read.
    enum Reading {
        case none, title, number, date, name, acronym, initial, measure, time

        /// Whether the stop stays with the word at the end of a block, where nothing follows to tell.
        var joinsAtEnd: Bool {
            switch self {
            case .none, .number, .initial: false
            default: true
            }
        }
    }

    private func abbreviation(_ index: Int) -> Reading {
        let token = raw[index]
        guard token.kind == .word, token.count <= 8 else { return .none }
        let shape = token.shape
        let isUpper = shape.contains(.startsUpper)
        if shape.contains(.single) {
            if isUpper { return .initial }
            // "Roe v. Wade"; the others before numbers: p. 5.
            return bytes[Int(token.start)] == UInt8(ascii: "v") ? .title : .number
        }
        if shape.contains(.hasApostrophe) { return .none }
        if let value = lexicon.abbreviations.value(bytes, token.range) {
            switch value {
            case AbbreviationClass.title: return .title
            case AbbreviationClass.capitalisedTitle:
                if isUpper { return .title }
                return .number
            case AbbreviationClass.number: return .number
            case AbbreviationClass.date: return isUpper ? .date : .none
            case AbbreviationClass.name: return .name
            case AbbreviationClass.capitalisedName: return isUpper ? .name : .none
            case AbbreviationClass.measure: return .measure
            default: return .time
            }
        }
        if shape.contains(.hasInnerStop), !shape.contains(.hasDigit) { return .acronym }
        // Letters without a vowel are short for something: Bldg., Pfc.
        if isUpper, shape.contains(.hasLower), token.count <= 5, !hasVowel(token) { return .name }
        return .none
    }

    private func hasVowel(_ token: RawToken) -> Bool {
        for index in token.range {
            switch bytes[index] | 0x20 {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"), 0x80...: return true
            default: continue
            }
        }
        return false
    }

    private func isRomanNumeral(_ index: Int) -> Bool {
        let token = raw[index]
        guard token.kind == .word, token.count <= 5, token.shape.contains(.startsUpper) else { return false }
        for position in token.range {
            switch bytes[position] {
            case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"): continue
            default: return false
            }
        }
        return token.count > 1
    }

    private func isPronounI(_ index: Int) -> Bool {
        raw[index].count == 1 && bytes[Int(raw[index].start)] == UInt8(ascii: "I") && index > first && raw[index - 1].shape.contains(.startsLower)
    }

    /// A stop behind a word or number that is no abbreviation.
    private func plainStopEnds(_ terminal: Terminal, _ follower: Follower) -> Bool {
        let before = raw[terminal.start - 1]
        if follower.isUpper {
            // "(b. September 1941)"
            return !(before.shape.contains(.single) && before.shape.contains(.startsLower) && raw[terminal.start - 2 >= first ? terminal.start - 2 : first].kind == .opener)
        }
        if follower.isLower {
            if terminal.hasCloser { return terminal.hasFinalStop }
            if isInformal, before.count > 1, !before.shape.contains(.hasInnerStop) { return true }
            if before.kind == .number || before.shape.contains(.single) || before.shape.contains(.hasInnerStop) { return false }
            if before.kind == .web { return true }
            // Short capitalised words and words without a vowel before a small letter are most likely cut short.
            let isShort = before.count <= 4
            if isShort, before.shape.contains(.startsUpper) && before.shape.contains(.hasLower) || !hasVowel(before) { return false }
            if before.count <= 3, is_(follower.word, FunctionWord.link) { return false }
            return true
        }
        return true
    }

    /// How likely the word at `index` starts a sentence; below 0 for a word that looks like a name.
    func starterScore(_ index: Int) -> Int {
        let token = raw[index]
        guard token.kind == .word else { return -1 }
        if let score = lexicon.starters.value(bytes, token.range) { return Int(score) }
        return -2
    }

    /// A stop behind a part of a name: Inc., U.S., an initial.
    private func nameEnds(_ terminal: Terminal, _ follower: Follower, _ reading: Reading) -> Bool {
        guard follower.isUpper else {
            // "$4.5m to Acme Inc. 5 others" is rare; a date or address goes on with a number.
            return false
        }
        let index = terminal.start - 1
        var needed = 2
        if reading == .initial {
            if index == first { return false }
            let previous = raw[index - 1]
            needed = previous.shape.contains(.startsUpper) || previous.kind == .stop ? 4 : 3
            if isPronounI(index) { needed = 2 }
        }
        if terminal.hasCloser || follower.token.kind == .openQuote { needed -= 2 }
        return starterScore(follower.word) >= needed
    }

    /// A stop behind a.m. or p.m.
    private func timeEnds(_ follower: Follower) -> Bool {
        guard follower.isUpper, !is_(follower.word, FunctionWord.timeZone) else { return false }
        // "At 5 a.m. Mr. Smith": the sentence has only a time so far.
        return !(is_(first, FunctionWord.timeOpener) && follower.word - first <= 5)
    }
}
