import Glibc
import StageKit

/// Runs slices of inputs, each in a child, so that a crash costs one input and says which.
struct Driver {
    /// Inputs of a child: starting one takes about as long as ten inputs do.
    private static let slice = 50_000
    /// One input that takes longer hangs.
    private static let patience = 5.0  // seconds
    private static let pollInterval: UInt32 = 20_000  // microseconds
    /// After so many finds of a run it is time to mend rather than to search.
    private static let mostFinds = 20

    let target: String
    let seed: UInt64
    let samples: String
    let findsFolder: String

    /// - Returns: how many inputs were found to crash, hang or break a promise.
    func run(_ range: Range<Int>) throws -> Int {
        let progressPath = "/tmp/copydesk-fuzz-\(getpid()).progress"
        let progress = try ProgressRecord(path: progressPath)
        defer { unlink(progressPath) }
        let mutator = try FuzzTargets.make(target, samples: Samples(folder: samples)).map { Mutator($0, seed: seed) }
        let started = Driver.now
        var finds = 0
        var next = range.lowerBound
        while next < range.upperBound {
            let end = min(next + Driver.slice, range.upperBound)
            progress.index = next
            let child = Child(
                arguments: [
                    target, "--seed", "\(seed)", "--from", "\(next)", "--count", "\(end - next)", "--samples", samples, "--progress", progressPath,
                ])
            guard let ending = try wait(for: child, progress) else {
                next = end
                continue
            }
            finds += 1
            let index = progress.index
            let path = "\(findsFolder)/fuzz-\(target)-\(seed)-\(index).bin"
            if let bytes = mutator?.input(index) { try FileSystem.replace(path, with: bytes) }
            print("\(target): input \(index) \(ending). To repeat it:")
            print("  copydesk-fuzz \(target) --seed \(seed) --from \(index) --count 1")
            print("  copydesk-fuzz \(target) --replay \(path)")
            fflush(nil)
            guard finds < Driver.mostFinds else { break }
            next = index + 1
        }
        let seconds = Driver.now - started
        let done = min(next, range.upperBound) - range.lowerBound
        let accepted = progress.accepted * 100 / max(done, 1)
        print("\(target): \(done) inputs of seed \(seed) from \(range.lowerBound) in \(Int(seconds)) s, \(accepted) % accepted, \(finds) finds")
        fflush(nil)
        return finds
    }

    /// How a child ended; nil where it did all of its slice.
    private func wait(for child: Child, _ progress: ProgressRecord) throws -> String? {
        try child.start()
        var seen = progress.index
        var since = Driver.now
        while true {
            if let status = child.poll() {
                if status & 0x7F != 0 { return "crashed with signal \(status & 0x7F)" }
                return status >> 8 == 0 ? nil : "broke a promise"
            }
            if progress.index != seen {
                seen = progress.index
                since = Driver.now
            } else if Driver.now - since > Driver.patience {
                child.kill()
                return "hung for more than \(Int(Driver.patience)) s"
            }
            usleep(Driver.pollInterval)
        }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
