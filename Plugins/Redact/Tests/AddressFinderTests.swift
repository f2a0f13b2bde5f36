import StageKit
import Testing

@testable import RedactStage

@Suite struct AddressFinderTests {
    private func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return AddressFinder.addresses(in: bytes).map { "\($0.type) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
    }

    @Test(arguments: [
        ("jo.ray+news@mail.example.org.", ["email jo.ray+news@mail.example.org"]), ("(jo@a.example, zoë@b.example)", ["email jo@a.example", "email zoë@b.example"]),
        ("at https://a.example/b?c=(d). Then", ["url https://a.example/b?c=(d"]), ("“www.a.example”", ["url www.a.example"]), ("HTTP://A.EXAMPLE", ["url HTTP://A.EXAMPLE"]),
        ("call +49 30 1234567 now", ["phone +49 30 1234567"]), ("030/1234567, (030) 123 45 67", ["phone 030/1234567", "phone (030) 123 45 67"]),
        ("555-010-0199 or 1-555-010-0199", ["phone 555-010-0199", "phone 1-555-010-0199"]),
    ]) func addressesAreFound(_ text: String, _ expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test(arguments: [
        "10,000,000 people", "2026-11-24 and 24.11.2026 and 01/02/2026", "0.12345678", "$12345678", "from 1914-1918 to 1939-1945", "@reporter", "a@b", "a@b.", "@a.example", "www.", "https://",
        "12 345 678", "5-4 and 3-2", "isbn 9781234567897x", "",
    ]) func otherNumbersAndSignsAreLeftAlone(_ text: String) {
        #expect(found(text) == [])
    }
}
