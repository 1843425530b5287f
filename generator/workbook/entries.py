"""Types a value into a cell so that reading gives the same value again. Knows kinds, but no sheet of any form."""

from datetime import datetime
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.model.cell import Scalar, address
from generator.model.codes import Ref, Served
from generator.model.kinds import Flag, Kind
from generator.model.numberformat import shown
from generator.model.prose import Prose, Run
from generator.model.quantities import Value
from generator.workbook.measure import count_lines
from generator.workbook.styles import Styles

_REGULAR: Final = Run("")


class Unwritable(ValueError):
    """A value that Excel cannot hold, such as a text of more than 32,767 characters."""


def enter(
    sheet: Worksheet,
    row: int,
    column: int,
    kind: Kind[Any],
    value: object,
    styles: Styles,
    *,
    framed: bool = False,
    align: str = "",
) -> None:
    """Type `value` into a cell; row and column count from 0. An empty cell is written only if it is `framed`.

    Raises Unwritable if Excel cannot hold it.
    """
    typed, number_format = entry(kind, value)
    style = style_of(kind, styles, framed=framed, align=align, number_format=number_format)
    match typed:
        case None:
            refused = sheet.write_blank(row, column, None, style) if framed else 0
        case Prose():
            runs = joined(typed)
            if len(runs) == 1:
                style = style_of(kind, styles, framed=framed, align=align, run=runs[0])
                refused = sheet.write_string(row, column, runs[0].text, style)
            else:
                parts = [part for run in runs for part in (styles.run(run), run.text)]
                refused = sheet.write_rich_string(row, column, *parts, style)
        case str():
            refused = sheet.write_string(row, column, typed, style)
        case bool():
            refused = sheet.write_boolean(row, column, typed, style)
        case datetime():
            refused = sheet.write_datetime(row, column, typed, style)
        case number:
            refused = sheet.write_number(row, column, number, style)
    if refused:
        raise Unwritable(f"{sheet.get_name()}!{address(row + 1, column + 1)}: Excel cannot hold this value")


def style_of(
    kind: Kind[Any],
    styles: Styles,
    *,
    framed: bool = False,
    align: str = "",
    number_format: str = "",
    run: Run = _REGULAR,
) -> Format:
    """Return the format of a cell of this kind; `number_format` and `run` are those of its value, if it has any."""
    return styles.value(
        number_format or kind.number_format,
        framed=framed,
        align=align or ("center" if isinstance(kind, Flag) else ""),
        # What is chosen for a reference is its code and a long name: the name may be cut off, the row must not grow.
        wrapped=not isinstance(kind, Ref | Served),
        run=run,
    )


def entry(kind: Kind[Any], value: object) -> tuple[Scalar | Prose, str]:
    """Return what to type for a value, and the number format of its cell.

    A number keeps the decimals it prints with (0.630) by a format of its own; one that no format shows as it prints is
    typed as text, which is read as the same number.
    """
    typed = kind.typed(value)
    if isinstance(value, Value) and isinstance(typed, int | float):
        fixed = "#,##0." + "0" * len(value.text.partition(".")[2])
        for number_format in (kind.number_format, fixed):
            if shown(typed, number_format).digits == value.text:
                return typed, number_format
        return value.text, kind.number_format
    return typed, kind.number_format


def lines_of(kind: Kind[Any], value: object, columns: float) -> int:
    """Return how many lines a value takes in a cell of so many characters' width."""
    typed, _ = entry(kind, value)
    if isinstance(kind, Ref | Served):
        return 1
    if isinstance(typed, Prose):
        return sum(
            count_lines("".join(run.text for run in paragraph), columns, bold=any(run.bold for run in paragraph))
            for paragraph in typed.paragraphs
        )
    return count_lines("" if typed is None else str(typed), columns)


def joined(prose: Prose) -> list[Run]:
    """Return the runs of all paragraphs, line breaks put in, neighbours of one format joined, none of them empty."""
    runs: list[Run] = []
    for index, paragraph in enumerate(prose.paragraphs):
        for run in (*([Run("\n")] if index else ()), *paragraph):
            if runs and (runs[-1][1:] == run[1:] or run.text == "\n"):
                runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
            elif run.text:
                runs.append(run)
    return runs
