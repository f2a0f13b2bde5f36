import StageKit

/// The file that an output is written to until it is finished: hidden, beside its final place, so that moving it there is
/// one step of the file system.
struct PartFile {
    /// Absolute path of the output.
    let final: String

    var path: String { "\(FileSystem.folder(of: final))/.\(FileSystem.name(of: final)).part" }

    /// A second file beside it, by a name of its own.
    func sibling(_ name: String) -> String { "\(path)-\(name)" }

    /// Makes the folder it lies in.
    func makeFolder() throws(StageFailure) {
        try explaining("made") { () throws(SystemCallError) in try FileSystem.makeFolders(FileSystem.folder(of: final)) }
        if FileSystem.isFolder(final) { throw StageFailure("the output \(final.printable) is a folder") }
    }

    /// Turns what the operating system says into what a user can act on.
    func explaining<Result>(_ verb: String, _ work: () throws(SystemCallError) -> Result) throws(StageFailure) -> Result {
        do throws(SystemCallError) {
            return try work()
        } catch {
            throw StageFailure("the output \(final.printable) cannot be \(verb): \(error.explanation)")
        }
    }
}
