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
/// Control characters of the file are made visible, tabs become one space, and of a long line a window is shown.
struct DiagnosticRenderer {
    /// Columns shown of a line.
    private static let window = 100

    private let lines: [ArraySlice<UInt8>]
    private let isColoured: Bool

    init(text: [UInt8], isColoured: Bool) {
        lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        self.isColoured = isColoured
    }

    func render(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location.map { "\($0): ".printable } ?? ""
        let colour = diagnostic.severity == .error ? "31;1" : "33;1"
        var result = "\(style(place, "1"))\(style("\(diagnostic.severity.rawValue):", colour)) \(diagnostic.message.printable)\n"
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
        if let advice = diagnostic.advice { result += "\(style("\(margin) =", "2")) \(advice.printable)\n" }
        return result
    }

    private func line(_ number: Int) -> [Unicode.Scalar]? {
        guard lines.indices.contains(number - 1), !lines.allSatisfy(\.isEmpty) else { return nil }
        var scalars = Array(String(decoding: lines[number - 1], as: UTF8.self).unicodeScalars)
        if scalars.last == "\r" { scalars.removeLast() }
        return scalars
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

    /// Columns that a terminal gives a character: two for East Asian wide ones and emoji, none for combining marks
    /// (Unicode Standard Annex 11, simplified to whole blocks).
    private func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.properties.generalCategory == .nonspacingMark { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    private func style(_ text: String, _ code: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
