"""What the names mean that the template of the plan may use; headers come from their declarations."""

from collections.abc import Mapping
from typing import Final

from generator.model.plan.indicators import Condition, Negotiated, Scoring
from generator.model.plan.lists import Objective
from generator.model.plan.projects import Project, Step
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.plan.texts import Neighbour, PlanText
from generator.model.sheet import Sheet


def cell(sheet: type[Sheet], field: str) -> str:
    """Return in words which column a name comes from."""
    return f"ช่อง “{sheet.COLUMNS[field].header}” ของแผ่นงาน {sheet.NAME}"


def text(part: str) -> str:
    """Return in words which paragraphs of the free text a name stands for."""
    return f"แถวของแผ่นงาน {PlanText.NAME} ที่ช่อง “{PlanText.COLUMNS['part'].header}” เป็น {part}"


MERGED: Final = "ค่าที่เหมือนกันตราบที่เป็น{}เดียวกัน ใช้กับ `{{% merge %}}` ไม่พิมพ์"
TARGET: Final = "ค่าเป้าหมาย รวมหน่วย ค่าที่สอง และคำอธิบาย เช่น ๔๗๙ จุด (๑๑,๔๐๖ ราย)"
DEFINITION: Final = "ย่อหน้าและสูตรจากแผ่นงาน นิยาม แต่ละตอนอยู่ใต้หัวข้อของตน"
DEFINED: Final = "นิยามที่กรอกไว้ ว่าง = ตามที่ … กำหนด"
LISTED: Final = "โครงการที่สนับสนุน ใช้ชื่อสั้น โครงการย่อยมีเลขข้อ ส่วนราชการในวงเล็บ ไม่มีพิมพ์ “-”"
TALL: Final = "แถวนี้อาจสูงกว่าหนึ่งหน้า จึงพิมพ์ข้ามหน้าได้ ใช้กับ `{% if %}`"
BUDGET: Final = f"{cell(Project, 'budget')} หรือ “-”"
DIVISION: Final = "ชื่อย่อของส่วนราชการ"
POLICIES: Final = "รหัสนโยบาย ของตนหรือของโครงการหลัก ไม่มีพิมพ์ “-”"
CITY_KR: Final = "KR รหัส : ชื่อ"
OKR: Final = "OKR รหัส ชื่อ และดอกจัน หากไม่มีรหัสของ กทม. มีแต่ชื่อ"
HOSTS: Final = "ชื่อย่อของหน่วยงานรับผิดชอบหลัก ไม่มีพิมพ์ “-”"
SUPPORTERS: Final = "ชื่อย่อของหน่วยงานสนับสนุน คั่นด้วยวรรค ไม่มีพิมพ์ “-”"
NUMBERED: Final = "เลขและชื่อด้าน เช่น ๑. เดินทางดี"

MEANINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "PlanContext": {
        "document_title": "ชื่อเรื่องของเอกสาร (ใช้ในคุณสมบัติของไฟล์)",
        "draft": "เอกสารอยู่ในสถานะร่างหรือไม่",
        "year": cell(PlanSettings, "year"),
        "last_year": "ปีก่อนหน้าปีงบประมาณ",
        "district": "ชื่อเขต ไม่มีคำว่าเขตนำหน้า",
        "office": "คำว่า สำนักงานเขต ตามด้วยชื่อเขต",
        "address": cell(PlanSettings, "address"),
        "qr": "รหัสคิวอาร์ของที่อยู่เว็บ",
        "contents": "หัวเรื่องสองระดับแรกของเอกสาร พร้อมเลขหน้า",
        "foreword": text("คำนำ"),
        "director": cell(PlanSettings, "director"),
        "director_position": cell(PlanSettings, "director_position"),
        "signed": cell(PlanSettings, "signed"),
        "general": text("ข้อมูลทั่วไป"),
        "neighbours": f"แถวของแผ่นงาน {Neighbour.NAME}",
        "surroundings": text("สภาพแวดล้อม"),
        "strengths": text("จุดแข็ง"),
        "weaknesses": text("จุดอ่อน"),
        "opportunities": text("โอกาส"),
        "threats": text("อุปสรรค"),
        "vision": text("วิสัยทัศน์"),
        "mission": text("พันธกิจ"),
        "city_lists": "KR และ KPI ของแผนเมือง สำหรับสาระสำคัญของแผน",
        "measure_lists": "OKR ทุกตัว แยกตามด้าน สำหรับสาระสำคัญของแผน",
        "sides": "ส่วนที่ ๑ แยกตามมิติ",
        "city_summary": "สรุปโครงการของส่วนที่ ๑",
        "dimensions": "ส่วนที่ ๒ แยกตามด้าน เฉพาะด้านที่มี OKR หรือโครงการ",
        "agency_summary": "สรุปโครงการของส่วนที่ ๒",
        "divisions": "ส่วนที่ ๓ แยกตามส่วนราชการ ครบทุกฝ่าย",
        "routine_total": "งบประมาณรวมของส่วนที่ ๓",
        "city_tables": "ตาราง ก หนึ่งรายการต่อ KR ของแผนเมือง",
        "agency_tables": "ตาราง ข หนึ่งรายการต่อด้าน",
        "negotiated_tables": "ตาราง ค หนึ่งรายการต่อตัวชี้วัด",
        "policy_bands": "ตาราง ง หนึ่งรายการต่อด้าน",
        "policy_note": "หมายเหตุใต้ตาราง ง ว่างเมื่อไม่มีชื่อโครงการใดมีดอกจัน",
        "months_before": "ต.ค. ถึง ธ.ค. ใช้ใน `{% cell %}`",
        "months_after": "ม.ค. ถึง ก.ย. ใช้ใน `{% cell %}`",
        "step_tables": "ตาราง จ หนึ่งรายการต่อโครงการที่มีขั้นตอน",
        "component_tables": "ตาราง ฉ หนึ่งรายการต่อองค์ประกอบ",
    },
    "NeighbourLine": {"side": cell(Neighbour, "side"), "beyond": cell(Neighbour, "beyond")},
    "CityList": {
        "strategy": "ยุทธศาสตร์ที่ รหัส ชื่อ ว่างเมื่อเหมือนรายการก่อน",
        "substrategy": "ยุทธศาสตร์ย่อยที่ รหัส ชื่อ ว่างเมื่อเหมือนรายการก่อน",
        "lines": "KR หนึ่งบรรทัด แล้ว KPI บรรทัดละตัว",
    },
    "MeasureList": {"heading": NUMBERED, "groups": "ประเด็นของด้านนี้"},
    "MeasureGroup": {"heading": "เลขและชื่อประเด็น", "lines": f"ลำดับ ตามด้วย {OKR}"},
    "SideBlock": {"heading": "มิติที่ รหัส ชื่อ", "blocks": "KR ของมิตินี้"},
    "KrBlock": {
        "strategy": "ยุทธศาสตร์ที่ รหัส ชื่อ",
        "substrategy": "ยุทธศาสตร์ย่อยที่ รหัส ชื่อ",
        "objective": "ชื่อวัตถุประสงค์",
        "kr": CITY_KR,
        "target": cell(StrategyNode, "kr_target"),
        "hosts": HOSTS,
        "supporters": SUPPORTERS,
        "tactics": "กลยุทธ์ของ KR นี้",
    },
    "TacticBlock": {
        "line": "กลยุทธ์ รหัส ชื่อ",
        "kpis": "KPI ของกลยุทธ์นี้",
        "projects": "โครงการของส่วนที่ ๑ ที่สนับสนุน KPI เหล่านี้",
    },
    "KpiLine": {
        "name": "KPI รหัส : ชื่อ",
        "last_target": f"{cell(StrategyNode, 'last_target')} หรือ “-”",
        "target": f"{cell(StrategyNode, 'target')} หรือ “-”",
    },
    "ProjectLine": {
        "number": "ลำดับในตารางสรุป ว่างในตารางอื่น",
        "strategy": f"{cell(Project, 'strategy')} ในตารางของส่วนที่ ๑ ว่างในตารางอื่น",
        "name": "ชื่อเต็ม ในตารางสรุปเป็นชื่อสั้น ในส่วนที่ ๒ มีเลขข้อนำหน้า",
        "budget": f"{BUDGET} ในส่วนที่ ๒ ว่างเมื่องบประมาณอยู่ที่โครงการย่อย",
        "division": DIVISION,
        "codes": "รหัสนโยบาย ในส่วนที่ ๒ ตามด้วย OKR ที่สนับสนุน",
    },
    "Summary": {
        "rows": "โครงการที่นับ เรียงตามที่พิมพ์ในส่วนนั้น",
        "total": "งบประมาณรวม",
        "count": "จำนวนโครงการ ไม่มีพิมพ์ “-”",
        "integrated_count": "จำนวนโครงการในแผนงานบูรณาการ ไม่มีพิมพ์ “-”",
        "integrated_total": "งบประมาณรวมของแผนงานบูรณาการ ไม่มีพิมพ์ “-”",
    },
    "DimensionBlock": {"heading": NUMBERED, "measures": "OKR ที่มีค่าเป้าหมาย", "projects": "โครงการและโครงการย่อย"},
    "MeasureLine": {
        "objective_key": MERGED.format("ประเด็น"),
        "objective": "เลขและชื่อประเด็น",
        "name": OKR,
        "target": TARGET,
        "host": "ชื่อย่อของหน่วยงานหลัก",
        "supporters": SUPPORTERS,
    },
    "DivisionBlock": {
        "number": "ลำดับของส่วนราชการ",
        "name": "ชื่อเต็มของส่วนราชการ",
        "lines": "โครงการเรียงตามงาน ฝ่ายที่ไม่มีโครงการมีบรรทัด “-” บรรทัดเดียว",
    },
    "RoutineLine": {
        "work_key": MERGED.format("งาน"),
        "work": "ชื่องาน โครงการที่ไม่มีงานอยู่ใต้ อื่น ๆ",
        "project": "เลขข้อซึ่งเริ่มใหม่ทุกงาน และชื่อเต็ม",
        "budget": BUDGET,
        "codes": POLICIES,
        "last": "บรรทัดสุดท้ายของส่วนที่ ๓ หรือไม่ ใช้ให้บรรทัดนี้อยู่หน้าเดียวกับยอดรวม",
    },
    "CityTable": {"objective": "ชื่อวัตถุประสงค์", "kr": CITY_KR, "lines": "KPI ของ KR นี้"},
    "CityIndicatorLine": {
        "tactic": "กลยุทธ์ รหัส ชื่อ เหมือนกันตราบที่เป็นกลยุทธ์เดียวกัน",
        "name": "KPI รหัส : ชื่อ (ประเภทตัวชี้วัด)",
        "target": f"{cell(StrategyNode, 'target')} หรือ “-”",
        "definition": DEFINITION,
        "projects": "โครงการที่สนับสนุน: ชื่อเต็ม งบประมาณ (ประเภทงบ) (ชื่อเต็มของส่วนราชการ)",
    },
    "AgencyTable": {"heading": NUMBERED, "lines": "OKR ที่มีค่าเป้าหมาย"},
    "AgencyIndicatorLine": {
        "objective_key": MERGED.format("ประเด็น"),
        "objective": "เลขและชื่อประเด็น",
        "name": OKR,
        "target": TARGET,
        "definition": DEFINED,
        "projects_key": MERGED.format("กลุ่มโครงการ"),
        "projects": LISTED,
        "tall": TALL,
    },
    "NegotiatedTable": {
        "code": cell(Negotiated, "code"),
        "name": cell(Negotiated, "name"),
        "baseline": cell(Negotiated, "baseline"),
        "target": cell(Negotiated, "target"),
        "weight": cell(Negotiated, "weight"),
        "definition": DEFINITION,
        "scoring_title": "เกณฑ์การให้คะแนน “ชื่อ” โดยใช้ชื่อในเกณฑ์ หากไม่มีใช้ชื่อตัวชี้วัด",
        "scoring_line": cell(Negotiated, "scoring_line"),
        "levels": f"แถวของแผ่นงาน {Scoring.NAME}",
        "conditions": f"แถวของแผ่นงาน {Condition.NAME} มีเลขข้อ",
    },
    "LevelLine": {name: cell(Scoring, name) for name in ("level", "criterion", "work", "points")},
    "PolicyBand": {"heading": "ด้านที่ เลข ด้านชื่อ", "lines": "โครงการที่สนับสนุนตัววัดของด้านนี้"},
    "PolicyLine": {
        "objective_key": MERGED.format("ประเด็น"),
        "objective": f"เลขและชื่อจากแผ่นงาน {Objective.NAME}",
        "measure_key": MERGED.format("ตัววัด"),
        "measure": "ชื่อตัววัด ไม่มีรหัสและดอกจัน",
        "unit": "หน่วยนับ (หน่วยที่สอง) หรือหน่วยนับในตาราง ง",
        "target": "ค่าเป้าหมายที่ไม่มีหน่วย หรือค่าเป้าหมายในตาราง ง",
        "project": "ชื่อสั้น โครงการย่อยมีเลขข้อ ส่วนหนึ่งของโครงการอื่นมีดอกจัน",
        "budget": f"{BUDGET} ส่วนหนึ่งของโครงการอื่นพิมพ์ข้อความแทน",
        "kpi": "ตัวชี้วัดความสำเร็จของโครงการ รวมหน่วยและคำอธิบาย",
    },
    "StepTable": {
        "project": "ชื่อสั้นของโครงการ",
        "division": DIVISION,
        "steps": "ขั้นตอนของโครงการนี้",
    },
    "StepLine": {
        "text": "เลขข้อ และขั้นตอน",
        "share": cell(Step, "share"),
        "sum": "ร้อยละสะสม คำนวณจากร้อยละของงาน",
        "before": "ช่องว่างหนึ่งช่องต่อเดือนก่อนลูกศร ใช้ใน `{% cell %}`",
        "kept": "แถวนี้ต้องอยู่หน้าเดียวกับแถวถัดไป ใช้กับ `{% if %}`",
        "months": "จำนวนเดือนของลูกศร",
        "arrow": "ลูกศรสองหัวกว้างเท่าช่อง",
        "after": "ช่องว่างหนึ่งช่องต่อเดือนหลังลูกศร ใช้ใน `{% cell %}`",
    },
    "ComponentTable": {"heading": "องค์ประกอบที่ เลข ชื่อ", "lines": "ตัวชี้วัดขององค์ประกอบนี้"},
    "ComponentLine": {
        "name": "ชื่อตัวชี้วัด มีรหัสนำหน้าเมื่อองค์ประกอบมีหลายตัว",
        "definition": DEFINED,
        "projects": LISTED,
        "tall": TALL,
    },
}
"""What each name means, by the dataclass that has it."""
