/// Whether a `style` attribute takes an element out of sight.
enum HiddenStyle {
    static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.count >= 12, style.count < 2000 else { return false }
        var squeezed: [UInt8] = []
        squeezed.reserveCapacity(style.count)
        for byte in style where byte > 0x20 { squeezed.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
        return ByteSearch.contains(squeezed, displayNone) || ByteSearch.contains(squeezed, visibilityHidden)
    }

    /// Whether a style has a word in it that could hide: a quick look, so that all others need not be kept.
    static func mayHide(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        ByteSearch.containsInAnyCase(style, none) || ByteSearch.containsInAnyCase(style, hidden)
    }

    private static let displayNone = Array("display:none".utf8)
    private static let visibilityHidden = Array("visibility:hidden".utf8)
    private static let none = Array("none".utf8)
    private static let hidden = Array("hidden".utf8)
}
