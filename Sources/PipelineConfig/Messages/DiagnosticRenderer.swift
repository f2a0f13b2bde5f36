import StageKit

/// Prints a diagnostic with the line it is about:
///
/// ```
/// nightly.yaml:5:5: error: unknown stage 'segmnt'
///     5 |   - segmnt
///       |     ^
///       = did you mean 'segment'?
/// ```
///
/// Control characters of the file are made visible, tabs become one space, of a long line a window is shown, and of a
/// long message its two ends.
struct DiagnosticRenderer {
    /// Columns shown of a line.
    private static let window = 100
    /// Characters shown of a message: room for the longest list of choices with a value beside it.
    private static let longest = 400

    private let lines: SourceLines
    private let isColoured: Bool

    init(text: [UInt8], isColoured: Bool) {
        lines = SourceLines(text)
        self.isColoured = isColoured
    }

    func render(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location.map { "\($0): ".printable } ?? ""
        let colour = diagnostic.severity == .error ? "31;1" : "33;1"
        var result = "\(style(place, "1"))\(style("\(diagnostic.severity.rawValue):", colour)) \(shortened(diagnostic.message).printable)\n"
        let margin: String
        if let location = diagnostic.location, let line = line(location.line) {
            let number = String(repeating: " ", count: max(0, 5 - "\(location.line)".count)) + "\(location.line)"
            margin = String(repeating: " ", count: number.count)
            let (shown, caret) = windowed(line, column: location.column)
            result += "\(style("\(number) |", "2")) \(shown)\n"
            result += "\(style("\(margin) |", "2")) \(String(repeating: " ", count: caret))\(style("^", "32;1"))\n"
        } else {
            margin = "     "
        }
        if let advice = diagnostic.advice { result += "\(style("\(margin) =", "2")) \(shortened(advice).printable)\n" }
        return result
    }

    private func line(_ number: Int) -> [Unicode.Scalar]? {
        lines.isEmpty ? nil : lines.line(number)
    }

    /// What a file says can be as long as the file; what it is about stands at the beginning and the end.
    private func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard text.utf8.count > DiagnosticRenderer.longest, scalars.count > DiagnosticRenderer.longest else { return text }
        let start = scalars.prefix(DiagnosticRenderer.longest * 3 / 4)
        let end = scalars.suffix(DiagnosticRenderer.longest / 4)
        return "\(String(start))…\(String(end))"
    }

    /// The part of the line around `column`, and how many terminal columns lie before the caret.
    private func windowed(_ line: [Unicode.Scalar], column: Int) -> (String, Int) {
        let caret = min(max(column - 1, 0), line.count)
        var first = 0
        var cut = ""
        if line.count > DiagnosticRenderer.window, caret > DiagnosticRenderer.window * 2 / 3 {
            first = min(caret - DiagnosticRenderer.window / 2, line.count - DiagnosticRenderer.window)
            cut = "…"
        }
        let last = min(line.count, first + DiagnosticRenderer.window)
        let shown = cut + text(line[first..<last]) + (last < line.count ? "…" : "")
        return (shown, cut.unicodeScalars.count + line[first..<max(first, caret)].reduce(0) { $0 + width($1) })
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(scalar == "\t" ? " " : scalar) }
        return String(view).printable
    }

    /// Columns that a terminal gives a character: two for East Asian wide ones and emoji, none for combining and joining
    /// marks (Unicode Standard Annex 11, simplified to whole blocks).
    private func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        // Some of these are shown, as a sign of width 1, by `printable`.
        case .format where scalar != "\u{AD}" && text([scalar]) == String(scalar): return 0
        default: break
        }
        if scalar.value < 0x2E80, scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    private func style(_ text: String, _ code: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
