"""Rules of the annual action plan: between rows and sheets (letter X), and about sums (letter B)."""

from generator.model.finding import Rule, Severity
from generator.model.rules.book_rules import ALIKE
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

DOUBLE_HANDLE = Rule(
    "X320", ERROR,
    Words("รหัสโครงการ {key} ใช้แล้วที่ช่อง {other} รหัสที่ยังว่างคือ {free}",
          "the handle {key} stands already in {other}; the next free one is {free}"),
    Words("เปลี่ยนรหัสของแถวที่วางเข้ามาใหม่เป็น {free} และแก้แถวที่อ้างถึงโครงการนั้น",
          "change the handle of the row that was pasted to {free}, and the rows that refer to it"),
    Words("รหัสซ้ำเกิดเมื่อวางแถวจากสมุดงานอื่น แผ่นงานอื่นจะไม่รู้ว่าหมายถึงโครงการใด",
          "rows pasted from another workbook bring their handles; nobody could tell which project is meant"),
    wrong="ค004 สองแถว", right="ค004 และ ค008",
)  # fmt: skip
UNKNOWN_DIVISION = Rule(
    "X321", ERROR,
    Words("ไม่มี “{text}” ในแผ่นงาน “ส่วนราชการ”{guess}", "“{text}” is not in the sheet ส่วนราชการ{guess}"),
    Words("เลือกชื่อฝ่ายจากรายการ หรือเพิ่มชื่อนี้ในคอลัมน์ “ชื่ออื่น” ของฝ่ายนั้น",
          "choose the division from the list, or add this spelling to its column ชื่ออื่น"),
    Words("โครงการของฝ่ายที่ไม่รู้จักจะหายไปจากส่วนที่ ๓", "a project of an unknown division would be lost from part ๓"),
    wrong="ฝ่ายพัฒนาชุมชุน", right="ฝ่ายพัฒนาชุมชนฯ",
)  # fmt: skip
UNKNOWN_AGENCY = Rule(
    "X322", ERROR,
    Words("ไม่มี “{text}” ในแผ่นงาน “หน่วยงาน”{guess}", "“{text}” is not in the sheet หน่วยงาน{guess}"),
    Words("แก้ชื่อย่อ หรือเพิ่มหน่วยงานนี้ในแผ่นงาน “หน่วยงาน” หลายหน่วยงานคั่นด้วยจุลภาค",
          "mend the short name, or add the agency to the sheet หน่วยงาน; several are parted by commas"),
    Words("ชื่อย่อพิมพ์ตามที่กรอก ชื่อที่ผิดจึงพิมพ์ผิด", "short names print as they are typed, wrong ones too"),
    wrong="สนย", right="สนย.",
)  # fmt: skip
UNKNOWN_WORK = Rule(
    "X323", ERROR,
    Words("“{text}” ไม่ใช่งานของ{division}{guess}", "“{text}” is no work of {division}{guess}"),
    Words("เลือกงานจากรายการ เพิ่มงานนี้ในแผ่นงาน “งาน” หรือเว้นว่างเพื่อให้อยู่ใน “อื่น ๆ”",
          "choose it from the list, add it to the sheet งาน, or leave the cell empty for อื่น ๆ"),
    Words("โครงการของงานที่ไม่รู้จักจะไปอยู่ใต้ “อื่น ๆ”", "a project of unknown work would be printed under อื่น ๆ"),
    wrong="งานซ่อมทาง", right="งานซ่อม",
)  # fmt: skip
NESTED = Rule(
    "X324", ERROR,
    Words("{key} {what}อยู่แล้ว จึง{role}ไม่ได้", "{key} {what} already, so it cannot {role}"),
    Words("อ้างถึงโครงการที่อยู่ชั้นบนสุด หรือเว้นว่าง", "refer to the topmost project, or leave the cell empty"),
    Words("โครงการย่อยมีได้ชั้นเดียว ชั้นที่สองจะไม่พิมพ์", "sub-projects have one level only; a second would not be printed"),
    wrong="ค008 เป็นส่วนหนึ่งของ ค006 ซึ่งเป็นส่วนหนึ่งของ ค003", right="ค008 เป็นส่วนหนึ่งของ ค007",
)  # fmt: skip
PARENT_ELSEWHERE = Rule(
    "X325", ERROR,
    Words("โครงการหลัก {key} อยู่ส่วน “{other}” แต่โครงการย่อยนี้อยู่ส่วน “{part}”",
          "the parent {key} belongs to “{other}”, this sub-project to “{part}”"),
    Words("แก้ส่วนให้ตรงกัน", "put both into the same part"),
    Words("โครงการย่อยพิมพ์ใต้โครงการหลัก แต่ยอดจะไปรวมในอีกส่วนหนึ่ง",
          "a sub-project is printed below its parent, but would be added up in another part"),
    wrong="ค004 ส่วนที่ 3 ใต้ ค002 ส่วนที่ 2", right="ค004 และ ค002 ส่วนที่ 2",
)  # fmt: skip
SERVES_NOTHING = Rule(
    "X326", WARNING,
    Words("{key} ไม่ได้สนับสนุน {wanted} ใด จึงไม่อยู่ในตารางของ{part}",
          "{key} serves no {wanted}, so no table of part {part} lists it"),
    Words("เพิ่มแถวในแผ่นงาน “สนับสนุน” หรือย้ายโครงการไปส่วนอื่น", "add a row to the sheet สนับสนุน, or move it to another part"),
    Words("โครงการจะอยู่ในตารางสรุปเท่านั้น", "it would stand in the summary only"),
    wrong="ค001 ไม่มีแถวใน สนับสนุน", right="ค001 สนับสนุน KPI 1.5.4.1",
)  # fmt: skip
NO_PROJECT = Rule(
    "X327", WARNING,
    Words("OKR {key} มีค่าเป้าหมายแต่ไม่มีโครงการสนับสนุน พิมพ์ “-”", "OKR {key} has a target but no project; “-” is printed"),
    Words("เพิ่มโครงการในแผ่นงาน “สนับสนุน” หรือลบค่าเป้าหมายหากเขตไม่ได้รับผิดชอบ",
          "add its project to the sheet สนับสนุน, or remove the target if the district has no part in it"),
    Words("ค่าเป้าหมายที่ไม่มีโครงการอาจเป็นการลืมกรอก", "a project may have been forgotten"),
    wrong="4.1.02 เป้าหมาย 9 ไม่มีโครงการ", right="ค005 สนับสนุน OKR 4.1.02",
)  # fmt: skip
ORPHAN = Rule(
    "X328", ERROR,
    Words("{level} {key} ไม่มี {wanted} อยู่เหนือขึ้นไป", "{level} {key} has no {wanted} above it"),
    Words("ย้ายแถวไปไว้ใต้ {wanted} หรือเพิ่มแถว {wanted} เหนือแถวนี้", "move the row below its {wanted}, or add one above it"),
    Words("ลำดับของแถวบอกว่าข้อใดอยู่ใต้ข้อใด ข้อที่ไม่มีที่อยู่จะไม่พิมพ์",
          "the order of the rows says what belongs to what; a row without a place is not printed"),
    wrong="KPI เหนือกลยุทธ์", right="กลยุทธ์ แล้วจึง KPI",
)  # fmt: skip
UNUSED_COLUMN = Rule(
    "X329", WARNING,
    Words("{level} ไม่ใช้ “{header}” ค่านี้จะไม่พิมพ์", "a {level} does not use “{header}”: it is not printed"),
    Words("ลบค่าในช่องนี้ หรือย้ายไปแถวที่ถูก", "delete it, or move it to the right row"),
    Words("ค่าอาจพิมพ์ผิดแถว", "it may have been typed into the wrong row"),
    wrong="กลยุทธ์ 1.5.4 มีค่าเป้าหมาย 80", right="KPI 1.5.4.1 มีค่าเป้าหมาย 80",
)  # fmt: skip
OTHER_OBJECTIVE = Rule(
    "X330", WARNING,
    Words("OKR {key} พิมพ์ใต้ประเด็น {typed} ไม่ใช่ {own} ตามรหัส", "OKR {key} is printed under {typed}, not under {own} as its code says"),
    Words("ลบช่อง “ประเด็น” ให้เป็นไปตามรหัส หรือปล่อยไว้หากตั้งใจ", "empty the cell to follow the code, or leave it if it is meant"),
    Words("รหัสกับประเด็นที่ไม่ตรงกันมักเป็นการพิมพ์ผิด", "a code and an objective that differ are usually a slip"),
    wrong="4.1.02 ใต้ 4.2", right="4.1.02 ใต้ 4.1",
)  # fmt: skip
MONTHS_REVERSED = Rule(
    "X331", ERROR,
    Words("เดือนสิ้นสุด {last} มาก่อนเดือนเริ่ม {first} ในปีงบประมาณ", "the last month {last} comes before the first, {first}, in the fiscal year"),
    Words("แก้เดือน ปีงบประมาณเริ่ม ต.ค. และจบ ก.ย.", "mend the months; the fiscal year runs from ต.ค. to ก.ย."),
    Words("ลูกศรในตาราง จ ลากจากเดือนเริ่มถึงเดือนสิ้นสุด", "the arrow of ตาราง จ runs from the first month to the last"),
    wrong="ม.ค. ถึง ต.ค.", right="ต.ค. ถึง ม.ค.",
)  # fmt: skip
LEVELS_MISSING = Rule(
    "X332", ERROR,
    Words("เกณฑ์คะแนนของตัวชี้วัด {key} ขาดระดับ {levels}", "the scoring of {key} lacks the levels {levels}"),
    Words("เพิ่มแถวในแผ่นงาน “เกณฑ์คะแนน” ให้ครบระดับ 5 ถึง 1", "add rows to the sheet เกณฑ์คะแนน for the levels 5 to 1"),
    Words("เกณฑ์มีห้าระดับเสมอ", "there are always five levels"),
    wrong="1.2 มีระดับ 5 ถึง 2", right="1.2 มีระดับ 5 ถึง 1",
)  # fmt: skip
LEVEL_ORDER = Rule(
    "X333", WARNING,
    Words("ระดับ {level} อยู่ใต้ระดับ {above}", "the level {level} stands below the level {above}"),
    Words("เรียงแถวจากระดับ 5 ลงไปถึง 1", "order the rows from 5 down to 1"),
    Words("ระดับพิมพ์ตามลำดับของแถว", "levels are printed in the order of their rows"),
    wrong="5, 3, 4, 2, 1", right="5, 4, 3, 2, 1",
)  # fmt: skip
UNDEFINED = Rule(
    "X334", ERROR,
    Words("{key} ยังไม่มีแถวในแผ่นงาน “นิยาม” พิมพ์เป็นจุดไข่ปลา", "{key} has no row in the sheet นิยาม; dots are printed"),
    Words("เพิ่มแถวในแผ่นงาน “นิยาม” โดยเลือก {key}", "add a row for {key} to the sheet นิยาม"),
    Words("ตาราง ก และ ค ต้องบอกว่าตัวชี้วัดหมายถึงอะไร", "ตาราง ก and ค must say what an indicator means"),
    wrong="ค 1.2 ไม่มีแถวใน นิยาม", right="ค 1.2 มีแถวใน นิยาม",
)  # fmt: skip
UNKNOWN_SCOPE = Rule(
    "X335", WARNING,
    Words("ไม่รู้ว่า “{text}” คือส่วน ด้าน หรือฝ่ายใด จึงไม่ได้ตรวจยอดนี้{guess}",
          "“{text}” is no part, dimension or division, so nothing is compared with this total{guess}"),
    Words("พิมพ์ ส่วนที่ 1 ถึง 3 ชื่อด้าน หรือชื่อฝ่าย", "type ส่วนที่ 1 to 3, or the name of a dimension or division"),
    Words("ยอดที่ไม่รู้ขอบเขตตรวจเทียบไม่ได้", "a total of nothing known cannot be compared"),
    wrong="ส่วนที่ ๔", right="ส่วนที่ ๒",
)  # fmt: skip
DOUBLE_SPELLING = Rule(
    "X336", ERROR,
    Words("“{text}” เป็นชื่อของ{other} ด้วย", "“{text}” is a name of {other} as well"),
    Words("ลบชื่อนี้ออกจากฝ่ายใดฝ่ายหนึ่ง", "remove it from one of the two"),
    Words("ชื่อหนึ่งหมายถึงฝ่ายเดียว", "one name means one division"),
    wrong="ฝ่ายโยธา ชื่ออื่น ฝ่ายพัฒนาชุมชน", right="ฝ่ายโยธา ไม่มีชื่ออื่น",
)  # fmt: skip
NO_NUMBER = Rule(
    "X337", WARNING,
    Words("{key} ไม่ใช่รหัสของ กทม. จึงพิมพ์ชื่อโดยไม่มีรหัสในสาระสำคัญของแผน",
          "{key} is no code of the city: the name is printed without a code in the essence of the plan"),
    Words("ใส่รหัสเมื่อ กทม. กำหนดแล้ว", "type the code once the city has given one"),
    Words("รหัสที่ลงท้ายด้วยอักษรเป็นของเราเอง", "codes that end in a letter are our own"),
    wrong="4.1.ข", right="4.1.02",
)  # fmt: skip
NO_SUCH_PROJECT = Rule(
    "X338", ERROR,
    Words("รหัส {key} ยังไม่มีโครงการในแผ่นงาน “{target}”", "the handle {key} has no project in the sheet “{target}” yet"),
    Words("กรอกชื่อโครงการในแถว {key} ของแผ่นงาน “{target}” หรือเลือกรหัสของโครงการที่กรอกแล้ว",
          "fill in the row {key} of “{target}”, or choose the handle of a project that is there"),
    Words("รหัสที่เตรียมไว้ให้ยังไม่หมายถึงโครงการใดจนกว่าจะกรอกแถวนั้น",
          "a handle that was handed out means no project until its row is filled in"),
    wrong="ค030 ซึ่งแถวยังว่าง", right="ค003 ซึ่งกรอกชื่อแล้ว",
)  # fmt: skip
MISSING_TEXT = Rule(
    "X339", ERROR,
    Words("ยังไม่มีข้อความตอน {parts} พิมพ์เป็นจุดไข่ปลา", "there is no text for {parts}; dots are printed"),
    Words("เพิ่มแถวของแต่ละตอนในแผ่นงาน “ข้อความ”", "add rows for each of them to the sheet ข้อความ"),
    Words("แผนที่พร้อมลงนามต้องมีข้อความครบทุกตอน", "a plan ready for signature must have all its texts"),
    wrong="ไม่มีแถวของ จุดแข็ง", right="จุดแข็ง หนึ่งแถว",
)  # fmt: skip
NO_PROJECTS = Rule(
    "X340", ERROR,
    Words("ยังไม่มีโครงการใดในแผ่นงาน “โครงการ”", "there is no project in the sheet โครงการ"),
    Words("กรอกโครงการในแผ่นงาน “โครงการ”", "fill in the sheet โครงการ"),
    Words("แผนที่พร้อมลงนามต้องมีโครงการ", "a plan ready for signature must have projects"),
    wrong="แผ่นงานโครงการมีแต่รหัส", right="ค001 แก้โรค",
)  # fmt: skip
UNCONFIRMED = Rule(
    "X360", ERROR,
    Words("ยังไม่ได้ยืนยันข้อมูลที่ยกมาจากแผนปี {year} {count} เรื่อง: {abouts}",
          "{count} things carried over from the plan of {year} are not confirmed yet: {abouts}"),
    Words("ตรวจและแก้ข้อมูล แล้วทำเครื่องหมาย ✓ ในคอลัมน์ “ยืนยัน” ของแผ่นงาน “{sheet}”",
          "look through it, mend it, and tick it off in the sheet “{sheet}”"),
    Words("ข้อความของปีก่อนที่ไม่มีใครอ่านไม่ควรมีลายมือชื่อ", "texts of last year that nobody read should not be signed"),
    wrong="คำนำ 2566 ยังไม่ยืนยัน", right="คำนำ 2566 ✓",
)  # fmt: skip
WEIGHTS = Rule(
    "B420", ERROR,
    Words("น้ำหนักของตัวชี้วัดเจรจารวมได้ {total} แต่กำหนดไว้ {target} ({cells})",
          "the weights of the negotiated indicators add up to {total}, not {target} ({cells})"),
    Words("แก้น้ำหนักของตัวชี้วัด หรือน้ำหนักรวมในแผ่นงาน “ตั้งค่า”", "mend the weights, or the total in the sheet ตั้งค่า"),
    Words("คะแนนขององค์ประกอบที่ ๑ ต้องครบตามที่กำหนด", "the score of component ๑ must be complete"),
    wrong="10 + 20 แต่กำหนด 70", right="10 + 20 และกำหนด 30",
)  # fmt: skip
SHARES = Rule(
    "B421", ERROR,
    Words("ร้อยละของงานของ {key} รวมได้ {total} ไม่ใช่ 100 ({cells})", "the shares of the work of {key} add up to {total}, not 100 ({cells})"),
    Words("แก้ร้อยละของงานให้รวมได้ 100", "mend the shares so that they add up to 100"),
    Words("ร้อยละสะสมของขั้นตอนสุดท้ายต้องเป็น 100", "the cumulative share of the last step must be 100"),
    wrong="40 + 59", right="40 + 60",
)  # fmt: skip
CUMULATIVE = Rule(
    "B422", WARNING,
    Words("ร้อยละสะสมที่กรอกไว้คือ {typed} แต่รวมร้อยละของงานได้ {total}", "the cumulative share typed is {typed}, but the shares add up to {total}"),
    Words("แก้ร้อยละของงาน หรือลบร้อยละสะสม เอกสารพิมพ์ {total}", "mend the shares, or delete the cumulative one; {total} is printed"),
    Words("ช่องนี้มีไว้ตรวจเท่านั้น ค่าที่พิมพ์คำนวณจากร้อยละของงาน", "this cell is only compared; what is printed is computed"),
    wrong="สะสม 45 แต่รวมได้ 40", right="สะสม 40 รวมได้ 40",
)  # fmt: skip
POINTS_FALL = Rule(
    "B423", ERROR,
    Words("คะแนนของระดับ {level} คือ {points} ไม่น้อยกว่าระดับ {above} ซึ่งได้ {more} ที่ {other}",
          "level {level} gives {points}, which is not less than the {more} of level {above} in {other}"),
    Words("แก้คะแนนให้ลดลงตามระดับ", "mend the points so that they fall with the level"),
    Words("ระดับที่ต่ำกว่าได้คะแนนน้อยกว่า", "a lower level earns less"),
    wrong="ระดับ 5 = 10, ระดับ 4 = 10", right="ระดับ 5 = 10, ระดับ 4 = 8",
)  # fmt: skip
POINTS_TOP = Rule(
    "B424", ERROR,
    Words("ระดับ 5 ให้ {points} คะแนน แต่น้ำหนักคือ {weight} ที่ {other}", "level 5 gives {points}, but the weight is {weight} in {other}"),
    Words("แก้คะแนนหรือน้ำหนักให้เท่ากัน", "make points and weight equal"),
    Words("ผลงานเต็มที่ได้คะแนนเต็มน้ำหนัก", "full success earns the full weight"),
    wrong="ระดับ 5 ได้ 9 น้ำหนัก 10", right="ระดับ 5 ได้ 10 น้ำหนัก 10",
)  # fmt: skip
BUDGET_TOTAL = Rule(
    "B425", WARNING,
    Words("ยอดอนุมัติของ “{scope}” คือ {typed} แต่รวมโครงการได้ {total} ต่างกัน {difference} ({cells}){why}",
          "the approved total of “{scope}” is {typed}, but the projects add up to {total}: a difference of {difference} ({cells}){why}"),
    Words("ตรวจงบประมาณของโครงการและยอดอนุมัติ เอกสารพิมพ์ {total}", "check the budgets and the approved total; {total} is printed"),
    Words("ยอดในเอกสารรวมจากโครงการ ยอดอนุมัติใช้ตรวจเทียบเท่านั้น",
          "totals are added up from the projects; the approved one is only compared"),
    wrong="35,294,295 แต่รวมได้ 35,254,295", right="35,254,295 ทั้งสองแห่ง",
)  # fmt: skip
COUNT_TOTAL = Rule(
    "B426", WARNING,
    Words("จำนวนโครงการที่อนุมัติของ “{scope}” คือ {typed} แต่นับได้ {total} ({cells})",
          "“{scope}” has {typed} projects approved, but {total} are listed ({cells})"),
    Words("ตรวจว่าโครงการครบและไม่ซ้ำ เอกสารพิมพ์ {total}", "see whether a project is missing or doubled; {total} is printed"),
    Words("นับเฉพาะโครงการที่ไม่มีโครงการย่อยและไม่เป็นส่วนหนึ่งของโครงการอื่น",
          "counted are projects that have no sub-projects and are no part of another"),
    wrong="2 แต่นับได้ 3", right="3 และนับได้ 3",
)  # fmt: skip
UNCOUNTED_BUDGET = Rule(
    "B427", WARNING,
    Words("งบประมาณ {typed} ของ {key} ไม่นับรวม: {why}", "the budget {typed} of {key} is not counted: {why}"),
    Words("ลบงบประมาณนี้ หรือแก้งบประมาณของโครงการที่นับรวม", "delete it, or mend the budgets that are counted"),
    Words("ยอดรวมนับงบประมาณแต่ละบาทครั้งเดียว", "totals count every baht once"),
    wrong="450 แต่โครงการย่อยรวมได้ 500", right="500 และโครงการย่อย 300 กับ 200",
)  # fmt: skip
TWO_BUDGETS = Rule(
    "B428", WARNING,
    Words("ชื่อเหมือนหรือเกือบเหมือน {key} แต่งบประมาณ {typed} ที่นี่ และ {found} ที่ {other}",
          "it has the name of {key}, or nearly, but a budget of {typed} here and of {found} in {other}"),
    Words("แก้ให้เท่ากัน หรือตั้งชื่อให้ต่างกันหากเป็นคนละโครงการ", "make them equal, or give two projects two names"),
    Words("โครงการเดียวที่อยู่สองส่วนควรมีงบประมาณเท่ากัน" + ALIKE.th, "one project in two parts should have one budget" + ALIKE.en),
    wrong="1,385,000 และ 485,500", right="1,385,000 ทั้งสองแถว",
)  # fmt: skip
