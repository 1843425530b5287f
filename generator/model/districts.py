"""The 50 districts of Bangkok, their official codes and groups. Knows no workbook."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from generator.thai.numerals import to_arabic


class District(NamedTuple):
    """A district: official code, name without เขต, and its group in short and in full."""

    code: str
    name: str
    group: str
    group_name: str

    @property
    def office(self) -> str:
        """The name of its office."""
        return f"สำนักงานเขต{self.name}"


def _read() -> tuple[District, ...]:
    with (resources.files("generator.model") / "districts.csv").open(encoding="utf-8") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: int(row["printed_order"]))
    return tuple(District(row["code"], row["name"], row["group_short"], row["group"]) for row in rows)


DISTRICTS: Final = _read()
"""All districts in the order in which official tables print them: by group, then in Thai alphabetical order."""

GROUPS: Final = tuple(dict.fromkeys(district.group for district in DISTRICTS))


@cache
def _index() -> Mapping[str, District]:
    return {spelling: district for district in DISTRICTS for spelling in (district.name, district.code)}


def find_district(text: str) -> District | None:
    """Return the district that a typed name or code means; None if there is none."""
    bare = re.sub(r"^(สำนักงาน)?เขต\s*", "", re.sub(r"^สนข\.?\s*", "", to_arabic(text).strip()))
    return _index().get(bare)


def district_in(stem: str) -> District | None:
    """Return the district that the name of a file begins with or holds, by code or by name: 1022-ภาษีเจริญ."""
    return next(filter(None, (find_district(word) for word in re.split(r"[\s\-_.()]+", stem) if word)), None)
