import StageKit

/// What a program did wrong.
struct ProgramFault: Error, Hashable {
    /// In a sentence whose subject is the program: "ended (exit status 3) before it answered".
    var reason: String
    var advice: String?
    /// Whether an earlier article may be what went wrong: a program that broke on its first one broke on that one.
    var mayStemFromEarlier = true

    static func ended(_ status: ExitStatus) -> ProgramFault {
        ProgramFault(reason: "ended (\(status)) before it answered", advice: "its messages are in the log")
    }

    static func tooSlow(seconds: Int, setting: String) -> ProgramFault {
        ProgramFault(
            reason: "did not answer within \(ProgramFault.words(seconds: seconds)) and was killed", advice: "raise '\(setting)' if it needs longer",
            mayStemFromEarlier: false)
    }

    static func noHandshake(seconds: Int) -> ProgramFault {
        ProgramFault(
            reason: "did not answer the handshake within \(words(seconds: seconds))",
            advice: "it must flush its output after every line; raise 'start_seconds' if it needs longer")
    }

    private static func words(seconds: Int) -> String { seconds == 1 ? "1 second" : "\(seconds) seconds" }

    static func answerTooLong(bytes: Int) -> ProgramFault {
        ProgramFault(
            reason: "wrote a line of more than \(bytes) bytes and was killed", advice: "raise 'longest_answer' if that is right",
            mayStemFromEarlier: false)
    }

    static let closedInput = ProgramFault(reason: "closed its standard input before it had read the article")
    static let closedOutput = ProgramFault(reason: "closed its standard output before it answered")

    static let wroteUnasked = ProgramFault(reason: "wrote to standard output what nobody asked for")

    static func outOfStep(_ reason: String) -> ProgramFault {
        ProgramFault(reason: reason, advice: "a program writes one line for each article to standard output, and nothing else")
    }
}
