/// A pattern that a whole text must match: `*` stands for anything, `?` for one character, a backslash takes away the
/// next one's meaning.
///
/// Matching goes back to the last `*` only, so that its time is bounded by the text's length times the pattern's.
struct Glob: Sendable, Hashable {
    private enum Step: Sendable, Hashable {
        case byte(UInt8)
        case oneCharacter
        case anything
    }

    private var steps: [Step] = []

    init(_ pattern: String) {
        var isEscaped = false
        for byte in pattern.utf8 {
            switch byte {
            case _ where isEscaped:
                steps.append(.byte(byte))
                isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "*"): if steps.last != .anything { steps.append(.anything) }
            case UInt8(ascii: "?"): steps.append(.oneCharacter)
            default: steps.append(.byte(byte))
            }
        }
    }

    /// - Complexity: O(text × pattern), and O(text + pattern) where the pattern has one `*` or none.
    func matches(_ text: [UInt8]) -> Bool {
        var index = 0
        var step = 0
        // Where to go on when what follows the last `*` does not fit: one character further.
        var retry: (step: Int, index: Int)?
        while index < text.count {
            if step < steps.count {
                switch steps[step] {
                case .anything:
                    step += 1
                    retry = (step, index)
                    continue
                case .oneCharacter:
                    index = Glob.next(index, text)
                    step += 1
                    continue
                case .byte(let byte) where byte == text[index]:
                    index += 1
                    step += 1
                    continue
                case .byte: break
                }
            }
            guard let last = retry else { return false }
            index = Glob.next(last.index, text)
            step = last.step
            retry = (step, index)
        }
        return steps[step...].allSatisfy { $0 == .anything }
    }

    private static func next(_ index: Int, _ text: [UInt8]) -> Int {
        var index = index + 1
        while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }
}
