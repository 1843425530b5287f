"""Rules about the sums and targets of the plan workbook."""

from tests.checks.examples.case import Case, Example, plan, typed

SOUND = plan()
CANAL = "'1.4.07 | | ขุดลอกคลอง | 150 | สนย. | สนข."
HEADERS = "รหัส | ประเด็น | ชื่อ | ค่าเป้าหมาย | หน่วยงานหลัก | หน่วยงานสนับสนุน"
SUPPORT_HEADERS = "โครงการ | สนับสนุน | ตัวชี้วัดความสำเร็จ (KPI โครงการ)\n"
TREE = "'4.1.02 | | อยู่ในสาระสำคัญ | | |"


def canal(unit: str, explanation: str = "", share: str = "", kpi: str = "5") -> Case:
    """Return a plan in which the key result of canals has a unit, an explanation, the share of the district."""
    rows = f"ค002 | OKR 1.4.07 |\nค003 | OKR 1.4.07 | {kpi} | {unit}"
    return plan(
        (HEADERS, f"{HEADERS} | หน่วยนับ | คำอธิบายค่า | ค่าเป้าหมายของเขต"),
        (CANAL, f"{CANAL} | {unit} | {explanation} | {share}"),
        (SUPPORT_HEADERS, f"{SUPPORT_HEADERS.rstrip()} | หน่วยของตัวชี้วัด\n"),
        ("ค002 | OKR 1.4.07 |\nค003 | OKR 1.4.07 | 5", rows),
        ("ค006 | OKR 1.4.07 | 5\n", "ค006 | OKR 4.1.01 | 9\n"),
    )


def policy_unit(unit: str) -> Case:
    """Return a plan in which ตาราง ง prints another unit for the key result of canals."""
    return plan((HEADERS, f"{HEADERS} | หน่วยนับ | หน่วยนับในตาราง ง"), (CANAL, f"{CANAL} | กม. | {unit}"))


def welfare(other: str, total: str) -> Case:
    """Return a plan with one project in two parts; `total` is the budget of the division."""
    return plan(
        ("แก้โรค | 1000 |", "แก้โรค | 1385000 |"),
        ("ซ่อมทาง | 40 |", f"แก้โรค | {other} |"),
        ("โยธา | 1547 |", f"โยธา | {total} |"),
    )


def approved(total: str) -> Case:
    """Return a plan whose part ๒ adds up to 35,254,295, with this total approved."""
    return plan(
        ("ต้นไม้ | 70 |", "ต้นไม้ | 35253795 |"),
        ("ส่วนที่ ๒ | 570 |", f"ส่วนที่ ๒ | {total} |"),
        ("สิ่งแวดล้อมดี | 70 |", "สิ่งแวดล้อมดี | 35253795 |"),
    )


def trees(target: str) -> Case:
    """Return a plan with a second key result about trees."""
    return plan(
        (TREE, f"'4.1.02 | | ปลูกต้นไม้ ระยะที่ 1 | {target} | สนย. |"),
        ("'4.1.01 | | ปลูกต้นไม้ | 3000", "'4.1.01 | | ปลูกต้นไม้ระยะที่ 1 | 3000"),
        ("ค005 | ค 1.1 |", "ค005 | ค 1.1 |\nค005 | OKR 4.1.02 | 9"),
    )


EXAMPLES = {
    "B420": Example(plan(("๑ | 30", "๑ | 70")), SOUND),
    "B421": Example(plan(("ขุด | 60 | ก.พ. | | 100", "ขุด | 59 | ก.พ. | |")), SOUND),
    "B422": Example(plan(("ต.ค. | ม.ค. | 40", "ต.ค. | ม.ค. | 45")), SOUND),
    "B423": Example(typed("เกณฑ์คะแนน", "E3", 10), SOUND),
    "B424": Example(typed("เกณฑ์คะแนน", "E2", 9), SOUND),
    "B425": Example(approved("35294295"), approved("35254295")),
    "B426": Example(plan(("ส่วนที่ ๒ | 570 | 3", "ส่วนที่ ๒ | 570 | 2")), SOUND),
    "B427": Example(plan(("คลอง | | โยธา", "คลอง | 450 | โยธา")), plan(("คลอง | | โยธา", "คลอง | 500 | โยธา"))),
    "B428": Example(welfare("485500", "1871007"), welfare("1385000", "2770507")),
    "B429": Example(typed("เกณฑ์คะแนน", "C2", 80), typed("เกณฑ์คะแนน", "C2", 100)),
    "B430": Example(canal("กม.", share="200", kpi="200"), canal("กม.", share="20", kpi="20")),
    "B431": Example(canal("กม.", share="20", kpi="9"), canal("กม.", share="20", kpi="20")),
    "B432": Example(canal("กม.", "สนย. 100 กม. สนข. 60 กม."), canal("กม.", "สนย. 100 กม. สนข. 50 กม.")),
    "B434": Example(policy_unit("ข้อมูล"), policy_unit("กม. (สะสม)")),
    "B433": Example(trees("2000"), plan()),
}
