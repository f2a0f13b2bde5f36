import Foundation
import PipelineEngine
import Testing

/// What is written is read back by the readers themselves where they are here (the shell), else by what their manuals say.
@Suite struct CommandQuotingTests {
    static let hostile = [
        "/srv/news", "/srv/our news", "/srv/'quoted'", "/srv/\"quoted\"", "/srv/100%", "/srv/%s%%", "/srv/\\%", "/srv/\\\\", "/srv/\\\\%\\", "/srv/\\'%", "/srv/$HOME",
        "/srv/${HOME}", "/srv/$(touch x)", "/srv/`touch x`", "/srv/a;b", "/srv/a&b|c>d<e", "/srv/*?[a]", "/srv/~", "/srv/#no comment", "/srv/!x", "/srv/é—日本",
        "/srv/ ", "/srv/a  b", "/srv/{a,b}", "/srv/\\n", "/srv/\\x41", "/srv/%n %H", "/srv/-",
    ]

    private func readByShell(_ line: String) throws -> [String] {
        let process = Process()
        let pipe = Foundation.Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "printf '%s\\n' \(line)"]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// What cron hands to the shell; some crons take `\\` for one backslash, some for two.
    private func readByCron(_ line: String, joinsBackslashes: Bool) -> String {
        var command = ""
        var isEscaped = false
        for character in line.unicodeScalars {
            if isEscaped {
                isEscaped = false
                if character == "%" || joinsBackslashes && character == "\\" { command.unicodeScalars.removeLast() }
                command.unicodeScalars.append(character)
            } else if character == "%" {
                return command
            } else {
                isEscaped = character == "\\"
                command.unicodeScalars.append(character)
            }
        }
        return command
    }

    /// systemd's words, after systemd.syntax(7) and systemd.service(5).
    private func readBySystemd(_ line: String) -> [String] {
        var words: [String] = [""]
        var isQuoted = false
        var rest = Substring(line)
        while let character = rest.popFirst() {
            switch (character, isQuoted) {
            case ("\"", _): isQuoted.toggle()
            case (" ", false): words.append("")
            case ("\\", true): words[words.count - 1].append(rest.popFirst() ?? "\\")
            case ("%", _): words[words.count - 1].append(rest.first == "%" ? "%" : "<specifier>"); rest = rest.dropFirst()
            case ("$", _) where words.count > 1: words[words.count - 1].append(rest.first == "$" ? "$" : "<variable>"); rest = rest.dropFirst()
            default: words[words.count - 1].append(character)
            }
        }
        return words
    }

    @Test func theShellReadsEveryWordAsItIs() throws {
        #expect(try readByShell(CommandQuoting.shell(Self.hostile)) == Self.hostile)
    }

    @Test(arguments: [false, true]) func cronReadsEveryWordAsItIs(joinsBackslashes: Bool) throws {
        let command = readByCron(CommandQuoting.crontab(Self.hostile), joinsBackslashes: joinsBackslashes)
        #expect(try readByShell(command) == Self.hostile)
    }

    @Test func systemdReadsEveryWordAsItIs() {
        for program in ["/usr/bin/copydesk", "/opt/$x/copy desk"] {
            let words = [program] + Self.hostile
            #expect(readBySystemd(CommandQuoting.systemd(words)) == words)
        }
    }

    @Test func anEmptyWordIsKept() throws {
        #expect(CommandQuoting.shell(["a", ""]) == "a ''")
        #expect(CommandQuoting.crontab(["a", ""]) == "a ''")
        #expect(CommandQuoting.systemd(["a", ""]) == "a \"\"")
    }

    @Test(arguments: ["/srv/a\nb", "/srv/\u{1B}[2J", "/srv/\u{7F}", "/srv/caf\u{FFFD}", "/srv/\t"])
    func whatCannotBeWrittenIsNamed(word: String) throws {
        let problem = try #require(CommandQuoting.problem(with: word))
        #expect(problem.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }

    @Test func everythingElseCan() {
        for word in Self.hostile { #expect(CommandQuoting.problem(with: word) == nil) }
    }
}
