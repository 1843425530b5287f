"""The plans that go into a book: the PDFs of one year that a folder lists, and what keeps one of them out.

Knows the list beside the documents and the files it names; nothing of what is in a PDF.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from generator import standing
from generator.manifest import MANIFEST, read_manifest
from generator.model.districts import DISTRICTS, District, find_district
from generator.model.plan.book import PLAN_FORM
from generator.standing import Standing
from generator.words import Halt, Words

KEY: Final = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
"""The key of a plan: its district and its year."""

NO_LIST: Final = Words("ไม่พบรายการเอกสาร {name}", "there is no list of documents {name}")
NO_LIST_CURE: Final = Words(
    "ระบุโฟลเดอร์ที่ generate build สร้างเอกสารไว้", "name a folder in which generate build has made documents"
)
NO_PLANS: Final = Words("ไม่พบแผนของเขตใด{year}ใน {paths}", "there are no plans{year} in {paths}")
NO_PLANS_CURE: Final = Words("สร้างแผนด้วย generate build --pdf ก่อน", "make plans with generate build --pdf first")
OF_YEAR: Final = Words(" ปี {year} ", " of {year}")
YEARS: Final = Words("มีแผนของหลายปี: {years}", "there are plans of several years: {years}")
YEARS_CURE: Final = Words("เลือกปีเดียวด้วย --year", "choose one with --year")
BAD_NAME: Final = Words(
    "ไม่ทราบว่า {name} เป็นแผนของเขตใดและปีใด", "it is not known which district and year {name} belongs to"
)
BAD_NAME_CURE: Final = Words(
    "ตั้งชื่อไฟล์ขึ้นต้นด้วยรหัสเขตและปี เช่น 1022-2568.pdf",
    "begin its name with the code of the district and the year, 1022-2568.pdf",
)
TWICE: Final = Words("{office} มี PDF สองไฟล์: {one} และ {other}", "{office} has two PDFs: {one} and {other}")
TWICE_CURE: Final = Words("ระบุเพียงไฟล์เดียว", "name only one of them")


@dataclass(frozen=True)
class Plan:
    """The plan of one district as a PDF."""

    district: District
    year: int
    pdf: Path
    draft: bool = False


@dataclass
class Found:
    """The plans of one year in the official order of districts.

    `unfit` are complaints of those in `plans`, or of their folder, that only a book for proofreading may hold, `lost`
    of those that no book can hold; `known` are the codes of all districts that are listed.
    """

    year: int
    plans: list[Plan]
    unfit: list[Halt] = field(default_factory=list)
    lost: list[Halt] = field(default_factory=list)
    known: set[str] = field(default_factory=set)


def find_plans(paths: Iterable[Path], year: int | None = None, drafts: bool = False) -> Found:
    """Return the plans that folders list and that PDF files are, of one `year`; it may be left out if it is clear.

    A PDF that is named itself takes the place of that in a folder. With `drafts`, being one is no fault. Raise Halt
    if nothing is found, a name is not understood, or years are mixed.
    """
    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if not path.is_dir()]
    named = _named(files)
    entries = [(folder, entry) for folder in folders for entry in _entries(folder)]
    years = {plan.year for plan in named} | {int(entry[1]) for _, (entry, _) in entries}
    if year is None and len(years) > 1:
        raise Halt(YEARS.filled(years=" ".join(map(str, sorted(years)))), YEARS_CURE)
    chosen = year if year is not None else next(iter(years), 0)
    found = Found(chosen, [plan for plan in named if plan.year == chosen])
    found.unfit += filter(None, map(standing.unfinished, folders))
    replaced = {plan.district.code for plan in found.plans}
    for folder, (key, document) in entries:
        if int(key[1]) == chosen and key[0] not in replaced:
            _judge(folder, key[0], chosen, document, found, drafts)
            found.known.add(key[0])
    found.known |= replaced
    if not (found.plans or found.lost):
        words = OF_YEAR.filled(year=year) if year is not None else Words("", "")
        raise Halt(NO_PLANS.filled(year=words, paths=", ".join(map(str, [*folders, *files]))), NO_PLANS_CURE)
    _refuse_twice(found.plans)
    found.plans.sort(key=lambda plan: DISTRICTS.index(plan.district))
    return found


def _named(files: Iterable[Path]) -> list[Plan]:
    """Return the plans that are named themselves; who names one answers for its state."""
    found = []
    for file in files:
        key = KEY.match(file.name)
        district = find_district(key[1]) if key else None
        if key is None or district is None:
            raise Halt(BAD_NAME.filled(name=file), BAD_NAME_CURE)
        found.append(Plan(district, int(key[2]), file))
    _refuse_twice(found)
    return found


def _refuse_twice(plans: Iterable[Plan]) -> None:
    seen: dict[tuple[str, int], Plan] = {}
    for plan in plans:
        if (other := seen.setdefault((plan.district.code, plan.year), plan)) is not plan:
            names = {"office": plan.district.office, "one": other.pdf, "other": plan.pdf}
            raise Halt(TWICE.filled(**names), TWICE_CURE)


def _entries(folder: Path) -> list[tuple[tuple[str, str], Mapping[str, Any]]]:
    """Return what a folder lists as plans, by district and year."""
    if not read_manifest(folder):
        raise Halt(NO_LIST.filled(name=folder / MANIFEST), NO_LIST_CURE)
    found = standing.entries(folder)
    keys = {key: KEY.fullmatch(key) for key, entry in found.items() if entry.get("kind") == PLAN_FORM.kind}
    return [((key[1], key[2]), found[name]) for name, key in keys.items() if key and find_district(key[1])]


def _judge(folder: Path, code: str, year: int, entry: Mapping[str, Any], found: Found, drafts: bool) -> None:
    """Add a listed plan to those found, or say what it lacks."""
    district = find_district(code)
    assert district is not None
    known = standing.judge(folder, entry, district.office)
    if known.is_there:
        found.plans.append(Plan(district, year, known.pdf, entry.get("draft") is not False))
    if known.complaint is not None and not (drafts and known.standing is Standing.DRAFT):
        (found.unfit if known.is_there else found.lost).append(known.complaint)
