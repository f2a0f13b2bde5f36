/// All targets: one line each.
enum FuzzTargets {
    private static var types: [any FuzzTarget.Type] { [
        YAMLTarget.self, HTMLTarget.self, TextTarget.self, CharsetTarget.self, TableTarget.self, LinesTarget.self,
        DocumentTarget.self, FeedTarget.self, ArchiveTarget.self,
        RecordTarget.self, JSONTarget.self, JournalTarget.self, MemoryTarget.self, WorkerTarget.self, ConditionTarget.self,
        ChatTarget.self, TopicRulesTarget.self,
    ] }

    static var names: [String] { types.map { $0.name } }

    static func make(_ name: String, samples: Samples) throws -> (any FuzzTarget)? {
        try types.first { $0.name == name }?.init(samples)
    }
}
