"""Colours the cells of a sheet by conditions that are always true, so that their own formats stay untouched.

A condition says in its formula whose it is: that stays when Excel or LibreOffice save the file, numbers do not. Knows
cells and colours, nothing of what is wrong with them.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.workbook.markup import Element, Markup, escaped
from generator.workbook.package import NAMESPACES

SPACES: Final = (*NAMESPACES, "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main")
"""Namespaces that a sheet has to be read with: conditions of Excel 2010 are counted together with the others."""
_FOLLOWERS: Final = (
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
_OURS: Final = 'LEN("generate:'
_MOST: Final = 400
"""So many cells are named in one condition at most."""


class Colour(NamedTuple):
    """Cells that get a colour: its name, their addresses, and the number of the format."""

    name: str
    cells: Sequence[str]
    format: int


def is_coloured(sheet: bytes) -> bool:
    """Return whether the part of a sheet holds a condition of ours."""
    return b"generate:" in sheet


def colour(sheet: Markup, colours: Sequence[Colour]) -> None:
    """Give cells of a sheet, read with `SPACES`, their colours, and take away all that they were given before.

    Where several conditions colour a cell, the first in `colours` wins, and each wins over those of the officer.
    """
    theirs: list[Element] = []
    for block in sheet.root.all("conditionalFormatting"):
        rules = list(block.all("cfRule"))
        ours = [rule for rule in rules if _is_ours(sheet, rule)]
        theirs += (rule for rule in rules if rule not in ours)
        if ours and len(ours) == len(rules):
            sheet.replace(block, "")
        else:
            for rule in ours:
                sheet.replace(rule, "")
    theirs += _later_rules(sheet.root)
    wanted = [colour for colour in colours if colour.cells]
    if not wanted:
        return
    _make_way(sheet, theirs, len(wanted))
    place = next((child for child in sheet.root.children if child.name in _FOLLOWERS or not child.name), None)
    prefix = sheet.prefix(sheet.root)
    for priority, (name, cells, number) in enumerate(wanted, 1):
        formula = escaped(f'{_OURS}{name}")>0')
        for start in range(0, len(cells), _MOST):
            sheet.insert(
                sheet.root,
                f'<{prefix}conditionalFormatting sqref="{" ".join(cells[start : start + _MOST])}">'
                f'<{prefix}cfRule type="expression" dxfId="{number}" priority="{priority}">'
                f"<{prefix}formula>{formula}</{prefix}formula></{prefix}cfRule></{prefix}conditionalFormatting>",
                place,
            )


def _is_ours(sheet: Markup, rule: Element) -> bool:
    formula = rule.find("formula")
    return formula is not None and sheet.content(formula).replace("&quot;", '"').startswith(_OURS)


def _later_rules(root: Element) -> Iterator[Element]:
    """Yield the conditions that only Excel 2010 and later know, which stand at the end of the sheet."""
    pending = [known for known in root.all("extLst")]
    while pending:
        element = pending.pop()
        if element.name == "cfRule":
            yield element
        pending += element.children


def _make_way(sheet: Markup, rules: Sequence[Element], count: int) -> None:
    """Let the most important of some rules come after `count` new ones, in the order that they have."""
    ranked = [(rule, int(rule.attributes["priority"])) for rule in rules if "priority" in rule.attributes]
    step = count + 1 - min((priority for _, priority in ranked), default=count + 1)
    if step > 0:
        for rule, priority in ranked:
            sheet.set(rule, "priority", str(priority + step))
