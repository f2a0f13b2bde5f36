/// The rules for tags outside of tables (HTML living standard, 13.2.6.4.7, "in body").
extension TreeConstruction {
    mutating func startInBody(_ kind: ElementKind) {
        switch kind.rule {
        case .other, .headContent:
            if kind.rule == .other { reconstructFormatting() }
            insert()
        case .block, .paragraph:
            closeParagraph()
            insert()
        case .anchor:
            if let index = formatting.lastIndex(of: tokens.name), let node = formatting[index]?.node {
                adopt(tokens.name)
                if let index = formatting.index(of: node) { formatting.remove(at: index) }
                if let index = open.index(of: node) { open.remove(at: index) }
            }
            insertFormatting()
        case .formatting:
            // A line that must not break ends at the next one.
            if tokens.name == TreeConstruction.nobr {
                reconstructFormatting()
                if open.index(of: tokens.name, in: .plain) != nil { adopt(tokens.name) }
            }
            insertFormatting()
        case .heading:
            closeParagraph()
            if open.last?.kind.rule == .heading { open.pop() }
            insert()
        case .listItem, .definition:
            closeItem(kind.rule)
            closeParagraph()
            insert()
        case .void:
            reconstructFormatting()
            insert()
        case .rule:
            closeParagraph()
            insert()
        case .quietVoid:
            insert()
        case .form:
            guard openForm == nil else { return }
            closeParagraph()
            openForm = tree.count
            insert()
        case .button:
            if let index = open.index(in: .plain, where: { $0.kind.rule == .button }) { open.pop(through: index) }
            reconstructFormatting()
            insert()
        case .wall:
            reconstructFormatting()
            insert()
            formatting.pushWall()
        case .table:
            closeParagraph()
            insert()
            mode = .table
        case .option:
            if open.last?.kind.rule == .option { open.pop() }
            reconstructFormatting()
            insert()
        case .ruby:
            open.closeImplied()
            insert()
        case .html, .head, .body, .caption, .columnGroup, .column, .rowGroup, .row, .cell, .skipped, .frame:
            break
        }
    }

    mutating func endInBody(_ kind: ElementKind) {
        switch kind.rule {
        case .block, .button, .wall:
            guard let index = open.index(of: tokens.name, in: .plain) else { return }
            open.pop(through: index)
            if kind.rule == .wall { formatting.clearToWall() }
        case .paragraph:
            if let index = open.openParagraph() { open.pop(through: index) } else { append() }
        case .heading:
            guard let index = open.index(in: .plain, where: { $0.kind.rule == .heading }) else { return }
            open.pop(through: index)
        case .listItem:
            guard let index = open.index(of: tokens.name, in: .list) else { return }
            open.pop(through: index)
        case .definition:
            guard let index = open.index(of: tokens.name, in: .plain) else { return }
            open.pop(through: index)
        case .form:
            guard let form = openForm else { return }
            openForm = nil
            guard let index = open.index(in: .plain, where: { $0.node == form }) else { return }
            open.closeImplied()
            // What is open inside goes on without the form.
            open.remove(at: index)
        case .anchor, .formatting:
            adopt(tokens.name)
        case .void:
            // "</br>" is a line break; other void elements have no end.
            guard kind.tag == .br else { return }
            reconstructFormatting()
            append()
        case .html, .head, .body, .skipped, .frame:
            break
        case .other, .headContent, .rule, .quietVoid, .table, .caption, .columnGroup, .column, .rowGroup, .row, .cell, .option, .ruby:
            endOther()
        }
    }

    /// Ends the innermost open element of the current tag's name, unless a special one is in between.
    mutating func endOther() {
        var index = open.count - 1
        while index > 0 {
            if open[index].name == tokens.name {
                open.pop(through: index)
                return
            }
            if open[index].kind.isSpecial { return }
            index -= 1
        }
    }

    mutating func closeParagraph() {
        if let index = open.openParagraph() { open.pop(through: index) }
    }

    /// Ends the list item or definition that the start of the next one implies.
    private mutating func closeItem(_ rule: ElementRule) {
        var index = open.count - 1
        while index > 0 {
            let kind = open[index].kind
            if kind.rule == rule {
                open.pop(through: index)
                return
            }
            if kind.isSpecial, kind.tag != .address, kind.tag != .div, kind.rule != .paragraph { return }
            index -= 1
        }
    }
}
