import StageKit

/// The stages a program knows.
public struct StageCatalog: Sendable {
    /// In the order in which a pipeline usually has them.
    public let types: [any Stage.Type]

    /// - Precondition: no two stages have the same name.
    public init(_ types: [any Stage.Type]) {
        precondition(Set(types.map { $0.name }).count == types.count, "two stages have the same name")
        self.types = types
    }

    public subscript(name: String) -> (any Stage.Type)? {
        types.first { $0.name == name }
    }

    /// The first stage that, with its default settings, makes `part`.
    func writer(of part: ArticlePart) -> (any Stage.Type)? {
        types.first { type in
            let stage = type.init()
            return stage.writes.contains(part) && !stage.reads.contains(part)
        }
    }
}
