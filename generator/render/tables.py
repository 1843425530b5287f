"""Tables whose cells are repeated, joined downwards or widened: their grid is computed when they are filled."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from generator.render import expressions
from generator.render.blocks import CELL_LOOP, CELL_MERGE, CELL_SPAN, OPERATION
from generator.render.expressions import ANYTHING, Unknown, Unreadable
from generator.render.oxml import (
    BOOKMARK_END,
    BOOKMARK_START,
    CELL,
    CELL_ORDER,
    CELL_PROPERTIES,
    CELL_WIDTH,
    GRID,
    GRID_COLUMN,
    MERGE,
    ROW,
    SPAN,
    TABLE,
    VALUE,
    WIDTH,
    whole_number,
)
from generator.render.oxml.cells import LOWEST_PARAGRAPH, TABLE_END

if TYPE_CHECKING:
    from generator.render.emit import Emitter

Element = Any
_WIDE: Final = (CELL_WIDTH, SPAN)


class TableEmitter:
    """Emits one table. A table without such cells is emitted as it stands.

    In the function, `grid` holds the widths of what each column of the template becomes, `flat` all of them in a row,
    `at` the column where the next cell begins, `n` how many columns it covers, `rows` how much of the table is there,
    `key` what a cell is joined by, and `m` the key of the cell above. The number behind each is the depth of the table
    or the number of the tag, so that tables within tables do not disturb each other.
    """

    def __init__(self, emitter: "Emitter", table: Element) -> None:
        self.emitter = emitter
        self.element = table
        self.source = emitter.source
        self.depth = len(emitter.tables)
        self.rows = [row for row in table.iter(ROW) if next(row.iterancestors(TABLE)) is table]
        cells = [cell for row in self.rows for cell in row.iterchildren(CELL)]
        self.merges = self._merges(cell for cell in cells if cell.get(CELL_MERGE))
        self.flexible = [cell for cell in cells if cell.get(CELL_LOOP) or cell.get(CELL_SPAN)]
        self.counts: dict[int, str] = {}
        self.measured = self.steady = True

    def _merges(self, cells: Iterable[Element]) -> dict[str, str]:
        """Return the variable that holds the key of the cell above, by the number of the tag.

        Cells of one column that are joined by the same words share it, so that rows of another look go on with them.
        """
        first: dict[tuple[int, int, str], str] = {}
        found = {}
        for cell in cells:
            number = str(cell.get(CELL_MERGE))
            words = (_position(cell), _span(cell), self.emitter.tags[int(number)].rest)
            found[number] = first.setdefault(words, f"m{number}")
        return found

    def table(self) -> None:
        """Emit the table, unless no row of it is left when it is filled: Word refuses a table without rows."""
        source, depth = self.source, self.depth
        for merge in dict.fromkeys(self.merges.values()):
            source.line(f"{merge} = o")
        if self.flexible:
            self._measure()
        self.steady = self._has_steady_row()
        if may_follow_table(self.element):
            source.line(f"if o.ends({TABLE_END!r}): a({LOWEST_PARAGRAPH!r})")
        if not self.steady:
            source.line(f"rows{depth}, start{depth} = 0, len(o.chunks)")
        source.text(f"{source.tag(self.element)}>")
        for child in self.element:
            if child.tag == GRID and self.flexible:
                source.text(f"<{source.name(GRID)}>")
                source.value(f"columns(flat{depth})")
                source.text(f"</{source.name(GRID)}>")
            else:
                self.emitter.element(child)
        source.text(f"</{source.name(TABLE)}>")
        if not self.steady:
            source.line(f"if not rows{depth}: del o.chunks[start{depth}:]")

    def _has_steady_row(self) -> bool:
        """Return whether at least one row is there whatever the context says."""
        depth = 0
        for child in self.element:
            if child.tag == OPERATION:
                word = self.emitter.tags[int(child.get("n"))].word
                depth += (word in ("for", "if")) - (word in ("endfor", "endif"))
            elif child.tag == ROW and not depth and self._is_steady(child):
                return True
        return False

    def _is_steady(self, row: Element) -> bool:
        """Return whether a row has a cell whatever the context says; Word refuses a row without cells."""
        return not self.flexible or any(
            cell not in self.flexible
            and any(column not in self.counts for column in range(_position(cell), _position(cell) + _span(cell)))
            for cell in row.iterchildren(CELL)
        )

    def _measure(self) -> None:
        """Emit the computation of the grid: how often each column is repeated, and how wide that makes all."""
        grid = self.element.find(GRID)
        widths = [] if grid is None else [whole_number(column.get(WIDTH)) for column in grid.iterchildren(GRID_COLUMN)]
        if any(sum(map(_span, row.iterchildren(CELL))) != len(widths) for row in self.rows):
            th, en = "ทุกแถวของตารางนี้ต้องครบทุกคอลัมน์", "every row of this table has to cover all its columns"
            self.emitter.misplaced(self._tag(self.flexible[0]), th, en)
            self.measured = False
            return
        for cell in self.flexible:
            first, span = _position(cell), _span(cell)
            if cell.get(CELL_SPAN) or self.counts.keys() & range(first, first + span):
                continue
            try:
                _, listed, _ = expressions.loop(self._tag(cell).rest, self.emitter.scope)
            except (Unknown, Unreadable):
                continue  # the list of a row, which the header has to know in another way
            self.counts[first] = f"len({listed})"
            self.counts |= dict.fromkeys(range(first + 1, first + span), "0")
            widths[first] = sum(widths[first : first + span])
            widths[first + 1 : first + span] = [0] * (span - 1)
        counts = ", ".join(f"{index}: {count}" for index, count in self.counts.items())
        self.source.line(f"grid{self.depth} = spread({widths}, {{{counts}}})")
        self.source.line(f"flat{self.depth} = [w for ws in grid{self.depth} for w in ws]")

    def row(self, row: Element) -> None:
        """Emit one row."""
        source, depth = self.source, self.depth
        used = {self.merges[str(cell.get(CELL_MERGE))] for cell in row.iterchildren(CELL) if cell.get(CELL_MERGE)}
        for merge in dict.fromkeys(self.merges.values()):
            if merge not in used:
                source.line(f"{merge} = o")
        if self.flexible:
            source.line(f"at{depth} = 0")
        source.text(f"{source.tag(row)}>")
        for child in row:
            if child.tag == CELL and (self.flexible or used):
                self._cell(child)
            else:
                self.emitter.element(child)
        source.text(f"</{source.name(ROW)}>")
        if self.flexible:
            source.line(f"fit(at{depth}, len(flat{depth}))")
        if not self.steady:
            source.line(f"rows{depth} += {f'at{depth}' if self.flexible else '1'}")

    def _cell(self, cell: Element) -> None:
        """Emit a cell as often as its tags say."""
        emitter, source, depth = self.emitter, self.source, self.depth
        if not self.flexible:
            self._content(cell)
            return
        looped = cell.get(CELL_LOOP)
        known = bool(looped) and emitter.begin_loop(self._tag(cell))
        if number := cell.get(CELL_SPAN):
            tag = emitter.tags[int(number)]
            value, kind = emitter.expression(tag)
            if kind not in (int, ANYTHING):
                emitter.misplaced(tag, "span ต้องเป็นจำนวน", "a span has to be a count")
            source.line(f"n{depth} = {value}")
        elif looped:
            if known and self.measured and _position(cell) not in self.counts:
                th, en = "แถวหัวตารางต้องวนรายการในคอลัมน์นี้ด้วย", "the header has to repeat this column as well"
                emitter.misplaced(self._tag(cell), th, en)
            source.line(f"n{depth} = 1")
        else:
            first = _position(cell)
            source.line(f"n{depth} = sum([len(ws) for ws in grid{depth}[{first}:{first + _span(cell)}]])")
        source.open(f"if n{depth}:")
        self._content(cell)
        source.line(f"at{depth} += n{depth}")
        source.close()
        if looped:
            emitter.end_loop()

    def _content(self, cell: Element) -> None:
        """Emit the cell itself; one that is joined to the cell above it keeps only an empty paragraph."""
        emitter, source = self.emitter, self.source
        merge = cell.get(CELL_MERGE)
        if merge:
            value, _ = emitter.expression(emitter.tags[int(merge)])
            source.line(f"key{merge} = {value}")
        source.text(f"<{source.name(CELL)}>")
        self._properties(cell, merge)
        if merge:
            above = self.merges[merge]
            source.open(f"if key{merge} == {above}:")
            source.text(emitter.empty_paragraph(cell))
            source.turn("else:")
            source.line(f"{above} = key{merge}")
        emitter.blocks(cell, [child for child in cell if child.tag != CELL_PROPERTIES])
        if merge:
            source.close()
        source.text(f"</{source.name(CELL)}>")

    def width_of_cell(self) -> str:
        """Return the source of the width of the cell that is being emitted; empty if only the template knows it."""
        depth = self.depth
        return f"sum(flat{depth}[at{depth}:at{depth} + n{depth}])" if self.flexible else ""

    def _properties(self, cell: Element, merge: str | None) -> None:
        source, depth = self.source, self.depth
        properties = cell.find(CELL_PROPERTIES)
        children = [] if properties is None else list(properties)
        source.text(f"<{source.name(CELL_PROPERTIES)}>")
        for name in CELL_ORDER:
            if name == MERGE and merge:
                source.value(f"downwards(key{merge} == {self.merges[merge]})")
            elif name == CELL_WIDTH and self.flexible:
                source.value(f"extent(flat{depth}, at{depth}, n{depth})")
            elif name not in _WIDE or not self.flexible:
                source.text("".join(source.whole(child) for child in children if child.tag == name))
        source.text("".join(source.whole(child) for child in children if child.tag not in CELL_ORDER))
        source.text(f"</{source.name(CELL_PROPERTIES)}>")

    def _tag(self, cell: Element) -> Any:
        return self.emitter.tags[int(cell.get(CELL_LOOP) or cell.get(CELL_SPAN))]


def _span(cell: Element) -> int:
    """Return how many columns of the template's grid a cell covers."""
    span = cell.find(f"{CELL_PROPERTIES}/{SPAN}")
    return 1 if span is None else max(1, whole_number(span.get(VALUE), 1))


def _position(cell: Element) -> int:
    """Return which column of the template's grid a cell begins at."""
    return sum(_span(other) for other in cell.itersiblings(CELL, preceding=True))


def may_follow_table(block: Element) -> bool:
    """Return whether a table in place of `block` may come right after another one, which Word would join with it."""
    marks = (BOOKMARK_START, BOOKMARK_END)
    before = next((other for other in block.itersiblings(preceding=True) if other.tag not in marks), None)
    return before is not None and before.tag in (OPERATION, TABLE)
