"""Rules about Word templates (letter T)."""

from generator.model.finding import Rule, Severity
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

UNKNOWN_NAME = Rule(
    "T001", ERROR,
    Words("แม่แบบใช้ชื่อ “{name}” ซึ่งไม่มีในแบบนี้{guess}", "the template uses the name “{name}”, which this form does not have{guess}"),
    Words("แก้ชื่อในแม่แบบให้ตรงกับคู่มือของแบบ", "correct the name in the template; the manual of the form lists them all"),
    Words("ชื่อที่สะกดผิดจะทำให้เอกสารขาดข้อมูล", "a misspelt name would leave a gap in the document"),
    wrong="{{ titel }}", right="{{ title }}",
)  # fmt: skip
UNUSED_NAME = Rule(
    "T002", WARNING,
    Words("แม่แบบไม่ได้ใช้ชื่อ “{name}”", "the template never uses the name “{name}”"),
    Words("เพิ่ม {{{{ {name} }}}} ในแม่แบบ หากต้องการให้พิมพ์", "add {{{{ {name} }}}} to the template if it should be printed"),
    Words("ข้อมูลที่กรอกไว้จะไม่ปรากฏในเอกสาร", "what was filled in would not appear in the document"),
    wrong="แม่แบบไม่มี {{ name }}", right="แม่แบบมี {{ name }}",
)  # fmt: skip
UNPAIRED = Rule(
    "T003", ERROR,
    Words("คำสั่ง {tag} ไม่มีคู่", "the tag {tag} has no partner"),
    Words("เพิ่มคำสั่งคู่ เช่น {{% for … %}} กับ {{% endfor %}} หรือลบคำสั่งนี้", "add its partner, such as {{% for … %}} with {{% endfor %}}, or delete it"),
    Words("คำสั่งเปิดและปิดต้องมาเป็นคู่", "what opens must close"),
    wrong="{% for p in projects %}", right="{% for p in projects %} … {% endfor %}",
)  # fmt: skip
BAD_TAG = Rule(
    "T004", ERROR,
    Words("อ่านคำสั่ง {tag} ไม่ได้: {reason}", "the tag {tag} cannot be read: {reason}"),
    Words("พิมพ์คำสั่งใหม่ทั้งหมดตามตัวอย่างในคู่มือ", "type the tag again in full, as the manual shows"),
    Words("ในแม่แบบใช้ได้เฉพาะคำสั่งที่ปลอดภัยไม่กี่แบบ", "a template may use a few safe tags only"),
    wrong="{{ open('x') }}", right="{{ name }}",
)  # fmt: skip
WRONG_PLACE = Rule(
    "T005", ERROR,
    Words("คำสั่ง {tag} อยู่ผิดที่: {reason}", "the tag {tag} stands in the wrong place: {reason}"),
    Words("ย้ายคำสั่งตามที่บอก", "move the tag as told"),
    Words("ค่าแต่ละแบบพิมพ์ได้ในที่ของมัน", "each kind of value has its place"),
    wrong="ก {{ flow }}", right="{{ flow }} เป็นย่อหน้าของตัวเอง",
)  # fmt: skip
LEFT_OPEN = Rule(
    "T006", ERROR,
    Words("วงเล็บปีกกาของคำสั่งไม่ครบใกล้ “{text}”", "the braces of a tag are incomplete near “{text}”"),
    Words("พิมพ์คำสั่งใหม่ในย่อหน้าเดียว ไม่มีการขึ้นบรรทัดหรือแท็บคั่น", "type the tag again within one paragraph, without a line break or tab in it"),
    Words("คำสั่งที่ไม่ครบจะถูกพิมพ์ออกมาให้ผู้อ่านเห็น", "an incomplete tag would be printed for all to see"),
    wrong="{{ title }", right="{{ title }}",
)  # fmt: skip
OUTSIDE_LINK = Rule(
    "T007", ERROR,
    Words("แม่แบบโยงไปยังสิ่งภายนอก: {target}", "the template links to something outside: {target}"),
    Words("แทรกรูปลงในแม่แบบโดยตรง และถอดแม่แบบที่แนบอยู่", "insert pictures into the template itself, and detach attached templates"),
    Words("Word จะติดต่อที่อยู่ภายนอกเมื่อเปิดเอกสาร", "Word would contact the outside when the document is opened"),
    wrong="แม่แบบที่แนบ https://example.org/x.dotm", right="ไม่มีแม่แบบที่แนบ",
)  # fmt: skip
NOT_A_TEMPLATE = Rule(
    "T008", ERROR,
    Words("แม่แบบไม่ใช่ไฟล์ Word (.docx) ที่ใช้ได้: {reason}", "the template is no usable Word file (.docx): {reason}"),
    Words("บันทึกแม่แบบจาก Word เป็น .docx (ไม่มีมาโคร) หรือใช้แม่แบบที่มากับโปรแกรม", "save it from Word as .docx without macros, or use the one that comes with the program"),
    Words("แม่แบบเป็นเอกสาร Word ธรรมดา", "a template is an ordinary Word document"),
    wrong="ไฟล์ที่ไม่ใช่ .docx", right="ไฟล์ .docx จาก Word",
)  # fmt: skip
ARABIC_DIGITS = Rule(
    "T009", WARNING,
    Words("ข้อความในแม่แบบมีเลขอารบิก “{text}”", "the wording of the template has Arabic digits: “{text}”"),
    Words("เปลี่ยนเป็นเลขไทย", "change them to Thai digits"),
    Words("เอกสารราชการฉบับนี้ใช้เลขไทยทั้งฉบับ", "this official document uses Thai digits throughout"),
    wrong="ส่วนที่ 2", right="ส่วนที่ ๒",
)  # fmt: skip
