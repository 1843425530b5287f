"""Rules about the wording of a cell, with the very texts that `generate explain` shows."""

from tests.checks.examples.case import Case, Example, kr, plan
from tests.checks.examples.cells import both, cell, target
from tests.minibook import complete


def meaning(text: str) -> Case:
    """Return a key result whose definition says this."""
    return kr(complete().replace("ความหมาย", text))


def plan_meaning(text: str) -> Case:
    """Return a plan whose negotiated indicator is defined in these words."""
    return plan(("ค 1.1 | นิยาม | ความหมาย", f"ค 1.1 | นิยาม | {text}"))


def agencies(text: str) -> Case:
    """Return a plan in which the agency of an abbreviation is listed."""
    row = "สนย. | สำนักการโยธา"
    return plan((row, f"{row}\nสจส. | สำนักการจราจรและขนส่ง"), ("ค 1.1 | นิยาม | ความหมาย", f"ค 1.1 | นิยาม | {text}"))


EXAMPLES = {
    "C121": Example(kr(complete(หน่วยนับ="ค" * 61)), kr(complete(หน่วยนับ="คน"))),
    **both("C122", meaning),
    **both("C123", cell("ส่วนราชการผู้ประสานงาน")),
    **both("C124", meaning),
    **both("C125", lambda text: target(f"'{text}")),
    **both("C126", cell("หน่วยนับ")),
    **both("C130", meaning),
    **both("C131", plan_meaning),
    **both("C132", meaning),
    **both("C133", meaning),
    **both("C134", meaning),
    **both("X350", agencies),
}
