import StageKit
import Testing

@testable import EntitiesStage

@Suite struct AmountRuleTests {
    @Test(arguments: [
        ("It cost $1.5 million to build.", "$1.5 million", "money", "1500000 USD"),
        ("A loan of €20bn was agreed.", "€20bn", "money", "20000000000 EUR"),
        ("He paid US$5,000 for it.", "US$5,000", "money", "5000 USD"),
        ("The fund has Rs 500 crore left.", "Rs 500 crore", "money", "5000000000 INR"),
        ("Tickets are 20 euros each.", "20 euros", "money", "20 EUR"),
        ("They raised two million dollars fast.", "two million dollars", "money", "2000000 USD"),
        ("It rose 50 cents a share.", "50 cents", "money", "0.5 USD"),
        ("A $250 fine applies.", "$250", "money", "250 USD"),
        ("Shares fell 5.5% at noon sharp.", "5.5%", "percent", "5.5%"),
        ("Only ten percent agreed.", "ten percent", "percent", "10%"),
        ("About 12 per cent left.", "12 per cent", "percent", "12%"),
        ("Rates rose 0.25 percentage points again.", "0.25 percentage points", "percent", "0.25%"),
        ("They ran 12 km uphill.", "12 km", "quantity", "12 km"),
        ("A 200-mile route was closed.", "200-mile", "quantity", "200 mi"),
        ("Output hit 3.5 million barrels.", "3.5 million barrels", "quantity", "3500000 bbl"),
        ("It covers 5 square miles of marsh.", "5 square miles", "quantity", "5 mi²"),
        ("It was 40 degrees Celsius there.", "40 degrees Celsius", "quantity", "40 °C"),
        ("The train does 300 km/h easily.", "300 km/h", "quantity", "300 km/h"),
        ("They meet at 3:30 p.m. in the hall.", "3:30 p.m.", "time", "15:30"),
        ("Doors open at 11 am sharp.", "11 am", "time", "11:00"),
        ("It left at 15:45 GMT as planned.", "15:45 GMT", "time", "15:45"),
        ("They stop at midnight.", "midnight", "time", "00:00"),
        ("Write to desk@example.org today.", "desk@example.org", "email", "desk@example.org"),
        ("See https://example.org/a?b=1, please.", "https://example.org/a?b=1", "url", "https://example.org/a?b=1"),
        ("More at www.example.com.", "www.example.com", "url", "https://www.example.com"),
        ("Call 555-010-0199 now.", "555-010-0199", "phone", "5550100199"),
        ("Call (555) 010-0199 now.", "(555) 010-0199", "phone", "5550100199"),
        ("Ring +44 20 7946 0958 first.", "+44 20 7946 0958", "phone", "+442079460958"),
    ])
    func findsAndNormalises(_ sentence: String, _ text: String, _ type: String, _ value: String) throws {
        let found = try EntitiesStage.entities(in: sentence)
        #expect(found.contains { $0.text == text && $0.type == type && $0.value == value }, "in \(found)")
    }

    @Test(arguments: ["Chapter 5 won. He won 3 of 4.", "It has 1,2,3 and 4.5.6 parts.", "The 10-year plan and 3-2 score.", "a.b is no address; nor is 3.5com"])
    func leavesOthersAlone(_ sentence: String) throws {
        let found = try EntitiesStage.entities(in: sentence) { $0.types = [.money, .percent, .quantity, .time, .url, .email, .phone] }
        #expect(found.isEmpty, "\(found)")
    }

    @Test func digitsOfAnyLengthAreHarmless() throws {
        let digits = String(repeating: "9", count: 10_000)
        let found = try EntitiesStage.entities(in: "It cost $\(digits) million, \(digits)% and \(digits),\(digits) km.")
        #expect(found.of(.money).isEmpty)
    }

    @Test func decimalsAreExact() {
        #expect(DecimalNumber(mantissa: 15, exponent: 5).description == "1500000")
        #expect(DecimalNumber(mantissa: 50, exponent: -2).description == "0.5")
        #expect(DecimalNumber(mantissa: 5, exponent: -3).description == "0.005")
        #expect(DecimalNumber(mantissa: 0, exponent: 6).description == "0")
        #expect(DecimalNumber(mantissa: 1230, exponent: -1).description == "123")
    }
}
