extension String {
    /// The text with every control character made visible, so that what an article or a file says can never steer a
    /// terminal or break a log's line: line feeds become ␊, escapes ␛, C1 controls and bidirectional overrides U+FFFD.
    ///
    /// - Complexity: O(n).
    public var printable: String {
        guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            guard scalar.isControl else {
                scalars.append(scalar)
                continue
            }
            switch scalar.value {
            case 0..<0x20: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")  // control pictures
            case 0x7F: scalars.append("\u{2421}")
            default: scalars.append("\u{FFFD}")
            }
        }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    /// Whether a terminal or a log reader may take this for a command: C0, DEL, C1, line and paragraph separators, and
    /// the bidirectional controls that can reorder what is shown.
    fileprivate var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
