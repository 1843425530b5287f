"""What the city's key results give to the districts: the facts of each OKR, and every district's own target.

Knows the books of KR workbooks, no Excel, and nothing of how plans print.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.model.districts import District
from generator.model.finding import Place
from generator.model.kr.agency import HOST, SUPPORT
from generator.model.kr.attachment import Attachment
from generator.model.kr.book import KrBook
from generator.model.kr.definition import MEANING, Definition
from generator.model.kr.key_result import KeyResult
from generator.model.quantities import Value


def okr_code(code: str) -> str:
    """Return the code by which plans name a key result: 8214 gives 8.2.14."""
    return f"{code[0]}.{code[1]}.{code[2:]}"


_RELATIVE: Final = ("ร้อยละ", "ระดับ", "เปอร์เซ็นต์", "%")
"""Targets in these units are not added up over districts."""


def relative(target: Value, unit: str) -> bool:
    """Return whether a target is a per cent or a level, whose figures for districts do not add up to it."""
    return target.percent or unit.strip().startswith(_RELATIVE)


def countable(target: Value, unit: str) -> bool:
    """Return whether a target counts things, so that it is the sum of its shares."""
    return target.number is not None and not relative(target, unit)


def shares_add(name: str, shares: Iterable[Value]) -> bool:
    """Return whether the shares of the districts, which `name` says what they count, may be added up."""
    return "(ร้อยละ)" not in name and not any(share.percent for share in shares)


@dataclass(frozen=True, kw_only=True)
class Share:
    """The target of one district, and the cell of the attachment in which it stands."""

    target: Value
    place: Place


@dataclass(frozen=True, kw_only=True)
class Allotment:
    """One key result as the districts receive it.

    `okr` is its code in plans, `objective` that of its objective with the name that the KR form gives it; `agency` is
    the one whose workbook it is, `host` and `supporters` are full names of agencies too; `shares` are the targets of
    the districts by their official code, empty without an attachment that says which column holds them. `share_name` is
    the header of that column, in one line: a share may count other things than the target of the city does.
    `share_unit` is what it counts, where that is known to be something else: communities, of which the city wants so
    many per cent.
    """

    okr: str
    key_result: KeyResult
    year: int
    objective: str
    objective_name: str
    agency: str
    host: str
    supporters: tuple[str, ...]
    meaning: tuple[Definition, ...]
    shares: Mapping[str, Share]
    share_name: str
    share_unit: str = ""

    @property
    def name(self) -> str:
        """The name of the key result."""
        return self.key_result.name

    @property
    def target(self) -> Value:
        """The target of the whole city."""
        return self.key_result.target

    @property
    def unit(self) -> str:
        """The unit of the target."""
        return self.key_result.unit

    @property
    def adds_up(self) -> bool:
        """Whether the shares of all districts are to add up to the target of the city."""
        return shares_add(self.share_name, (share.target for share in self.shares.values())) and countable(
            self.target, self.unit
        )

    def concerns(self, district: District) -> bool:
        """Return whether a district has a part in this key result: a share, or all districts support it."""
        return district.code in self.shares or (self.key_result.supported_by_districts and not self.shares)


def allotments(books: Iterable[KrBook]) -> Iterator[Allotment]:
    """Yield what KR books give to the districts, in the order of the books and of their rows."""
    for book in books:
        attachments = {attachment.kr: attachment for attachment in book.attachments}
        for key_result in book.key_results:
            if not key_result.code:
                continue
            agencies = [agency for agency in book.agencies if agency.kr == key_result.code]
            attachment = attachments.get(key_result.code)
            yield Allotment(
                okr=okr_code(key_result.code),
                key_result=key_result,
                year=book.settings.year,
                objective=f"{key_result.code[0]}.{key_result.code[1]}",
                objective_name=key_result.objective,
                agency=book.settings.agency,
                host=next((agency.name for agency in agencies if agency.role == HOST and agency.name), "")
                or book.settings.agency,
                supporters=tuple(agency.name for agency in agencies if agency.role == SUPPORT and agency.name),
                meaning=tuple(row for row in book.definitions if row.kr == key_result.code and row.part == MEANING),
                shares=_shares(attachment) if attachment else {},
                share_name=_share_name(attachment) if attachment else "",
                share_unit=_base_unit(attachment) if attachment and key_result.share is not None else "",
            )


def _shares(attachment: Attachment) -> Mapping[str, Share]:
    """Return the targets that an attachment gives; a row without a figure gives none."""
    index = attachment.target_index
    return {
        row.district.code: Share(target=row.numbers[index], place=row.place("numbers", index))
        for row in attachment.rows
        if index is not None and row.district and index < len(row.numbers) and row.numbers[index]
    }


def _share_name(attachment: Attachment) -> str:
    """Return what the column of the targets says that they are."""
    index = attachment.target_index
    return "" if index is None else " ".join(attachment.headers[index].plain.split())


def _base_unit(attachment: Attachment) -> str:
    """Return what the number column counts of which the targets are a percentage: จำนวนชุมชน (ชุมชน) gives ชุมชน."""
    index = attachment.target_index
    if index is None or len(attachment.headers) != 2:
        return ""
    brackets = re.findall(r"\(([^()]*)\)", attachment.headers[1 - index].plain)
    return brackets[-1].strip() if brackets else ""
