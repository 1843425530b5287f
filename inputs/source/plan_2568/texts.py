"""The free text of a district: its character told in its own names, and what holds for every district office."""

from collections.abc import Mapping
from types import ModuleType
from typing import Final

from plan_2567.texts import text_rows
from plan_2567.texts_front import FOREWORD
from plan_2567.texts_front import GENERAL as OLD_GENERAL
from plan_2567.texts_outlook import SURROUNDINGS

from generator.model.plan.texts import PlanText
from plan_2568 import outlook_business, outlook_canals, outlook_fields, outlook_housing
from plan_2568.chance import Chance
from plan_2568.figures import Figures
from plan_2568.places import BUSINESS, CANALS, FIELDS, HOUSING, Place

_OUTLOOKS: Final[Mapping[str, ModuleType]] = {
    CANALS: outlook_canals,
    BUSINESS: outlook_business,
    FIELDS: outlook_fields,
    HOUSING: outlook_housing,
}
_SIZE: Final = """
เขต[เขต]มีพื้นที่ {area} ตารางกิโลเมตร แบ่งออกเป็น {count} แขวง ได้แก่ {quarters}
    มีชุมชนที่จัดตั้งตามระเบียบกรุงเทพมหานคร {communities} ชุมชน ถนนสายสำคัญ ได้แก่ {roads}
    แหล่งการค้าที่ประชาชนใช้ประจำ ได้แก่ ตลาด{market} และตลาด{other_market}
    ส่วนที่พักผ่อนหย่อนใจ ได้แก่ สวน{park} และลานกีฬาของชุมชน{community}
"""
_ENDS: Final = (
    """
    งานที่กว้างขวางเช่นนี้ต้องอาศัยแผนที่ทุกฝ่ายถือร่วมกัน สำนักงานเขต[เขต]จึงจัดทำแผนปฏิบัติราชการประจำปี พ.ศ. [ปี]
        โดยนำผลงานและข้อขัดข้องของปี พ.ศ. [ปีก่อน] มาทบทวน
        แล้วกำหนดโครงการ ค่าเป้าหมาย งบประมาณ และผู้รับผิดชอบให้ตรงกับความต้องการของพื้นที่
    สำนักงานเขต[เขต]หวังว่าแผนฉบับนี้จะทำให้ผู้ปฏิบัติงานเห็นภาพเดียวกัน และประชาชนติดตามผลงานได้ทุกเดือน
        ขอขอบคุณคณะกรรมการชุมชน สถานศึกษา ศาสนสถาน และภาคเอกชนที่ร่วมให้ความเห็น
    """,
    """
    แผนปฏิบัติราชการประจำปี พ.ศ. [ปี] ฉบับนี้ แปลงนโยบายของผู้ว่าราชการกรุงเทพมหานครทั้งเก้าด้านเป็นงานที่ทำได้จริงในเขต[เขต]
        แต่ละโครงการบอกเป้าหมาย ขั้นตอน และเวลาไว้ชัดเจน เพื่อให้รู้แต่เนิ่นเมื่อสิ่งใดล่าช้า
    ขอขอบคุณเจ้าหน้าที่ทุกฝ่ายที่ช่วยกันรวบรวมข้อมูล และประชาชนชาวเขต[เขต]ที่แจ้งปัญหาและเสนอแนะตลอดปี [ปีก่อน]
        ซึ่งเป็นที่มาของโครงการหลายโครงการในแผนนี้
    """,
    """
    เพื่อให้งานทั้งหมดเดินไปในทางเดียวกัน สำนักงานเขต[เขต]ได้ประชุมทุกฝ่ายตั้งแต่เดือนมิถุนายน [ปีก่อน] รับฟังผู้แทนชุมชน
        และเทียบค่าเป้าหมายที่สำนักต่าง ๆ มอบให้กับกำลังคนและงบประมาณที่มี จนได้แผนปฏิบัติราชการประจำปี พ.ศ. [ปี]
    ผู้บริหารจะใช้แผนนี้ติดตามงานทุกไตรมาส หากสถานการณ์เปลี่ยนไปจะปรับแผนและประกาศให้ประชาชนทราบ
        ขอขอบคุณทุกท่านที่มีส่วนร่วมมา ณ ที่นี้
    """,
)
_INSIDE: Final = {
    "งบประมาณ": """
        งบประมาณส่วนใหญ่เป็นรายจ่ายประจำที่กำหนดไว้แล้ว เงินสำหรับงานพัฒนาต้องจัดลำดับอย่างระมัดระวัง
            สำนักงานเขต[เขต]จึงขอใช้เงินเหลือจ่ายและความร่วมมือของเอกชนกับงานขนาดเล็กในชุมชน
        """,
    "ระบบข้อมูล": """
        ข้อมูลของแต่ละฝ่ายยังเก็บคนละแห่ง ปีงบประมาณ พ.ศ. [ปีก่อน] ได้เริ่มรวมทะเบียนถนน ท่อ ไฟฟ้า และชุมชนไว้บนแผนที่เดียวกัน
            เมื่อแล้วเสร็จจะตอบเรื่องร้องเรียนและทำรายงานได้โดยไม่ต้องถามซ้ำ
        """,
    "วัฒนธรรมการทำงาน": """
        เจ้าหน้าที่คุ้นเคยกับการช่วยงานข้ามฝ่ายในวันที่มีเหตุ การประชุมเช้าวันจันทร์ทำให้รู้ว่าสัปดาห์นั้นใครต้องการกำลังเพิ่ม
            สิ่งที่ยังต้องปรับคือการบันทึกบทเรียนให้ผู้มาแทนทำต่อได้
        """,
}
"""What moves a district office from within, whichever it is; two more are those of the earlier plan."""


def texts_of(place: Place, figures: Figures, draw: Chance) -> list[PlanText]:
    """Return the rows of the sheet in their order."""
    outlook = _OUTLOOKS[place.character]
    names = _names(place, figures, draw)

    def rows(part: str, text: str) -> list[PlanText]:
        return text_rows(part, text.format(**names))

    def drawn(part: str, text: str, low: int, high: int) -> list[PlanText]:
        found = rows(part, text)
        return draw.some(found, min(len(found), draw.whole(low, high)))

    return [
        *text_rows("คำนำ", FOREWORD)[:1],
        *rows("คำนำ", draw.one(_ENDS)),
        *rows("ข้อมูลทั่วไป", outlook.GENERAL),
        *rows("ข้อมูลทั่วไป", _SIZE),
        *text_rows("ข้อมูลทั่วไป", OLD_GENERAL)[2:],
        *_surroundings(outlook, names, draw),
        *drawn("จุดแข็ง", outlook.STRENGTHS, 5, 7),
        *drawn("จุดอ่อน", outlook.WEAKNESSES, 2, 3),
        *drawn("โอกาส", outlook.OPPORTUNITIES, 3, 5),
        *drawn("อุปสรรค", outlook.THREATS, 3, 4),
        *rows("วิสัยทัศน์", draw.one(outlook.VISIONS)),
        *drawn("พันธกิจ", outlook.MISSION, 5, 6),
    ]


def _names(place: Place, figures: Figures, draw: Chance) -> dict[str, object]:
    markets = draw.mixed(place.markets)
    return {
        "group": place.district.group_name,
        "area": place.area,
        "count": len(place.quarters),
        "quarters": _listed([f"แขวง{quarter}" for quarter in place.quarters]),
        "communities": figures.communities,
        "roads": _listed([f"ถนน{road}" for road in place.roads[:4]]),
        "road": place.roads[0],
        "canal": place.canals[0],
        "market": markets[0],
        "other_market": markets[1],
        "park": draw.one(place.parks),
        "community": draw.one(place.communities),
        "line": place.line,
    }


def _listed(names: list[str]) -> str:
    return f"{' '.join(names[:-1])} และ{names[-1]}"


def _surroundings(outlook: ModuleType, names: dict[str, object], draw: Chance) -> list[PlanText]:
    part = "สภาพแวดล้อม"
    old = text_rows(part, SURROUNDINGS)
    without, within = (number for number, row in enumerate(old) if row.text.plain.startswith(("๑. ", "๒. ")))
    politics = {old[number].text.plain[4:].strip(): old[number + 1] for number in range(without + 4, within, 2)}
    inside = {old[number].text.plain[4:].strip(): old[number + 1] for number in range(within + 2, len(old) - 1, 2)}
    outer = draw.mixed([*draw.some(list(outlook.FACTORS.items()), draw.whole(2, 3)), *politics.items()])
    inner = draw.some([*inside.items(), *_INSIDE.items()], draw.whole(2, 4))
    rows = old[: without + 2]
    for number, factors in ((1, outer), (2, inner)):
        for place, (heading, text) in enumerate(factors, 1):
            rows += text_rows(part, f"+ {_thai(number)}.{_thai(place)} {heading}")
            rows += text_rows(part, text.format(**names)) if isinstance(text, str) else [text]
        if number == 1:
            rows += old[within : within + 2]
    return [*rows, old[-1]]


def _thai(number: int) -> str:
    return "๐๑๒๓๔๕๖๗๘๙"[number]
