"""A small plan workbook without fault, drawn as `tests.minibook` says, and ways to change it."""

from typing import Final

from generator.model.plan.book import PLAN_FORM
from generator.model.sheet import Layout
from tests.minibook import Instead

BOOK = """
== ตั้งค่า
เขต | ภาษีเจริญ
ปีงบประมาณ พ.ศ. | 2567
สถานะเอกสาร | ร่าง
ชื่อผู้อำนวยการเขต | นายตัวอย่าง สมมติ
ตำแหน่งผู้ลงนาม | ผู้อำนวยการเขต
วันที่ลงนาม | 2 ตุลาคม 2566
ที่อยู่เว็บของแผน | (ในไฟล์)
น้ำหนักรวมองค์ประกอบที่ ๑ | 30
== ส่วนราชการ
ชื่อเต็ม | ชื่อย่อ | ชื่ออื่น
ฝ่ายโยธา | โยธา |
ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม | ฝ่ายพัฒนาชุมชนฯ | ฝ่ายพัฒนาชุมชน
== งาน
ส่วนราชการ | งาน
โยธา | งานซ่อม
== หน่วยงาน
ชื่อย่อ | ชื่อเต็ม
สนย. | สำนักการโยธา
สนข. | สำนักงานเขต
== ด้าน
เลข | ชื่อ
1 | เดินทางดี
4 | สิ่งแวดล้อมดี
== ประเด็น
รหัส | ชื่อ
'1.4 | น้ำท่วม
'4.1 | ต้นไม้
'4.2 | ขยะ
== แผนเมือง
ระดับ | รหัส | ชื่อ | ค่าเป้าหมายปีนี้ | ค่าเป้าหมาย KR | หน่วยงานรับผิดชอบหลัก | ประเภทตัวชี้วัด
มิติ | 1 | บริการ
ยุทธศาสตร์ | 1 | เมืองปลอดภัย
ยุทธศาสตร์ย่อย | '1.5 | สุขภาพ
วัตถุประสงค์ | | มีสุขภาพดี
KR | 1 | ภูมิคุ้มกัน | | ร้อยละ 30 | สนย., สำนักงานเขต
กลยุทธ์ | '1.5.4 | ควบคุมโรค
KPI | '1.5.4.1 | อัตราป่วย | 80 | | | ผลลัพธ์
== ตัววัด
รหัส | ประเด็น | ชื่อ | ค่าเป้าหมาย | หน่วยงานหลัก | หน่วยงานสนับสนุน
'1.4.07 | | ขุดลอกคลอง | 150 | สนย. | สนข.
'4.1.01 | | ปลูกต้นไม้ | 3000 | สนย. | สนข., สนย.
'4.1.ก | | ของเราเอง | 5 | สนย. |
'4.1.02 | | อยู่ในสาระสำคัญ | | |
== โครงการ
{projects}
ค001 | 1 | | | แก้โรค | 1000 | โยธา | | งบดำเนินงาน | '115037
ค002 | 2 | | | คลอง | | โยธา
ค003 | 2 | ค002 | | คลองหนึ่ง | 300
ค004 | 2 | ค002 | | คลองสอง | 200
ค005 | 2 | | | ต้นไม้ | 70 | ฝ่ายพัฒนาชุมชน
ค006 | 2 | | ค003 | | | โยธา
ค007 | 3 | | | ซ่อมทาง | 40 | ฝ่ายโยธา | งานซ่อม
ค008 | 3 | | | อื่น | 7 | ฝ่ายโยธา | อื่น ๆ
== สนับสนุน
โครงการ | สนับสนุน | ตัวชี้วัดความสำเร็จ (KPI โครงการ)
ค001 | KPI 1.5.4.1 |
ค002 | OKR 1.4.07 |
ค003 | OKR 1.4.07 | 5
ค005 | OKR 4.1.01 ปลูกต้นไม้ | 9
ค005 | OKR 4.1.ก | 9
ค006 | OKR 1.4.07 | 5
ค005 | ค 1.1 |
ค007 | ฉ 3.1 |
== ตัวชี้วัดเจรจา
รหัส | ชื่อ | เป้าหมาย | น้ำหนัก
'1.1 | ต้นไม้ | ร้อยละ 100 | 10
'1.2 | ท่อ | ร้อยละ 100 | 20
== นิยาม
ของ | ตอน | ข้อความ
ค 1.1 | นิยาม | ความหมาย
ค 1.2 | นิยาม | ความหมาย
KPI 1.5.4.1 | นิยาม | ความหมาย
== เกณฑ์คะแนน
ตัวชี้วัด | ระดับ | เกณฑ์ร้อยละความสำเร็จ | วิธีวัดผลการดำเนินงาน | คะแนน
'1.1 | 5 | 100 | ครบ | 10
'1.1 | 4 | 80 | ขาด | 8
'1.1 | 3 | 60 | ขาด | 6
'1.1 | 2 | 40 | ขาด | 4
'1.1 | 1 | 20 | ขาด | 2
'1.2 | 5 | 100 | ครบ | 20
'1.2 | 4 | 80 | ขาด | 16
'1.2 | 3 | 60 | ขาด | 12
'1.2 | 2 | 40 | ขาด | 8
'1.2 | 1 | 20 | ขาด | 4
== เงื่อนไข
ตัวชี้วัด | ข้อความ
'1.1 | ต้องรายงาน
== ขั้นตอน
โครงการ | ขั้นตอน | ร้อยละของงาน | เดือนเริ่ม | เดือนสิ้นสุด | ร้อยละสะสม (ใช้ตรวจ)
ค003 | สำรวจ | 40 | ต.ค. | ม.ค. | 40
ค003 | ขุด | 60 | ก.พ. | | 100
== องค์ประกอบ
เลข | ชื่อ
3 | Potential Base
== ตัวชี้วัดองค์ประกอบ
รหัส | ชื่อ | หน่วยงานที่กำหนด
'3.1 | ดิจิทัล | สนย.
== ยอดควบคุม
ขอบเขต | งบประมาณ | จำนวนโครงการ
ส่วนที่ ๒ | 570 | 3
ด้านที่ 1 ด้านเดินทางดี | 500 | 2
สิ่งแวดล้อมดี | 70 | 1
ฝ่ายโยธา | 1547 | 5
== ข้อความ
ตอน | ข้อความ
คำนำ | ย่อหน้า
ข้อมูลทั่วไป | ย่อหน้า
สภาพแวดล้อม | ย่อหน้า
จุดแข็ง | ย่อหน้า
จุดอ่อน | ย่อหน้า
โอกาส | ย่อหน้า
อุปสรรค | ย่อหน้า
วิสัยทัศน์ | ย่อหน้า
พันธกิจ | ย่อหน้า
""".replace(
    "{projects}",
    "รหัสโครงการ | ส่วน | โครงการหลัก | เป็นส่วนหนึ่งของ | ชื่อโครงการ/กิจกรรม | งบประมาณ (บาท) | ส่วนราชการ | งาน"
    " | ประเภทงบ | รหัสยุทธศาสตร์",
)


def whole(drawing: str) -> str:
    """Return the drawing with all headers, labels and sheets of the form that it leaves out."""
    for sheet in PLAN_FORM.sheets:
        labels = [column.header for column in sheet.COLUMNS.values()]
        head, name, body = drawing.partition(f"== {sheet.NAME}\n")
        if not name:
            drawing += f"== {sheet.NAME}\n" + (" | ".join(labels) + "\n")
            continue
        body, mark, after = body.partition("== ")
        lines = body.splitlines()
        if sheet.LAYOUT is Layout.CARD:
            lines += [f"{label} |" for label in labels if not any(line.startswith(f"{label} |") for line in lines)]
        else:
            drawn = [label.strip() for label in lines[0].split("|")]
            assert not set(drawn) - set(labels), "no such header"
            lines[0] = " | ".join([*drawn, *(label for label in labels if label not in drawn)])
        drawing = head + name + "\n".join(lines) + "\n" + mark + after
    return drawing


def changed(*replacements: tuple[str, str]) -> str:
    """Return the drawing of the faultless book with parts of it replaced; each must stand there once."""
    drawing = BOOK
    for old, new in replacements:
        assert drawing.count(old) == 1, old
        drawing = drawing.replace(old, new)
    return drawing


address: Final = Instead("ตั้งค่า", "B7", "https://example.go.th/plan")
"""The change that types the address of the plan, whose strokes mean a line break in a drawing."""


def after(line: str, *lines: str) -> tuple[str, str]:
    """Return the replacement that puts lines below another."""
    return line, "\n".join((line, *lines))
