"""The sheet แผนเมือง: the strategy of the city as an outline, one row one node."""

from typing import Annotated, Final

from generator.model.kinds import UNIT, Choice, Text
from generator.model.plan.codes import AGENCIES, NODE
from generator.model.plan.texts import TOKENS
from generator.model.prose import Prose
from generator.model.quantities import Quantity, Value
from generator.model.sheet import Column, Required, Sheet

SIDE, STRATEGY, SUBSTRATEGY, OBJECTIVE, KR, TACTIC, KPI = LEVELS = (
    "มิติ",
    "ยุทธศาสตร์",
    "ยุทธศาสตร์ย่อย",
    "วัตถุประสงค์",
    "KR",
    "กลยุทธ์",
    "KPI",
)
RANKS: Final = {SIDE: 0, STRATEGY: 1, SUBSTRATEGY: 2, OBJECTIVE: 3, KR: 4, TACTIC: 5, KPI: 6}
"""The parent of a node is the nearest row above of a smaller rank."""


class StrategyNode(Sheet, sheet="แผนเมือง", purpose="ยุทธศาสตร์ของกรุงเทพมหานครเป็นลำดับชั้น หนึ่งแถวคือหนึ่งข้อ"):
    """One node of the strategy of the city."""

    level: Annotated[
        str, Column("ระดับ", Choice(LEVELS), "ระดับของข้อนี้", example="KPI", required=Required.ALWAYS, width=18)
    ]
    code: Annotated[str, Column("รหัส", NODE, "เช่น 1 หรือ 1.5 หรือ 1.5.4.1 วัตถุประสงค์ไม่มีรหัส", example="1.5.4.1", width=12)]
    name: Annotated[
        str, Column("ชื่อ", Text(), "ชื่อเต็ม", example="อัตราป่วยโรคไข้เลือดออก", required=Required.ALWAYS, width=70)
    ]
    last_target: Annotated[Value, Column("ค่าเป้าหมายปีก่อน", Quantity(), "เฉพาะ KPI", width=20)]
    target: Annotated[Value, Column("ค่าเป้าหมายปีนี้", Quantity(), "เฉพาะ KPI", example="ร้อยละ 100", width=24)]
    unit: Annotated[str, Column("หน่วยนับ", UNIT, "ว่างเมื่อค่าเป้าหมายเป็นข้อความ", width=14)]
    kr_target: Annotated[Prose, Column("ค่าเป้าหมาย KR", TOKENS, "เฉพาะ KR หลายบรรทัดได้", width=40)]
    hosts: Annotated[
        tuple[str, ...], Column("หน่วยงานรับผิดชอบหลัก", AGENCIES, "เฉพาะ KR ชื่อย่อ คั่นด้วยจุลภาค", example="สนอ.", width=20)
    ]
    supporters: Annotated[
        tuple[str, ...], Column("หน่วยงานสนับสนุน", AGENCIES, "เฉพาะ KR ชื่อย่อ คั่นด้วยจุลภาค", example="สนพ., สนข.", width=24)
    ]
    result: Annotated[str, Column("ประเภทตัวชี้วัด", Choice(("ผลลัพธ์", "ผลผลิต")), "เฉพาะ KPI", example="ผลลัพธ์", width=14)]
