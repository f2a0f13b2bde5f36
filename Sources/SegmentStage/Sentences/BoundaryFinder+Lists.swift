/// The list that is being read: `1. … 2. …`, `a) … b) …`.
struct ListState {
    enum Marker {
        case stop, bracket, stopAndBracket, brackets
    }

    var marker: Marker
    var isNumber: Bool
    /// The number or letter of the next item.
    var next: UInt32
}

extension BoundaryFinder {
    /// An item's number or letter with its mark.
    private struct Enumerator {
        var marker: ListState.Marker
        var isNumber: Bool
        var value: UInt32
        /// The first raw token behind it.
        var next: Int
    }

    /// Reads `1.`, `1)`, `1.)`, `(1)` or the same with a letter.
    private func enumerator(at index: Int) -> Enumerator? {
        var position = index
        let isOpened = raw[position].kind == .opener && bytes[Int(raw[position].start)] == UInt8(ascii: "(")
        if isOpened { position += 1 }
        guard position + 1 < raw.count else { return nil }
        let token = raw[position]
        let value: UInt32
        if token.kind == .number, token.count <= 3 {
            var number: UInt32 = 0
            for byte in bytes[token.range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                number = number * 10 + UInt32(byte - 0x30)
            }
            value = number
        } else if token.shape.contains(.single), token.count == 1 {
            value = UInt32(bytes[Int(token.start)])
        } else {
            return nil
        }
        if isOpened, token.gap != .none { return nil }
        position += 1
        var hasStop = false
        if raw[position].kind == .stop, raw[position].gap == .none, !isOpened {
            hasStop = true
            position += 1
        }
        var hasBracket = false
        if position < raw.count, raw[position].kind == .closer, raw[position].gap == .none, bytes[Int(raw[position].start)] == UInt8(ascii: ")") {
            hasBracket = true
            position += 1
        }
        guard position < raw.count, raw[position].gap != .none, hasStop || hasBracket else { return nil }
        let marker: ListState.Marker = isOpened ? .brackets : hasStop ? (hasBracket ? .stopAndBracket : .stop) : .bracket
        guard !isOpened || hasBracket else { return nil }
        return Enumerator(marker: marker, isNumber: token.kind == .number, value: value, next: position)
    }

    /// Notes that an item starts the sentence at `first`, so that its successor is recognised.
    mutating func noteListItem(at index: Int) {
        guard index == first || index == first + 1 && raw[first].kind == .bullet || raw[index].kind == .number && raw[index - 1].kind == .colon else { return }
        guard let item = enumerator(at: index) else { return }
        // "A. Smith" is a name.
        if !item.isNumber, item.marker == .stop, item.value < 0x61 { return }
        list = ListState(marker: item.marker, isNumber: item.isNumber, next: item.value + 1)
    }

    /// Whether the item that the list waits for starts at `index`.
    func isNextListItem(_ index: Int) -> Bool {
        guard let list, let item = enumerator(at: index) else { return false }
        return item.marker == list.marker && item.isNumber == list.isNumber && item.value == list.next
    }

    /// Whether the stop at `index` belongs to an item's number at the beginning of the sentence.
    func isListMark(_ index: Int) -> Bool {
        var start = first
        if raw[start].kind == .bullet || raw[start].kind == .dash { start += 1 }
        // "2.1. Methods": a section's number.
        if index == start + 1, raw[start].kind == .number, raw[start].shape.contains(.hasInnerStop), raw[index].gap == .none { return true }
        // "the following: 1. Wash your hands"
        if index > start + 1, raw[index - 2].kind == .colon { start = index - 1 }
        guard index - start <= 1, start < raw.count, let item = enumerator(at: start) else { return false }
        return index < item.next
    }
}
