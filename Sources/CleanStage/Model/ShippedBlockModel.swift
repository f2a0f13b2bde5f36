// Written by `copydesk-train clean`; not edited by hand.

/// The trees of the block model: a line each, with the name and threshold of every split and the leaves.
enum ShippedBlockModel {
    static let first = """
        0.0
        """

    static let second = """
        0.0
        """
}
