internal import Glibc
import StageKit
import Synchronization

/// Says, in a few words of memory, which article a worker is in, in which stage, and since when. One thread writes it; any
/// thread, or another process that shares the memory, reads it while the writer is stuck, or dead.
///
/// `@unchecked Sendable`: the memory is only touched by atomic loads and stores.
final class WorkMark: @unchecked Sendable {
    /// The words: article and stage in one, so that they always belong together; the time; why the process dies.
    private enum Word: Int, CaseIterable {
        case place, began, memoryRanOut
    }

    /// The size of a shared mark: the least that can be mapped.
    private static let pageSize = 4096

    private let words: UnsafeMutablePointer<Atomic<UInt64>>
    private let isShared: Bool

    /// A mark that this process's threads share.
    init() {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: WorkMark.pageSize, alignment: 8)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: WorkMark.pageSize)
        words = memory.bindMemory(to: Atomic<UInt64>.self, capacity: Word.allCases.count)
        isShared = false
    }

    /// A mark in memory that every process with this descriptor shares; new memory is a cleared mark.
    init(sharing descriptor: Int32) throws(SystemCallError) {
        guard ftruncate(descriptor, WorkMark.pageSize) == 0 else { throw SystemCallError() }
        let memory = mmap(nil, WorkMark.pageSize, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let memory, memory != MAP_FAILED else { throw SystemCallError() }
        words = memory.bindMemory(to: Atomic<UInt64>.self, capacity: Word.allCases.count)
        isShared = true
    }

    deinit {
        let memory = UnsafeMutableRawPointer(words)
        if isShared { munmap(memory, WorkMark.pageSize) } else { memory.deallocate() }
    }

    /// An article begins, at its first stage.
    /// - Parameter number: counts the writer's articles, from 1.
    func begin(article number: Int) {
        words[Word.began.rawValue].store(Clock.monotonic, ordering: .relaxed)
        words[Word.place.rawValue].store(UInt64(number) << 8, ordering: .releasing)
    }

    /// The article comes to its next stage.
    func enter(stage: Int, ofArticle number: Int) {
        words[Word.place.rawValue].store(UInt64(number) << 8 | UInt64(min(stage, 255)), ordering: .releasing)
    }

    /// The article's time begins anew; its stage waits for something that has a limit of its own.
    func renewTime() {
        words[Word.began.rawValue].store(Clock.monotonic, ordering: .releasing)
    }

    /// No article is being worked on.
    func clear() {
        words[Word.place.rawValue].store(0, ordering: .releasing)
    }

    struct Place: Hashable {
        var article: Int
        /// Index of the stage in the pipeline.
        var stage: Int
        /// When the article began, as ``Clock/monotonic`` tells it: the same in all processes of a machine.
        var began: UInt64
    }

    /// Nil while no article is being worked on.
    var place: Place? {
        let place = words[Word.place.rawValue].load(ordering: .acquiring)
        guard place != 0 else { return nil }
        return Place(article: Int(place >> 8), stage: Int(place & 0xFF), began: words[Word.began.rawValue].load(ordering: .relaxed))
    }

    /// The process could not get the memory it asked for, and is about to die of it. Safe to call from a signal handler.
    func noteMemoryRanOut() {
        words[Word.memoryRanOut.rawValue].store(1, ordering: .releasing)
    }

    var hasMemoryRunOut: Bool {
        words[Word.memoryRanOut.rawValue].load(ordering: .acquiring) != 0
    }
}
