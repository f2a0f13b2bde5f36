import Foundation
import StageKit
import Testing

/// Plugins/python/parquet.yaml with the real pyarrow, which the test installs into the build folder when it is not there yet.
@Suite struct ParquetTests {
    /// The folder of a Python with pyarrow.
    private static let python: Result<String, any Error> = Result {
        let folder = "\(URL(fileURLWithPath: Program.path).deletingLastPathComponent().path)/test-python"
        let script = """
            "$1/bin/python3" -c 'import pyarrow' 2>/dev/null && exit 0
            python3 -m venv --clear "$1" && "$1/bin/pip" install --quiet --disable-pip-version-check pyarrow
            """
        let result = try Program.shell(script, folder)
        guard result.exitCode == 0 else { throw StageFailure("pyarrow cannot be installed from PyPI: \(result.errors)") }
        return "\(folder)/bin"
    }

    private static let reader = """
        import json, sys, pyarrow.parquet
        table = pyarrow.parquet.read_table(sys.argv[1])
        assert table.schema.field("entities").type.value_type.field("start").type == pyarrow.int64()
        for row in table.to_pylist(): print(json.dumps({name: value for name, value in row.items() if value not in (None, [])}))
        """

    @Test func aPipelineWritesParquet() throws {
        let python = try ParquetTests.python.get()
        let path = ["PATH": "\(python):/usr/bin:/bin"]
        var first: [UInt8]?
        for workers in ["1", "3"] {
            let workspace = try Workspace()
            let result = try workspace.run("run", "\(Program.project)/Plugins/python/parquet.yaml", "--workers", workers, environment: path)
            #expect(result.exitCode == 0, "\(result.errors)")
            let bytes = try workspace.read("out/articles.parquet")
            #expect(first == nil || first == bytes, "the number of workers changes the output")
            first = bytes
            let read = try Program.shell("\"$1/python3\" -c \"$2\" \"$3\"", python, ParquetTests.reader, "\(workspace.path)/out/articles.parquet")
            #expect(read.exitCode == 0, "\(read.errors)")
            let rows = try read.output.split(separator: "\n").map { try JSONParser.parse(Array($0.utf8)) }
            let records = try workspace.records("out/articles.jsonl")
            #expect(rows.count == records.count && rows.count >= 20)
            for (row, record) in zip(rows, records) {
                for name in ["id", "title", "text", "published", "byline", "sentences"] { #expect(row[name] == record[name], "\(name)") }
                #expect(row["entities"]?.arrayValue?.count == record["entities"]?.arrayValue?.count)
                #expect(row["summary"] == record["summary"]?["text"])
            }
        }
    }

    @Test func withoutPyarrowItSaysSo() throws {
        let workspace = try Workspace()
        try workspace.write("bin/python3", "#!/bin/sh\nexec /usr/bin/env -i PATH=/usr/bin:/bin python3 -I -S \"$@\"\n")
        try Program.shell("chmod +x \"$1/bin/python3\"", workspace.path)
        let result = try workspace.run("run", "\(Program.project)/Plugins/python/parquet.yaml", environment: ["PATH": "\(workspace.path)/bin:/usr/bin:/bin"])
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("its last words: ModuleNotFoundError: No module named 'pyarrow'"), "\(result.errors)")
        #expect(!workspace.exists("out/articles.parquet") && !workspace.exists("out/articles.jsonl"))
    }
}
