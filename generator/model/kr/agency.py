"""The sheet หน่วยงาน: the agencies of a key result with their targets and roles."""

from typing import Annotated, Final

from generator.model.kinds import Choice, Long, Text
from generator.model.kr.key_result import KR_REF
from generator.model.prose import Prose
from generator.model.quantities import Quantity, Value
from generator.model.sheet import Column, Required, Sheet

HOST: Final = "H"
SUPPORT: Final = "R"


class Agency(Sheet, sheet="หน่วยงาน", purpose="ค่าเป้าหมายและบทบาทของหน่วยงาน (H) และ (R) ของแต่ละ KR", subject="kr"):
    """One agency that answers for a key result (H) or supports it (R)."""

    kr: Annotated[str, Column("KR", KR_REF, "เลือก KR", example="8308", required=Required.ALWAYS, width=14)]
    role: Annotated[
        str,
        Column(
            "บทบาท",
            Choice((HOST, SUPPORT), also=(("(H)", HOST), ("(R)", SUPPORT))),
            "H = รับผิดชอบหลัก  R = สนับสนุน",
            example="H",
            required=Required.ALWAYS,
            width=10,
        ),
    ]
    name: Annotated[
        str,
        Column(
            "ชื่อหน่วยงาน/ส่วนราชการ",
            Text(),
            "ว่างในแถว H = หน่วยงานในแผ่นงาน ตั้งค่า  ว่างในแถว R = พิมพ์ว่า หน่วยงาน (R)",
            example="สำนักพัฒนาสังคม",
            width=34,
            was=("ชื่อ",),
        ),
    ]
    target: Annotated[
        Value, Column("ค่าเป้าหมาย", Quantity(), "ตัวเลขหรือข้อความ เช่น รายละเอียดตามเอกสารแนบ", example="90", width=22)
    ]
    duties: Annotated[
        Prose,
        Column(
            "บทบาทภารกิจ",
            Long(),
            "หลายย่อหน้าได้ (Alt+Enter) ขึ้นต้นด้วย 1. หรือ - จะจัดย่อหน้าให้",
            example="๑. วางแผนและกำหนดหลักเกณฑ์\n๒. ติดตามและรายงานผล",
            width=80,
        ),
    ]
