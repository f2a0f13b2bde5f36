/// The rules for tags inside tables (HTML living standard, 13.2.6.4.9 to 13.2.6.4.15).
extension TreeConstruction {
    // MARK: Between cells

    /// In a table, a group of its rows or columns, or a row.
    mutating func startInTable(_ kind: ElementKind) {
        if mode == .columnGroup, kind.rule != .column { endColumnGroup() }
        switch kind.rule {
        case .caption:
            closeToTable()
            insert()
            formatting.pushWall()
            mode = .caption
        case .columnGroup:
            closeToTable()
            insert()
            mode = .columnGroup
        case .column:
            if mode != .columnGroup {
                closeToTable()
                insertImplied("colgroup")
                mode = .columnGroup
            }
            insert()
        case .rowGroup:
            closeToTable()
            insert()
            mode = .tableBody
        case .row:
            openRowGroup()
            insert()
            mode = .row
        case .cell:
            if mode == .row {
                close(to: .row)
            } else {
                openRowGroup()
                insertImplied("tr")
            }
            insert()
            formatting.pushWall()
            mode = .cell
        case .table:
            // A table inside a table without a cell: the first one ends.
            endTable()
            startInBody(kind)
        case .form:
            guard openForm == nil else { return }
            openForm = tree.count
            append()
        case .headContent, .quietVoid:
            append()
        default:
            fostering { $0.startInBody(kind) }
        }
    }

    mutating func endInTable(_ kind: ElementKind) {
        switch kind.rule {
        case .table: endTable()
        case .columnGroup: if mode == .columnGroup { endColumnGroup() }
        case .row: if mode == .row { endRow() }
        case .rowGroup:
            guard mode != .table, open.index(of: tokens.name, in: .table) != nil else { return }
            closeToTable()
        case .caption, .column, .cell, .html, .body, .head: break
        default:
            if mode == .columnGroup { endColumnGroup() }
            fostering { $0.endInBody(kind) }
        }
    }

    /// Ends what is open inside the innermost part of a table that has a rule.
    private mutating func close(to rule: ElementRule) {
        while let last = open.last?.kind.rule, last != rule, last != .table, last != .html { open.pop() }
    }

    /// Ends what is open inside the innermost table.
    private mutating func closeToTable() {
        close(to: .table)
        mode = .table
    }

    /// Ends an open row; a row that stands in the table itself implies a group.
    private mutating func openRowGroup() {
        if mode == .table {
            close(to: .table)
            insertImplied("tbody")
        } else {
            close(to: .rowGroup)
        }
    }

    private mutating func endRow() {
        close(to: .rowGroup)
        mode = .tableBody
    }

    mutating func endColumnGroup() {
        if open.last?.kind.rule == .columnGroup { open.pop() }
        mode = .table
    }

    private mutating func endTable() {
        guard let index = open.index(in: .table, where: { $0.kind.rule == .table }) else { return }
        open.pop(through: index)
        resetMode()
    }

    /// Which rules apply after a table's end (13.2.4.1).
    private mutating func resetMode() {
        var index = open.count - 1
        mode = .body
        while index >= 0 {
            switch open[index].kind.rule {
            case .cell: mode = .cell
            case .row: mode = .row
            case .rowGroup: mode = .tableBody
            case .caption: mode = .caption
            case .columnGroup: mode = .columnGroup
            case .table: mode = .table
            case .body: mode = .body
            default:
                index -= 1
                continue
            }
            return
        }
    }

    // MARK: In captions and cells

    mutating func startInCell(_ kind: ElementKind) {
        guard kind.isTablePart else { return startInBody(kind) }
        if mode == .caption { endCaption() } else { endCell() }
        startInTable(kind)
    }

    mutating func endInCaption(_ kind: ElementKind) {
        switch kind.rule {
        case .caption: endCaption()
        case .table:
            endCaption()
            endInTable(kind)
        case .columnGroup, .column, .rowGroup, .row, .cell: break
        default: endInBody(kind)
        }
    }

    private mutating func endCaption() { end(.caption, then: .table) }
    private mutating func endCell() { end(.cell, then: .row) }

    private mutating func end(_ rule: ElementRule, then next: Mode) {
        guard let index = open.index(in: .table, where: { $0.kind.rule == rule }) else { return }
        open.pop(through: index)
        formatting.clearToWall()
        mode = next
    }

    mutating func endInCell(_ kind: ElementKind) {
        switch kind.rule {
        case .cell:
            guard open.index(of: tokens.name, in: .table) != nil else { return }
            endCell()
        case .table, .rowGroup, .row:
            guard open.index(of: tokens.name, in: .table) != nil else { return }
            endCell()
            endInTable(kind)
        case .caption, .columnGroup, .column: break
        default: endInBody(kind)
        }
    }
}

extension ElementKind {
    /// Whether its start tag ends an open cell or caption.
    var isTablePart: Bool {
        switch rule {
        case .caption, .columnGroup, .column, .rowGroup, .row, .cell: true
        default: false
        }
    }
}
