"""The totals as published; that of part ๒ is not what its rows add up to."""

from typing import Final

from generator.model.plan.controls import ControlTotal
from plan_2567.figures import baht

CONTROLS: Final = [
    ControlTotal(scope="ส่วนที่ ๑", budget=baht("2,694,800"), count=3, source="ยอดรวมท้ายตารางสรุปส่วนที่ ๑ ของแผนที่เผยแพร่"),
    ControlTotal(scope="ส่วนที่ ๒", budget=baht("35,294,295"), count=38, source="ยอดรวมท้ายตารางสรุปส่วนที่ ๒ ของแผนที่เผยแพร่"),
    ControlTotal(
        scope="ส่วนที่ ๓", budget=baht("59,752,455"), source="ยอดรวมท้ายบัญชีส่วนที่ ๓ ของแผนที่เผยแพร่ (ไม่ได้พิมพ์จำนวนโครงการ)"
    ),
]
