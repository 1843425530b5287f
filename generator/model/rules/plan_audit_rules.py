"""Rules of the annual action plan that compare its facts with each other and with its year (letters X, B)."""

from generator.model.finding import Rule, Severity
from generator.model.rules.book_rules import ALIKE
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

NODE_ELSEWHERE = Rule(
    "X342", WARNING,
    Words("{level} {key} อยู่ใต้ {above} {own} ที่ {other} รหัสไม่ได้ขึ้นต้นด้วย {own}", "{level} {key} stands below {above} {own} in {other}, but its code does not begin with {own}"),
    Words("แก้รหัส หรือย้ายแถวไปไว้ใต้{above}ที่ถูก", "mend the code, or move the row below its {above}"),
    Words("รหัสบอกว่าข้อใดอยู่ใต้ข้อใด ลำดับแถวก็บอก ต้องตรงกัน", "both the code and the order of the rows say what belongs to what"),
    wrong="KPI 1.6.4.1 ใต้กลยุทธ์ 1.5.4", right="KPI 1.5.4.1 ใต้กลยุทธ์ 1.5.4",
)  # fmt: skip
TOTAL_AS_PROJECT = Rule(
    "X343", ERROR,
    Words("แถวรวม “{text}” อยู่ในรายการโครงการ จะถูกนับเป็นโครงการหนึ่ง", "the total row “{text}” stands among the projects and would be counted as one"),
    Words("ลบแถวนี้ ยอดรวมโปรแกรมทำให้ ยอดที่ได้รับอนุมัติใส่ในแผ่นงาน “ยอดควบคุม”", "delete it: totals are added up; an approved one belongs into the sheet ยอดควบคุม"),
    Words("ยอดรวมที่นับเป็นโครงการทำให้งบประมาณเป็นสองเท่า", "a total counted as a project doubles the budget"),
    wrong="รวมทั้งสิ้น", right="ขุดลอกคลอง",
)  # fmt: skip
SAME_PROJECT = Rule(
    "X344", WARNING,
    Words("{key} ชื่อเหมือนหรือเกือบเหมือน {found} ที่ {other} ในส่วนและฝ่ายเดียวกัน",
          "{key} has the name of {found} in {other}, or nearly, in the same part and division"),
    Words("ลบแถวที่ซ้ำ หรือตั้งชื่อให้ต่างกันหากเป็นคนละโครงการ", "delete the double row, or give two projects two names"),
    Words("โครงการที่ซ้ำทำให้จำนวนโครงการและยอดรวมเกิน" + ALIKE.th, "a project that stands twice is counted twice" + ALIKE.en),
    wrong="ค005 และ ค009 ชื่อ ต้นไม้", right="ค005 ชื่อ ต้นไม้",
)  # fmt: skip
SAME_STEP = Rule(
    "X345", WARNING,
    Words("ขั้นตอนนี้เหมือนกับขั้นตอนที่ {other} ในเดือนเดียวกัน", "this step is that of {other}, in the same months"),
    Words("ลบแถวที่ซ้ำ หรือเขียนให้ต่างกัน", "delete the double row, or word them differently"),
    Words("ขั้นตอนที่วางซ้ำทำให้ร้อยละของงานเกิน" + ALIKE.th, "a step pasted twice takes a share of the work twice" + ALIKE.en),
    wrong="ขุดดิน สองแถว", right="ขุดดิน และ ขนดิน",
)  # fmt: skip
TWO_TARGETS = Rule(
    "B433", WARNING,
    Words("“{name}” มีค่าเป้าหมาย {typed} ที่นี่ แต่ {found} ที่ {other}", "“{name}” has the target {typed} here, but {found} in {other}"),
    Words("แก้ให้เท่ากัน หรือตั้งชื่อให้ต่างกันหากเป็นคนละตัวชี้วัด", "make them equal, or give two indicators two names"),
    Words("ตัวชี้วัดหนึ่งมีค่าเป้าหมายเดียว" + ALIKE.th, "one indicator has one target" + ALIKE.en),
    wrong="ปลูกต้นไม้ 3,000 และ 2,000", right="ปลูกต้นไม้ 3,000",
)  # fmt: skip
OTHER_DISTRICT = Rule(
    "X346", WARNING,
    Words("ข้อความนี้พูดถึง “{text}” แต่แผนนี้เป็นของเขต{district}", "this text names “{text}”, but the plan is that of the district {district}"),
    Words("แก้ชื่อเขต หรือใช้ [เขต] แทนชื่อเขตในข้อความ", "mend the name, or type [เขต] in its place"),
    Words("ชื่อเขตอื่นมักติดมาจากแผนที่คัดลอก", "the name of another district usually came with a text that was copied"),
    wrong="ผู้อำนวยการเขตบางแค", right="ผู้อำนวยการเขตภาษีเจริญ",
)  # fmt: skip
OTHER_YEAR = Rule(
    "X347", WARNING,
    Words("ข้อความนี้พูดถึง “{text}” แต่แผนนี้เป็นของปี {year}", "this text says “{text}”, but the plan is that of {year}"),
    Words("แก้ปี หรือใช้ [ปี] แทนปีในข้อความ", "mend the year, or type [ปี] in its place"),
    Words("ปีอื่นมักติดมาจากไฟล์ของปีก่อน", "another year usually came with last year's file"),
    wrong="แผนปฏิบัติราชการประจำปี พ.ศ. 2565", right="แผนปฏิบัติราชการประจำปี พ.ศ. [ปี]",
)  # fmt: skip
MONTH_OUTSIDE = Rule(
    "X348", WARNING,
    Words("“{text}” อยู่นอกปีงบประมาณ {year} (ต.ค. {before} ถึง ก.ย. {year})", "“{text}” lies outside the fiscal year {year} (ต.ค. {before} to ก.ย. {year})"),
    Words("แก้เดือนหรือปี หรือลบปีออก", "mend the month or the year, or leave the year out"),
    Words("ขั้นตอนของแผนปีหนึ่งทำในปีงบประมาณนั้น", "the steps of a plan are taken within its fiscal year"),
    wrong="ภายในเดือนตุลาคม 2567", right="ภายในเดือนตุลาคม 2566",
)  # fmt: skip
SIGNED_OUTSIDE = Rule(
    "X349", WARNING,
    Words("วันที่ลงนาม {text} ห่างจากปีงบประมาณ {year} (เริ่ม 1 ตุลาคม {before})", "the day of signature, {text}, is far from the fiscal year {year}, which begins on 1 ตุลาคม {before}"),
    Words("แก้วันที่หรือปีงบประมาณ", "mend the day or the fiscal year"),
    Words("แผนลงนามก่อนหรือระหว่างปีงบประมาณ วันที่ของปีอื่นมักติดมาจากไฟล์ของปีก่อน", "a plan is signed shortly before or within its year; another one usually came with last year's file"),
    wrong="2 ตุลาคม 2564", right="2 ตุลาคม 2566",
)  # fmt: skip
ADDRESS_OF_OTHER_YEAR = Rule(
    "X352", WARNING,
    Words("ที่อยู่เว็บมีปี {text} แต่แผนนี้เป็นของปี {year}", "the web address names {text}, but the plan is that of {year}"),
    Words("ใส่ที่อยู่เว็บของแผนปี {year} หรือปล่อยไว้หากตั้งใจ", "give the address of the plan of {year}, or leave it if it is meant"),
    Words("ที่อยู่นี้พิมพ์เป็นรหัสคิวอาร์บนปก ผู้อ่านจะได้แผนของปีอื่น", "it is printed on the cover as a QR code, which would lead readers to another plan"),
    wrong="https://example.go.th/plan2565", right="https://example.go.th/plan2567",
)  # fmt: skip
TOTAL_OF_OTHER_YEAR = Rule(
    "X353", WARNING,
    Words("ยอดควบคุม {count} แถวมีที่มาจากปี {text} แต่แผนนี้เป็นของปี {year}", "{count} approved totals come from {text}, but the plan is that of {year}"),
    Words("กรอกยอดที่อนุมัติของปี {year} และที่มาของยอดนั้น", "type the totals approved for {year}, and where they come from"),
    Words("ยอดของปีก่อนเท่ากับโครงการของปีก่อนเสมอ จึงจับไม่ได้ว่าโครงการยังเป็นของปีก่อน", "last year's totals agree with last year's projects, and hide that these were not replaced"),
    wrong="ข้อบัญญัติงบประมาณ พ.ศ. 2566", right="ข้อบัญญัติงบประมาณ พ.ศ. 2567",
)  # fmt: skip
CRITERION_FALL = Rule(
    "B429", WARNING,
    Words("เกณฑ์ของระดับ {level} คือ {typed} ไม่น้อยกว่าระดับ {above} ซึ่งเป็น {more} ที่ {other}", "the criterion of level {level} is {typed}, which is not less than the {more} of level {above} in {other}"),
    Words("แก้เกณฑ์ให้ลดลงตามระดับ", "mend the criteria so that they fall with the level"),
    Words("ระดับที่ต่ำกว่าใช้เกณฑ์ที่ต่ำกว่า", "a lower level asks for less"),
    wrong="ระดับ 5 = 80, ระดับ 4 = 80", right="ระดับ 5 = 100, ระดับ 4 = 80",
)  # fmt: skip
ABOVE_CITY = Rule(
    "B430", WARNING,
    Words("ค่าเป้าหมายของเขต {typed} มากกว่าค่าเป้าหมายทั้งเมือง {city} ที่ {other}", "the target of the district, {typed}, is more than that of the whole city, {city}, in {other}"),
    Words("แก้ค่าใดค่าหนึ่ง", "mend one of the two"),
    Words("ส่วนของเขตเดียวมากกว่าทั้งเมืองไม่ได้", "the share of one district cannot exceed the whole"),
    wrong="200 ของ 150", right="20 ของ 150",
)  # fmt: skip
KPI_NOT_SHARE = Rule(
    "B431", WARNING,
    Words("โครงการของ OKR {key} มี KPI รวม {total} แต่ค่าเป้าหมายของเขตคือ {share} ที่ {other}", "the projects of OKR {key} have indicators of {total}, but the target of the district is {share} in {other}"),
    Words("แก้ KPI ของโครงการหรือค่าเป้าหมายของเขตให้ตรงกัน", "make the indicators of the projects and the target of the district agree"),
    Words("โครงการของเขตทำให้ได้ตามส่วนที่เขตรับไว้", "the projects of a district are to reach its share"),
    wrong="KPI 9 แต่ส่วนของเขต 20", right="KPI 20 ส่วนของเขต 20",
)  # fmt: skip
EXPLAINED_SUM = Rule(
    "B432", WARNING,
    Words("“{text}” รวมได้ {total} แต่ค่าเป้าหมายคือ {target} ที่ {other}", "“{text}” adds up to {total}, but the target is {target} in {other}"),
    Words("แก้คำอธิบายหรือค่าเป้าหมายให้เท่ากัน", "make the explanation and the target agree"),
    Words("คำอธิบายแจกแจงค่าเป้าหมายเป็นส่วนของแต่ละหน่วยงาน", "the explanation gives the parts of the target"),
    wrong="สนย. 100 กม. สนข. 60 กม. แต่ 150", right="สนย. 100 กม. สนข. 50 กม. เป้าหมาย 150",
)  # fmt: skip
ARROW_ELSEWHERE = Rule(
    "X351", WARNING,
    Words("ขั้นตอนนี้อยู่เดือน {typed} แต่ข้อความบอกเดือน{named} ที่ {other}", "the step is taken in {typed}, but its text in {other} names {named}"),
    Words("แก้เดือนหรือข้อความให้ตรงกัน ลูกศรลากตามช่องเดือน", "make the month and the text agree; the arrow follows the column of months"),
    Words("ข้อความกับลูกศรในตาราง จ ต้องบอกเดือนเดียวกัน", "text and arrow of ตาราง จ must say the same month"),
    wrong="มี.ค. สรุปผลประจำเดือนเมษายน", right="เม.ย. สรุปผลประจำเดือนเมษายน",
)  # fmt: skip
OTHER_IN_POLICY = Rule(
    "B434", WARNING,
    Words("ตาราง ง พิมพ์ “{typed}” แต่ที่อื่นพิมพ์ {found} ตาม {other}", "ตาราง ง prints “{typed}”, but elsewhere {found} is printed, after {other}"),
    Words("ลบช่องนี้ให้ตาราง ง พิมพ์เหมือนที่อื่น หรือปล่อยไว้หากตั้งใจให้ต่างกัน", "empty the cell to print the same everywhere, or leave it if it is meant to differ"),
    Words("ตัววัดหนึ่งมีค่าเป้าหมายและหน่วยนับเดียวทั้งเล่ม", "a key result has one target and one unit throughout the plan"),
    wrong="หน่วยนับในตาราง ง ข้อมูล หน่วยนับ กม.", right="หน่วยนับในตาราง ง กม. (สะสม) หน่วยนับ กม.",
)  # fmt: skip
