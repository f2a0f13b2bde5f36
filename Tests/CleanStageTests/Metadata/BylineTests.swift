import Testing

@testable import CleanStage

@Suite struct BylineTests {
    @Test(arguments: [
        ("By Mira Solberg", ["Mira Solberg"]), ("Mira Solberg and Jon Abe", ["Mira Solberg", "Jon Abe"]),
        ("Written by Mira Solberg, Staff Writer", ["Mira Solberg"]), ("Mira Solberg, Jon Abe", ["Mira Solberg", "Jon Abe"]),
        ("Solberg, Mira", ["Mira Solberg"]), ("Mira Solberg May 20, 2024", ["Mira Solberg"]), ("Mira Solberg - Apr 16", ["Mira Solberg"]),
        ("Mira Solberg Games Editor", ["Mira Solberg"]), ("View all posts by Mira Solberg", ["Mira Solberg"]), ("Von Mira Solberg und Jon Abe", ["Mira Solberg", "Jon Abe"]),
        ("Mira Solberg —", ["Mira Solberg"]), ("No Author", []), ("Welcome, Your Account Log Out", []), ("https://example.org/mira", []), ("by", []), ("12345", []),
        ("Mira Solberg; mira solberg", ["Mira Solberg"]),
    ])
    func namesAreFound(_ text: String, _ names: [String]) {
        #expect(Byline.names(in: [text]) == names)
    }
}
