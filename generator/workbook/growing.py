"""A worksheet whose rows have a height to begin with and still grow while somebody types. Knows nothing of our sheets.

XlsxWriter marks every height as set by hand. Excel and LibreOffice then keep it for good, and longer text is cut off.
Without a height Excel fits the rows of a file it opens, but LibreOffice does not. So the height is written, and the
mark left out: this is how Excel itself stores a row that it has fitted.
"""

from typing import Any

from xlsxwriter.worksheet import Worksheet


class GrowingSheet(Worksheet):  # type: ignore[misc]
    """A worksheet with a second kind of row height."""

    def __init__(self) -> None:
        super().__init__()
        self._growing: set[int] = set()

    def start_row(self, row: int, height: float) -> None:
        """Give a row, counted from 0, a height in points that Excel may change when its text does."""
        self.set_row(row, height)
        self._growing.add(row)

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
        # Each row in use is begun here, its number (from 1) first. Should a later XlsxWriter begin rows elsewhere,
        # heights are as if set by hand again, and a test fails.
        if tag == "row" and attributes[0][1] - 1 in self._growing:
            attributes = [(name, value) for name, value in attributes if name != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)
