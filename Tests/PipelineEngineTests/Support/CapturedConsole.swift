import PipelineEngine
import Synchronization

/// A console whose output can be looked at.
final class CapturedConsole: Sendable {
    private let text = Mutex((output: "", errors: ""))

    var console: Console { console(format: .text) }

    func console(format: Console.Format, isQuiet: Bool = false, isTerminal: Bool = false) -> Console {
        Console(format: format, isQuiet: isQuiet, isTerminal: isTerminal) { [self] bytes, stream in
            text.withLock { text in
                let added = String(decoding: bytes, as: UTF8.self)
                if stream == .standardOutput { text.output += added } else { text.errors += added }
            }
        }
    }

    var output: String { text.withLock { $0.output } }
    var errors: String { text.withLock { $0.errors } }
}
