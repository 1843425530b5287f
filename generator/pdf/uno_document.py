"""What is done with a document that LibreOffice has loaded: numbers in Thai, labels said again, pages read.

It is imported by the script `uno_worker` under the Python that LibreOffice brings (3.8 or later) and must know nothing
of this package, nor how documents come and go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

ARABIC, PAGE_DESCRIPTOR, NATIVE_NUMBERING = 4, 7, 12  # com.sun.star.style.NumberingType
PAGE_OF = "_PageOf"  # begins the names of the bookmarks around the pages in the contents of a print copy
LAYOUTS = 10  # so often a document is laid out at most until its labels stand where its pages begin; mostly twice


def number_pages_natively(document: Any) -> None:
    """Switch Arabic page numbers to native numbering, which prints Thai digits under a Thai locale.

    Word's number format thaiNumbers arrives in LibreOffice as ARABIC, so all Arabic page styles are meant.
    """
    styles = document.StyleFamilies.getByName("PageStyles")
    for index in range(styles.Count):
        style = styles.getByIndex(index)
        if style.NumberingType != ARABIC:
            continue
        style.NumberingType = NATIVE_NUMBERING
        for part in ("Header", "Footer"):
            if not getattr(style, f"{part}IsOn"):
                continue
            left, first = getattr(style, f"{part}IsShared"), style.FirstIsShared
            for page in ("", *(() if left else ("Left",)), *(() if first else ("First",))):
                text = getattr(style, f"{part}Text{page}")
                for field in page_fields(text) if text is not None else ():
                    if field.NumberingType in (ARABIC, PAGE_DESCRIPTOR):
                        field.NumberingType = NATIVE_NUMBERING
    document.TextFields.refresh()


def let_tabs_reach_the_margin(document: Any) -> None:
    """Let a tab reach over the right indent of its paragraph, as in Word; LibreOffice would lose what comes behind."""
    settings = document.createInstance("com.sun.star.document.Settings")
    settings.TabOverMargin, settings.TabOverSpacing = True, False


def page_fields(text: Any) -> Iterator[Any]:
    """Yield the fields of `text` that print the number of the page or of all pages, those in tables too."""
    blocks = text.createEnumeration()
    while blocks.hasMoreElements():
        block = blocks.nextElement()
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.CellNames:
                yield from page_fields(block.getCellByName(name))
            continue
        portions = block.createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.TextPortionType == "TextField":
                field = portion.TextField
                if field.supportsService("com.sun.star.text.TextField.PageNumber") or field.supportsService(
                    "com.sun.star.text.TextField.PageCount"
                ):
                    yield field


def read_pages(document: Any) -> tuple[int, dict[str, int]]:
    """Return the number of pages and the page, from 1, on which each bookmark begins, as the PDF counts them."""
    cursor = document.CurrentController.ViewCursor
    places = {0: 0}
    cursor.jumpToLastPage()
    while len(places) <= cursor.Page:  # the layout may still grow while it is looked at
        for page in range(len(places), cursor.Page + 1):
            places[page] = places[page - 1] + (not is_put_in(cursor, page))
        cursor.jumpToLastPage()
    pages = places[cursor.Page]
    marks, bookmarks = document.Bookmarks, {}
    for name in marks.ElementNames:
        if not name.startswith(PAGE_OF):
            cursor.gotoRange(marks.getByName(name).Anchor, False)
            cursor.collapseToStart()
            bookmarks[name] = places[cursor.Page]
    return pages, bookmarks


def is_put_in(cursor: Any, page: int) -> bool:
    """Return whether LibreOffice put in this empty page before a section that must begin on a right-hand page.

    The cursor cannot be sent to such a page, but neither to one that begins amid cells merged downwards. Therefore it
    looks back from a section that begins on the next page: what comes before ends on this page, or earlier.
    """
    cursor.jumpToPage(page)
    if cursor.Page == page:
        return False
    cursor.jumpToPage(page + 1)
    cursor.jumpToStartOfPage()
    table = cursor.TextTable
    if cursor.Page != page + 1 or not (cursor.PageDescName or (table is not None and table.PageDescName)):
        return False
    cursor.goLeft(1, False)
    return bool(cursor.Page != page)


def repeat_labels(document: Any, tables: list[dict[str, Any]]) -> None:
    """Let the labels of joined cells be said again at the top of each page that their table goes on to.

    Each of `tables` has the bookmark `mark` in it; `rows`, each with its `number`, from 1, the name of a cell that
    `begins` with it, and of those whose `ends` say where it ends, none for a row that stays whole; and `joins`, each
    with the row that is its `first` and its `cells` downwards, which all hold the label. Of these LibreOffice shows
    the first alone. So the joins are parted where pages begin, and the document laid out anew, until nothing changes.
    """
    bookmarks, joined = document.Bookmarks, []
    for described in tables:
        if bookmarks.hasByName(described["mark"]):
            mark = bookmarks.getByName(described["mark"])
            table = mark.Anchor.TextTable
            if table is not None:
                joined.append(JoinedTable(table, described))
            mark.dispose()  # else the PDF would name a place after it
    for _ in range(LAYOUTS - 1):
        cursor = document.CurrentController.ViewCursor
        cursor.jumpToLastPage()  # now everything is laid out
        broken = [table.broken_rows(cursor) for table in joined]
        if broken == [table.parted for table in joined]:
            return
        frame = take_view(document)
        for table, rows in zip(joined, broken):  # noqa: B905
            table.part(rows)
        give_view(document, frame)


def take_view(document: Any) -> Any:
    """Take the view away from a document, and its layout with it; return the frame that was around it.

    A layout that is there would not notice when cells are parted, and mix up their contents later.
    """
    frame = document.CurrentController.Frame
    frame.setComponent(None, None)
    return frame


def give_view(document: Any, frame: Any) -> None:
    """Give a document a new view in `frame`, and a new layout."""
    controller = document.createViewController("Default", (), frame)
    controller.attachModel(document)
    document.connectController(controller)
    frame.setComponent(controller.ComponentWindow, controller)
    controller.attachFrame(frame)
    document.setCurrentController(controller)


class JoinedTable:
    """A table with joined cells, and the numbers of the rows where these are parted.

    Whatever brings a new object from LibreOffice takes half a millisecond; so a cell is asked for once.
    """

    def __init__(self, table: Any, described: dict[str, Any]) -> None:
        self.parted: set[int] = set()
        self._table = table
        self._rows: list[dict[str, Any]] = described["rows"]
        self._joins: list[dict[str, Any]] = described["joins"]
        self._cells: dict[str, Any] = {}

    def broken_rows(self, cursor: Any) -> set[int]:
        """Return the rows that a page begins with, of those that a join could go on to; `cursor` is that of the view.

        A row below one that goes over pages begins none.
        """
        pages: dict[int, int] = {}

        def page(index: int) -> int:
            if index not in pages:
                pages[index] = self._page(cursor, self._rows[index]["begins"], begins=True)
            return pages[index]

        found = set()
        spans = [(0, len(self._rows) - 1)]
        while spans:
            first, last = spans.pop()
            if page(first) == page(last):
                continue
            if last - first > 1:
                spans += [(first, (first + last) // 2), ((first + last) // 2, last)]
                continue
            above, row = self._rows[first], self._rows[last]
            adjacent = row["number"] == above["number"] + 1
            if adjacent and all(self._page(cursor, name) < page(last) for name in above["ends"]):
                found.add(row["number"])
        return found

    def part(self, rows: set[int]) -> None:
        """Part the joins at these rows, and nowhere else; the document must have no layout.

        A row where they were parted and that begins no page any more has moved with the row above, for the label needs
        more room there than is left. It is kept with that row; else both would go to and fro. A join that LibreOffice
        does not see as we do is left alone.
        """
        for row in self.parted - rows:
            above = self._cell(f"A{row - 1}")
            if above is not None:
                above.Start.ParaKeepTogether = True
        before = [self._spans(join) for join in self._joins]
        self.parted = rows
        for join, old in zip(self._joins, before):  # noqa: B905
            new = self._spans(join)
            changed = [index for index in range(len(new)) if new[index] != old[index]]
            cells = [self._cell(join["cells"][index]) for index in changed]
            if all(cell is not None and cell.RowSpan == old[index] for index, cell in zip(changed, cells)):  # noqa: B905
                for index, cell in zip(changed, cells):  # noqa: B905
                    cell.RowSpan = new[index]

    def _page(self, cursor: Any, name: str, begins: bool = False) -> int:
        """Return the page on which a cell ends, or begins; 0 if LibreOffice has no such cell."""
        cell = self._cell(name)
        if cell is None:
            return 0
        cursor.gotoRange(cell, False)
        if begins:
            cursor.collapseToStart()
        return int(cursor.Page)

    def _cell(self, name: str) -> Any:
        if name not in self._cells:
            self._cells[name] = self._table.getCellByName(name)
        return self._cells[name]

    def _spans(self, join: dict[str, Any]) -> list[int]:
        """Return the spans of the cells of a join where it is parted now."""
        first, count = join["first"], len(join["cells"])
        begun = [index for index in range(count) if index == 0 or first + index in self.parted]
        spans = []
        for begin, end in zip(begun, [*begun[1:], count]):  # noqa: B905
            spans += [end - begin, *range(begin + 1 - end, 0)]
        return spans


def show_pages(document: Any, labels: dict[str, str]) -> None:
    """Let the contents show `labels`, each for the bookmark that it is named after."""
    marks = document.Bookmarks
    for name, label in labels.items():
        if marks.hasByName(PAGE_OF + name):
            marks.getByName(PAGE_OF + name).Anchor.setString(label)
