internal import Glibc
import StageKit
import Synchronization

/// Ends the programs that outlive us. A program sees its input end when we are gone, however we ended; one that hangs
/// does not look. So a shell waits beside us with a list of the running groups, and when its own input ends, it gives
/// them five seconds and kills those that are left.
///
/// A shell rather than the kernel's parent-death signal, which fires when the *thread* that started a program ends, as
/// Dispatch's do all the time.
final class Guardian: Sendable {
    private static let script = """
        trap '' HUP INT TERM
        live=' '
        while read -r change group; do
            case $change in
            +) live="$live$group " ;;
            -) live="${live%% "$group" *} ${live#* "$group" }" ;;
            esac
        done
        case $live in *[0-9]*) sleep 5 ;; esac
        for group in $live; do kill -s KILL -- "-$group" 2>/dev/null; done
        """

    private let id: pid_t
    /// Writing takes the lock, so that two changes never mix.
    private let input: Mutex<Int32>

    /// Nil where there is no shell.
    init?() {
        guard let pipe = try? Pipe() else { return nil }
        defer { close(pipe.readEnd) }
        guard let id = try? Spawn.start("/bin/sh", ["sh", "-c", Guardian.script], in: "/", .init(input: pipe.readEnd)) else {
            close(pipe.writeEnd)
            return nil
        }
        self.id = id
        input = Mutex(pipe.writeEnd)
    }

    deinit {
        _ = input.withLock { close($0) }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
    }

    func started(_ group: pid_t) { tell("+ \(group)\n") }

    func ended(_ group: pid_t) { tell("- \(group)\n") }

    private func tell(_ change: String) {
        let bytes = Array(change.utf8)
        input.withLock { input in
            _ = bytes.withUnsafeBytes { Pipe.write($0, to: input) }
        }
    }
}
