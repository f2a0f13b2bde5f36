import Dispatch
internal import Glibc

/// Turns SIGINT and SIGTERM into a raised ``StopFlag`` for as long as it lives. A second signal ends the process at
/// once, as an impatient user expects; outputs are not touched by that, for they appear whole or not at all.
public final class SignalWatch: @unchecked Sendable {  // confined: the sources are set once, in init, and only cancelled later
    private let sources: [any DispatchSourceSignal]

    public init(_ stop: StopFlag) {
        let queue = DispatchQueue(label: "copydesk.signals")
        sources = [SIGINT, SIGTERM].map { number in
            // Dispatch only observes a signal; the default action must be switched off.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if stop.isRaised { _exit(128 + number) }
                stop.raise(.signal(number))
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
