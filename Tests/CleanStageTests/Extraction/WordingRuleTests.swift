import StageKit
import Testing

@testable import CleanStage

@Suite struct WordingRuleTests {
    private let story = [
        "The town council voted on Monday to rebuild the old swimming hall beside the river.",
        "Work is to begin in spring and will take two years, the mayor said.",
        "Swimmers have had to travel to the next town since the roof was closed in 2019.",
        "The hall was built in 1934 and had been mended four times.",
    ]

    /// What stays in the running text of the story with `line` behind its paragraph number `place`.
    private func running(_ line: String, at place: Int, chance: Float = 0.5) throws -> [String] {
        var lines = story
        lines.insert(line, at: place)
        let analysis = try Pages.analysis("<article>\(lines.map { "<p>\($0)</p>" }.joined())</article>")
        let chances = lines.indices.map { $0 == place ? chance : 0.9 }
        return try Pages.extractor().extract(analysis, chances: chances).parts.filter { !$0.isAside }.map(\.text)
    }

    @Test(arguments: [
        "We may earn a commission when you buy through the links in this story.",
        "By signing up you agree to our rules. You can unsubscribe at any time.",
        "If you are already a subscriber, log in to read on.",
        "This text is subject to copyright and may not be reproduced without permission.",
    ])
    func whatPublishersHaveToTellReadersIsNotTheStory(notice: String) throws {
        #expect(try running(notice, at: 2) == story)
        #expect(try running(notice, at: 4) == story)
    }

    @Test(arguments: ["“We use cookies, like everybody,” the owner of the bakery said.", "The drawings are held by the town archive."])
    func whatPeopleSayAboutSuchThingsIs(line: String) throws {
        #expect(try running(line, at: 2).count == 5)
    }

    @Test func pictureCreditsBelowTheStoryAreCaptions() throws {
        #expect(try running("Header image: the old hall, seen from the bridge", at: 4) == story)
        #expect(try running("Top photo by Ragna Lindqvist", at: 4) == story)
    }

    @Test(arguments: ["Read: How the roof was lost", "Learn more: A guide to the town's pools", "VIDEO: Inside the empty hall"])
    func pointersGoWhereverTheyStand(pointer: String) throws {
        #expect(try running(pointer, at: 2) == story)
    }

    @Test func anAppealThatTheModelIsSureOfEndsItsStory() throws {
        let ending = "Do you want to help with the building? Get in touch with the council before the first of March."
        #expect(try running(ending, at: 4, chance: 0.6) == story)
        #expect(try running(ending, at: 4, chance: 0.99) == story + [ending])
    }
}
