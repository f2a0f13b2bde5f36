import StageKit
import Testing

@testable import CleanStage

@Suite struct SamplePageTests {
    private let article: Article

    init() throws { article = try Pages.cleaned(Array(Pages.harbour.utf8)) }

    @Test func theRunningTextIsTheArticlesAlone() throws {
        let text = try #require(article.text).string
        for wanted in ["The old harbour bridge will carry traffic again", "A winter of delays", "open late than open twice", "a question that split the parties last year."] {
            #expect(text.contains(wanted))
        }
        for other in ["Opinion", "Share on", "Sign up", "Ferry fares", "About time too", "All rights reserved", "Photo:", "Mira Solberg"] {
            #expect(!text.contains(other), "\(other)")
        }
    }

    @Test func theHeadlineStandsBesideAndIsNotRepeated() throws {
        #expect(article.blocks.filter { $0.role == .headline }.count == 1)
        #expect(try !#require(article.text).string.contains("Harbour bridge to reopen"))
    }

    @Test func rolesAreTold() {
        let roles = article.blocks.map(\.role)
        #expect(roles.filter { $0 == .paragraph }.count == 5)
        #expect(roles.filter { $0 == .heading }.count == 1)
        #expect(roles.filter { $0 == .caption }.count <= 1)
    }

    @Test func metadataIsRead() {
        #expect(article.metadata.title == "Harbour bridge to reopen in spring")
        #expect(article.metadata.byline == ["Mira Solberg"])
        #expect(article.metadata.published == "2024-03-05T08:30:00+01:00")
        #expect(article.metadata.site == "The Quay Courier")
        #expect(article.metadata.language == "en")
    }
}
