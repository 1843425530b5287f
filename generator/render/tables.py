"""Tables whose cells are repeated, joined downwards or widened: their grid is computed when they are filled."""

from typing import TYPE_CHECKING, Any

from generator.render.blocks import CELL_LOOP, CELL_MERGE, CELL_SPAN
from generator.render.oxml import (
    BEFORE_MERGE,
    BEFORE_SPAN,
    CELL,
    CELL_PROPERTIES,
    CELL_WIDTH,
    GRID,
    GRID_COLUMN,
    MERGE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    SPAN,
    TABLE,
    VALUE,
    WIDTH,
)

if TYPE_CHECKING:
    from generator.render.emit import Emitter

Element = Any


class TableEmitter:
    """Emits one table. A table without such cells is emitted as it stands."""

    def __init__(self, emitter: "Emitter", table: Element) -> None:
        self.emitter = emitter
        self.element = table
        self.source = emitter.source
        self.depth = len(emitter.tables)
        rows = [row for row in table.iter(ROW) if next(row.iterancestors(TABLE)) is table]
        self.cells = [cell for row in rows for cell in row.iterchildren(CELL)]
        self.merges = [f"m{cell.get(CELL_MERGE)}" for cell in self.cells if cell.get(CELL_MERGE)]
        self.flexible = any(cell.get(CELL_LOOP) or cell.get(CELL_SPAN) for cell in self.cells)

    def table(self) -> None:
        """Emit the table."""
        source = self.source
        for merge in self.merges:
            source.line(f"{merge} = o")
        if self.flexible:
            self._measure()
        source.text(f"{source.tag(self.element)}>")
        for child in self.element:
            if child.tag == GRID and self.flexible:
                source.text(f"<{source.name(GRID)}>")
                column = f"<{source.name(GRID_COLUMN)} {source.name(WIDTH)}="
                source.value(f"''.join([f'{column}\"{{w}}\"/>' for w in flat{self.depth}])")
                source.text(f"</{source.name(GRID)}>")
            else:
                self.emitter.element(child)
        source.text(f"</{source.name(TABLE)}>")

    def _measure(self) -> None:
        """Emit the computation of the grid: how often each column is repeated, and how wide that makes all."""
        grid = self.element.find(GRID)
        widths = [int(column.get(WIDTH)) for column in grid]
        counts: dict[int, str] = {}
        for cell in self.cells:
            if not cell.get(CELL_LOOP):
                continue
            first, span = _position(cell), _span(cell)
            if first in counts:
                continue
            found = self.emitter.loop(self.emitter.tags[int(cell.get(CELL_LOOP))])
            if found is None:
                return
            counts[first] = f"len({found[1]})"
            counts |= {first + step: "0" for step in range(1, span)}
        listed = ", ".join(f"{index}: {count}" for index, count in counts.items())
        self.source.line(f"grid{self.depth} = spread({widths}, {{{listed}}})")
        self.source.line(f"flat{self.depth} = [w for ws in grid{self.depth} for w in ws]")

    def row(self, row: Element) -> None:
        """Emit one row."""
        source = self.source
        used = {f"m{cell.get(CELL_MERGE)}" for cell in row.iterchildren(CELL) if cell.get(CELL_MERGE)}
        for merge in self.merges:
            if merge not in used:
                source.line(f"{merge} = o")
        if not self.flexible and not used:
            source.text(f"{source.tag(row)}>")
            self.emitter.children(row)
            source.text(f"</{source.name(ROW)}>")
            return
        if self.flexible:
            source.line(f"at{self.depth} = 0")
        source.text(f"{source.tag(row)}>")
        for child in row:
            if child.tag == CELL:
                self._cell(child)
            else:
                self.emitter.element(child)
        source.text(f"</{source.name(ROW)}>")

    def _cell(self, cell: Element) -> None:
        emitter, source = self.emitter, self.source
        if not self.flexible:
            self._content(cell)
            return
        if number := cell.get(CELL_LOOP):
            if (found := emitter.loop(emitter.tags[int(number)])) is None:
                return
            name, listed, kind = found
            variable = f"v{len(emitter.scopes)}_{name}"
            source.open(f"for {variable} in {listed}:")
            emitter.scopes.append(emitter.scope.with_name(name, variable, kind))
            source.line(f"n{self.depth} = 1")
        elif number := cell.get(CELL_SPAN):
            value, kind = emitter.expression(emitter.tags[int(number)])
            if kind is not int:
                emitter.misplaced(emitter.tags[int(number)], "span ต้องเป็นจำนวน", "a span has to be a count")
                return
            source.line(f"n{self.depth} = {value}")
        else:
            first = _position(cell)
            columns = f"grid{self.depth}[{first}:{first + _span(cell)}]"
            source.line(f"n{self.depth} = sum([len(ws) for ws in {columns}])")
        source.open(f"if n{self.depth}:")
        self._content(cell)
        source.line(f"at{self.depth} += n{self.depth}")
        source.close()
        if cell.get(CELL_LOOP):
            emitter.scopes.pop()
            source.close()

    def _content(self, cell: Element) -> None:
        """Emit the cell itself; one that is joined to the cell above it keeps only an empty paragraph."""
        emitter, source = self.emitter, self.source
        merge = ""
        if number := cell.get(CELL_MERGE):
            value, _ = emitter.expression(emitter.tags[int(number)])
            merge = f"m{number}"
            source.line(f"key = {value}")
            source.line(f"joined = key == {merge}")
            source.line(f"{merge} = key")
        source.text(f"<{source.name(CELL)}>")
        self._properties(cell, bool(merge))
        if merge:
            source.open("if joined:")
            source.text(_empty_paragraph(cell, source.whole))
            source.turn("else:")
        for child in cell:
            if child.tag != CELL_PROPERTIES:
                emitter.element(child)
        if merge:
            source.close()
        source.text(f"</{source.name(CELL)}>")

    def _properties(self, cell: Element, merged: bool) -> None:
        source = self.source
        properties = cell.find(CELL_PROPERTIES)
        children = [] if properties is None else list(properties)
        source.text(f"<{source.name(CELL_PROPERTIES)}>")
        if self.flexible:
            at, count = f"at{self.depth}", f"n{self.depth}"
            source.text(f'<{source.name(CELL_WIDTH)} {source.name(WIDTH)}="')
            source.value(f"str(sum(flat{self.depth}[{at}:{at} + {count}]))")
            source.text(f'" {source.name(CELL_WIDTH).split(":")[0]}:type="dxa"/>')
            source.open(f"if {count} > 1:")
            source.text(f'<{source.name(SPAN)} {source.name(VALUE)}="')
            source.value(f"str({count})")
            source.text('"/>')
            source.close()
            children = [child for child in children if child.tag not in (CELL_WIDTH, SPAN)]
        if merged:
            children = [child for child in children if child.tag != MERGE]
            source.text("".join(source.whole(child) for child in children if child.tag in BEFORE_MERGE))
            children = [child for child in children if child.tag not in BEFORE_MERGE]
            opening = f"<{source.name(MERGE)}"
            source.value(f"""'{opening}/>' if joined else '{opening} {source.name(VALUE)}="restart"/>'""")
        elif self.flexible:
            children = [child for child in children if child.tag not in BEFORE_SPAN]
        source.text("".join(map(source.whole, children)))
        source.text(f"</{source.name(CELL_PROPERTIES)}>")


def _span(cell: Element) -> int:
    span = cell.find(f"{CELL_PROPERTIES}/{SPAN}")
    return 1 if span is None else int(span.get(VALUE))


def _position(cell: Element) -> int:
    """Return which column of the grid a cell of the template begins at."""
    return sum(_span(before) for before in cell.itersiblings(CELL, preceding=True))


def _empty_paragraph(cell: Element, whole: Any) -> str:
    paragraph = cell.find(PARAGRAPH)
    properties = None if paragraph is None else paragraph.find(PARAGRAPH_PROPERTIES)
    return "<w:p/>" if properties is None else f"<w:p>{whole(properties)}</w:p>"
