/// How a page's text was chosen. Strategies are tried in this order; the first that finds enough is taken.
enum ExtractionStrategy: String {
    /// The blocks that the trained model takes for the article.
    case blockModel = "block model"
    /// The JSON-LD `articleBody`, where it is several times what the page itself shows.
    case articleBody = "JSON-LD article body"
    /// The blocks that the model takes for likelier than others, where it takes none for likely.
    case likeliestBlocks = "likeliest blocks"
    /// All blocks of the element that holds most prose.
    case densestElement = "densest element"
    /// All blocks of the page that are not links.
    case wholePage = "whole page"
}
