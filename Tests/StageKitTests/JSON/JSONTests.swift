import StageKit
import Testing

@Suite struct JSONParserTests {
    private func parse(_ text: String) throws(JSONError) -> JSONValue {
        try JSONParser.parse(Array(text.utf8))
    }

    @Test func readsEveryKindOfValue() throws {
        let value = try parse(#" {"a":[1,-2.5,true,false,null],"b":{"c":"d\n\u00e9\ud83d\ude00"},"a2":1e3} "#)
        #expect(
            value == [
                "a": [1, -2.5, true, false, .null], "b": ["c": "d\né😀"], "a2": 1000.0,
            ])
    }

    @Test(arguments: [
        ("", "the text ends where a value should be at byte 0"),
        ("{", "an object is not closed at byte 0"),
        ("[1,", "the text ends where a value should be at byte 3"),
        ("[1 2]", "a comma or ] should be here at byte 3"),
        ("{\"a\" 1}", "a colon should be here at byte 5"),
        ("{a:1}", "a member name in quotes should be here at byte 1"),
        ("\"abc", "a string is not closed at byte 0"),
        ("\"a\\x\"", "an unknown escape at byte 2"),
        ("\"\\u12g4\"", "\\u needs four hexadecimal digits at byte 5"),
        ("\"a\nb\"", "a control character stands in a string at byte 2"),
        ("01", "a number may not start with 0 at byte 1"),
        ("1e999", "the number is out of range at byte 0"),
        ("tru", "a value should be here at byte 0"),
        ("1 1", "something follows the value at byte 2"),
    ])
    func saysWhatIsWrongAndWhere(text: String, message: String) {
        #expect { try parse(text) } throws: { "\($0)" == message }
    }

    @Test func boundsTheDepth() {
        let deep = String(repeating: "[", count: 100_000)
        #expect { try parse(deep) } throws: { "\($0)".hasPrefix("nested more than 200 deep") }
    }

    @Test func namesTheByteThatIsNotUTF8() {
        #expect { try JSONParser.parse([0x22, 0x61, 0xFF, 0x22]) } throws: { "\($0)" == "the bytes are not UTF-8 at byte 2" }
    }

    @Test func aLoneSurrogateBecomesTheReplacementCharacter() throws {
        #expect(try parse(#""a\ud800b""#) == "a\u{FFFD}b")
        #expect(try parse(#""\ud800\u0041""#) == "\u{FFFD}A")
    }
}

@Suite struct JSONWriterTests {
    @Test func whatIsWrittenReadsBack() throws {
        let value: JSONValue = [
            "text": "quote \" back \\ line \n tab \t bell \u{7} del \u{7F} nel \u{85} ls \u{2028} é 😀",
            "numbers": [0, -1, 42, .integer(.max), .integer(.min), 0.1, -2.5e-9],
            "rest": [true, false, .null, [], [:]],
        ]
        #expect(try JSONParser.parse(Array(value.json.utf8)) == value)
    }

    @Test func controlsNeverStandBare() {
        let json = JSONValue.string("\u{1B}[31m\u{9B}m\u{2028}\u{2029}\u{7F}é").json
        #expect(json == #""\u001b[31m\u009bm\u2028\u2029\u007fé""#)
    }

    @Test func membersAreSorted() {
        #expect((["b": 1, "a": 2, "c": []] as JSONValue).json == #"{"a":2,"b":1,"c":[]}"#)
    }
}
