"""A sheet put before all others: what the list of sheets, the defined names and the windows say must go on being true.

Knows the part that lists the sheets; nothing of what stands in them.
"""

from typing import Final

from generator.workbook.markup import Markup, escaped, quoted
from generator.workbook.package import Reason, Rejection
from generator.workbook.parts import Parts

_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_BEHIND_NAMES: Final = (
    "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip


def put_first(parts: Parts, book: str, name: str, titles: str, content: bytes) -> str:
    """Put a sheet before all others of the workbook in the part `book`; return the name of its part.

    `titles` are the rows that it prints on each page. Names that belong to a sheet are counted by its place, so all of
    them move on by one.
    """
    dialect = parts.dialect(book)
    part = parts.unused("xl/worksheets/findings{}.xml")
    link = parts.add(part, content, _TYPE, book, f"{dialect.relation}worksheet")
    markup = Markup(book, parts.read(book))
    sheets = markup.root.find("sheets")
    if sheets is None:
        raise Rejection(Reason.DAMAGED, f"{book} lists no sheets")
    number = 1 + max((int(sheet.attributes.get("sheetId", "0")) for sheet in sheets.all("sheet")), default=0)
    prefix = markup.prefix(markup.root)
    line = f'<{prefix}sheet name="{quoted(name)}" sheetId="{number}" xmlns:r="{dialect.links}" r:id="{link}"/>'
    markup.insert(sheets, line, next(iter(sheets.children), None))
    ours = f'<{prefix}definedName name="_xlnm.Print_Titles" localSheetId="0">{escaped(titles)}</{prefix}definedName>'
    names = markup.root.find("definedNames")
    if names is None:
        behind = next((child for child in markup.root.children if child.name in _BEHIND_NAMES), None)
        markup.insert(markup.root, f"<{prefix}definedNames>{ours}</{prefix}definedNames>", behind)
    else:
        for known in names.all("definedName"):
            if "localSheetId" in known.attributes:
                markup.set(known, "localSheetId", str(int(known.attributes["localSheetId"]) + 1))
        markup.insert(names, ours, next(iter(names.children), None))
    parts.replace(book, markup.to_bytes())
    return part


def open_on(parts: Parts, book: str, part: str) -> None:
    """Let the workbook open on the sheet in a part, and on this one alone: with two, typing would go into both."""
    links = parts.links(book)
    markup = Markup(book, parts.read(book))
    sheets = markup.root.find("sheets")
    listed = [
        links[link].target
        for sheet in (sheets.all("sheet") if sheets else ())
        for name, link in sheet.attributes.items()
        if name.endswith(" id") and link in links
    ]
    place = listed.index(part.lower())
    views = markup.root.find("bookViews")
    for view in views.all("workbookView") if views else ():
        for attribute in ("activeTab", "firstSheet"):
            if view.attributes.get(attribute, "0") != str(place):
                markup.set(view, attribute, str(place))
    parts.replace(book, markup.to_bytes())
    for other in listed:
        if other != part.lower() and other in parts and b"tabSelected" in parts.read(other):
            _deselect(parts, other)


def _deselect(parts: Parts, part: str) -> None:
    sheet = Markup(part, parts.read(part))
    views = sheet.root.find("sheetViews")
    selected = [
        view
        for view in (views.all("sheetView") if views else ())
        if view.attributes.get("tabSelected") in ("1", "true")
    ]
    for view in selected:
        sheet.set(view, "tabSelected", "0")
    if selected:
        parts.replace(part, sheet.to_bytes())
