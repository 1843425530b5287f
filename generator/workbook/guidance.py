"""The words of the instruction sheet. Knows the declarations they are about, but not how a sheet is laid out."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.model.codes import Phone
from generator.model.form import Form
from generator.model.kinds import Long
from generator.model.sheet import Required
from generator.workbook.lists import TARGET_FIELD

SUBTITLE: Final = "คำแนะนำการกรอก"
SUBTITLE_NOTE: Final = "แผ่นงานนี้มีไว้อ่าน แก้ไขไม่ได้ ส่วนแผ่นงานอื่นกรอกได้ทุกแผ่น"


class Line(NamedTuple):
    """One line of a list: what it is about, and what is said."""

    about: str
    text: str


REQUIRED: Final = {
    Required.NEVER: "",
    Required.ALWAYS: "ต้องกรอก",
    Required.FINAL: "ก่อนลงนาม",
}
"""When a cell must be filled in, as the worked example says it."""

COLOURS: Final = (
    Line("หัวสีเข้ม", "ต้องกรอก: บางช่องต้องกรอกเสมอ บางช่องเว้นได้จนกว่าจะพร้อมลงนาม"),
    Line("หัวสีอ่อน", "กรอกเมื่อมีข้อมูล ไม่มีให้เว้นว่าง"),
    Line("ช่องสีส้ม", "ต้องกรอกแต่ยังว่างอยู่ สีหายเองเมื่อกรอกแล้ว"),
    Line("ช่องสีเทา", "คำนวณให้ดู ไม่ต้องพิมพ์ โปรแกรมไม่อ่าน"),
)
STATUSES: Final = (
    Line("ร่าง", "เอกสารมีลายน้ำ ช่องที่ยังไม่กรอกพิมพ์เป็นจุดไข่ปลา ใช้ระหว่างจัดทำ"),
    Line("พร้อมลงนาม", "ต้องกรอกครบทุกช่องที่กำหนด เอกสารไม่มีลายน้ำ ใช้พิมพ์เสนอลงนาม"),
    Line("ลงนาม", "ลงนามแล้ว ตรวจเข้มเท่ากับพร้อมลงนาม"),
)
PHONE: Final = Line("โทรศัพท์", "พิมพ์ครบทุกหลัก รวมเลข 0 ข้างหน้า เช่น 0 2000 0001 ต่อ 12")
TYPING: Final = (
    Line("ย่อหน้า", "กด Alt+Enter เพื่อขึ้นย่อหน้าใหม่ในช่องเดิม ขึ้นต้นด้วย 1. (1) ก. หรือ - โปรแกรมจัดย่อหน้าให้เอง"),
    Line("ตัวเลข", "พิมพ์เลขไทยหรือเลขอารบิกก็ได้ เอกสารพิมพ์เป็นเลขไทย ยกเว้นที่อยู่เว็บ อีเมล และคำยกเว้น"),
    Line("ทศนิยม", "เอกสารพิมพ์ทศนิยมเท่าที่เห็นในช่อง ถ้าต้องการ 0.630 ให้จัดรูปแบบช่องเป็นตัวเลขทศนิยมสามตำแหน่ง"),
    Line("รหัส", "ช่องรหัสจัดรูปแบบเป็นข้อความไว้แล้ว ไม่ต้องเปลี่ยน มิฉะนั้น Excel อาจเปลี่ยนรหัสเป็นวันที่"),
    Line("รูปแบบอักษร", "ตัวหนา ตัวเอียง และขีดเส้นใต้ในช่องข้อความยาว จะออกในเอกสารตามนั้น"),
    Line("คัดลอกมาวาง", "วางเฉพาะค่า (Paste Values) เพื่อให้รายการเลือกและรูปแบบของช่องยังอยู่"),
    Line("แถวและคอลัมน์", "แทรก ลบ และเรียงลำดับแถวได้ ย้ายคอลัมน์ได้ ลำดับของแถวคือลำดับที่พิมพ์"),
    Line("ห้ามเปลี่ยน", "ชื่อแผ่นงานและหัวคอลัมน์ เพราะโปรแกรมหาข้อมูลจากชื่อเหล่านี้ แผ่นงานที่เพิ่มเองโปรแกรมไม่อ่าน"),
)


def typing(form: Form) -> Sequence[Line]:
    """Return how cells are typed, as far as the form has such cells."""
    tables = (form.family.card, form.family.table) if form.family else ()
    kinds = [column.kind for sheet in (*form.sheets, *tables) for column in sheet.COLUMNS.values()]
    phone = [PHONE] if any(isinstance(kind, Phone) for kind in kinds) else []
    tokens = dict.fromkeys(token for kind in kinds if isinstance(kind, Long) for token in kind.tokens)
    words = " ".join(f"[{token}]" for token in tokens)
    token = (
        [Line("คำแทน", f"พิมพ์ {words} ในข้อความยาว โปรแกรมแทนด้วยค่าในแผ่นงาน {form.sheets[0].NAME} ให้")] if tokens else []
    )
    return [*TYPING, *phone, *token]


def steps(form: Form) -> Sequence[Line]:
    """Return what to do, from the first cell to the signature."""
    first, main = form.sheets[0].NAME, form.main.NAME
    makes = f"หนึ่งแถวใน {main} คือเอกสารหนึ่งฉบับ" if form.main.SUBJECT else "สมุดงานทั้งเล่มคือเอกสารหนึ่งฉบับ"
    order = ", ".join(sheet.NAME for sheet in form.order)
    filling = f"กรอกตามลำดับ {order}" if order else f"เริ่มที่แผ่นงาน {first} แล้วกรอก {main} และแผ่นงานถัดไปทางขวา"
    return (
        Line("1. กรอก", f"{filling} {makes}"),
        Line("2. บันทึก", "บันทึกเป็นสมุดงาน Excel (.xlsx) ไว้ในโฟลเดอร์ inputs แล้วปิดไฟล์"),
        Line("3. สั่ง generate", "พิมพ์คำสั่ง generate ได้เอกสาร Word และ PDF ในโฟลเดอร์ outputs พร้อมรายการข้อสังเกต"),
        Line("4. ตรวจ", "อ่านข้อสังเกตทุกข้อ แก้ในสมุดงานนี้ ไม่แก้ในเอกสาร แล้วสั่ง generate ใหม่จนถูกต้อง"),
        Line("5. ลงนาม", "เปลี่ยนสถานะเป็น พร้อมลงนาม สั่งอีกครั้ง พิมพ์เสนอลงนาม เมื่อลงนามแล้วเปลี่ยนสถานะเป็น ลงนาม"),
    )


def sheets(form: Form) -> Sequence[Line]:
    """Return each sheet and what it is for."""
    lines = [Line(sheet.NAME, sheet.PURPOSE) for sheet in form.sheets]
    if form.family:
        lines.append(Line(f"{form.family.prefix} …", form.family.card.PURPOSE))
    return lines


def attachments(form: Form) -> Sequence[Line]:
    """Return how the sheets of the family are used; nothing if the form has none."""
    if form.family is None:
        return ()
    prefix, example = form.family.prefix, form.family.key.example
    lines = [
        Line("สร้างสำเนา", f"คลิกขวาที่แท็บ {prefix} เลือก ย้ายหรือคัดลอก แล้วเลือก สร้างสำเนา หนึ่งตารางต่อหนึ่งแผ่นงาน"),
        Line("ตั้งชื่อ", f"เปลี่ยนชื่อแท็บเป็น {prefix} ตามด้วยรหัส เช่น {prefix} {example} ตารางเป็นของรหัสนั้น"),
        Line("พิมพ์ตัวเลข", "พิมพ์หัวคอลัมน์ตัวเลข แล้วกรอกตัวเลขของแต่ละเขต เพิ่มคอลัมน์ทางขวาได้ ไม่เว้นคอลัมน์ว่าง"),
    ]
    if target := form.family.card.COLUMNS.get(TARGET_FIELD):
        lines.append(Line("เลือกเป้าหมาย", f"เลือกในช่อง “{target.header}” ว่าคอลัมน์ใดเป็นค่าเป้าหมาย โปรแกรมไม่เดา"))
    lines.append(Line("ยอดรวม", "ไม่ต้องพิมพ์ โปรแกรมรวมและพิมพ์แถวรวมให้ ยอดสีเทาเหนือหัวตารางมีไว้ตรวจเท่านั้น"))
    return lines
