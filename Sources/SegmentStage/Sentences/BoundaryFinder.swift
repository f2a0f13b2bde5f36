import StageKit

/// Decides where sentences end, over the raw tokens of one block, and joins stops to abbreviations.
///
/// Goes through the tokens once; every decision looks at a few tokens around it, so the cost is linear.
struct BoundaryFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    let raw: UnsafeBufferPointer<RawToken>
    let lexicon: Lexicon
    let lines: LineLayout
    /// Whether sentences may well start with a small letter here.
    let isInformal: Bool
    let block: Int?
    /// Index of the first raw token of the sentence that is being read.
    var first = 0
    var list: ListState?
    /// Whether a quotation is open that a comma led in: `she said, "…`
    var insideQuotation = false

    /// The stops and closing marks that may end a sentence, from one raw token to another.
    struct Terminal {
        var start: Int
        /// The first raw token behind.
        var next: Int
        var kind: TokenKind
        /// How many stops, or exclamation and question marks, there are.
        var marks: Int
        var hasCloser = false
        var hasCloseQuote = false
        var hasEmoticon = false
        /// Whether a stop stands behind the closing mark: `(Why?).`
        var hasFinalStop = false
        /// Whether anything beside one plain stop is in it.
        var isPlainStop = true
    }

    mutating func run(sentences: inout [Sentence], tokens: inout [Token]) {
        var firstToken = tokens.count
        var index = 0
        let count = raw.count

        func close() {
            guard tokens.count > firstToken, let last = tokens.last else { return }
            sentences.append(
                Sentence(range: Int(tokens[firstToken].start)..<Int(last.end), tokens: firstToken..<tokens.count, block: block))
            firstToken = tokens.count
        }

        while index < count {
            let token = raw[index]
            if index > first, token.gap != .none, startsNewSentence(index) {
                close()
                first = index
            }
            if index == first || list != nil { noteListItem(at: index) }
            switch token.kind {
            case .stop, .ellipsis, .exclamation, .ideographicStop:
                let terminal = terminal(at: index)
                let decision = decide(terminal)
                if decision.joins, let last = tokens.indices.last, tokens.count > firstToken {
                    tokens[last].end = token.end
                } else {
                    tokens.append(Token(token.range))
                }
                for further in index + 1..<terminal.next { tokens.append(Token(raw[further].range)) }
                index = terminal.next
                if terminal.hasCloseQuote || decision.ends { insideQuotation = false }
                if decision.ends, index < count {
                    close()
                    first = index
                }
            default:
                if token.kind == .openQuote { insideQuotation = index > first && raw[index - 1].kind == .comma }
                if token.kind == .closeQuote { insideQuotation = false }
                tokens.append(Token(token.range))
                index += 1
            }
        }
        close()
    }

    /// Everything from the stop at `index` to the first token that cannot belong to the sentence's end.
    private func terminal(at index: Int) -> Terminal {
        let token = raw[index]
        var terminal = Terminal(start: index, next: index + 1, kind: token.kind, marks: token.kind == .ellipsis ? max(token.count, 3) : token.count)
        loop: while terminal.next < raw.count {
            let next = raw[terminal.next]
            guard next.gap != .newline || next.kind == .stop else { break }
            switch next.kind {
            case .stop where next.gap == .none || terminal.kind == .stop || terminal.kind == .ellipsis:
                // Spaced stops are an ellipsis: . . .
                guard !terminal.hasCloser || next.gap == .none else { break loop }
                terminal.marks += 1
                terminal.hasFinalStop = terminal.hasCloser
                if terminal.kind == .stop, !terminal.hasCloser { terminal.kind = .ellipsis }
            case .ellipsis where next.gap == .none:
                terminal.marks += next.count
                terminal.hasFinalStop = terminal.hasCloser
            case .exclamation where next.gap == .none || (terminal.kind == .exclamation && isFreestanding(terminal.next)):
                terminal.kind = .exclamation
                terminal.marks += next.count
            case .ideographicStop: break
            case .closer: terminal.hasCloser = true
            case .closeQuote:
                // Between two spaces it might as well open the next sentence; then its turn decided, see Tokenizer.
                terminal.hasCloser = true
                terminal.hasCloseQuote = true
            case .emoticon: terminal.hasEmoticon = true
            case .opener:
                // A reference belongs to what it proves: "… in 1971. [3] [4]"
                guard let end = referenceEnd(at: terminal.next) else { break loop }
                terminal.next = end - 1
            default: break loop
            }
            terminal.isPlainStop = false
            terminal.next += 1
        }
        return terminal
    }

    /// The first token behind a reference like `[3]`; nil where none stands.
    private func referenceEnd(at index: Int) -> Int? {
        guard index + 2 < raw.count, bytes[Int(raw[index].start)] == UInt8(ascii: "["), raw[index + 1].kind == .number,
            raw[index + 2].kind == .closer
        else { return nil }
        return index + 3
    }

    /// Whether no token touches the one at `index` from behind.
    func isFreestanding(_ index: Int) -> Bool {
        index + 1 >= raw.count || raw[index + 1].gap != .none
    }

    /// Whether a sentence starts at `index` though nothing ended one: a list item, a bullet, a line of its own.
    private func startsNewSentence(_ index: Int) -> Bool {
        let token = raw[index]
        if token.gap == .newline, lines.breaksSentence(before: index, in: self) { return true }
        if token.kind == .bullet { return index + 1 < raw.count && raw[index - 1].kind != .bullet }
        return isNextListItem(index)
    }

    // MARK: What the rules ask of tokens

    func word(_ index: Int) -> Int8? {
        lexicon.functionWords.value(bytes, raw[index].range)
    }

    func is_(_ index: Int, _ kind: Int8) -> Bool {
        index < raw.count && raw[index].kind == .word && word(index) == kind
    }
}
