"""Rules about the workbook file, its sheets and its columns (letter W)."""

from generator.model.finding import Rule, Severity
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

MISSING_FILE = Rule(
    "W001", ERROR,
    Words("ไม่พบไฟล์นี้", "there is no such file"),
    Words("ตรวจชื่อไฟล์และโฟลเดอร์ แล้วสั่งใหม่", "check the name and the folder, then try again"),
    Words("โปรแกรมอ่านได้เฉพาะไฟล์ที่มีอยู่จริง", "only a file that exists can be read"),
    wrong="generate KR-2568.xls", right="generate inputs/kr/KR-2568.xlsx",
)  # fmt: skip
EMPTY_FILE = Rule(
    "W002", ERROR,
    Words("ไฟล์ว่างเปล่า (ขนาด 0 ไบต์)", "the file is empty (0 bytes)"),
    Words("ไฟล์คงบันทึกหรือคัดลอกไม่สำเร็จ ให้คัดลอกจากต้นฉบับอีกครั้ง", "copy it again from the original: saving or copying failed"),
    Words("มักเกิดเมื่อคัดลอกไฟล์จากเครือข่ายแล้วถูกตัดกลางคัน", "this happens when a copy over the network is cut off"),
    wrong="KR-2568.xlsx 0 ไบต์", right="KR-2568.xlsx ที่เปิดด้วย Excel ได้",
)  # fmt: skip
NOT_EXCEL = Rule(
    "W003", ERROR,
    Words("ไฟล์นี้ไม่ใช่สมุดงาน Excel แม้จะลงท้ายด้วย .xlsx", "this is no Excel workbook although it ends in .xlsx"),
    Words("เปิดไฟล์ด้วย Excel แล้วเลือก บันทึกเป็น > สมุดงาน Excel (.xlsx)", "open it in Excel and choose Save As > Excel Workbook (.xlsx)"),
    Words("การเปลี่ยนชื่อนามสกุลไฟล์ไม่ได้เปลี่ยนเนื้อใน", "renaming a file does not change what is in it"),
    wrong="รายงาน.txt เปลี่ยนชื่อเป็น รายงาน.xlsx", right="บันทึกเป็น .xlsx จาก Excel",
)  # fmt: skip
OLD_XLS = Rule(
    "W004", ERROR,
    Words("ไฟล์นี้เป็นสมุดงาน Excel แบบเก่า (.xls)", "this is a workbook in the old Excel format (.xls)"),
    Words("เปิดด้วย Excel แล้วเลือก บันทึกเป็น > สมุดงาน Excel (.xlsx)", "open it in Excel and choose Save As > Excel Workbook (.xlsx)"),
    Words("แบบเก่าเก็บข้อมูลคนละวิธีกัน โปรแกรมจึงอ่านเฉพาะ .xlsx", "the old format stores its data differently; only .xlsx is read"),
    wrong="KR-2568.xls", right="KR-2568.xlsx",
)  # fmt: skip
ENCRYPTED = Rule(
    "W005", ERROR,
    Words("ไฟล์นี้ตั้งรหัสผ่านไว้ จึงอ่านไม่ได้", "this file is protected by a password and cannot be read"),
    Words("เปิดด้วย Excel แล้วเลือก ไฟล์ > ข้อมูล > ป้องกันสมุดงาน > เข้ารหัสลับด้วยรหัสผ่าน ลบรหัสออก แล้วบันทึก",
          "open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear the password, and save"),
    Words("ไฟล์ที่เข้ารหัสไม่มีทางอ่านโดยไม่รู้รหัสผ่าน", "an encrypted file cannot be read without its password"),
    wrong="KR-2568.xlsx ตั้งรหัสผ่าน", right="KR-2568.xlsx ไม่มีรหัสผ่าน",
)  # fmt: skip
DAMAGED = Rule(
    "W006", ERROR,
    Words("ไฟล์เสียหาย อ่านไม่ได้", "the file is damaged and cannot be read"),
    Words("เปิดด้วย Excel ให้ซ่อมแล้วบันทึกใหม่ หรือใช้ไฟล์สำรอง", "let Excel repair and save it, or use a backup copy"),
    Words("โครงสร้างภายในของไฟล์ขาดหายหรือผิดรูป", "part of the inner structure of the file is missing or malformed"),
    wrong="KR-2568.xlsx คัดลอกมาไม่ครบ", right="KR-2568.xlsx ที่ Excel ซ่อมแล้ว",
)  # fmt: skip
TOO_LARGE = Rule(
    "W007", ERROR,
    Words("ไฟล์ใหญ่เกินกว่าที่แบบกรอกควรเป็น", "the file is far larger than a form can be"),
    Words("ลบแถวว่าง รูปภาพ และแผ่นงานที่ไม่ใช้ แล้วบันทึกใหม่", "delete empty rows, pictures and unused sheets, then save"),
    Words("ไฟล์ที่คลายแล้วใหญ่ผิดปกติอาจทำให้เครื่องค้าง", "a file that unpacks to an enormous size could stall the machine"),
    wrong="KR-2568.xlsx คลายแล้วใหญ่กว่าเดิมนับพันเท่า", right="KR-2568.xlsx ขนาดปกติ",
)  # fmt: skip
UNREADABLE = Rule(
    "W008", ERROR,
    Words("เปิดไฟล์ไม่ได้: {reason}", "the file cannot be opened: {reason}"),
    Words("ปิดไฟล์ในโปรแกรมอื่น ตรวจสิทธิ์การเข้าถึง แล้วสั่งใหม่", "close it elsewhere, check your permissions, then try again"),
    Words("ระบบไม่ยอมให้อ่านไฟล์", "the system refused to read the file"),
    wrong="KR-2568.xlsx เป็นชื่อโฟลเดอร์", right="KR-2568.xlsx เป็นไฟล์",
)  # fmt: skip
OTHER_FORMAT = Rule(
    "W009", ERROR,
    Words("ไฟล์นี้เป็นสมุดงานชนิด {format} โปรแกรมอ่านเฉพาะ .xlsx", "this is a workbook of kind {format}; only .xlsx is read"),
    Words("เปิดไฟล์แล้วเลือก บันทึกเป็น > สมุดงาน Excel (.xlsx)", "open it and choose Save As > Excel Workbook (.xlsx)"),
    Words("แต่ละชนิดเก็บข้อมูลต่างกัน", "each format stores its data differently"),
    wrong="KR-2568.ods", right="KR-2568.xlsx",
)  # fmt: skip
OTHER_KIND = Rule(
    "W010", ERROR,
    Words("สมุดงานนี้ไม่ใช่แบบกรอกของระบบ (ไม่พบแผ่นงาน {expected})", "this is not one of our workbooks (no sheet {expected})"),
    Words("สร้างแบบกรอกเปล่าด้วยคำสั่ง generate new kr หรือ generate new plan แล้วย้ายข้อมูลมาใส่",
          "make a blank one with generate new kr or generate new plan, and move your data into it"),
    Words("โปรแกรมรู้จักสมุดงานจากชื่อแผ่นงาน", "a workbook is known by the names of its sheets"),
    wrong="สมุดงานที่มีแต่ Sheet1", right="สมุดงานจาก generate new kr",
)  # fmt: skip
MISSING_SHEET = Rule(
    "W011", ERROR,
    Words("ไม่พบแผ่นงาน “{name}”", "the sheet “{name}” is missing"),
    Words("คัดลอกแผ่นงานนี้จากแบบกรอกเปล่า หรือเปลี่ยนชื่อแผ่นงานกลับเป็น “{name}”",
          "copy it from a blank workbook, or rename the sheet back to “{name}”"),
    Words("ชื่อแผ่นงานบอกว่าข้อมูลในนั้นคืออะไร", "the name of a sheet says what its data are"),
    wrong="มาตรฐาน (2)", right="มาตรฐาน",
)  # fmt: skip
MISSING_COLUMN = Rule(
    "W012", ERROR,
    Words("ไม่พบหัวคอลัมน์ “{header}”{guess}", "the column header “{header}” is missing{guess}"),
    Words("พิมพ์หัวคอลัมน์ “{header}” ในแถวหัวตาราง หรือคัดลอกแถวหัวตารางจากแบบกรอกเปล่า",
          "type “{header}” in the header row, or copy the header row from a blank workbook"),
    Words("โปรแกรมหาคอลัมน์จากหัวคอลัมน์ ไม่ใช่จากตำแหน่ง", "columns are found by their headers, not by their position"),
    wrong="หน่วย", right="หน่วยนับ",
)  # fmt: skip
DOUBLE_COLUMN = Rule(
    "W013", ERROR,
    Words("หัวคอลัมน์ “{header}” มีสองแห่ง (อีกแห่งที่ {other})", "the column header “{header}” stands twice (also in {other})"),
    Words("ลบหรือเปลี่ยนชื่อหัวคอลัมน์ที่ไม่ใช้", "delete or rename the one that is not used"),
    Words("โปรแกรมไม่อาจเดาว่าคอลัมน์ใดถูกต้อง", "nobody can guess which of the two is meant"),
    wrong="หน่วยนับ | หน่วยนับ", right="หน่วยนับ | ร้อยละต่อเขต",
)  # fmt: skip
DOUBLE_SHEET = Rule(
    "W014", ERROR,
    Words("มีแผ่นงานที่หมายถึง “{name}” มากกว่าหนึ่งแผ่น", "more than one sheet means “{name}”"),
    Words("เก็บไว้แผ่นเดียว เปลี่ยนชื่อแผ่นอื่นให้ต่างออกไป", "keep one and rename the others"),
    Words("ข้อมูลชุดเดียวกันต้องมีที่เดียว", "one set of data has one place"),
    wrong="แนบ 8214 กับ แนบ ๘๒๑๔", right="แนบ 8214",
)  # fmt: skip
NO_DOCUMENT = Rule(
    "W015", ERROR,
    Words("ยังไม่มีข้อมูลในแผ่นงาน “{name}” จึงไม่มีเอกสารให้พิมพ์", "there is nothing in the sheet “{name}”, so nothing to print"),
    Words("กรอกอย่างน้อยหนึ่งแถวใต้หัวตาราง แล้วบันทึก", "fill in at least one row below the header, and save"),
    Words("เอกสารหนึ่งฉบับมาจากข้อมูลหนึ่งแถว", "each row makes one document"),
    wrong="แผ่นงาน KR มีแต่หัวตาราง", right="แผ่นงาน KR มีหนึ่งแถว",
)  # fmt: skip
NAMELESS_ATTACHMENT = Rule(
    "W016", ERROR,
    Words("แผ่นงานแนบนี้มีข้อมูล แต่ชื่อแผ่นงานไม่มีรหัส KR", "this attachment has data, but its sheet name has no KR code"),
    Words("เปลี่ยนชื่อแผ่นงานเป็น “แนบ” ตามด้วยรหัส เช่น แนบ 8214", "rename the sheet to “แนบ” and the code, such as แนบ 8214"),
    Words("ตารางแนบเป็นของ KR ใด ดูจากชื่อแผ่นงาน", "the name of the sheet says which KR the table belongs to"),
    wrong="แนบ (รหัส KR)", right="แนบ 8214",
)  # fmt: skip
NEWER_FORM = Rule(
    "W017", ERROR,
    Words("แบบกรอกนี้เป็นรุ่น {found} ใหม่กว่าโปรแกรม (รุ่น {known})", "this workbook has version {found}, newer than the program ({known})"),
    Words("ติดตั้งโปรแกรมรุ่นล่าสุด แล้วสั่งใหม่", "install the latest version of the program, then try again"),
    Words("โปรแกรมรุ่นเก่าอาจไม่รู้จักช่องที่เพิ่มมา", "an older program may not know the cells that were added"),
    wrong="แบบกรอกรุ่น 99", right="แบบกรอกรุ่น 1",
)  # fmt: skip
HEADLESS_VALUE = Rule(
    "W018", ERROR,
    Words("มีข้อมูลในคอลัมน์ที่ไม่มีหัวคอลัมน์", "there are data in a column without a header"),
    Words("พิมพ์หัวคอลัมน์ในแถวหัวตารางที่ {header_cell} หรือลบข้อมูลในคอลัมน์นี้", "type a header in {header_cell}, or clear the column"),
    Words("ตัวเลขที่ไม่มีหัวคอลัมน์จะหายไปจากเอกสาร", "figures without a header would be lost from the document"),
    wrong="เลข 7 ใต้ช่องหัวที่ว่าง", right="ไม่มีเลขใต้ช่องหัวที่ว่าง",
)  # fmt: skip
MISSING_OPTIONAL = Rule(
    "W019", WARNING,
    Words("ไม่พบหัวคอลัมน์ “{header}” จึงถือว่าว่างทั้งคอลัมน์{guess}",
          "the column header “{header}” is missing; all its cells count as empty{guess}"),
    Words("หากมีข้อมูลนี้ ให้พิมพ์หัวคอลัมน์ “{header}” ให้ตรง หากไม่มีให้ปล่อยไว้", "if you have these data, type the header “{header}” exactly; else leave it"),
    Words("หัวคอลัมน์ที่สะกดต่างไปทำให้ข้อมูลทั้งคอลัมน์ไม่ถูกพิมพ์", "a header spelt differently keeps a whole column from being printed"),
    wrong="ร้อยละของเขต", right="ร้อยละต่อเขต",
)  # fmt: skip
DOUBLE_DOCUMENT = Rule(
    "W020", ERROR,
    Words("เอกสาร {key} มีอยู่แล้วในสมุดงาน {other}", "the document {key} comes from the workbook {other} already"),
    Words("ลบหรือย้ายสมุดงานที่ซ้ำออกจากโฟลเดอร์ หรือแก้รหัสหรือปี", "move the double workbook elsewhere, or change code or year"),
    Words("เอกสารเดียวกันจากสองสมุดงานจะเขียนทับกัน", "one of two workbooks would overwrite the document of the other"),
    wrong="KR-2568.xlsx กับ สำเนา KR-2568.xlsx", right="KR-2568.xlsx",
)  # fmt: skip
OTHER_YEAR = Rule(
    "W021", WARNING,
    Words("สมุดงานนี้เป็นของปี {found} จึงไม่รวมไว้กับปี {wanted}", "this workbook is of {found}, so it was left out of {wanted}"),
    Words("แก้ปีงบประมาณ พ.ศ. ในแผ่นงาน ตั้งค่า หรือย้ายสมุดงานไปไว้ในโฟลเดอร์ของปีนั้น",
          "mend the year in the sheet ตั้งค่า, or move the workbook to the folder of its year"),
    Words("ไฟล์รวมแผนมีปีเดียว ตัวเลขของสองปีบวกกันไม่ได้", "a roll-up is of one year: figures of two years cannot be added up"),
    wrong="แผนปี 2568 ในโฟลเดอร์ของปี 2567", right="แผนปี 2567 ในโฟลเดอร์ของปี 2567",
)  # fmt: skip
REVISION_WAITING = Rule(
    "W022", WARNING,
    Words("มีฉบับปรับปรุงจากเมือง {name} รออยู่ เอกสารสร้างจากสมุดงานนี้ ยังไม่ใช่จากฉบับปรับปรุง",
          "the city's revision {name} waits beside it; documents are made from this workbook, not yet from that one"),
    Words("เทียบทั้งสองไฟล์ แล้วเลือก: ใช้ฉบับปรับปรุง = ลบสมุดงานนี้ แล้วเปลี่ยนชื่อฉบับปรับปรุงเป็นชื่อเดิม  ไม่ใช้ = ลบฉบับปรับปรุง",
          "compare the two, then delete this one and give its name to the revision, or delete the revision"),
    Words("ฉบับปรับปรุงเป็นข้อเสนอ จะใช้หรือไม่เป็นเรื่องของเจ้าหน้าที่", "a revision is an offer that the officer takes or leaves"),
    wrong="1022-ภาษีเจริญ.ปรับปรุง.xlsx อยู่ข้างกัน", right="1022-ภาษีเจริญ.xlsx ไฟล์เดียว",
)  # fmt: skip
COPY_WAITING = Rule(
    "W023", WARNING,
    Words("มีสำเนา {name} ที่แก้ไขหรือบันทึกไว้อยู่ข้างกัน โปรแกรมใช้สมุดงานนี้ ไม่ได้ใช้สำเนา",
          "beside it lies {name}, a copy that somebody has saved or that mends something; this workbook is used, not the copy"),
    Words("ใช้สำเนา = ลบหรือย้ายสมุดงานนี้ออกไป จะเปลี่ยนชื่อสำเนาเป็นชื่อเดิมด้วยก็ได้  ไม่ใช้ = ลบสำเนา",
          "to use the copy, delete this workbook or move it elsewhere (you may give its name to the copy); else delete the copy"),
    Words("เอกสารหนึ่งฉบับมาจากสมุดงานเล่มเดียว จะใช้เล่มใดเป็นเรื่องของเจ้าหน้าที่", "a document comes from one workbook; which one, the officer decides"),
    wrong="KR-2568.xlsx กับ KR-2568.ตรวจแล้ว.xlsx ที่แก้แล้ว", right="KR-2568.xlsx",
)  # fmt: skip
MISPLACED_COLUMN = Rule(
    "W024", ERROR,
    Words("ข้อมูลในคอลัมน์ “{header}” เหมือนวางผิดที่ {count} ช่อง ({cells}) เช่น “{text}”{guess}",
          "the column “{header}” seems to hold what belongs elsewhere: {count} cells ({cells}), such as “{text}”{guess}"),
    Words("ย้ายข้อมูลไปไว้ใต้หัวคอลัมน์ที่ถูก แล้วตรวจอีกครั้ง (ข้ออื่นที่ต้องเทียบกันจะตรวจเมื่อแก้ข้อนี้แล้ว) หากคอลัมน์ถูกแล้วแต่พิมพ์ผิดทุกช่อง: {otherwise}",
          "move them below their own header and check again; what has to be compared is checked after that. If the column is right and all its cells are wrong: {otherwise}"),
    Words("ข้อมูลที่เลื่อนไปหนึ่งคอลัมน์ผิดทุกแถวพร้อมกัน บอกทีละช่องไม่ช่วยให้เห็นสาเหตุ", "what slipped by one column is wrong in every row; telling it cell by cell would hide the cause"),
    wrong="ฝ่ายโยธา ใต้หัวคอลัมน์ ส่วน ทุกแถว", right="ฝ่ายโยธา ใต้หัวคอลัมน์ ส่วนราชการ",
)  # fmt: skip
NAMED_OTHER_YEAR = Rule(
    "W025", WARNING,
    Words("{what} “{name}” บอกปี {named} แต่ปีงบประมาณในแผ่นงานนี้คือ {year}", "the {what} “{name}” says {named}, but the fiscal year here is {year}"),
    Words("เป็นงานของปี {named}: แก้ปีที่นี่ แล้วดูทุกแผ่นงานว่าเป็นข้อมูลของปี {named} แล้ว  เป็นงานของปี {year}: เปลี่ยนชื่อไฟล์หรือย้ายไปโฟลเดอร์ของปีนั้น",
          "if it is of {named}, mend the year here and see that all sheets are of {named}; if it is of {year}, rename the file or move it"),
    Words("ไฟล์ของปีก่อนที่คัดลอกมาใช้จะพิมพ์เป็นเอกสารของปีก่อน และทับฉบับเดิมของปีนั้น", "a copy of last year's file makes last year's document once more, in place of the one that is there"),
    wrong="KR-2567.xlsx ปีงบประมาณ 2568", right="KR-2568.xlsx ปีงบประมาณ 2568",
)  # fmt: skip
