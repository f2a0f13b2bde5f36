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

    /// The first stage that, with its default settings, writes `part`.
    func writer(of part: ArticlePart) -> (any Stage.Type)? {
        types.first { $0.init().writes.contains(part) }
    }
}
