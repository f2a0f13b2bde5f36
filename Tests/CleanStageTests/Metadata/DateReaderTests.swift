import Testing

@testable import CleanStage

@Suite struct DateReaderTests {
    @Test(arguments: [
        ("2024-03-05T08:30:00+01:00", "2024-03-05T08:30:00+01:00"), ("2024-03-05T08:30:00.123Z", "2024-03-05T08:30:00Z"), ("20240305", "2024-03-05"),
        ("2024/03/05 08:30", "2024-03-05T08:30:00"), ("March 5, 2024", "2024-03-05"), ("Mar. 5th 2024", "2024-03-05"), ("5 March 2024", "2024-03-05"),
        ("5. März 2024", "2024-03-05"), ("05.03.2024", "2024-03-05"), ("5 de marzo de 2024", "2024-03-05"), ("3/25/2024", "2024-03-25"),
        ("2024-03-05 08:30:00 +0100", "2024-03-05T08:30:00+01:00"),
    ])
    func datesBecomeISO(_ text: String, _ iso: String) {
        #expect(DateReader.iso(text) == iso)
    }

    @Test(arguments: ["", "yesterday", "2024", "2024-13-05", "1234-05-06", "Room 12, 30 seats", "99999999"])
    func whatIsNoDateIsNone(_ text: String) {
        #expect(DateReader.iso(text) == nil)
    }
}
