import Testing

@testable import EntitiesStage

@Suite struct DateRuleTests {
    // The article is of Tuesday, 24 November 2026.
    @Test(arguments: [
        ("The law passed on 24 November 2026 at last.", "24 November 2026", "2026-11-24"),
        ("They met on the 3rd of March 2021 in private.", "3rd of March 2021", "2021-03-03"),
        ("Voting ends November 3, 2026, officials said.", "November 3, 2026", "2026-11-03"),
        ("She arrived on Nov. 20 with her team.", "Nov. 20", "2026-11-20"),
        ("It opens January 5 to the public.", "January 5", "2027-01-05"),
        ("Prices fell in October 2025 again.", "October 2025", "2025-10"),
        ("The plant closed in May after a fire.", "May", "2026-05"),
        ("Filed 2026-02-28 by hand.", "2026-02-28", "2026-02-28"),
        ("Signed on 28.02.2026 by both.", "28.02.2026", "2026-02-28"),
        ("Due 12/31/2026 at the latest.", "12/31/2026", "2026-12-31"),
        ("He was born in 1968 near the coast.", "1968", "1968"),
        ("Music of the 1990s is back.", "1990s", "199X"),
        ("The council voted yesterday on it.", "yesterday", "2026-11-23"),
        ("It rained on Monday all day.", "Monday", "2026-11-23"),
        ("The court will decide on Friday whether to act.", "Friday", "2026-11-27"),
        ("They lost last Tuesday at home.", "last Tuesday", "2026-11-17"),
        ("Sales rose last month by a lot.", "last month", "2026-10"),
        ("A bridge fell last week in the north.", "last week", "2026-W47"),
        ("The vote is next year at best.", "next year", "2027"),
        ("He resigned three years ago over it.", "three years ago", "2023"),
        ("It votes on Tuesday, 1 December 2026, at last.", "Tuesday, 1 December 2026", "2026-12-01"),
        ("They met on Friday, Nov. 20 in private.", "Friday, Nov. 20", "2026-11-20"),
        ("Talks are to resume on Thursday in Accra.", "Thursday", "2026-11-26"),
        ("The line will not reopen, the ministry said on Monday.", "Monday", "2026-11-23"),
        ("The vote is expected in April at the earliest.", "April", "2027-04"),
        ("It will report its figures on August 13 as usual.", "August 13", "2027-08-13"),
        ("The plant shut in August last year.", "August last year", "2025-08"),
        ("The court ruled on 25 November 2025.", "25 November 2025", "2025-11-25"),
        ("The law may stay shut until May.", "May", "2026-05"),
        ("The fire began 12 days ago in a barn.", "12 days ago", "2026-11-12"),
    ])
    func findsAndNormalises(_ sentence: String, _ text: String, _ value: String) throws {
        let found = try EntitiesStage.entities(in: sentence) { $0.types = [.date] }
        #expect(found.map(\.text) == [text], "in \(found)")
        #expect(found.first?.value == value)
    }

    @Test(arguments: [
        "They may march on with 2000 men and 1500 horses.", "It is version 3.11 of the code.", "May Lindgren sang well.",
        "Room 2024 was locked and 31.5 was the mark.", "The sun wed us at sea.", "On 30 February nothing.",
    ])
    func leavesOthersAlone(_ sentence: String) throws {
        #expect(try EntitiesStage.entities(in: sentence) { $0.types = [.date] }.filter { $0.value?.utf8.count == 10 }.isEmpty)
    }

    @Test func whatIsFarBehindInALineSaysNothingOfADate() throws {
        let far = "It will end. " + String(repeating: "so ", count: 400)
        #expect(try EntitiesStage.entities(in: far + "on Friday.") { $0.types = [.date] }.map(\.value) == ["2026-11-20"])
    }

    @Test func ambiguousDigitsHaveNoValue() throws {
        let found = try EntitiesStage.entities(in: "Paid on 5/6/2026 in cash.") { $0.types = [.date] }
        #expect(found.map(\.text) == ["5/6/2026"])
        #expect(found.first?.value == nil)
    }

    @Test func relativeDatesWithoutReferenceHaveNoValue() throws {
        let found = try EntitiesStage.entities(in: "It rained on Monday and yesterday.", published: nil) { $0.types = [.date] }
        #expect(found.map(\.text) == ["Monday", "yesterday"])
        #expect(found.allSatisfy { $0.value == nil })
    }

    @Test func calendarRoundTrips() {
        for day in stride(from: -200_000, through: 200_000, by: 37) {
            let date = CivilDate(dayNumber: day)
            #expect(date.dayNumber == day)
            #expect(CivilDate(iso: date.iso) == date)
        }
        #expect(CivilDate(iso: "2026-11-24")?.weekday == 2)
        #expect(CivilDate(iso: "2027-01-01")?.isoWeek == "2026-W53")
        #expect(CivilDate(iso: "2025-02-29") == nil)
    }
}
