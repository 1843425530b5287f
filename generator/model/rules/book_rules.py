"""Rules that hold between rows and sheets (letters R, X) and about sums (letter B)."""

from generator.model.finding import Rule, Severity
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

DOUBLE_KEY = Rule(
    "R201", ERROR,
    Words("รหัส {key} ซ้ำกับช่อง {other}", "the code {key} stands already in {other}"),
    Words("เปลี่ยนรหัสของแถวใดแถวหนึ่ง หรือลบแถวที่ซ้ำ", "change one of the codes, or delete the double row"),
    Words("รหัสหนึ่งหมายถึงสิ่งเดียว", "one code means one thing"),
    wrong="8214 สองแถว", right="8214 หนึ่งแถว",
)  # fmt: skip
DANGLING = Rule(
    "X301", ERROR,
    Words("ไม่มีรหัส {key} ในแผ่นงาน “{target}”{guess}", "there is no code {key} in the sheet “{target}”{guess}"),
    Words("แก้รหัสให้ตรง หรือเพิ่มแถวของ {key} ในแผ่นงาน “{target}”", "mend the code, or add a row for {key} to “{target}”"),
    Words("แถวที่อ้างถึงสิ่งที่ไม่มีจะหายไปจากเอกสาร", "a row that refers to nothing would be lost from the document"),
    wrong="8241", right="8214",
)  # fmt: skip
UNKNOWN_DISTRICT = Rule(
    "X302", ERROR,
    Words("“{text}” ไม่ใช่ชื่อหนึ่งใน 50 เขต{guess}", "“{text}” is not one of the 50 districts{guess}"),
    Words("เลือกชื่อเขตจากรายการ", "choose the district from the list"),
    Words("ยอดรวมต้องมาจาก 50 เขตที่มีจริง", "totals must come from the 50 districts that exist"),
    wrong="ราชบุรีบูรณะ", right="ราษฎร์บูรณะ",
)  # fmt: skip
DOUBLE_DISTRICT = Rule(
    "X303", ERROR,
    Words("เขต{name} มีสองแถว (อีกแถวที่ {other})", "the district {name} has two rows (also {other})"),
    Words("ลบแถวที่ซ้ำ", "delete the double row"),
    Words("เขตที่ซ้ำทำให้ยอดรวมผิด", "a double row makes the total wrong"),
)  # fmt: skip
MISSING_DISTRICT = Rule(
    "X304", WARNING,
    Words("ตารางแนบขาด {count} เขต: {names}", "the table lacks {count} districts: {names}"),
    Words("เพิ่มแถวของเขตที่ขาด หากเขตนั้นไม่มีค่าเป้าหมายให้เว้นตัวเลขว่างไว้", "add the missing rows; leave the figures empty where there is no target"),
    Words("ตารางรายเขตควรครบ 50 เขต", "a table by districts should have all 50"),
)  # fmt: skip
WRONG_GROUP = Rule(
    "X305", ERROR,
    Words("เขต{name} อยู่กลุ่ม {right} ไม่ใช่ {text}", "the district {name} belongs to {right}, not {text}"),
    Words("แก้เป็น {right} หรือปล่อยว่างให้โปรแกรมเติม", "change it to {right}, or leave it empty to have it filled in"),
    Words("กลุ่มเขตกำหนดไว้ตายตัว", "the groups of districts are fixed"),
    wrong="ภาษีเจริญ กท.ใต้", right="ภาษีเจริญ กธ.ใต้",
)  # fmt: skip
NO_TARGET_COLUMN = Rule(
    "X306", ERROR,
    Words("ไม่มีหัวคอลัมน์ “{text}” ในตารางนี้", "no column of this table has the header “{text}”"),
    Words("เลือก “คอลัมน์ที่เป็นค่าเป้าหมาย” จากหัวคอลัมน์ตัวเลขของตาราง", "choose the target column among the headers of the table"),
    Words("โปรแกรมไม่เดาว่าคอลัมน์ใดเป็นค่าเป้าหมาย", "the target column is stated, never guessed"),
)  # fmt: skip
NO_NUMBER_COLUMN = Rule(
    "X307", ERROR,
    Words("ตารางแนบไม่มีคอลัมน์ตัวเลข", "the attachment has no column of figures"),
    Words("พิมพ์หัวคอลัมน์ตัวเลขต่อจากคอลัมน์กลุ่ม แล้วกรอกตัวเลขของแต่ละเขต", "type headers to the right of the group column and fill in the figures"),
    Words("ตารางแนบมีไว้แจกแจงตัวเลขรายเขต", "the attachment is there to give figures by district"),
)  # fmt: skip
PROMISED_ABSENT = Rule(
    "X308", WARNING,
    Words("ทำเครื่องหมาย “{promise}” ไว้ แต่ไม่มีข้อมูลใน{where}", "“{promise}” is ticked, but there is nothing in {where}"),
    Words("เพิ่มข้อมูลใน{where} หรือเอาเครื่องหมายออก", "add the data in {where}, or remove the tick"),
    Words("ผู้อ่านจะหาเอกสารแนบที่ไม่มี", "readers would look for an attachment that is not there"),
)  # fmt: skip
PRESENT_UNPROMISED = Rule(
    "X309", WARNING,
    Words("มีข้อมูลใน{where} แต่ไม่ได้ทำเครื่องหมาย “{promise}”", "there is something in {where}, but “{promise}” is not ticked"),
    Words("ทำเครื่องหมาย ✓ ในช่องนี้ หรือลบข้อมูลที่ไม่ใช้", "tick this cell, or delete what is not used"),
    Words("เอกสารแนบจะพิมพ์ออกมาโดยที่แบบไม่ได้กล่าวถึง", "the attachment would be printed without being mentioned"),
)  # fmt: skip
NO_HOST = Rule(
    "X310", ERROR,
    Words("KR {key} ยังไม่มีแถวหน่วยงานรับผิดชอบหลัก (H)", "KR {key} has no row for its host agency (H)"),
    Words("เพิ่มแถวในแผ่นงาน “หน่วยงาน” โดยเลือกบทบาท H", "add a row with the role H to the sheet หน่วยงาน"),
    Words("แบบ KR ต้องบอกค่าเป้าหมายของหน่วยงานรับผิดชอบหลัก", "the form must state the target of the host agency"),
)  # fmt: skip
NO_DEFINITION = Rule(
    "X311", ERROR,
    Words("KR {key} ยังไม่มี “{part}” ในแผ่นงาน “นิยาม”", "KR {key} has no “{part}” in the sheet นิยาม"),
    Words("เพิ่มแถวในแผ่นงาน “นิยาม” เลือกตอน “{part}”", "add a row of the part “{part}” to the sheet นิยาม"),
    Words("แบบ KR ต้องมีทั้งนิยามและวิธีคำนวณ", "the form must say what is meant and how it is measured"),
)  # fmt: skip
DISTRICT_SUM = Rule(
    "B401", ERROR,
    Words("ผลรวมรายเขตในตารางแนบคือ {total} แต่ค่าเป้าหมายรวมคือ {target} (ต่างกัน {difference}) ที่ {other}",
          "the districts add up to {total}, but the total target is {target} (difference {difference}) in {other}"),
    Words("แก้ตัวเลขในตารางแนบหรือค่าเป้าหมายรวมให้เท่ากัน", "mend the figures of the districts or the total target"),
    Words("ยอดที่ลงนามต้องเท่ากับผลรวมของส่วนย่อย", "what is signed must equal the sum of its parts"),
    wrong="รวม 60,000 แต่เป้าหมาย 20,000", right="รวม 60,000 เป้าหมาย 60,000",
)  # fmt: skip
HOST_TARGET = Rule(
    "B402", ERROR,
    Words("ค่าเป้าหมายของ (H) คือ {host} แต่ค่าเป้าหมายรวมคือ {target} ที่ {other}", "the target of (H) is {host}, but the total target is {target} in {other}"),
    Words("แก้ให้เท่ากัน", "make them equal"),
    Words("หน่วยงานรับผิดชอบหลักรับผิดชอบทั้งค่าเป้าหมายรวม", "the host agency answers for the whole target"),
    wrong="H 60,000 รวม 20,000", right="H 60,000 รวม 60,000",
)  # fmt: skip
DISTRICT_SHARE = Rule(
    "B403", ERROR,
    Words("เขต{name}: ร้อยละ {percent} ของ {base} คือ {right} แต่กรอก {found}", "district {name}: {percent} per cent of {base} is {right}, not {found}"),
    Words("แก้ค่าเป้าหมายของเขต หรือแก้ “ร้อยละต่อเขต” ในแผ่นงาน KR", "mend the target of the district, or ร้อยละต่อเขต in the sheet KR"),
    Words("ค่าเป้าหมายรายเขตคำนวณจากร้อยละของฐาน ปัดครึ่งขึ้น", "the targets are a percentage of the base, half rounded up"),
    wrong="ร้อยละ 90 ของ 45 = 40", right="ร้อยละ 90 ของ 45 = 41",
)  # fmt: skip
EMPTY_FIGURE = Rule(
    "B404", WARNING,
    Words("ยังไม่มีตัวเลขใน “{header}” {count} เขต: {names} (พิมพ์ “-” นับเป็นศูนย์)",
          "{count} districts have no figure in “{header}”: {names} (prints “-”, counts as 0)"),
    Words("กรอกตัวเลข หรือปล่อยไว้หากไม่มีจริง", "fill in the figure, or leave it if there is none"),
    Words("ช่องว่างอาจเป็นการลืมกรอก", "an empty cell may have been forgotten"),
)  # fmt: skip
