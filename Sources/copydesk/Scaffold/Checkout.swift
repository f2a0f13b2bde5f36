import StageKit

/// The project's own sources, which a new stage is added to.
struct Checkout {
    /// Absolute path.
    let path: String

    static let packageFile = "Package.swift"
    static let stageListFile = "Sources/copydesk/StageList.swift"

    /// The checkout that `folder` lies in.
    ///
    /// - Throws: ``StageFailure`` where it lies in none.
    init(around folder: String) throws(StageFailure) {
        var path = FileSystem.absolute(folder)
        while true {
            if FileSystem.size("\(path)/\(Checkout.packageFile)") != nil, FileSystem.size("\(path)/\(Checkout.stageListFile)") != nil {
                self.path = path
                return
            }
            guard path != "/" else {
                throw StageFailure(
                    "\(FileSystem.absolute(folder).printable) lies in no checkout of copydesk",
                    advice: "a stage becomes part of the program; go to the folder with its Package.swift")
            }
            path = FileSystem.folder(of: path)
        }
    }

    /// Adds a stage: its folder and its two lines, all or nothing.
    ///
    /// - Returns: the paths that were written, relative to the checkout.
    /// - Throws: ``StageFailure``; then everything is as it was.
    func add(_ names: StageNames, knownStages: [String]) throws(StageFailure) -> [String] {
        try refuseClashes(names, knownStages)
        let edits = [
            try edit(Checkout.packageFile, list: "let plugins: [String] = [", adding: "    \"\(names.folder)\","),
            try edit(Checkout.stageListFile, list: "let stageTypes: [any Stage.Type] = [", adding: "    \(names.type).self,"),
        ]
        let folder = "Plugins/\(names.folder)"
        let files = StageTemplate(names: names).files.sorted { $0.key < $1.key }
        let change = FileChange()
        do throws(SystemCallError) {
            for (name, text) in files { try change.create("\(path)/\(folder)/\(name)", text) }
            for edit in edits { try change.rewrite("\(path)/\(edit.file)", to: edit.text) }
        } catch {
            change.undo()
            throw StageFailure("the stage cannot be written: \(error.explanation)", advice: "nothing was changed")
        }
        return files.map { "\(folder)/\($0.key)" } + edits.map(\.file)
    }

    private func refuseClashes(_ names: StageNames, _ known: [String]) throws(StageFailure) {
        if known.contains(names.stage) {
            throw StageFailure("there is a stage '\(names.stage)' already", advice: "choose another name; copydesk stages lists those that are there")
        }
        // Also where only capitals differ: some file systems take both for one.
        for (folder, name) in [("Plugins", names.folder), ("Sources", names.type)] {
            if let there = FileSystem.names(in: "\(path)/\(folder)").first(where: { $0.lowercased() == name.lowercased() }) {
                throw StageFailure("there is a \(folder)/\(there) already", advice: "choose another name, or remove that folder")
            }
        }
    }

    private struct Edit {
        var file: String
        var text: String
    }

    /// The file with one more line at the end of a list.
    private func edit(_ file: String, list: String, adding line: String) throws(StageFailure) -> Edit {
        let bytes: [UInt8]?
        do throws(SystemCallError) {
            bytes = try FileSystem.read("\(path)/\(file)")
        } catch {
            throw StageFailure("\(file) cannot be read: \(error.explanation)")
        }
        let text = String(decoding: bytes ?? [], as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(of: list), let end = lines[start...].firstIndex(of: "]") else {
            throw StageFailure("\(file) has no list that begins with the line '\(list)' and ends with the line ']'", advice: "add '\(line)' by hand")
        }
        lines.insert(line, at: end)
        return Edit(file: file, text: lines.joined(separator: "\n"))
    }
}
