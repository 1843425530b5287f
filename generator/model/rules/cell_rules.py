"""Rules about what stands in one cell (letter C)."""

from generator.model.finding import Rule, Severity
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

REQUIRED = Rule(
    "C101", ERROR,
    Words("ยังไม่ได้กรอก “{header}”", "“{header}” is not filled in"),
    Words("กรอกข้อมูลในช่องนี้ (ถ้าเป็นคำเตือน ฉบับร่างจะพิมพ์จุดไข่ปลาแทน)", "fill in this cell (where it is a warning, a draft prints dots instead)"),
    Words("เอกสารที่พร้อมลงนามต้องครบทุกช่องที่กำหนด", "a document ready for signature must be complete"),
    wrong="(ว่าง)", right="คน",
)  # fmt: skip
NOT_A_NUMBER = Rule(
    "C102", ERROR,
    Words("“{text}” ไม่ใช่ตัวเลข", "“{text}” is not a number"),
    Words("พิมพ์เฉพาะตัวเลข เช่น 1,200 หรือ ๑,๒๐๐ ส่วนหน่วยนับให้อยู่ในหัวคอลัมน์", "type digits only, such as 1,200; the unit belongs into the header"),
    Words("ช่องนี้ต้องนำไปรวมยอด", "this cell is added up"),
    wrong="1200 คน", right="1,200",
)  # fmt: skip
NOT_IN_LIST = Rule(
    "C103", ERROR,
    Words("“{text}” ไม่อยู่ในรายการ{guess}", "“{text}” is not in the list{guess}"),
    Words("เลือกจากรายการในช่อง: {choices}", "choose from the list of the cell: {choices}"),
    Words("คำในรายการเท่านั้นที่โปรแกรมเข้าใจ", "only the words of the list are understood"),
    wrong="พร้อมเซ็น", right="พร้อมลงนาม",
)  # fmt: skip
BAD_CODE = Rule(
    "C104", ERROR,
    Words("“{text}” ไม่ใช่รหัสที่ถูกรูปแบบ", "“{text}” is not a well-formed code"),
    Words("พิมพ์รหัสแบบ {example}", "type a code like {example}"),
    Words("รหัสใช้โยงข้อมูลระหว่างแผ่นงาน", "codes tie the sheets together"),
    wrong="11503", right="115037",
)  # fmt: skip
ERROR_VALUE = Rule(
    "C105", ERROR,
    Words("สูตรในช่องนี้ให้ค่าผิดพลาด {text}", "the formula in this cell gives the error {text}"),
    Words("แก้สูตรให้ได้ผลลัพธ์ หรือพิมพ์ค่าลงไปตรง ๆ แล้วบันทึก", "mend the formula or type the value itself, then save"),
    Words("ค่าผิดพลาดของ Excel พิมพ์ในเอกสารไม่ได้", "an error of Excel cannot be printed"),
    wrong="#REF!", right="1,200",
)  # fmt: skip
NOT_CALCULATED = Rule(
    "C106", ERROR,
    Words("สูตรในช่องนี้ยังไม่เคยคำนวณ จึงไม่มีผลลัพธ์", "the formula in this cell was never calculated and has no result"),
    Words("เปิดไฟล์ด้วย Excel กด F9 แล้วบันทึก", "open the file in Excel, press F9, and save"),
    Words("โปรแกรมใช้ผลลัพธ์ที่ Excel เก็บไว้ ไม่คำนวณสูตรเอง", "the results stored by Excel are used; formulas are never run here"),
    wrong="=A1 ที่ยังไม่คำนวณ", right="1,200",
)  # fmt: skip
LOST_ZERO = Rule(
    "C107", ERROR,
    Words("เลข 0 ข้างหน้าหายไป: Excel เก็บเป็นตัวเลข {text}", "the leading 0 is lost: Excel keeps the number {text}"),
    Words("จัดรูปแบบช่องเป็น ข้อความ แล้วพิมพ์ใหม่ทั้งหมด เช่น {example}", "format the cell as Text and type it again in full, such as {example}"),
    Words("Excel ตัดเลข 0 ข้างหน้าของสิ่งที่มันเห็นว่าเป็นตัวเลข", "Excel drops leading zeros from what it takes for a number"),
    wrong="20000001", right="0 2000 0001",
)  # fmt: skip
DATE_AS_CODE = Rule(
    "C108", WARNING,
    Words("Excel เปลี่ยนรหัสเป็นวันที่ โปรแกรมอ่านเป็น {code}", "Excel turned the code into a date; it is read as {code}"),
    Words("ตรวจว่าถูกต้อง แล้วจัดรูปแบบช่องเป็น ข้อความ และพิมพ์ {code} ใหม่", "check it, format the cell as Text, and type {code} again"),
    Words("Excel เห็นตัวเลขคั่นด้วยจุดเป็นวันที่", "Excel takes numbers with dots for dates"),
    wrong="8 ก.พ. 2014", right="8.2.14",
)  # fmt: skip
BAD_YEAR = Rule(
    "C109", ERROR,
    Words("“{text}” ไม่ใช่ปีงบประมาณ พ.ศ.{guess}", "“{text}” is not a fiscal year of the Buddhist Era{guess}"),
    Words("พิมพ์ปี พ.ศ. สี่หลัก เช่น 2568", "type the year of the Buddhist Era in four digits, such as 2568"),
    Words("ปีใช้ในหัวเรื่องและชื่อไฟล์ทุกฉบับ", "the year stands in every heading and file name"),
    wrong="2025", right="2568",
)  # fmt: skip
OUT_OF_RANGE = Rule(
    "C110", ERROR,
    Words("{text} อยู่นอกช่วง: {bounds}", "{text} is out of range: {bounds}"),
    Words("ตรวจตัวเลขแล้วพิมพ์ใหม่ {bounds}", "check the number and type it again; {bounds}"),
    Words("ค่านอกช่วงมักเกิดจากการพิมพ์ผิดหรือผิดคอลัมน์", "a value out of range is usually a slip or in the wrong column"),
    wrong="900", right="90",
)  # fmt: skip
BAD_FLAG = Rule(
    "C111", ERROR,
    Words("“{text}” ไม่ใช่เครื่องหมายถูก", "“{text}” is not a tick"),
    Words("เลือก ✓ จากรายการ หรือปล่อยว่าง", "choose ✓ from the list or leave the cell empty"),
    Words("ช่องนี้บอกว่าทำเครื่องหมายในช่องสี่เหลี่ยมหรือไม่", "the cell says whether the box is ticked"),
    wrong="ไม่แน่ใจ", right="✓",
)  # fmt: skip
UNKNOWN_TOKEN = Rule(
    "C112", ERROR,
    Words("ไม่รู้จักคำแทน {token}", "the token {token} is not known"),
    Words("ใช้ได้เฉพาะ {known} หรือลบวงเล็บเหลี่ยมออก", "use {known} only, or remove the square brackets"),
    Words("คำแทนในวงเล็บเหลี่ยมจะถูกแทนด้วยค่าจริงตอนพิมพ์", "tokens in square brackets are replaced when printing"),
    wrong="[ปีนี้]", right="[ปี]",
)  # fmt: skip
BAD_PICTURE = Rule(
    "C113", ERROR,
    Words("ใช้รูป “{text}” ไม่ได้: {reason}", "the picture “{text}” cannot be used: {reason}"),
    Words("วางไฟล์ .png หรือ .jpg ไว้ในโฟลเดอร์เดียวกับสมุดงาน แล้วพิมพ์เฉพาะชื่อไฟล์", "put a .png or .jpg beside the workbook and type its file name only"),
    Words("เพื่อความปลอดภัย โปรแกรมอ่านรูปจากโฟลเดอร์ของสมุดงานเท่านั้น", "for safety, pictures are read from the folder of the workbook only"),
    wrong="C:\\รูป\\ลายเซ็น.bmp", right="ลายเซ็น.png",
)  # fmt: skip
BAD_PHONE = Rule(
    "C114", WARNING,
    Words("“{text}” มีตัวเลข {count} ตัว หมายเลขโทรศัพท์ไทยขึ้นต้นด้วย 0 มี 9 ตัว มือถือ (06 08 09) มี 10 ตัว",
          "“{text}” has {count} digits; Thai telephone numbers begin with 0 and have 9, those of mobile telephones (06 08 09) 10"),
    Words("ตรวจหมายเลข เช่น 0 2000 0001 ต่อ 12", "check the number, such as 0 2000 0001 ext. 12"),
    Words("หมายเลขที่ขาดหรือเกินติดต่อไม่ได้", "a number with a digit too few or too many reaches nobody"),
    wrong="0 2000 001", right="0 2000 0001",
)  # fmt: skip
NOT_TEXT = Rule(
    "C115", ERROR,
    Words("ช่องนี้ต้องเป็นข้อความ แต่เป็นค่า {text}", "text is wanted here, but the cell holds {text}"),
    Words("พิมพ์เป็นข้อความ", "type it as text"),
    Words("ค่าจริง/เท็จของ Excel พิมพ์ในเอกสารไม่ได้", "a truth value of Excel cannot be printed"),
    wrong="TRUE", right="สำนักพัฒนาสังคม",
)  # fmt: skip
BAD_DATE = Rule(
    "C116", ERROR,
    Words("“{text}” ไม่ใช่วันที่", "“{text}” is not a date"),
    Words("พิมพ์วัน เดือน ปี พ.ศ. เช่น 15 มกราคม 2567", "type day, month and year of the Buddhist Era, such as 15 มกราคม 2567"),
    Words("วันที่พิมพ์ในเอกสารเป็นคำ จึงต้องรู้ว่าเป็นวันใด", "dates are printed in words, so the day must be certain"),
    wrong="31 กุมภาพันธ์ 2567", right="29 กุมภาพันธ์ 2567",
)  # fmt: skip
BAD_ADDRESS = Rule(
    "C117", ERROR,
    Words("“{text}” ไม่ใช่ที่อยู่เว็บ", "“{text}” is not a web address"),
    Words("พิมพ์ที่อยู่เต็มขึ้นต้นด้วย https:// เช่น https://example.go.th/plan", "type the whole address, such as https://example.go.th/plan"),
    Words("ที่อยู่นี้พิมพ์เป็นรหัสคิวอาร์ ผู้อ่านจะสแกนไม่ได้หากผิด", "it is printed as a QR code, which leads nowhere if it is wrong"),
    wrong="example/แผน ๒๕๖๗", right="https://example.go.th/plan2567",
)  # fmt: skip
NOT_WHOLE = Rule(
    "C118", ERROR,
    Words("{text} ไม่ใช่จำนวนเต็ม", "{text} is not a whole number"),
    Words("พิมพ์จำนวนเต็ม", "type a whole number"),
    Words("ช่องนี้นับเป็นหน่วย", "this cell counts whole things"),
    wrong="10.5", right="10",
)  # fmt: skip
WORDS_WITH_DIGITS = Rule(
    "C119", WARNING,
    Words("“{text}” เป็นข้อความที่มีตัวเลข พิมพ์ตามที่กรอก และนับรวมเป็น 0 บาท",
          "“{text}” is text with a figure in it: it is printed as typed and counted as 0 baht"),
    Words("หากเป็นงบประมาณ ให้พิมพ์เฉพาะตัวเลข เช่น 50,000 หากเป็นข้อความแทน ให้ปล่อยไว้",
          "if it is a budget, type digits only, such as 50,000; if it stands in place of one, leave it"),
    Words("ยอดรวมรวมได้เฉพาะช่องที่มีแต่ตัวเลข", "only cells of digits alone are added up"),
    wrong="รอจัดสรร 50,000 บาท", right="50,000",
)  # fmt: skip
MANY_DECIMALS = Rule(
    "C120", ERROR,
    Words("{text} มีทศนิยมเกินสองตำแหน่ง", "{text} has more than two decimals"),
    Words("พิมพ์จำนวนเงินเป็นบาท ทศนิยมไม่เกินสองตำแหน่ง", "type the amount in baht with two decimals at most"),
    Words("เงินมีหน่วยเล็กที่สุดคือสตางค์ ยอดรวมจะไม่เท่ากับผลบวกของจำนวนที่พิมพ์",
          "there is nothing smaller than a satang; the total would differ from the sum of what is printed"),
    wrong="410,600.555", right="410,600.56",
)  # fmt: skip
