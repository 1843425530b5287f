"""Small plan workbooks of any district and year, drawn in a few lines, and what headquarters makes of them."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import openpyxl

from generator.model.plan.book import PLAN_FORM
from generator.model.rollup.city import Rollup
from generator.model.sheet import Layout
from generator.reading import find_workbooks
from generator.rollup import receive_all, roll_up
from tests.minibook import draw

ROOT: Final = Path(__file__).parent.parent
SAMPLE: Final = ROOT / "inputs" / "plans" / "2567" / "1022-ภาษีเจริญ.xlsx"
KR: Final = ROOT / "inputs" / "kr"

PROJECTS: Final = (
    "ค001 | 1 | | | แก้โรค | 1000 | โยธา |",
    "ค002 | 2 | | | คลอง | | โยธา |",
    "ค003 | 2 | ค002 | | คลองหนึ่ง | 300.50 | |",
    "ค004 | 2 | ค002 | | คลองสอง | 200 | |",
    "ค005 | 2 | | | อาหาร | 70 | ฝ่ายพัฒนาชุมชน |",
    "ค006 | 2 | | ค005 | | | โยธา |",
    "ค007 | 3 | | | ซ่อมทาง | รอโอน | ฝ่ายโยธา |",
    "ค008 | 2 | | | ในตาราง ง | 900 | ฝ่ายโยธา | ✓",
)
"""Counted: ๑ 1 project of 1,000 baht; ๒ 3 of 570.50; ๓ 1 of none."""
SUPPORTS: Final = ("ค002 | OKR 1.4.07", "ค005 | OKR 8.2.14")


def plan(
    district: str = "ภาษีเจริญ",
    year: int = 2568,
    *,
    status: str = "ร่าง",
    projects: Sequence[str] = PROJECTS,
    targets: Mapping[str, str] = {"8.2.14": "1200", "8.3.08": "46"},
) -> str:
    """Return the drawing of a plan; `targets` are those of the district, by key result."""
    drawn = {
        "ตั้งค่า": [f"เขต | {district}", f"ปีงบประมาณ พ.ศ. | {year}", f"สถานะเอกสาร | {status}"],
        "ส่วนราชการ": [
            "ชื่อเต็ม | ชื่อย่อ | ชื่ออื่น",
            "ฝ่ายโยธา | โยธา |",
            "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม | ฝ่ายพัฒนาชุมชนฯ | ฝ่ายพัฒนาชุมชน",
        ],
        "ตัววัด": [
            "รหัส | ชื่อ | ค่าเป้าหมาย | หน่วยนับ | ค่าเป้าหมายของเขต",
            "'1.4.07 | ขุดลอกคลอง | 150 | กม. |",
            *(f"'{okr} | ตัววัด {okr} | 60000 | คน | {target}" for okr, target in targets.items()),
        ],
        "โครงการ": [
            "รหัสโครงการ | ส่วน | โครงการหลัก | เป็นส่วนหนึ่งของ | ชื่อโครงการ/กิจกรรม | งบประมาณ (บาท)"
            " | ส่วนราชการ | เฉพาะตาราง ง",
            *projects,
        ],
        "สนับสนุน": ["โครงการ | สนับสนุน", *SUPPORTS],
    }
    lines = []
    for sheet in PLAN_FORM.sheets:
        labels = [column.header for column in sheet.COLUMNS.values()]
        here = list(drawn.get(sheet.NAME, []))
        if sheet.LAYOUT is Layout.CARD:
            here += [f"{label} |" for label in labels if not any(line.startswith(f"{label} |") for line in here)]
        else:
            head = [label.strip() for label in here[0].split("|")] if here else []
            here[:1] = [" | ".join([*head, *(label for label in labels if label not in head)])]
        lines += [f"== {sheet.NAME}", *here]
    return "\n".join(lines)


def folder_of(
    folder: Path, plans: Mapping[str, str], change: Callable[[openpyxl.Workbook], None] | None = None
) -> Path:
    """Write the workbooks of drawings by their names; `change` may do to them what a drawing cannot show."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in plans.items():
        draw(drawing, folder / name, change)
    return folder


def rolled_up(folder: Path, kr: Path | None = None, year: int | None = None) -> Rollup:
    """Return what headquarters makes of a folder, read in this process."""
    plans, besides = find_workbooks([folder]), find_workbooks([kr]) if kr else []
    received = receive_all([*plans, *besides], jobs=1)
    return roll_up(received[: len(plans)], received[len(plans) :], year=year)


def mixed(folder: Path) -> Path:
    """Write a folder of all that may come: good, faulty, broken, double, old and odd plans, and a KR workbook."""
    folder_of(
        folder,
        {
            "1001-พระนคร.xlsx": plan("พระนคร", status="ลงนาม"),
            "1002 ดุสิต #1 'ก' 100%.xlsx": plan("ดุสิต", targets={"8.2.14": "999", "8.3.08": "ครบทุกชุมชน"}),
            "1022-ภาษีเจริญ.xlsx": plan(targets={"8.2.14": ""}),
            "1022-ภาษีเจริญ (สำเนา).xlsx": plan(),
            "1005-ปีก่อน.xlsx": plan("บางเขน", 2567),
            "แผนเมือง.xlsx": plan(""),
        },
    )
    (folder / "1010-มีนบุรี.xlsx").write_bytes(b"PK\3\4 cut off")
    shutil.copy(next(KR.glob("2568-*.xlsx")), folder / "kr.xlsx")
    return folder
