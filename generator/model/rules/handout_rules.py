"""Rules about handing out plan workbooks to the districts (letter H)."""

from generator.model.finding import Rule, Severity
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

DOUBLE_KR = Rule(
    "H601", ERROR,
    Words("KR {key} มีอยู่แล้วในสมุดงาน {other}", "the key result {key} is in the workbook {other} already"),
    Words("ลบ KR นี้ออกจากสมุดงานใดสมุดงานหนึ่ง หรือแจกจากสมุดงานเดียว", "remove it from one of the two, or hand out from one of them"),
    Words("เป้าหมายของเขตต้องมาจากที่เดียว", "the target of a district must come from one place"),
    wrong="KR 8214 ทั้งใน สพส.xlsx และ สำเนา สพส.xlsx", right="KR 8214 ใน สพส.xlsx เท่านั้น",
)  # fmt: skip
OTHER_YEAR = Rule(
    "H602", ERROR,
    Words("สมุดงานนี้เป็นของปี {found} แต่สั่งแจกของปี {wanted}", "this workbook is of {found}, but {wanted} is to be handed out"),
    Words("ระบุสมุดงานของปี {wanted} หรือแก้ --year", "name the workbook of {wanted}, or change --year"),
    Words("เป้าหมายของปีหนึ่งใช้กับแผนของอีกปีไม่ได้", "the targets of one year are none of another"),
    wrong="KR ปี 2568 แจกของปี 2569", right="KR ปี 2568 แจกของปี 2568",
)  # fmt: skip
NO_SHARE = Rule(
    "H603", WARNING,
    Words("KR {key} ไม่มีค่าเป้าหมายของ {count} เขต: {names}", "the key result {key} has no target for {count} districts: {names}"),
    Words("กรอกค่าเป้าหมายของเขตเหล่านี้ หากเขตไม่มีส่วนใน KR นี้ให้ปล่อยไว้",
          "fill in their targets, or leave it if they have no part in this key result"),
    Words("เขตที่ไม่มีค่าเป้าหมายในตารางแนบจะไม่ได้รับ KR นั้นในสมุดงานแผน", "a district without a target does not get the key result"),
    wrong="8214 ไม่มีตัวเลขของ ภาษีเจริญ", right="8214 มีตัวเลขครบทุกเขต",
)  # fmt: skip
CITY_DIFFERS = Rule(
    "H604", WARNING,
    Words("{header} ของ {key} ในสมุดงานของเมืองคือ “{city}” แต่ในสมุดงาน {other} คือ “{kr}” ใช้ค่าจากสมุดงาน KR",
          "the {header} of {key} is “{city}” in the city's workbook, but “{kr}” in {other}, which is used"),
    Words("แก้สมุดงานของเมืองให้ตรงกับสมุดงาน KR หรือลบช่องนี้ในสมุดงานของเมือง", "make the city's workbook agree, or empty the cell there"),
    Words("หน่วยงานเจ้าของ KR เป็นผู้กำหนดค่าของ KR", "the host agency says what holds for a key result"),
    wrong="เป้าหมายของ 8.2.14: เมือง 90 สำนัก 100", right="เป้าหมาย 100 ทั้งสองเล่ม",
)  # fmt: skip
NO_ABBREVIATION = Rule(
    "H605", WARNING,
    Words("ไม่รู้ชื่อย่อของ “{name}” (หน่วยงานหลักของ KR {key}) จึงใช้ชื่อเต็ม",
          "no abbreviation of “{name}”, the host of the key result {key}, is known: its name is used"),
    Words("เพิ่มหน่วยงานนี้ในแผ่นงาน “หน่วยงาน” ของสมุดงานของเมือง", "add it to the sheet หน่วยงาน of the city's workbook"),
    Words("แผนพิมพ์หน่วยงานด้วยชื่อย่อ", "plans print agencies by their abbreviations"),
    wrong="สำนักใหม่", right="สำนักพัฒนาสังคม",
)  # fmt: skip
OTHER_DISTRICT = Rule(
    "H606", ERROR,
    Words("สมุดงานนี้เป็นของ {found} ไม่ใช่ของเขต{wanted} ปี {year} จึงไม่ได้ปรับปรุง",
          "this workbook is of {found}, not of {wanted}, {year}: nothing was revised"),
    Words("แก้เขตและปีในแผ่นงาน “ตั้งค่า” หรือย้ายสมุดงานนี้ไปโฟลเดอร์อื่น แล้วสั่งใหม่",
          "mend district and year in the sheet ตั้งค่า, or move the workbook elsewhere, then try again"),
    Words("ชื่อไฟล์บอกว่าเป็นของเขตใด เนื้อในต้องตรงกัน", "the name of the file says whose it is; its content must agree"),
    wrong="1022-ภาษีเจริญ.xlsx ที่ข้างในเป็นแผนปี 2567", right="1022-ภาษีเจริญ.xlsx ที่ข้างในเป็นแผนปี 2568",
)  # fmt: skip
NOT_HANDED_OUT = Rule(
    "H607", ERROR,
    Words("สมุดงานนี้ไม่มีแผ่นงานซ่อน _รุ่น จึงไม่รู้ว่าช่องใดเมืองเป็นผู้กรอก และไม่ได้ปรับปรุง",
          "without its hidden sheet _รุ่น nobody knows which cells the city filled in: nothing was revised"),
    Words("ย้ายข้อมูลไปใส่สมุดงานที่ generate scatter สร้าง หรือแก้ค่าเป้าหมายเอง",
          "move the data into a workbook made by generate scatter, or change the targets by hand"),
    Words("แผ่นงาน _รุ่น จำว่าเมืองกรอกอะไรไว้ จึงบอกได้ว่าเจ้าหน้าที่แก้ช่องใดแล้ว",
          "the sheet _รุ่น remembers what the city filled in, and so which cells the officer changed"),
    wrong="1022-ภาษีเจริญ.xlsx ที่สร้างเอง", right="1022-ภาษีเจริญ.xlsx จาก generate scatter",
)  # fmt: skip
REVISION_WAITS = Rule(
    "H608", ERROR,
    Words("มี {name} อยู่แล้วและมีผู้แก้ไขแล้ว หรือสมุดงานเดิมเปลี่ยนไปหลังจากนั้น จึงไม่ได้เขียนทับ",
          "{name} was changed since it was written, or the workbook beside it was: it is not written over"),
    Words("เลือกใช้ฉบับเดียว: ใช้ฉบับปรับปรุง = ลบ {old} แล้วเปลี่ยนชื่อฉบับปรับปรุงเป็นชื่อนั้น  ไม่ใช้ = ลบฉบับปรับปรุง แล้วสั่งใหม่",
          "choose one: delete {old} and give its name to the revised one, or delete the revised one; then try again"),
    Words("โปรแกรมไม่เขียนทับงานของเจ้าหน้าที่ และไม่เดาว่าฉบับใดใหม่กว่า", "nobody's work is written over, and nobody can guess which is newer"),
    wrong="1022-ภาษีเจริญ.ปรับปรุง.xlsx ที่มีผู้กรอกแล้ว", right="ไม่มีฉบับปรับปรุงค้างอยู่",
)  # fmt: skip
TWO_WORKBOOKS = Rule(
    "H609", ERROR,
    Words("เขต{district} มีสมุดงานมากกว่าหนึ่งไฟล์: {names} จึงไม่ได้ปรับปรุง", "{district} has more than one workbook, {names}: nothing was revised"),
    Words("เหลือไว้ไฟล์เดียวในโฟลเดอร์นี้ แล้วสั่งใหม่", "leave one in the folder, then try again"),
    Words("สองไฟล์ของเขตเดียวจะสร้างเอกสารเดียวกัน", "two workbooks of one district would make the same document"),
    wrong="1022-ภาษีเจริญ.xlsx และ 1022 สำเนา.xlsx", right="1022-ภาษีเจริญ.xlsx",
)  # fmt: skip
NO_CITY = Rule(
    "H610", ERROR,
    Words("สมุดงานแผนนี้เป็นของเขต{name} ไม่ใช่สมุดงานของเมือง", "this plan workbook is that of {name}, not the city's"),
    Words("ระบุสมุดงาน KR และสมุดงานของเมืองซึ่งช่อง “เขต” ว่าง (สร้างด้วย generate new city)",
          "name KR workbooks, and the city's workbook, which names no district (generate new city makes one)"),
    Words("สิ่งที่เขตหนึ่งพิมพ์ไว้ไม่ควรไปอยู่ในสมุดงานของเขตอื่น", "what one district typed should not get into the workbooks of others"),
    wrong="แผนของเขต 1022", right="สมุดงานของเมืองที่ช่องเขตว่าง",
)  # fmt: skip
SECOND_CITY = Rule(
    "H611", ERROR,
    Words("มีสมุดงานของเมืองมากกว่าหนึ่งเล่ม (อีกเล่มคือ {other})", "there is a second workbook of the city ({other} is the other)"),
    Words("ระบุสมุดงานของเมืองเล่มเดียว", "name one of them"),
    Words("โปรแกรมไม่อาจเดาว่าเล่มใดถูกต้อง", "nobody can guess which of the two is right"),
    wrong="เมือง.xlsx และ เมือง 2.xlsx", right="เมือง.xlsx",
)  # fmt: skip
OTHER_LAST_YEAR = Rule(
    "H612", ERROR,
    Words("สมุดงานนี้เป็นของ {found} ยกข้อมูลมาให้เขต{wanted} ปี {year} ไม่ได้ จึงยังไม่ได้สร้าง",
          "this workbook is of {found}: nothing can be carried over to {wanted}, {year}, which was not written"),
    Words("แก้ชื่อไฟล์หรือแผ่นงาน “ตั้งค่า” ของสมุดงานปีก่อน หรือสั่งโดยไม่ใส่ --from",
          "mend its name or its sheet ตั้งค่า, or try without --from"),
    Words("ข้อความของเขตอื่นหรือของปีเดียวกันไม่ใช่สิ่งที่ยกมาใช้ต่อ", "texts of another district, or of the same year, are not what is carried over"),
    wrong="แผนปี 2567 ของเขตดุสิต", right="แผนปี 2567 ของเขตภาษีเจริญ",
)  # fmt: skip
