"""Rules about one cell: the very texts that `generate explain` shows, typed into a workbook without fault."""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.model.finding import Finding
from generator.model.rules import RULES
from tests.checks.examples.case import Case, Example, kr, plan, typed
from tests.minibook import attachment, complete

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def both(code: str, make: Callable[[str], Case]) -> dict[str, Example]:
    """Return the example of a rule that types what the rule says."""
    return {code: Example(make(RULES[code].wrong), make(RULES[code].right))}


def cell(header: str, before: str = "") -> Callable[[str], Case]:
    """Return how to type a text into a cell of the key result; `before` tells Excel what it is."""
    return lambda text: kr(complete(**{header: before + text}))


def target(text: str) -> Case:
    """Return a key result with this target, for the city and for its host."""
    return kr(complete(ค่าเป้าหมายรวม=text).replace("| H | | 100 |", f"| H | | {text} |"))


def budget(text: str) -> Case:
    """Return a plan in which a routine project has this budget, and its division what they add up to."""
    number = text.replace(",", "") if text.replace(",", "").replace(".", "").isdigit() else "0"
    total = f"{1540 + float(number):.2f}"
    return plan(("อื่น | 7 |", f"อื่น | '{text} |"), ("โยธา | 1547 |", f"โยธา | {total} |"))


def signature(name: str) -> Case:
    """Return a key result with this picture for a signature, beside a picture that is there."""
    drawn = kr(complete(รูปลายมือชื่อ=f"'{name}"))

    def run(folder: Path) -> Sequence[Finding]:
        (folder / "ลายเซ็น.png").write_bytes(PIXEL)
        return drawn.run(folder)

    return Case(name, run)


def figures(text: str) -> Case:
    """Return an attachment in which a district has this base."""
    return kr(complete(attachment({"ดุสิต": f"{text} | 2"}), แนบรายละเอียดเป้าหมาย="✓"))


EXAMPLES = {
    **both("C101", lambda text: kr(complete(หน่วยนับ="" if text == "(ว่าง)" else text))),
    **both("C102", figures),
    **both("C103", cell("สถานะ")),
    **both("C104", lambda text: typed("โครงการ", "J2", text)),
    **both("C105", target),
    "C106": Example(target("=A1"), target("1,200")),
    **both("C107", cell("โทรศัพท์ผู้ประสานงาน")),
    "C108": Example(kr(complete(รหัส="2014-02-08")), kr(complete(รหัส="'8.2.14"))),
    **both("C109", lambda text: kr(complete().replace("พ.ศ. | 2568", f"พ.ศ. | {text}"))),
    **both("C110", cell("ร้อยละต่อเขต")),
    **both("C111", cell("หน่วยงานเดียว")),
    **both("C112", lambda text: kr(complete().replace("ความหมาย", f"ผลงานของ {text}"))),
    **both("C113", signature),
    **both("C114", cell("โทรศัพท์ผู้ประสานงาน", "'")),
    **both("C115", cell("ส่วนราชการผู้ประสานงาน")),
    **both("C116", lambda text: typed("ตั้งค่า", "B6", text)),
    **both("C117", lambda text: typed("ตั้งค่า", "B7", text)),
    **both("C118", lambda text: typed("ตัวชี้วัดเจรจา", "D2", float(text))),
    **both("C119", budget),
    **both("C120", budget),
}
