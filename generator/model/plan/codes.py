"""The codes of the plan workbook: what their spelling is, and which sheet owns them."""

import re
from typing import Final

from generator.model.codes import Code, Served
from generator.model.kinds import Source, Terms, Text


def _padded(text: str) -> str:
    """Return the code of an OKR with two digits behind its second dot: 1.1.1 gives 1.1.01."""
    found = re.fullmatch(r"(\d\.\d)\.(\d)", text)
    return f"{found[1]}.0{found[2]}" if found else text


def _numbered(text: str) -> str:
    """Return the handle of a project with three digits: ค1 and ค0001 give ค001."""
    found = re.fullmatch(r"ค0*(\d{1,3})", text)
    return f"ค{int(found[1]):03}" if found else text


OBJECTIVE: Final = Code(r"[1-9]\.(\d{1,2}|[ก-ฮ])", example="1.2")
OKR: Final = Code(r"[1-9]\.\d{1,2}\.(\d{2}|[ก-ฮ])", example="1.2.01", canonical=_padded)
NODE: Final = Code(r"\d+(\.\d+){0,3}", example="1.5.4.1")
KPI: Final = Code(r"\d+(\.\d+){3}", example="1.5.4.1")
NEGOTIATED: Final = Code(r"\d+(\.\d+){1,2}", example="1.1.1")
COMPONENT_INDICATOR: Final = Code(r"[2-4]\.\d{1,2}", example="3.1")
PROJECT: Final = Code(r"ค\d{3,4}", example="ค001", canonical=_numbered)
POLICY: Final = Code(r"P\d{3}", example="P001", canonical=str.upper)
STRATEGY: Final = Code(r"\d{6}", example="115037")

_CITY: Final = (KPI, Source("แผนเมือง", prefix="KPI", field="code", only=("level", "KPI")))
_NEGOTIATED: Final = (NEGOTIATED, Source("ตัวชี้วัดเจรจา", prefix="ค"))

SERVED: Final = Served(
    (
        (OKR, Source("ตัววัด", prefix="OKR")),
        _CITY,
        _NEGOTIATED,
        (COMPONENT_INDICATOR, Source("ตัวชี้วัดองค์ประกอบ", prefix="ฉ")),
    )
)
"""What a project may serve: a key result, an indicator of the city, a negotiated one, one of the components."""

DEFINED: Final = Served((_NEGOTIATED, _CITY))
"""What may have a definition of its own."""

DIVISION: Final = Text(source=Source("ส่วนราชการ", named=False))
WORK: Final = Text(source=Source("งาน", field="name", named=False))
_AGENCIES: Final = Source("หน่วยงาน", named=False)
AGENCY: Final = Text(source=_AGENCIES)
AGENCIES: Final = Terms(source=_AGENCIES)
"""Names that the small lists of the workbook offer."""
