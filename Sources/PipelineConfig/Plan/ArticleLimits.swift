import StageKit

/// What one article may cost: `limits:` of a pipeline file.
public struct ArticleLimits: SettingGroup {
    // The slowest of ten thousand real pages takes well below a second; a minute is a hang, or a machine in trouble.
    @Setting("With 'isolation: process', an article that takes longer goes to quarantine; without, a warning tells of it.", in: 1...86_400)
    public var seconds = 60

    // Below this a worker process could not even start.
    @Setting("With 'isolation: process', a worker process that needs more memory ends, and its article goes to quarantine.",
        in: ByteSize(bytes: 64_000_000)...ByteSize(bytes: 1_000_000_000_000))
    public var memory: ByteSize?

    public init() {}
}
