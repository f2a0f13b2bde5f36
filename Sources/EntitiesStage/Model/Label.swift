/// The tags of the sequence model: BILOU over person, location and organization, and begin, inside, unit for misc.
///
/// Sixteen in all, so that a token's scores fill SIMD registers without a gap; misc gives up its "last" tag for that.
/// BILOU beats BIO on names (Ratinov & Roth, CoNLL 2009, section 3.1).
package enum Label {
    package static let count = 16
    package static let outside = 0

    package enum Role: Int, Sendable {
        case begin, inside, last, unit
    }

    /// The types the model knows, in the order of their labels.
    package enum Kind: Int, Sendable, CaseIterable {
        case person, location, organization, misc
    }

    package static func label(_ kind: Kind, _ role: Role) -> Int {
        guard kind == .misc else { return 1 + 4 * kind.rawValue + role.rawValue }
        return switch role {
        case .begin: 13
        case .inside, .last: 14
        case .unit: 15
        }
    }

    /// The kind of a label; nil for outside.
    @inline(__always)
    package static func kind(of label: Int) -> Kind? {
        label == outside ? nil : Kind(rawValue: (label - 1) >> 2)
    }

    /// Whether a mention starts at this label.
    @inline(__always)
    package static func starts(_ label: Int) -> Bool {
        label == 13 || label == 15 || (label > 0 && label < 13 && ((label - 1) & 3 == 0 || (label - 1) & 3 == 3))
    }

    /// Whether the mention must go on behind this label.
    private static func isOpen(_ label: Int) -> Bool {
        label == 13 || (label > 0 && label < 13 && (label - 1) & 3 < 2)
    }

    /// Whether a sentence may begin with this label.
    package static func mayStart(_ label: Int) -> Bool {
        label == outside || starts(label)
    }

    /// Whether a sentence may end with this label.
    package static func mayEnd(_ label: Int) -> Bool {
        !isOpen(label)
    }

    /// Whether `next` may stand behind `label`.
    package static func may(_ label: Int, precede next: Int) -> Bool {
        let continues = next != outside && !starts(next)
        guard continues else { return !isOpen(label) }
        guard kind(of: label) == kind(of: next) else { return false }
        return isOpen(label) || label == 14
    }
}
