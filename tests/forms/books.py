"""A small book of key results in which everything is: lists, formulas, tables, boxes, drafts and finals."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.model.districts import DISTRICTS
from generator.model.finding import Place
from generator.model.kr.agency import HOST, SUPPORT, Agency
from generator.model.kr.attachment import Attachment, AttachmentCard, AttachmentRow
from generator.model.kr.book import KrBook
from generator.model.kr.definition import FORMULA, MEANING, METHOD, SUBHEADING, UNDERLINED, Definition
from generator.model.kr.key_result import KeyResult, Status
from generator.model.kr.practice import Example, Standard
from generator.model.kr.settings import Settings
from generator.model.prose import Prose, Run
from generator.model.quantities import Value

DUTIES = "สำนักตัวอย่าง ดำเนินการ ดังนี้\n๑. วางแผน\n- ระดับเขต\n- ระดับแขวง\n๒. ติดตามผล ปี [ปี]"


def key_result(code: str = "8214", **changes: Any) -> KeyResult:
    """Return a key result that is ready for signature."""
    facts = {
        "name": "จำนวนผู้รับอาหาร PM 2.5",
        "objective": "สนับสนุนกลุ่มเปราะบาง",
        "supported": True,
        "supported_by_districts": True,
        "target": Value.of(60000),
        "unit": "คน",
        "targets_attached": True,
        "reported_otherwise": True,
        "other_channel": "https://bangkok.go.th/8214",
        "contact": "นางสาวตัวอย่าง ใจดี",
        "contact_position": "นักวิชาการ",
        "contact_phone": "0 2000 0001",
        "contact_section": "กลุ่มงาน 3",
        "signer": "นางผู้ลงนาม ตัวอย่าง",
        "signer_position": Prose.of("ผู้อำนวยการ\nสำนักตัวอย่าง"),
        "status": Status.READY,
    }
    return KeyResult(code=code, **(facts | changes))


def attachment(
    kr: str = "8214", headers: tuple[str, ...] = ("จำนวน (คน)",), districts: int = 2, **card: Any
) -> Attachment:
    """Return a table of the first districts; the figures of a row are 1,000, 1,001 …"""
    figures = tuple(Value.of(1_000 + number) for number, _ in enumerate(headers))
    return Attachment(
        kr=kr,
        card=AttachmentCard(target_column=headers[-1], **card),
        headers=[Prose.of(header) for header in headers],
        rows=[AttachmentRow(district=district, numbers=figures) for district in DISTRICTS[:districts]],
        header_place=Place("สมุด.xlsx"),
    )


BOOK = KrBook(
    settings=Settings(agency="สำนักตัวอย่าง", year=2568, exceptions=("PM 2.5",)),
    key_results=(
        key_result(),
        KeyResult(code="8207", name="ร้อยละของคนไร้บ้าน", alone=True, target=Value.of(100, percent=True)),
    ),
    definitions=(
        Definition(kr="8214", part=MEANING, style=SUBHEADING, text=Prose.of("กลุ่มเปราะบาง")),
        Definition(kr="8214", part=MEANING, text=Prose(((Run("หมายถึง "), Run("ผู้ที่", bold=True), Run(" & <อื่น ๆ>")),))),
        Definition(kr="8214", part=MEANING, style=UNDERLINED, text=Prose.of("ข้อ 2 ขีดเส้นใต้")),
        Definition(
            kr="8214",
            part=METHOD,
            style=FORMULA,
            text=Prose.of("คำนวณจาก"),
            numerator="จำนวนผู้รับ",
            denominator="จำนวนเป้าหมาย",
        ),
    ),
    agencies=(
        Agency(kr="8214", role=SUPPORT, name="สำนักงานเขต", target=Value("ตามเอกสารแนบ"), duties=Prose.of("รับและส่งต่อ")),
        Agency(kr="8214", role=HOST, target=Value.of(60000), duties=Prose.of(DUTIES)),
    ),
    standards=(Standard(kr="8214", heading="การรับอาหาร", text=Prose.of("- ตรวจสภาพ\n- บันทึก")),),
    examples=(Example(kr="8214", text=Prose.of("เขตจัดจุดรับอาหาร")),),
    attachments=(
        attachment(title=Prose.of("ค่าเป้าหมาย “Food Bank”"), numbers_header=Prose.of("ค่าเป้าหมาย [ปี]")),
        attachment(headers=("ฐาน", "เป้าหมาย"), numbered=True),
    ),
)


def book(**changes: Any) -> KrBook:
    """Return the book with some of its sheets replaced."""
    return replace(BOOK, **changes)


def value(text: str, number: str | None = None) -> Value:
    """Return a value as it was typed."""
    return Value(text, None if number is None else Decimal(number))
