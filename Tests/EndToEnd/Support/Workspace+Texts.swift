import Foundation

extension Workspace {
    /// The text of every file, by name.
    func texts() throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try files.map { ($0, String(decoding: try read($0), as: UTF8.self)) })
    }
}
