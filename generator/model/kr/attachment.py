"""The sheets แนบ …: a table of the districts for one key result, under a card that says how it prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from generator.model.codes import DistrictName
from generator.model.districts import GROUPS, District
from generator.model.finding import Place
from generator.model.kinds import Choice, Flag, Long, Text
from generator.model.prose import Prose
from generator.model.quantities import Quantity, Value
from generator.model.sheet import Column, Layout, Required, Sheet

PREFIX: Final = "แนบ"


class AttachmentCard(Sheet, sheet="แนบ", purpose="ตารางแนบรายเขตของ KR หนึ่ง", layout=Layout.CARD):
    """How the table prints."""

    title: Annotated[
        Prose,
        Column("ชื่อตาราง", Long(), "ชื่อเหนือตาราง ไม่มีให้เว้นว่าง", example="ค่าเป้าหมายการดำเนินงานตามเป้าหมาย “Food Bank”"),
    ]
    numbered: Annotated[bool, Column("แสดงลำดับ", Flag(), "✓ = พิมพ์คอลัมน์ลำดับ", example="✓")]
    name_header: Annotated[str, Column("หัวคอลัมน์ชื่อ", Text(), "ว่าง = หน่วยงาน", example="หน่วยงาน")]
    group_header: Annotated[str, Column("หัวคอลัมน์กลุ่ม", Text(), "ว่าง = กลุ่มเขต", example="กลุ่มเขตฯ")]
    numbers_header: Annotated[
        Prose,
        Column("หัวรวมเหนือคอลัมน์ตัวเลข", Long(), "กรอกแล้วหัวตารางมีสองแถว ใช้ [ปี] แทนปีงบประมาณได้", example="ค่าเป้าหมาย [ปี]"),
    ]
    target_column: Annotated[
        str,
        Column(
            "คอลัมน์ที่เป็นค่าเป้าหมาย",
            Text(),
            "เลือกจากหัวคอลัมน์ตัวเลขในตารางข้างล่าง",
            example="จำนวนคน (คน)",
            required=Required.FINAL,
        ),
    ]


class AttachmentRow(Sheet, sheet="แนบ", purpose="แถวของตารางแนบ"):
    """The figures of one district."""

    district: Annotated[District | None, Column("เขต", DistrictName(), "เลือกเขต", width=24)]
    group: Annotated[str, Column("กลุ่ม", Choice(GROUPS), "ว่าง = เติมให้ตามเขต", width=16)]
    numbers: Annotated[
        tuple[Value, ...],
        Column("ตัวเลข", Quantity(numeric=True), "พิมพ์ตัวเลข หัวคอลัมน์อยู่แถวบนของตาราง เพิ่มคอลัมน์ได้", width=22, rest=True),
    ]


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """The table of one key result: its card, the headers of its number columns, its rows, and total rows as typed."""

    kr: str
    card: AttachmentCard
    headers: Sequence[Prose]
    rows: Sequence[AttachmentRow]
    header_place: Place
    totals: Sequence[AttachmentRow] = ()

    @property
    def target_index(self) -> int | None:
        """Which number column is the target, counted from 0; None if it is not stated or not there."""
        wanted = _folded(self.card.target_column)
        found = [index for index, header in enumerate(self.headers) if _folded(header.plain) == wanted]
        return found[0] if wanted and found else None

    @property
    def targets(self) -> dict[str, Value]:
        """The target of each district, by its code."""
        index = self.target_index
        if index is None:
            return {}
        return {row.district.code: row.numbers[index] for row in self.rows if row.district}


def _folded(header: str) -> str:
    return "".join(header.split())
