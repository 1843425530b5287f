"""Fonts, colours and number formats of the blank workbook, each made once. Knows neither sheets nor what they hold."""

from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from generator.model.prose import Run

FONT: Final = "TH Sarabun New"
SIZE: Final = 16
TITLE_SIZE: Final = 20
SMALL: Final = 14

NAVY: Final = "#1F3864"
PALE: Final = "#D9E2F3"
LINE: Final = "#A6A6A6"
GREY: Final = "#595959"
CALCULATED: Final = "#F2F2F2"
MISSING: Final = "#F8CBAD"

# Colours of the tabs, by what a sheet is for.
TAB_HELP: Final = "#7F7F7F"
TAB_CARD: Final = "#806000"
TAB_MAIN: Final = NAVY
TAB_TABLE: Final = "#8EA9DB"
TAB_FAMILY: Final = "#548235"

# XlsxWriter's own default is the theme font, which is not ours. 32 pixels are 24 points, one line of the font; 72 are
# the default column of a font whose digits are 8 pixels wide.
OPTIONS: Final[dict[str, Any]] = {
    "in_memory": True,
    "default_format_properties": {"font_name": FONT, "font_size": SIZE, "font_scheme": "none"},
    "default_row_height": 32,
    "default_column_width": 72,
}

_REGULAR: Final = Run("")


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def make(self, **properties: object) -> Format:
        """Return the format of the house's font with these properties of XlsxWriter."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def title(self) -> Format:
        """Return the format of the title of a sheet."""
        return self.make(bold=True, font_size=TITLE_SIZE, font_color=NAVY, valign="vcenter")

    def section(self) -> Format:
        """Return the format of a heading within a sheet."""
        return self.make(bold=True, font_color=NAVY, valign="vcenter", bottom=1, bottom_color=NAVY)

    def hint(self) -> Format:
        """Return the format of a line of help that runs over its neighbours."""
        return self.make(font_size=SMALL, font_color=GREY, valign="vcenter")

    def aside(self) -> Format:
        """Return the format of help that begins beside its cell and runs over its neighbours."""
        return self.make(font_size=SMALL, font_color=GREY, valign="top")

    def note(self) -> Format:
        """Return the format of help that stays in its cell."""
        return self.make(font_size=SMALL, font_color=GREY, valign="top", text_wrap=True)

    def text(self, **properties: object) -> Format:
        """Return the format of framed text that is not typed in."""
        return self.make(valign="top", text_wrap=True, border=1, border_color=LINE, **properties)

    def header(self, required: bool) -> Format:
        """Return the format of a column header; dark where a cell is required."""
        return self.make(align="center", valign="vcenter", text_wrap=True, **_head(required))

    def label(self, required: bool) -> Format:
        """Return the format of a label of a card; dark where its value is required."""
        return self.make(valign="top", text_wrap=True, **_head(required))

    def typed_header(self) -> Format:
        """Return the format of a column header that is typed; not bold, for its format may be read."""
        return self.make(
            align="center", valign="vcenter", text_wrap=True, border=1, border_color=LINE, bg_color=PALE, num_format="@"
        )

    def calculated(self) -> Format:
        """Return the format of a result that nobody types and nobody reads."""
        return self.make(italic=True, font_color=GREY, bg_color=CALCULATED, align="right", valign="top")

    def value(
        self,
        number_format: str,
        *,
        framed: bool = False,
        align: str = "",
        wrapped: bool = True,
        run: Run = _REGULAR,
    ) -> Format:
        """Return the format of a cell to type in; with a `run`, all of its text is formatted as that run."""
        frame = {"border": 1, "border_color": LINE} if framed else {}
        place = {"align": align} if align else {}
        return self.make(valign="top", text_wrap=wrapped, num_format=number_format, **frame, **place, **_font(run))

    def run(self, run: Run) -> Format:
        """Return the format of a part of a text."""
        return self.make(**_font(run))

    def frame(self) -> Format:
        """Return the conditional format of a cell in a row that is in use."""
        return self.make(border=1, border_color=LINE)

    def further_header(self) -> Format:
        """Return the conditional format of a header typed beside those that were there."""
        return self.make(border=1, border_color=LINE, bg_color=PALE)

    def missing(self) -> Format:
        """Return the conditional format of a required cell that is empty, and of a result not to be trusted."""
        return self.make(bg_color=MISSING)

    def thousands(self) -> Format:
        """Return the conditional format of a large whole number."""
        return self.make(num_format="#,##0")


def _head(required: bool) -> dict[str, object]:
    colours = {"bg_color": NAVY, "font_color": "#FFFFFF"} if required else {"bg_color": PALE, "font_color": NAVY}
    return {"bold": True, "border": 1, "border_color": LINE, **colours}


def _font(run: Run) -> dict[str, object]:
    return {name: True for name in ("bold", "italic", "underline") if getattr(run, name)}
