internal import Glibc
import StageKit
import Synchronization

/// Tells the user what happens: messages and progress on standard error, the closing summary on standard output.
///
/// Nothing that an article or a file name says reaches the terminal unescaped. Safe to use from any thread: one message
/// is one write.
public final class Console: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        /// For people.
        case text
        /// One JSON object a line, for log collectors.
        case json
    }

    let format: Format
    /// Only problems are told.
    let isQuiet: Bool
    /// Whether standard error is a terminal that a line can be redrawn on.
    let isTerminal: Bool
    private let write: Output
    /// Whether a progress line stands on the terminal without its line feed.
    private let progressShown = Mutex(false)

    /// The two places to write to.
    public enum Stream: Sendable {
        case standardOutput, standardError
    }

    /// Writes bytes; called from any thread, one call a message.
    public typealias Output = @Sendable ([UInt8], Stream) -> Void

    /// The process's own standard output and error.
    public convenience init(format: Format = .text, isQuiet: Bool = false) {
        let isTerminal = format == .text && isatty(STDERR_FILENO) == 1
        self.init(format: format, isQuiet: isQuiet, isTerminal: isTerminal) { bytes, stream in
            Console.write(bytes, to: stream == .standardOutput ? STDOUT_FILENO : STDERR_FILENO)
        }
    }

    /// A console that writes elsewhere.
    public init(format: Format, isQuiet: Bool, isTerminal: Bool, output: @escaping Output) {
        self.format = format
        self.isQuiet = isQuiet
        self.isTerminal = isTerminal
        write = output
    }

    /// A problem that ends the run or the command.
    public func error(_ message: String) { tell(Diagnostic(.error, message)) }

    /// Tells what may need a look.
    public func warn(_ message: String) { tell(Diagnostic(.warning, message)) }

    /// Something to know that is no problem; not told when quiet.
    public func note(_ message: String) { tell(Diagnostic(.note, message)) }

    /// A message of a stage or of the engine.
    public func tell(_ diagnostic: Diagnostic) {
        guard !(isQuiet && diagnostic.severity == .note) else { return }
        switch format {
        case .text: writeLine("copydesk: \(diagnostic)".printable)
        case .json:
            writeEvent(diagnostic.severity.rawValue) { json in
                json.member("message", diagnostic.message)
                json.member("location", diagnostic.location?.description)
                json.member("advice", diagnostic.advice)
            }
        }
    }

    /// One event as a line of JSON.
    func writeEvent(_ event: String, _ members: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.beginObject()
        json.member("time", Clock.timestamp())
        json.member("event", event)
        members(&json)
        json.endObject()
        json.endLine()
        write(json.bytes, .standardError)
    }

    /// A line on standard error, below any progress line.
    func writeLine(_ line: String) {
        let clear = progressShown.withLock { shown in
            defer { shown = false }
            return shown ? "\r\u{1B}[K" : ""
        }
        write(Array("\(clear)\(line)\n".utf8), .standardError)
    }

    /// Redraws the progress line; only on a terminal. An empty line clears it.
    func showProgress(_ line: String) {
        progressShown.withLock { shown in
            guard shown || !line.isEmpty else { return }
            shown = !line.isEmpty
            write(Array("\r\u{1B}[K\(line)".utf8), .standardError)
        }
    }

    /// Text that is laid out already, for standard error.
    public func printError(_ text: String) {
        write(Array(text.utf8), .standardError)
    }

    /// Text for standard output.
    func print(_ text: String) {
        write(Array(text.utf8), .standardOutput)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            // A closed terminal or pipe must not end a run: what cannot be told is not told.
            guard count > 0 || errno == EINTR else { return }
            written += max(count, 0)
        }
    }
}
