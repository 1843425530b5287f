"""The sheet นิยาม: what a key result means and how it is measured, a paragraph a row."""

from typing import Annotated, Final

from generator.model.kinds import Choice, Long, Text
from generator.model.kr.key_result import KR_REF
from generator.model.prose import Prose
from generator.model.sheet import Column, Required, Sheet

MEANING: Final = "นิยาม"
METHOD: Final = "วิธีคำนวณ"
PARAGRAPH: Final = "ย่อหน้า"
SUBHEADING: Final = "หัวข้อย่อย"
UNDERLINED: Final = "ข้อความขีดเส้นใต้"
FORMULA: Final = "สูตร"


class Definition(Sheet, sheet="นิยาม", purpose="นิยามและวิธีคำนวณ หนึ่งแถวคือหนึ่งย่อหน้า", subject="kr"):
    """One paragraph, or one formula, of a definition or of a method."""

    kr: Annotated[
        str, Column("KR", KR_REF, "เลือก KR ที่ย่อหน้านี้เป็นของ", example="8308", required=Required.ALWAYS, width=14)
    ]
    part: Annotated[
        str,
        Column(
            "ตอน",
            Choice((MEANING, METHOD)),
            "นิยาม หรือ วิธีคำนวณ",
            example="วิธีคำนวณ",
            required=Required.ALWAYS,
            width=14,
        ),
    ]
    style: Annotated[
        str,
        Column(
            "รูปแบบ",
            Choice((PARAGRAPH, SUBHEADING, UNDERLINED, FORMULA), default=PARAGRAPH),
            "ว่าง = ย่อหน้า  สูตร = พิมพ์เศษส่วนจากตัวตั้ง ตัวหาร ตัวคูณ",
            example="สูตร",
            width=16,
        ),
    ]
    text: Annotated[
        Prose,
        Column(
            "ข้อความ",
            Long(),
            "ข้อความของย่อหน้า ทำตัวหนา ตัวเอียง ขีดเส้นใต้ได้ ถ้าเป็นสูตร คือบรรทัดก่อนเศษส่วน",
            example="“ชุมชน” หมายถึง ชุมชนที่จัดตั้งตามระเบียบกรุงเทพมหานคร",
            width=80,
        ),
    ]
    numerator: Annotated[
        str, Column("ตัวตั้ง", Text(), "ข้อความเหนือเส้นเศษส่วน", example="จำนวนชุมชนที่เบิกจ่ายงบประมาณ", width=34)
    ]
    denominator: Annotated[str, Column("ตัวหาร", Text(), "ข้อความใต้เส้นเศษส่วน", example="จำนวนชุมชนทั้งหมดในพื้นที่", width=34)]
    factor: Annotated[str, Column("ตัวคูณ", Text(), "ว่าง = 100", example="100", width=10)]
