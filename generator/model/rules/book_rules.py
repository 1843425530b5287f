"""Rules that hold between rows and sheets (letters R, X) and about sums (letter B)."""

from generator.model.finding import Rule, Severity
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

ALIKE = Words(
    " ชื่อถือว่าเหมือนกันเมื่อตัวเลขและชื่อเฉพาะตรงกันทุกตัว และตัวอักษรที่เหลือตรงกันร้อยละ 92 ขึ้นไป ต่างกันไม่เกิน 3 ตัว เช่น "
    "“ปรับปรุง/พัฒนาศูนย์เด็กเล็ก” กับ “ปรับปรุงพัฒนาศูนย์เด็กเล็ก” แต่ แยก 8 กับ แยก 10 หรือ วัดกำแพง กับ วัดโตนด ไม่เหมือน",
    "; names are taken for the same if all their numbers and proper names agree, and at least 92 per cent of the other letters, "
    "with 3 different ones at most: not แยก 8 and แยก 10, nor วัดกำแพง and วัดโตนด",
)
"""Ends the reason of every rule about names that are alike."""
TWO_THINGS = Words(" ซึ่งคือ “{first}” ส่วนแถวนี้คือ “{own}”", ", which is “{first}”; this row is “{own}”")
"""Follows the message of R201 where one code is given to two different things."""

DOUBLE_KEY = Rule(
    "R201", ERROR,
    Words("รหัส {key} ซ้ำกับช่อง {other}{names}", "the code {key} stands already in {other}{names}"),
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
    wrong="บางแค สองแถว", right="บางแค หนึ่งแถว",
)  # fmt: skip
MISSING_DISTRICT = Rule(
    "X304", WARNING,
    Words("ตารางแนบขาด {count} เขต: {names}", "the table lacks {count} districts: {names}"),
    Words("เพิ่มแถวของเขตที่ขาด หากเขตนั้นไม่มีค่าเป้าหมายให้เว้นตัวเลขว่างไว้", "add the missing rows; leave the figures empty where there is no target"),
    Words("ตารางรายเขตควรครบ 50 เขต", "a table by districts should have all 50"),
    wrong="ตารางไม่มี บางแค", right="ตารางครบทุกเขต",
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
    wrong="เป้า", right="เป้าหมาย",
)  # fmt: skip
NO_NUMBER_COLUMN = Rule(
    "X307", ERROR,
    Words("ตารางแนบไม่มีคอลัมน์ตัวเลข", "the attachment has no column of figures"),
    Words("พิมพ์หัวคอลัมน์ตัวเลขต่อจากคอลัมน์กลุ่ม แล้วกรอกตัวเลขของแต่ละเขต", "type headers to the right of the group column and fill in the figures"),
    Words("ตารางแนบมีไว้แจกแจงตัวเลขรายเขต", "the attachment is there to give figures by district"),
    wrong="เขต | กลุ่ม", right="เขต | กลุ่ม | ฐาน | เป้าหมาย",
)  # fmt: skip
PROMISED_ABSENT = Rule(
    "X308", WARNING,
    Words("ทำเครื่องหมาย “{promise}” ไว้ แต่ไม่มีข้อมูลใน{where}", "“{promise}” is ticked, but there is nothing in {where}"),
    Words("เพิ่มข้อมูลใน{where} หรือเอาเครื่องหมายออก", "add the data in {where}, or remove the tick"),
    Words("ผู้อ่านจะหาเอกสารแนบที่ไม่มี", "readers would look for an attachment that is not there"),
    wrong="แนบรายละเอียดเป้าหมาย ✓ ไม่มีแผ่นงาน แนบ 8214", right="แนบรายละเอียดเป้าหมาย ✓ มีแผ่นงาน แนบ 8214",
)  # fmt: skip
PRESENT_UNPROMISED = Rule(
    "X309", WARNING,
    Words("มีข้อมูลใน{where} แต่ไม่ได้ทำเครื่องหมาย “{promise}”", "there is something in {where}, but “{promise}” is not ticked"),
    Words("ทำเครื่องหมาย ✓ ในช่องนี้ หรือลบข้อมูลที่ไม่ใช้", "tick this cell, or delete what is not used"),
    Words("เอกสารแนบจะพิมพ์ออกมาโดยที่แบบไม่ได้กล่าวถึง", "the attachment would be printed without being mentioned"),
    wrong="มีแถวใน มาตรฐาน ไม่มี ✓", right="มีแถวใน มาตรฐาน และ ✓",
)  # fmt: skip
NO_HOST = Rule(
    "X310", ERROR,
    Words("KR {key} ยังไม่มีแถวหน่วยงานรับผิดชอบหลัก (H)", "KR {key} has no row for its host agency (H)"),
    Words("เพิ่มแถวในแผ่นงาน “หน่วยงาน” โดยเลือกบทบาท H", "add a row with the role H to the sheet หน่วยงาน"),
    Words("แบบ KR ต้องบอกค่าเป้าหมายของหน่วยงานรับผิดชอบหลัก", "the form must state the target of the host agency"),
    wrong="8214 ไม่มีแถว H", right="8214 มีแถว H",
)  # fmt: skip
NO_DEFINITION = Rule(
    "X311", ERROR,
    Words("KR {key} ยังไม่มี “{part}” ในแผ่นงาน “นิยาม”", "KR {key} has no “{part}” in the sheet นิยาม"),
    Words("เพิ่มแถวในแผ่นงาน “นิยาม” เลือกตอน “{part}”", "add a row of the part “{part}” to the sheet นิยาม"),
    Words("แบบ KR ต้องมีทั้งนิยามและวิธีคำนวณ", "the form must say what is meant and how it is measured"),
    wrong="8214 มีแต่ นิยาม", right="8214 มี นิยาม และ วิธีคำนวณ",
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
    wrong="ดุสิต ว่าง", right="ดุสิต 1",
)  # fmt: skip
NO_DISTRICT_TABLE = Rule(
    "X312", WARNING,
    Words("ทำเครื่องหมาย “(R) ระดับเขต” ไว้ แต่ไม่มีตารางรายเขตในแผ่นงาน แนบ {code}", "(R) ระดับเขต is ticked, but there is no table of districts in the sheet แนบ {code}"),
    Words("เพิ่มแผ่นงาน แนบ {code} พร้อมค่าเป้าหมายรายเขต หรือเอาเครื่องหมายออก", "add the sheet แนบ {code} with the targets of the districts, or remove the tick"),
    Words("สำนักงานเขตจะไม่รู้ค่าเป้าหมายของตน", "the districts would not know their targets"),
    wrong="✓ แต่ไม่มี แนบ 8214", right="✓ และมี แนบ 8214",
)  # fmt: skip
CONTRARY_TICKS = Rule(
    "X313", ERROR,
    Words("ทำเครื่องหมาย “หน่วยงานเดียว” พร้อมกับ “{other_header}” ที่ {other}", "หน่วยงานเดียว is ticked together with “{other_header}” in {other}"),
    Words("เอาเครื่องหมายออกหนึ่งแห่ง", "remove one of the two ticks"),
    Words("หน่วยงานเดียวแปลว่าไม่มีหน่วยงานสนับสนุน", "one agency alone has no supporting agencies"),
    wrong="หน่วยงานเดียว ✓ มีหน่วยงาน (R) ✓", right="หน่วยงานเดียว ✓",
)  # fmt: skip
UNTICKED_SUPPORT = Rule(
    "X314", WARNING,
    Words("{what}ที่ {other} แต่ไม่ได้ทำเครื่องหมาย “มีหน่วยงาน (R)”", "there is {what} in {other}, but มีหน่วยงาน (R) is not ticked"),
    Words("ทำเครื่องหมาย ✓ ในช่องนี้ หรือลบสิ่งที่ขัดกัน", "tick this cell, or remove what contradicts it"),
    Words("แบบจะพิมพ์หน่วยงาน (R) โดยไม่ได้บอกว่ามี", "the form would name supporting agencies without saying that there are any"),
    wrong="มีแถว R แต่ไม่ได้ทำเครื่องหมาย", right="มีแถว R และ ✓",
)  # fmt: skip
LEVEL_UNSAID = Rule(
    "X315", WARNING,
    Words("ทำเครื่องหมาย “มีหน่วยงาน (R)” แต่ไม่ได้บอกว่าระดับสำนักหรือระดับเขต", "มีหน่วยงาน (R) is ticked, but neither (R) ระดับสำนัก nor (R) ระดับเขต"),
    Words("ทำเครื่องหมาย “(R) ระดับสำนัก” หรือ “(R) ระดับเขต”", "tick (R) ระดับสำนัก or (R) ระดับเขต"),
    Words("แบบถามระดับของหน่วยงาน (R)", "the form asks for the level of the supporting agencies"),
    wrong="มีหน่วยงาน (R) ✓", right="มีหน่วยงาน (R) ✓ (R) ระดับสำนัก ✓",
)  # fmt: skip
UNSAID_OTHER = Rule(
    "X316", WARNING,
    Words("ทำเครื่องหมาย “{tick}” ไว้ แต่ยังไม่ได้กรอก “{words}” ที่ {other} พิมพ์เป็นจุดไข่ปลา", "“{tick}” is ticked, but “{words}” in {other} is empty; dots are printed"),
    Words("กรอก “{words}” หรือเอาเครื่องหมายออก", "fill in “{words}”, or remove the tick"),
    Words("แบบให้ระบุต่อท้ายเครื่องหมายนี้", "the form asks for words after this tick"),
    wrong="รายงานผ่านระบบอื่น ✓", right="รายงานผ่านระบบอื่น ✓ รายไตรมาส",
)  # fmt: skip
UNTICKED_WORDS = Rule(
    "X317", WARNING,
    Words("กรอก “{words}” ไว้ แต่ไม่ได้ทำเครื่องหมาย “{tick}” ที่ {other}", "“{words}” is filled in, but “{tick}” in {other} is not ticked"),
    Words("ทำเครื่องหมาย ✓ ที่ {other} หรือลบข้อความนี้", "tick {other}, or delete these words"),
    Words("ข้อความจะพิมพ์หลังช่องที่ไม่ได้ทำเครื่องหมาย ผู้อ่านไม่รู้ว่าใช้หรือไม่", "the words would stand behind an empty box, and nobody could tell whether they hold"),
    wrong="ระบบอื่น: รายไตรมาส ไม่มี ✓", right="ระบบอื่น: รายไตรมาส ✓",
)  # fmt: skip
OBJECTIVE_TWO_NAMES = Rule(
    "X318", WARNING,
    Words("ประเด็น {number} ชื่อ “{name}” ที่นี่ แต่ชื่อ “{found}” ที่ {other}", "the objective {number} is “{name}” here, but “{found}” in {other}"),
    Words("แก้ชื่อให้ตรงกัน หรือแก้รหัส KR หากเป็นคนละประเด็น", "make the names equal, or mend the code if it is another objective"),
    Words("ประเด็นหนึ่งมีชื่อเดียว สองหลักแรกของรหัส KR บอกว่าเป็นประเด็นใด", "an objective has one name; the first two digits of the code say which it is"),
    wrong="8.2 ชื่อ ส่งเสริม และ สนับสนุน", right="8214 และ 8215 ชื่อ สนับสนุน ทั้งสองแถว",
)  # fmt: skip
TWO_CODES = Rule(
    "X319", WARNING,
    Words("“{name}” มีรหัส {key} ที่นี่ และรหัส {found} ที่ {other}", "“{name}” has the code {key} here and {found} in {other}"),
    Words("แก้รหัสหรือชื่อ หรือลบแถวที่ซ้ำ หากเป็นคนละตัวจริงให้ตั้งชื่อให้ต่างกัน", "mend a code or a name, or delete the double row; two things need two names"),
    Words("ตัวชี้วัดหนึ่งมีรหัสเดียว ชื่อที่เหมือนกันสองรหัสมักเกิดจากการคัดลอกแถว" + ALIKE.th,
          "one indicator has one code; two with one name usually come from a copied row" + ALIKE.en),
    wrong="8214 และ 8215 ชื่อ จำนวนคน", right="8214 จำนวนคน 8215 จำนวนแห่ง",
)  # fmt: skip
MISSPELT_AGENCY = Rule(
    "X341", WARNING,
    Words("“{text}” คล้ายชื่อหน่วยงาน “{meant}” แต่ไม่ตรง", "“{text}” is nearly the name of the agency “{meant}”, but not quite"),
    Words("พิมพ์ “{meant}” หากเป็นหน่วยงานอื่นให้ปล่อยไว้", "type “{meant}”, or leave it if another agency is meant"),
    Words("ชื่อหน่วยงานพิมพ์ตามที่กรอก", "names of agencies print as they are typed"),
    wrong="สำนักพัฒนาสังม", right="สำนักพัฒนาสังคม",
)  # fmt: skip
SHARE_UNCHECKED = Rule(
    "B405", WARNING,
    Words("“ร้อยละต่อเขต” {percent} ยังไม่ได้ตรวจ: ตารางแนบมีคอลัมน์ตัวเลข {count} คอลัมน์ ต้องมีสอง คือฐานกับค่าเป้าหมาย",
          "the share of {percent} per cent was not compared: the attachment has {count} columns of figures; two are needed, base and target"),
    Words("ให้ตารางแนบมีสองคอลัมน์ คือฐานและค่าเป้าหมาย หรือลบร้อยละต่อเขต", "let the attachment have the base and the target, or remove the share"),
    Words("ไม่รู้ว่าคอลัมน์ใดเป็นฐานของร้อยละ", "nobody can tell which column the percentage is of"),
    wrong="ร้อยละ 90 กับตาราง 3 คอลัมน์", right="ร้อยละ 90 กับตาราง 2 คอลัมน์",
)  # fmt: skip
SHARE_NOT_TARGET = Rule(
    "B406", WARNING,
    Words("“ร้อยละต่อเขต” คือ {percent} แต่ค่าเป้าหมายรวมคือร้อยละ {target} ที่ {other}", "the share per district is {percent} per cent, but the total target is {target} per cent in {other}"),
    Words("แก้ให้เท่ากัน หากตั้งใจให้ต่างกันให้ปล่อยไว้", "make them equal, or leave them if they are meant to differ"),
    Words("หากทุกเขตทำได้ร้อยละหนึ่ง ทั้งเมืองก็ทำได้ร้อยละนั้น", "what every district reaches, the city reaches"),
    wrong="80 แต่เป้าหมายรวมร้อยละ 90", right="90 และเป้าหมายรวมร้อยละ 90",
)  # fmt: skip
TYPED_TOTAL = Rule(
    "B407", WARNING,
    Words("แถวรวมพิมพ์ไว้ {typed} ใน “{header}” แต่รวมรายเขตได้ {total} ต่างกัน {difference}", "the total row says {typed} in “{header}”, but the districts add up to {total}: a difference of {difference}"),
    Words("แก้ตัวเลขรายเขต หรือลบแถวรวม เอกสารพิมพ์ {total}", "mend the figures of the districts, or delete the total row; {total} is printed"),
    Words("แถวรวมในเอกสารโปรแกรมรวมให้ แถวที่พิมพ์เองใช้ตรวจเทียบเท่านั้น", "the total is added up by the program; a typed one is only compared"),
    wrong="รวม 60,000 แต่รวมได้ 59,000", right="รวม 60,000 ทั้งสองแห่ง",
)  # fmt: skip
OVER_HUNDRED = Rule(
    "B408", WARNING,
    Words("ร้อยละ {number} เกิน 100", "{number} per cent is more than 100"),
    Words("ตรวจตัวเลขและหน่วยนับ หากเกินร้อยจริง เช่น อัตราเพิ่ม ให้ปล่อยไว้", "check the figure and the unit; leave it if it is meant, as for growth"),
    Words("ร้อยละของทั้งหมดเกิน 100 ไม่ได้ มักเกิดจากพิมพ์จำนวนในช่องที่หน่วยเป็นร้อยละ", "a part cannot exceed the whole; usually a count was typed where the unit is per cent"),
    wrong="ร้อยละ 900", right="ร้อยละ 90",
)  # fmt: skip
