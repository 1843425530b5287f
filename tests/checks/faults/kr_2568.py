"""What went wrong in the published KR forms of 2568, typed into their sample as it was published."""

from typing import Final

from tests.checks.faults.edits import Added, Edit, Typed

Found = tuple[str, str, str]
BASE: Final = "จำนวนชุมชน\nที่จัดตั้งตามระเบียบฯ\n(ชุมชน)"
TARGET: Final = "ชุมชนเป้าหมาย\n(ร้อยละ ๙๐\nของชุมชนในพื้นที่\nและมีการเบิกจ่าย\nงบประมาณ)"
PEOPLE: Final = "จำนวนคนกลุ่มเปราะบาง\nที่ได้รับอาหาร (คน)"

SHIPPED: Final[tuple[Found, ...]] = (
    ("X317", "KR", "Q4"),  # 8214 says what other system it reports to, and does not tick the box
    ("X308", "KR", "M5"),  # 8207 promises an attachment that the published file does not have
)

FAULTS: Final[dict[str, tuple[tuple[Edit, ...], tuple[Found, ...]]]] = {
    "8214 ค่าเป้าหมายรวม ๒๐,๐๐๐ แต่ (H) และตารางรายเขตรวมได้ ๖๐,๐๐๐": (
        (Typed("KR", "ค่าเป้าหมายรวม", 20_000, {"รหัส": "8214"}),),
        (("B402", "หน่วยงาน", "D4"), ("B401", "แนบ 8214", "D12")),
    ),
    "ชื่อเขตเพี้ยนจากการสแกน": (
        (Typed("แนบ 8308", "เขต", "ราชบุรีบูรณะ", {"เขต": "ราษฎร์บูรณะ"}),),
        (("X302", "แนบ 8308", "B53"),),
    ),
    "“โปรดระบุ .....” ที่ไม่มีใครเติม": (
        (Typed("KR", "ระบบข้อมูล โปรดระบุ", ".....", {"รหัส": "8214"}),),
        (("C123", "KR", "V4"), ("X317", "KR", "V4")),
    ),
    "8308 ร้อยละ ๙๐ ของ ๔๕ ปัดครึ่งลง": (
        (
            Typed("แนบ 8308", BASE, 45, {"เขต": "ดุสิต"}),
            Typed("แนบ 8308", TARGET, 40, {"เขต": "ดุสิต"}),
        ),
        (("B403", "แนบ 8308", "E14"),),
    ),
    "8214 แถวรวมที่พิมพ์เองไม่เท่ากับผลรวม": (
        (Added("แนบ 8214", {"เขต": "รวม", PEOPLE: 61_000}),),
        (("B407", "แนบ 8214", "D63"),),
    ),
}
