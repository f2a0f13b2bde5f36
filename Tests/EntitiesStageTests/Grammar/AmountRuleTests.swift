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
        ("A fund of ₹5 crore opened.", "₹5 crore", "money", "50000000 INR"),
        ("He owed Rs 2 lakh to them.", "Rs 2 lakh", "money", "200000 INR"),
        ("The port cost S$1.2bn in all.", "S$1.2bn", "money", "1200000000 SGD"),
        ("It lost €3.5 million there.", "€3.5 million", "money", "3500000 EUR"),
        ("Der Bau cost 3,5 Mio. Euro so far.", "3,5 Mio. Euro", "money", "3500000 EUR"),
        ("They paid 2.5 million Kenyan shillings down.", "2.5 million Kenyan shillings", "money", "2500000 KES"),
        ("Bread is KSh 65 now.", "KSh 65", "money", "65 KES"),
        ("A dose costs 30 Turkish lira there.", "30 Turkish lira", "money", "30 TRY"),
        ("It paid 5 billion South Korean won back.", "5 billion South Korean won", "money", "5000000000 KRW"),
        ("It raised 200 million CFA francs there.", "200 million CFA francs", "money", "200000000 XOF"),
        ("The bus is GH₵12 each way.", "GH₵12", "money", "12 GHS"),
        ("They got UGX 4.5 billion at once.", "UGX 4.5 billion", "money", "4500000000 UGX"),
        ("It was minus eleven degrees at dawn.", "minus eleven degrees", "quantity", "-11 °"),
        ("Output is 1.2 million bpd again.", "1.2 million bpd", "quantity", "1200000 bbl/d"),
        ("Trading was thin by 0700 GMT today.", "0700 GMT", "time", "07:00Z"),
        ("It starts at 8.30pm SGT sharp.", "8.30pm SGT", "time", "20:30+08:00"),
        ("It starts at 9:00 IST sharp.", "9:00 IST", "time", "09:00"),
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
        ("It left at 15:45 GMT as planned.", "15:45 GMT", "time", "15:45Z"),
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

    @Test func currenciesOfSeveralCountriesTakeTheArticlesOne() throws {
        let found = try EntitiesStage.entities(in: "Profit was 37 million francs.\nSales hit 412 million Swiss francs.\nOrders fell to 53 million francs.") {
            $0.types = [.money]
        }
        #expect(found.map(\.value) == ["37000000", "412000000 CHF", "53000000 CHF"])
        let rupees = try EntitiesStage.entities(in: "It cost 90 Pakistani rupees.\nNow it is 95 rupees, or $1.") { $0.types = [.money] }
        #expect(rupees.map(\.value) == ["90 PKR", "95 PKR", "1 USD"])
    }

    @Test(arguments: ["Leaders met at COP 28 in a hall.", "We try 5 things.", "The score was 3,5 and 7.", "He ran for 2026 votes, minus the rest."])
    func wordsThatLookLikeCurrenciesAreNone(_ sentence: String) throws {
        #expect(try EntitiesStage.entities(in: sentence) { $0.types = [.money, .quantity] }.isEmpty)
    }

    @Test func hoursWithoutHalfDayHaveNoValue() throws {
        let found = try EntitiesStage.entities(in: "They left at seven o'clock and at 9 o'clock.") { $0.types = [.time] }
        #expect(found.map(\.text) == ["seven o'clock", "9 o'clock"])
        #expect(found.allSatisfy { $0.value == nil })
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
