"""All districts, or those that were asked for: one after the other, in several processes. Knows no command line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from generator.handout.serving import Order, Served, State, serve, workbook_name
from generator.model.arguments import understood
from generator.model.codes import DistrictName
from generator.model.districts import DISTRICTS, District, find_district
from generator.parallel import in_parallel
from generator.reading import find_workbooks
from generator.words import Halt, Words

_FILE: Final = Words("{name} เป็นไฟล์ ไม่ใช่โฟลเดอร์", "{name} is a file, not a folder")
_FILE_CURE: Final = Words("ระบุโฟลเดอร์อื่นด้วย -o", "name another folder with -o")
_TWO: Final = Words(
    "แผนปีก่อนของเขต{district} มีมากกว่าหนึ่งไฟล์: {names}", "there are two plans of last year of {district}: {names}"
)
_TWO_CURE: Final = Words("เหลือไว้ไฟล์เดียว หรือระบุไฟล์เดียวใน --from", "leave one of them, or name one with --from")
_NAMELESS: Final = Words(
    "ชื่อไฟล์ {name} ไม่ขึ้นต้นด้วยรหัสเขต จึงไม่รู้ว่าเป็นแผนปีก่อนของเขตใด",
    "the name of {name} does not begin with the code of a district, so nobody knows whose plan of last year it is",
)
_NAMELESS_CURE: Final = Words("เปลี่ยนชื่อไฟล์เป็นแบบ 1022-ภาษีเจริญ.xlsx", "give it a name like 1022-ภาษีเจริญ.xlsx")


def chosen(names: Sequence[str]) -> list[District]:
    """Return the districts of these names or codes by code, all without names; raise Halt if one is none."""
    found = {understood(DistrictName(), name) for name in names} if names else set(DISTRICTS)
    return sorted((district for district in found if district is not None), key=lambda district: district.code)


def last_plans(paths: Sequence[Path]) -> Mapping[str, Path]:
    """Return last year's workbooks by the code of the district, which their names begin with.

    Raise Halt if a path is not there, nothing is found, a name has no code, or two are of one district.
    """
    found: dict[str, Path] = {}
    for path in find_workbooks(paths) if paths else ():
        code = re.match(r"\d{4}(?!\d)", path.name)
        district = find_district(code[0]) if code else None
        if district is None:
            raise Halt(_NAMELESS.filled(name=path.name), _NAMELESS_CURE)
        other = found.setdefault(district.code, path)
        if other != path:
            raise Halt(_TWO.filled(district=district.name, names=f"{other.name}, {path.name}"), _TWO_CURE)
    return found


def hand_out(districts: Sequence[District], order: Order, jobs: int | None = None) -> Iterator[Served]:
    """Yield what was done for each district, in their order. Raise Halt if the folder of the order is none.

    Where the program fails at a district, the others go on: what it met is in `crash`.
    """
    if (file := next((path for path in (order.folder, *order.folder.parents) if path.is_file()), None)) is not None:
        raise Halt(_FILE.filled(name=file), _FILE_CURE)
    for district, served, crash in in_parallel(partial(serve, order=order), districts, jobs):
        yield served or Served(district, order.folder / workbook_name(district), State.CRASHED, crash=crash)
