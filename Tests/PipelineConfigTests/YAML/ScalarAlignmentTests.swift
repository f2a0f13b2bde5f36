import StageKit
import Testing

@testable import PipelineConfig

/// Where parts of a text stand, however it is written.
@Suite struct ScalarAlignmentTests {
    /// The place of `part` in the text of `value`, whose source follows `key: `.
    private func place(of part: String, in value: String) throws -> String {
        var problems: [Diagnostic] = []
        let root = try #require(
            Composer.compose(Array("key: \(value)\n".utf8), file: "f", environment: EnvironmentNames(values: ["N": "some words"]), problems: &problems))
        #expect(problems == [])
        guard case .mapping(let entries) = root.content, case .scalar(let text, _) = entries[0].value.content else {
            Issue.record("no scalar")
            return ""
        }
        let range = try #require(text.range(of: part), "\(text) has no \(part)")
        let location = entries[0].value.location(ofCharacter: text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound))
        return "\(location.line):\(location.column)"
    }

    @Test(arguments: [
        ("words >= oops", "oops", "1:15"),
        ("'it''s words >= oops'", "oops", "1:22"),
        (#""a \"b\" \u00e9 words oops""#, "oops", "1:28"),
        ("&a !!str words >= oops", "oops", "1:24"),
        ("é words >= oops", "oops", "1:17"),
        ("words >= 1\n  and oops", "oops", "2:7"),
        ("words >= 1   \n\n    and oops", "oops", "3:9"),
        ("|\n    words >= 1\n    and oops", "oops", "3:9"),
        (">-\n    words >= 1\n\n    and oops", "oops", "4:9"),
        ("\"words \\\n  and oops\"", "oops", "2:7"),
        ("oops ${N} words", "oops", "1:6"),
        // Behind a name of the environment nothing but the name has a place.
        ("words ${N} oops", "oops", "1:12"),
    ]) func aPartIsFoundInTheFile(_ value: String, _ part: String, _ expected: String) throws {
        #expect(try place(of: part, in: value) == expected, "\(value)")
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(part) }.map { $0..<index($0, offsetBy: part.count) }
    }
}
