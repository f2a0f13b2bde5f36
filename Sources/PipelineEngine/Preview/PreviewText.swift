import StageKit

/// Lays a preview out for a terminal: a section a stage, with what that stage added to the article.
///
/// Text of the article is shown with its control characters made visible.
public struct PreviewText: Sendable {
    /// Columns of the terminal.
    private let width: Int
    private let style: TerminalStyle
    /// Texts longer than this many lines are cut, unless all is wanted.
    private let mostLines: Int

    public init(width: Int, isColoured: Bool, showsAll: Bool) {
        self.width = max(width, 40)
        style = TerminalStyle(isOn: isColoured)
        mostLines = showsAll ? .max : 12
    }

    public func text(_ preview: ArticlePreview) -> String {
        var lines = [style.bold(preview.source.description.printable)]
        var before: Article?
        for step in preview.steps {
            lines += ["", heading(step)]
            lines += step.notes.map { "  \(style.dim("· \($0.printable)"))" }
            switch step.result {
            case .article(let article):
                lines += PreviewSections(before: before, after: article, style: style, width: width, mostLines: mostLines).lines
                before = article
            case .dropped(let reason): lines.append("  \(style.warning("dropped")): \(reason.printable)")
            case .failed(let failure): lines.append("  \(style.warning("failed")): \(failure.description.printable)")
            }
        }
        return lines.map { "\($0)\n" }.joined()
    }

    private func heading(_ step: ArticlePreview.Step) -> String {
        let time = "\((step.milliseconds * 100).rounded() / 100) ms"
        let rule = String(repeating: "─", count: max(3, width - step.stage.count - time.count - 6))
        return "\(style.dim("──")) \(style.bold(step.stage)) \(style.dim("\(rule) \(time)"))"
    }
}
