"""Rules between the rows and sheets of the plan workbook."""

from tests.checks.examples.case import Case, Example, checked, plan, typed
from tests.planbook import BOOK, address, whole

SOUND = plan()
LAST = "ค008 | 3 | | | อื่น | 7 | ฝ่ายโยธา | อื่น ๆ"
KPI = "KPI | '1.5.4.1 | อัตราป่วย | 80 | | | ผลลัพธ์"
TACTIC = "กลยุทธ์ | '1.5.4 | ควบคุมโรค"
TREE = "'4.1.02 | | อยู่ในสาระสำคัญ | | |"
CARRIED = "พันธกิจ | ย่อหน้า\n== รอยืนยัน\nเรื่อง | จากแผนปี | ยืนยัน\nคำนำ | 2566 |\n"
SERVES = "ค007 | ฉ 3.1 |"


def bare(*projects: str) -> Case:
    """Return a plan of these projects, without the sheets that refer to projects."""
    kept = ("ตั้งค่า", "ส่วนราชการ", "หน่วยงาน", "แผนเมือง", "ตัวชี้วัดเจรจา", "นิยาม", "เกณฑ์คะแนน", "ข้อความ")
    parts = [part for part in BOOK.split("== ") if part.startswith(kept)]
    header = next(line for line in BOOK.splitlines() if line.startswith("รหัสโครงการ"))
    drawing = "== ".join(["", *parts, "โครงการ\n" + "\n".join((header, *projects, ""))])
    return Case(drawing, lambda folder: checked(whole(drawing), folder, address))


def total_from(source: str) -> Case:
    """Return a plan whose first approved total comes from there."""
    headers = "ขอบเขต | งบประมาณ | จำนวนโครงการ"
    return plan((headers, f"{headers} | ที่มา"), ("570 | 3", f"570 | 3 | {source}"))


EXAMPLES = {
    "X320": Example(plan((LAST, LAST.replace("ค008", "ค004"))), SOUND),
    "X321": Example(plan(("70 | ฝ่ายพัฒนาชุมชน", "70 | ฝ่ายพัฒนาชุมชุน")), plan(("70 | ฝ่ายพัฒนาชุมชน", "70 | ฝ่ายพัฒนาชุมชนฯ"))),
    "X322": Example(plan(("150 | สนย. | สนข.", "150 | สนย | สนข.")), SOUND),
    "X323": Example(plan(("ฝ่ายโยธา | งานซ่อม", "ฝ่ายโยธา | งานซ่อมทาง")), SOUND),
    "X324": Example(
        plan(("ค008 | 3 | | | อื่น | 7 |", "ค008 | 3 | | ค006 | อื่น | |"), ("โยธา | 1547 | 5", "โยธา | 1540 | 4")),
        plan(("ค008 | 3 | | | อื่น | 7 |", "ค008 | 3 | | ค007 | อื่น | |"), ("โยธา | 1547 | 5", "โยธา | 1540 | 4")),
    ),
    "X325": Example(
        plan(("ค004 | 2 | ค002", "ค004 | 3 | ค002"), ("๒ | 570 | 3", "๒ | 370 | 2"), ("ดี | 500 | 2", "ดี | 300 | 1")),
        SOUND,
    ),
    "X326": Example(plan(("ค001 | KPI 1.5.4.1 |\n", "")), SOUND),
    "X327": Example(
        plan((TREE, "'4.1.02 | | มีเป้า | 9 | สนย. |")),
        plan((TREE, "'4.1.02 | | มีเป้า | 9 | สนย. |"), (SERVES, f"{SERVES}\nค005 | OKR 4.1.02 | 9")),
    ),
    "X328": Example(plan((f"{KPI}\n", ""), (TACTIC, f"{KPI}\n{TACTIC}")), SOUND),
    "X329": Example(plan((TACTIC, f"{TACTIC} | 80")), SOUND),
    "X330": Example(plan(("'4.1.02 | |", "'4.1.02 | '4.2 |")), plan(("'4.1.02 | |", "'4.1.02 | '4.1 |"))),
    "X331": Example(plan(("ต.ค. | ม.ค.", "ม.ค. | ต.ค.")), SOUND),
    "X332": Example(plan(("'1.2 | 1 | 20 | ขาด | 4\n", "")), SOUND),
    "X333": Example(
        plan(("'1.1 | 4 | 80 | ขาด | 8\n'1.1 | 3 | 60 | ขาด | 6", "'1.1 | 3 | 60 | ขาด | 6\n'1.1 | 4 | 80 | ขาด | 8")),
        SOUND,
    ),
    "X334": Example(plan(("ค 1.2 | นิยาม | ความหมาย\n", "")), SOUND),
    "X335": Example(plan(("ส่วนที่ ๒ | 570", "ส่วนที่ ๔ | 570")), SOUND),
    "X336": Example(plan(("ฝ่ายโยธา | โยธา |", "ฝ่ายโยธา | โยธา | ฝ่ายพัฒนาชุมชน")), SOUND),
    "X337": Example(
        plan(("'4.1.02 | | อยู่", "'4.1.ข | | อยู่")),
        SOUND,
    ),
    "X338": Example(
        plan((LAST, f"{LAST}\nค030"), (SERVES, f"{SERVES}\nค030 | OKR 1.4.07 | 5")),
        plan((LAST, f"{LAST}\nค030")),
    ),
    "X339": Example(plan(("จุดแข็ง | ย่อหน้า\n", "")), SOUND),
    "X340": Example(bare(), bare("ค001 | 3 | | | แก้โรค | 1000 | โยธา")),
    "X342": Example(
        plan(
            ("KPI | '1.5.4.1 |", "KPI | '1.6.4.1 |"),
            ("ค001 | KPI 1.5.4.1", "ค001 | KPI 1.6.4.1"),
            ("KPI 1.5.4.1 | นิยาม", "KPI 1.6.4.1 | นิยาม"),
        ),
        SOUND,
    ),
    "X343": Example(plan(("| อื่น | 7 |", "| รวมทั้งสิ้น | 7 |")), plan(("| อื่น | 7 |", "| ขุดลอกคลอง | 7 |"))),
    "X344": Example(
        plan(
            (
                "ค005 | 2 | | | ต้นไม้ | 70 | ฝ่ายพัฒนาชุมชน",
                "ค005 | 2 | | | ต้นไม้ | 70 | ฝ่ายพัฒนาชุมชน\nค009 | 2 | | | ต้นไม้ | | ฝ่ายพัฒนาชุมชน",
            ),
            ("ค005 | ค 1.1 |", "ค005 | ค 1.1 |\nค009 | OKR 4.1.01 | 9"),
            ("๒ | 570 | 3", "๒ | 570 | 4"),
            ("ดี | 70 | 1", "ดี | 70 | 2"),
        ),
        SOUND,
    ),
    "X345": Example(
        plan(("ค003 | ขุด | 60 | ก.พ. | | 100", "ค003 | ขุดดิน | 30 | ก.พ. | |\nค003 | ขุดดิน | 30 | ก.พ. | | 100")),
        plan(("ค003 | ขุด | 60 | ก.พ. | | 100", "ค003 | ขุดดิน | 30 | ก.พ. | |\nค003 | ขนดิน | 30 | ก.พ. | | 100")),
    ),
    "X346": Example(
        typed("ตั้งค่า", "B5", "ผู้อำนวยการเขตบางแค"),
        typed("ตั้งค่า", "B5", "ผู้อำนวยการเขตภาษีเจริญ"),
    ),
    "X352": Example(
        typed("ตั้งค่า", "B7", "https://example.go.th/plan2565"), typed("ตั้งค่า", "B7", "https://example.go.th/plan2567")
    ),
    "X353": Example(total_from("ข้อบัญญัติงบประมาณ พ.ศ. 2566"), total_from("ข้อบัญญัติงบประมาณ พ.ศ. 2567")),
    "X347": Example(
        plan(("คำนำ | ย่อหน้า", "คำนำ | แผนปฏิบัติราชการประจำปี พ.ศ. 2565")),
        plan(("คำนำ | ย่อหน้า", "คำนำ | แผนปฏิบัติราชการประจำปี พ.ศ. [ปี]")),
    ),
    "X348": Example(
        plan(("ค003 | สำรวจ |", "ค003 | สำรวจภายในเดือนตุลาคม 2567 |")),
        plan(("ค003 | สำรวจ |", "ค003 | สำรวจภายในเดือนตุลาคม 2566 |")),
    ),
    "X360": Example(plan(("พันธกิจ | ย่อหน้า\n", CARRIED)), plan(("พันธกิจ | ย่อหน้า\n", f"{CARRIED.rstrip()} ✓\n"))),
    "X351": Example(
        plan(("ค003 | ขุด | 60 | ก.พ. |", "ค003 | สรุปผลประจำเดือนเมษายน | 60 | มี.ค. |")),
        plan(("ค003 | ขุด | 60 | ก.พ. |", "ค003 | สรุปผลประจำเดือนเมษายน | 60 | เม.ย. |")),
    ),
    "X349": Example(typed("ตั้งค่า", "B6", "2 ตุลาคม 2564"), typed("ตั้งค่า", "B6", "2 ตุลาคม 2566")),
}
