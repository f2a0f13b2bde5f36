/// What is known about an article beside its text. An unknown value is nil or empty.
public struct Metadata: Sendable, Hashable {
    /// The address the article was published under (its canonical one where the page names it).
    public var url: String?
    /// The headline, without the site's name.
    public var title: String?
    /// The authors, one name each, in their order ("Jean Reisz", never "By Jean Reisz, Staff Writer").
    public var byline: [String]
    /// ISO 8601: `2026-11-23T08:00:00Z`, with the offset as published, or just a date where no time is known.
    public var published: String?
    /// When the article was last changed, in the same form.
    public var modified: String?
    /// The publication's name ("CalMatters").
    public var site: String?
    /// The department it stood in ("Politics").
    public var section: String?
    public var tags: [String]
    public var description: String?
    /// BCP 47: "en", "pt-BR".
    public var language: String?
    /// The address of the lead image.
    public var image: String?
    /// Where each value came from, by field name ("published": "json-ld"), for `preview`.
    public var origins: [String: String]

    public init() {
        byline = []
        tags = []
        origins = [:]
    }
}
