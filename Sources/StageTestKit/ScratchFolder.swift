internal import FoundationEssentials
internal import Glibc
import StageKit

/// A folder of its own for one run of an example; goes away with the value.
final class ScratchFolder {
    let path: String

    init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/copydesk-example-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemCallError() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // Nothing can be done about what cannot be removed; the folder is one for temporary files.
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ files: [String: String]) throws(SystemCallError) {
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            let file = "\(path)/\(name)"
            try FileSystem.makeFolders(FileSystem.folder(of: file))
            try FileSystem.replace(file, with: Array(text.utf8))
        }
    }

    func read(_ name: String) throws(SystemCallError) -> String? {
        try FileSystem.read("\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }
}
