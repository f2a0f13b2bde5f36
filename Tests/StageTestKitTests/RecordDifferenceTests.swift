import StageKit
import StageTestKit
import Testing

@Suite struct RecordDifferenceTests {
    private func texts(_ expected: JSONValue, _ found: JSONValue, isExact: Bool = false) -> [String] {
        RecordDifference.all(expected: expected, found: found, isExact: isExact).map(\.description)
    }

    @Test func membersThatAreNotNamedDoNotMatter() {
        #expect(texts(["a": ["b": 1]], ["a": ["b": 1, "c": 2], "d": 3]) == [])
    }

    @Test func nullMeansAbsent() {
        #expect(texts(["a": .null], ["b": 1]) == [])
        #expect(texts(["a": .null], ["a": 1]) == ["a: nothing is expected, but there is 1"])
    }

    @Test func listsMustBeAsLong() {
        #expect(texts(["a": [1, 2]], ["a": [1]]) == ["a[1]: expected 2, but there is nothing"])
        #expect(texts(["a": [1]], ["a": [1, 2]]) == ["a[1]: nothing is expected, but there is 2"])
    }

    @Test func differencesNameTheirPlace() {
        #expect(
            texts(["entities": [["name": "A"]]], ["entities": [["name": "B", "type": "x"]]])
                == ["entities[0].name: expected \"A\", but there is \"B\""])
    }

    @Test func numbersCountByValue() {
        #expect(texts(["a": 1], ["a": 1.0]) == [])
        #expect(texts(["a": 1], ["a": "1"]) == ["a: expected 1, but there is \"1\""])
    }

    @Test func anExactComparisonWantsEveryMemberOfWhatIsNamed() {
        #expect(texts(["a": ["b": 1]], ["a": ["b": 1, "c": 2], "d": 3], isExact: true) == ["a.c: nothing is expected, but there is 2"])
    }
}
