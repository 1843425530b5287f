"""Shapes that are drawn, not pictures: the arrow over the months of a step."""

from functools import lru_cache
from typing import Final

from generator.render.oxml import NAMESPACES
from generator.render.oxml.markup import escaped

EMU_PER_TWIP: Final = 635
HEIGHT: Final = 203_200
"""The height of the box, that of a line of text of 16 pt: LibreOffice then centres it in rows of any height."""

_SIDE: Final = 40
_HEAD_LENGTH: Final = 80_000
_HEAD_WIDTH: Final = 40_000
_SHAFT: Final = 9_000


def arrow(width: int, number: int, description: str) -> str:
    """Return a run with an arrow `width` twips wide, with the id `number`.

    It is one freeform in the line of text: a character does not stretch, a line of Word's does not centre itself.
    """
    wide = max(width - 2 * _SIDE, 4 * _SIDE) * EMU_PER_TWIP
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{wide}" cy="{HEIGHT}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="arrow {number}" descr="{escaped(description)}"/>{_freeform(wide)}'
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>↔</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


@lru_cache(maxsize=64)  # as many widths as a step can have months, in tables of a few widths
def _freeform(wide: int) -> str:
    middle, head = HEIGHT // 2, min(_HEAD_LENGTH, wide // 3)
    points = (
        (0, middle),
        (head, middle - _HEAD_WIDTH),
        (head, middle - _SHAFT),
        (wide - head, middle - _SHAFT),
        (wide - head, middle - _HEAD_WIDTH),
        (wide, middle),
        (wide - head, middle + _HEAD_WIDTH),
        (wide - head, middle + _SHAFT),
        (head, middle + _SHAFT),
        (head, middle + _HEAD_WIDTH),
    )
    first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    shape = NAMESPACES["wps"]
    return (
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{NAMESPACES["a"]}"><a:graphicData uri="{shape}">'
        "<wps:wsp><wps:cNvSpPr/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{HEIGHT}"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/>'
        f'<a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{HEIGHT}">'
        f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/></a:path></a:pathLst></a:custGeom>"
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic>"
    )
