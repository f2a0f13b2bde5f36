import StageKit

/// Writes the words of a command so that the shell, cron and systemd take each as it is.
public enum CommandQuoting {
    /// What needs no quotes anywhere.
    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || "_./:=@,+-".utf8.contains($0) }
    }

    /// The words as a line for a POSIX shell.
    public static func shell(_ words: [String]) -> String {
        words.map { isPlain($0) ? $0 : "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
    }

    /// The words as the command of a crontab's line.
    ///
    /// cron ends the command at a `%` without a backslash. Some crons take `\\` for one backslash and some for two, so that
    /// no backslash may stand before another or before a `%` of the word: an empty pair of quotes parts them.
    public static func crontab(_ words: [String]) -> String {
        words.map { word in
            guard !isPlain(word) else { return word }
            var quoted = "'"
            var isAfterBackslash = false
            for character in word.unicodeScalars {
                if isAfterBackslash, character == "\\" || character == "%" { quoted += "''" }
                switch character {
                case "%": quoted += "\\%"
                case "'": quoted += "'\\''"
                default: quoted.unicodeScalars.append(character)
                }
                isAfterBackslash = character == "\\"
            }
            return quoted + "'"
        }.joined(separator: " ")
    }

    /// The words as the value of systemd's `ExecStart=`: `%` begins a specifier, `$` a variable (not in the program's own
    /// name, where systemd looks for none), and quotes take C's escapes (systemd.service(5), "COMMAND LINES").
    public static func systemd(_ words: [String]) -> String {
        words.enumerated().map { index, word in
            guard !isPlain(word) else { return word }
            var quoted = "\""
            for character in word.unicodeScalars {
                switch character {
                case "%": quoted += "%%"
                case "$": quoted += index == 0 ? "$" : "$$"
                case "\"": quoted += "\\\""
                case "\\": quoted += "\\\\"
                default: quoted.unicodeScalars.append(character)
                }
            }
            return quoted + "\""
        }.joined(separator: " ")
    }

    /// Why a word can be written for neither; nil where it can.
    public static func problem(with word: String) -> String? {
        if word.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return "'\(word.printable)' holds a line feed or another control character, which neither a crontab nor a unit can"
        }
        if word.unicodeScalars.contains("\u{FFFD}") {
            return "'\(word.printable)' is not UTF-8, so that its name cannot be written into a crontab or a unit"
        }
        return nil
    }
}
