"""The list of contents: its entries, and the pages that a later pass writes into them."""

import re
from html import unescape
from typing import Final

from generator.render.oxml.markup import ParagraphMold, escaped

UNKNOWN_PAGE: Final = "…"
"""What stands for a page as long as nobody has counted the pages."""

_INDENT: Final = 340
_DASH: Final = 138
"""How wide the dash before an entry of the second level is with its blank, in twips."""
# Only what this package itself has written is looked through.
_WRITTEN: Final = re.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:br|tab)/>")


def target(code: str) -> str:
    """Return the bookmark whose page a field of this code shows; empty if it shows something else."""
    words = code.split()
    return words[1] if len(words) > 1 and words[0].upper() == "PAGEREF" else ""


def written(markup: str) -> str:
    """Return the text of runs that were written here; line breaks and tabs become blanks."""
    return " ".join("".join(unescape(found[1] or "") or " " for found in _WRITTEN.finditer(markup)).split(" "))


def entry(level: int, text: str, mark: str, mold: ParagraphMold) -> str:
    """Return an entry of the contents: a link to the bookmark `mark`, a tab, and its page as a field."""
    run, end = mold.runs.open, mold.runs.close
    label = f"- {text}" if level > 1 else text
    hanging = _DASH if level > 1 else 0
    indent = mold.left + (level - 1) * _INDENT + hanging
    wide = f'w:left="{indent}" w:right="850"' + (f' w:hanging="{hanging}"' if hanging else "")
    properties = f"{mold.before_indent}<w:ind {wide}/>{mold.after_indent}"
    form = mold.runs.formats[0]

    def field(kind: str) -> str:
        return f'<w:r>{form}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r>{form}<w:instrText xml:space="preserve"> PAGEREF {mark} \\h </w:instrText></w:r>'
    return (
        f'<w:p>{properties}<w:hyperlink w:anchor="{mark}" w:history="1">{run}{escaped(label)}{end}'
        f"<w:r>{form}<w:tab/></w:r>{field('begin')}{code}{field('separate')}{run}{UNKNOWN_PAGE}{end}{field('end')}"
        "</w:hyperlink></w:p>"
    )
