internal import Glibc
import StageKit

/// Where a test can make a stage crash, hang or eat memory. Does nothing in release builds.
///
/// In debug builds, `COPYDESK_STAGE_FAULT=crash:7,hang:77,memory:777` strikes the records of these numbers, before their
/// first transform, in the process that runs the chain.
enum StageFault {
    static func strike(_ source: ArticleSource) {
        #if DEBUG
        guard !plan.isEmpty, let fault = plan[source.record] else { return }
        switch fault {
        case .crash: raise(SIGSEGV)
        case .hang: while true { sleep(1) }
        case .memory: eatMemory()
        }
        #endif
    }

    #if DEBUG
    private enum Kind: Substring {
        case crash, hang, memory
    }

    private static let plan: [Int: Kind] = {
        var plan: [Int: Kind] = [:]
        for fault in (getenv("COPYDESK_STAGE_FAULT").map { String(cString: $0) } ?? "").split(separator: ",") {
            let parts = fault.split(separator: ":")
            guard parts.count == 2, let kind = Kind(rawValue: parts[0]), let number = Int(parts[1]) else { continue }
            plan[number] = kind
        }
        return plan
    }()

    /// As a stage would that never lets go of what it takes; ends at 4 GB, so that a machine without limits survives the test.
    private static func eatMemory() {
        var hoard: [[UInt8]] = []
        for byte in 0..<UInt8(250) { hoard.append([UInt8](repeating: byte, count: 16 << 20)) }
        withExtendedLifetime(hoard) {}
    }
    #endif
}
