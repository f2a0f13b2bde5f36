internal import Glibc

/// A failed system call: its error number, in words.
public struct SystemCallError: Error, Sendable, Hashable {
    public let number: Int32

    /// - Parameter number: an `errno` value; by default the current one.
    public init(number: Int32? = nil) {
        self.number = number ?? errno
    }

    /// What happened, for the end of a sentence: "the disk is full".
    public var explanation: String {
        switch number {
        case ENOENT: "there is no such file or folder"
        case ENOSPC: "the disk is full"
        case EDQUOT: "the disk quota is used up"
        case EACCES, EPERM: "permission denied"
        case EROFS: "the file system is read-only"
        case ENOTDIR, EEXIST: "a part of the path is a file, not a folder"
        case EISDIR: "it is a folder"
        case EMFILE, ENFILE: "too many files are open"
        default: String(cString: strerror(number)).lowercased()
        }
    }

    /// Whether there is no such file.
    public var isMissingFile: Bool { number == ENOENT }
}

extension SystemCallError: CustomStringConvertible {
    public var description: String { explanation }
}
