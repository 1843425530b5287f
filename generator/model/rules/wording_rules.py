"""Rules about the wording of one cell: what was left to fill in, slips of typing, names and years (letters C, X)."""

from generator.model.finding import Rule, Severity
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

TOO_LONG = Rule(
    "C121", WARNING,
    Words("ข้อความยาว {count} ตัวอักษร ช่องนี้ควรยาวไม่เกิน {most}", "the text has {count} characters; this cell should have {most} at most"),
    Words("ย่อข้อความ หรือแบ่งเป็นหลายแถว และตรวจว่าไม่ได้วางข้อความของช่องอื่น", "shorten it or part it over several rows, and see that it was not pasted from elsewhere"),
    Words("ข้อความยาวเกินทำให้ตารางล้นหน้า และมักเกิดจากการวางผิดช่อง", "a text that long bursts its table, and was usually pasted into the wrong cell"),
    wrong="หน่วยนับยาว 61 ตัวอักษร", right="คน",
)  # fmt: skip
OTHER_ERA = Rule(
    "C122", WARNING,
    Words("“{typed}” เป็นปีคนละศักราชกับที่บอก น่าจะเป็น “{meant}”", "“{typed}” is a year of the other era; “{meant}” seems to be meant"),
    Words("พิมพ์ “{meant}” หรือบอกศักราชให้ชัด เช่น พ.ศ. 2567 หรือ ค.ศ. 2024", "type “{meant}”, or say the era: พ.ศ. 2567 or ค.ศ. 2024"),
    Words("เอกสารฉบับเดียวใช้ พ.ศ. ทั้งฉบับ ปีที่ปนกันทำให้อ่านผิดไป 543 ปี", "the document counts years of the Buddhist Era; a mixed one is read 543 years wrong"),
    wrong="พ.ศ. 2024", right="พ.ศ. 2567",
)  # fmt: skip
PLACEHOLDER = Rule(
    "C123", ERROR,
    Words("“{text}” ใน “{header}” เป็นข้อความบอกให้กรอก ยังไม่ใช่ข้อมูล", "“{text}” in “{header}” asks for something to be filled in; it says nothing yet"),
    Words("พิมพ์ข้อมูลจริงแทน หรือลบให้ช่องว่าง", "type what is asked for, or empty the cell"),
    Words("ข้อความบอกให้กรอกจะพิมพ์ออกมาในเอกสารที่ลงนาม", "it would be printed in a document that is signed"),
    wrong="โปรดระบุ", right="กลุ่มงานส่งเสริมชุมชน",
)  # fmt: skip
LEFT_BLANK = Rule(
    "C124", WARNING,
    Words("ข้อความนี้ยังเว้นที่ไว้ให้เติม: “{text}”", "this text has a place left to be filled in: “{text}”"),
    Words("เติมให้ครบ หรือลบที่เว้นไว้ หากเว้นไว้ให้เขียนด้วยมือให้ปล่อยไว้", "fill it in or delete it; leave it only if it is to be written by hand"),
    Words("ที่เว้นไว้จะพิมพ์ออกมาตามที่เห็น", "the gap is printed as it stands"),
    wrong="ผู้รับผิดชอบ โปรดระบุ", right="ผู้รับผิดชอบ ฝ่ายโยธา",
)  # fmt: skip
NEARLY_A_NUMBER = Rule(
    "C125", WARNING,
    Words("“{text}” คล้ายตัวเลขแต่อ่านเป็นตัวเลขไม่ได้ จึงไม่ได้ตรวจเทียบ", "“{text}” looks like a number but cannot be read as one, so nothing is compared with it"),
    Words("พิมพ์ใหม่เป็นตัวเลข จุลภาคคั่นทุกสามหลัก เช่น 12,000 หรือ 1,234.50", "type it as a number, with commas before groups of three: 12,000 or 1,234.50"),
    Words("จุลภาคผิดที่ ช่องว่างในตัวเลข หรือตัวอักษร O l แทน 0 1 ทำให้ยอดไม่ถูกนับ",
          "a comma in the wrong place, a blank, or the letters O and l for 0 and 1 keep a figure from being counted"),
    wrong="12,00", right="1,200",
)  # fmt: skip
HEADER_REPEATED = Rule(
    "C126", ERROR,
    Words("ช่องนี้พิมพ์ชื่อหัวข้อ “{header}” ซ้ำ ยังไม่ใช่ข้อมูล", "the cell repeats its own header “{header}”; it says nothing yet"),
    Words("พิมพ์ข้อมูลจริง หากแถวนี้คือหัวตารางที่วางซ้ำให้ลบทั้งแถว", "type what is asked for; delete the row if it is a header that was pasted again"),
    Words("หัวตารางที่วางติดมากับข้อมูลจะพิมพ์เป็นแถวหนึ่งของเอกสาร", "a header pasted with its data would be printed as a row"),
    wrong="หน่วยนับ", right="คน",
)  # fmt: skip
MISPLACED_MARK = Rule(
    "C130", WARNING,
    Words("“{typed}” มีสระหรือวรรณยุกต์ซ้ำหรือผิดที่ น่าจะเป็น “{meant}”", "“{typed}” has a vowel or a tone mark twice or out of place; “{meant}” seems to be meant"),
    Words("พิมพ์คำนี้ใหม่: {meant}", "type the word again: {meant}"),
    Words("พิมพ์ออกมาเป็นวงกลมประหรือสระลอย", "it prints as a dotted circle or a floating vowel"),
    wrong="ก่้อสร้าง", right="ก่อสร้าง",
)  # fmt: skip
QUOTATION = Rule(
    "C131", WARNING,
    Words("เครื่องหมายคำพูดใกล้ “{typed}” ไม่เข้าคู่หรือปนสองแบบ น่าจะเป็น {meant}", "the quotation marks near “{typed}” are of two kinds or without their pair; {meant} seems to be meant"),
    Words("ใช้ “ เปิด และ ” ปิด ให้เป็นแบบเดียวกันทั้งข้อความ", "open with “ and close with ”, throughout the text"),
    Words("เครื่องหมายสองแบบในข้อความเดียวดูไม่เรียบร้อย และผู้อ่านไม่รู้ว่าคำที่ยกมาจบตรงไหน", "a quotation without end leaves the reader guessing where it ends"),
    wrong='“ชุมชน" หมายถึง', right="“ชุมชน” หมายถึง",
)  # fmt: skip
CROWDED_NUMBER = Rule(
    "C132", WARNING,
    Words("ตัวเลขติดกับคำทั้งสองข้าง: “{typed}” น่าจะเป็น “{meant}”", "the number touches a word on both sides: “{typed}”; “{meant}” seems to be meant"),
    Words("เว้นวรรคหน้าและหลังตัวเลข หากตัวเลขเกิดจากการกดแป้นผิดให้ลบออก", "put a blank before and after it, or delete it if it was a slip of the key"),
    Words("ตัวเลขกลางคำอ่านยาก และมักเป็นการกดแป้นผิด", "a number within a word is hard to read, and often a slip of the key"),
    wrong="ชุมชน2แห่ง", right="ชุมชน 2 แห่ง",
)  # fmt: skip
NAME_IN_THAI_DIGITS = Rule(
    "C133", WARNING,
    Words("“{typed}” จะพิมพ์เป็น “{printed}” เพราะไม่อยู่ใน “คำยกเว้น”{more}", "“{typed}” will be printed as “{printed}”, for it is not among the exceptions{more}"),
    Words("เพิ่ม “{typed}” ใน “คำยกเว้น” ของแผ่นงาน “ตั้งค่า” หากต้องการเลขอารบิก หรือพิมพ์เลขไทยเองหากตั้งใจ",
          "add “{typed}” to คำยกเว้น in the sheet ตั้งค่า to keep Arabic digits, or type Thai ones if they are meant"),
    Words("ชื่อเฉพาะภาษาอังกฤษใช้เลขอารบิก", "English names keep Arabic digits"),
    wrong="COVID-19", right="COVID-๑๙",
)  # fmt: skip
CROWDED_REPETITION = Rule(
    "C134", WARNING,
    Words("ๆ ติดกับคำข้างหน้า: “{typed}”{more} เอกสารพิมพ์เว้นวรรคให้เป็น “{meant}” แล้ว", "ๆ touches the word before it: “{typed}”{more}; it is printed as “{meant}” all the same"),
    Words("เว้นวรรคหน้า ๆ หรือปล่อยไว้ เพราะเอกสารพิมพ์ถูกอยู่แล้ว", "put a blank before ๆ, or leave it: the document prints it right"),
    Words("หลักของราชบัณฑิตยสภาให้เว้นวรรคทั้งหน้าและหลัง ๆ ข้อความที่คัดลอกไปใช้ที่อื่นจะไม่มีใครเว้นให้", "the rule is a blank on both sides of ๆ; nobody puts it into text that is copied elsewhere"),
    wrong="งานต่างๆ ของเขต", right="งานต่าง ๆ ของเขต",
)  # fmt: skip
UNKNOWN_ABBREVIATION = Rule(
    "X350", WARNING,
    Words("ไม่รู้จักชื่อย่อ “{text}”{guess}{more}", "the abbreviation “{text}” is not known{guess}{more}"),
    Words("แก้ชื่อย่อ หากถูกแล้วและเป็นแผน ให้เพิ่มในแผ่นงาน “หน่วยงาน”", "mend it; if it is right, add it to the sheet หน่วยงาน of a plan"),
    Words("ชื่อย่อในข้อความพิมพ์ตามที่กรอก ผู้อ่านจะไม่รู้ว่าหน่วยงานใด", "abbreviations print as they are typed; readers would not know the agency"),
    wrong="ตามที่ สจล. กำหนด", right="ตามที่ สจส. กำหนด",
)  # fmt: skip
