"""Rules that hold between workbooks (letter D): plans against the key results of the city."""

from generator.model.finding import Rule, Severity
from generator.words import Words

ERROR, WARNING = Severity.ERROR, Severity.WARNING

UNKNOWN_OKR = Rule(
    "D501", WARNING,
    Words("ไม่มี OKR {key} ในสมุดงาน KR ของ{agency} ({books}){guess}",
          "no KR workbook of {agency} has the OKR {key} ({books}){guess}"),
    Words("แก้รหัสหรือหน่วยงานหลักให้ตรง หรือขอสมุดงาน KR ที่ครบจาก{agency}",
          "mend the code or the host agency, or ask {agency} for the KR workbook that has it"),
    Words("รหัสที่หน่วยงานหลักไม่มี มักเป็นรหัสที่พิมพ์ผิด", "a code that the host agency does not have is often mistyped"),
    wrong="OKR 8.1.08", right="OKR 8.3.08",
)  # fmt: skip
OTHER_NAME = Rule(
    "D502", WARNING,
    Words("ชื่อ OKR {key} ต่างจากของเมือง แผนว่า “{own}” แต่ {other} ว่า “{city}”",
          "the OKR {key} is called “{own}” here, but “{city}” in {other}"),
    Words("คัดลอกชื่อจากสมุดงาน KR หากรหัสผิดให้แก้รหัส", "copy the name from the KR workbook, or mend the code if that is wrong"),
    Words("OKR เดียวกันควรชื่อเดียวกันทุกเขต ชื่อที่ต่างไปอาจเป็น OKR อื่น",
          "one OKR has one name in all districts; another name may mean another OKR"),
    wrong="จำนวนคนที่ได้รับอาหาร", right="จำนวนคนกลุ่มเปราะบางที่ได้รับอาหารและสิ่งจำเป็น",
)  # fmt: skip
OTHER_UNIT = Rule(
    "D503", ERROR,
    Words("หน่วยนับของ OKR {key} คือ “{own}” แต่ {other} คือ “{city}”", "the unit of OKR {key} is “{own}”, but “{city}” in {other}"),
    Words("แก้หน่วยนับให้ตรงกับสมุดงาน KR และตรวจว่าค่าเป้าหมายนับด้วยหน่วยเดียวกัน",
          "make it the unit of the KR workbook, and see whether the targets count the same"),
    Words("ตัวเลขเดียวกันในหน่วยนับต่างกันเป็นคนละค่า", "one figure in two units means two things"),
    wrong="ครัวเรือน", right="คน",
)  # fmt: skip
OTHER_CITY_TARGET = Rule(
    "D504", ERROR,
    Words("ค่าเป้าหมายของเมืองของ OKR {key} คือ {own} แต่ {other} คือ {city}",
          "the target of the city for OKR {key} is {own}, but {city} in {other}"),
    Words("แก้ให้ตรงกับสมุดงาน KR หากสมุดงาน KR ผิด ให้แจ้งหน่วยงานหลัก",
          "make it that of the KR workbook; if that is wrong, tell the host agency"),
    Words("ทุกแผนต้องพิมพ์ค่าเป้าหมายของเมืองค่าเดียวกัน", "all plans print the same target of the city"),
    wrong="20,000", right="60,000",
)  # fmt: skip
OTHER_HOST = Rule(
    "D505", WARNING,
    Words("หน่วยงานหลักของ OKR {key} คือ {own} แต่ {other} คือ {city}", "the host of OKR {key} is {own}, but {city} in {other}"),
    Words("แก้หน่วยงานหลักให้ตรงกับสมุดงาน KR", "make it the host agency of the KR workbook"),
    Words("หน่วยงานหลักเป็นผู้กำหนดนิยามและค่าเป้าหมาย", "the host agency sets definition and target"),
    wrong="สสล.", right="สพส.",
)  # fmt: skip
OTHER_SHARE = Rule(
    "D506", ERROR,
    Words("ค่าเป้าหมายของเขต{district}ใน OKR {key} คือ {own} แต่ {other} จัดสรรไว้ {city}{difference}",
          "the target of the district {district} for OKR {key} is {own}, but {other} allots {city}{difference}"),
    Words("แก้ให้เท่ากับที่จัดสรร หากตกลงค่าใหม่แล้ว ให้หน่วยงานหลักแก้ตารางแนบ",
          "make it what is allotted; if another figure was agreed, have the host agency mend its attachment"),
    Words("ผลรวมของ 50 เขตต้องเท่ากับค่าเป้าหมายของเมือง", "the targets of the 50 districts add up to that of the city"),
    wrong="1,200", right="1,000",
)  # fmt: skip
NOT_TAKEN = Rule(
    "D507", ERROR,
    Words("แผนไม่มี OKR {key} “{name}” ซึ่งเขต{district}มีส่วนตาม {other}{city}",
          "the plan lacks OKR {key} “{name}”, in which the district {district} has a part by {other}{city}"),
    Words("เพิ่มแถวของ OKR {key} ในแผ่นงาน ตัววัด พร้อมค่าเป้าหมายของเขต", "add a row for OKR {key} with the target of the district to the sheet ตัววัด"),
    Words("ค่าที่จัดสรรให้เขตต้องอยู่ในแผนของเขต", "what is allotted to a district belongs into its plan"),
    wrong="ไม่มีแถว 8.2.14 แต่จัดสรร 1,000", right="มีแถว 8.2.14 และค่าเป้าหมายของเขต 1,000",
)  # fmt: skip
EMPTY_SHARE = Rule(
    "D508", WARNING,
    Words("ยังไม่ได้กรอกค่าเป้าหมายของเขต{district}ใน OKR {key} ซึ่ง {other} จัดสรรไว้ {city}",
          "the target of the district {district} for OKR {key} is empty; {other} allots {city}"),
    Words("กรอก {city} ในช่อง ค่าเป้าหมายของเขต", "type {city} as the target of the district"),
    Words("ช่องว่างอาจเป็นการลืมกรอก ส่วนกลางรวมค่าของเขตนี้เป็นศูนย์", "it may have been forgotten; headquarters adds up nothing for this district"),
    wrong="(ว่าง)", right="1,000",
)  # fmt: skip
NOT_ALLOTTED = Rule(
    "D509", WARNING,
    Words("แผนมีค่าเป้าหมายของเขต{district} {own} ใน OKR {key} แต่ {other} ไม่ได้จัดสรรให้เขตนี้",
          "the plan has a target of the district {district}, {own}, for OKR {key}, but {other} allots nothing to it"),
    Words("ลบค่าเป้าหมายของเขต หรือให้หน่วยงานหลักเพิ่มเขตนี้ในตารางแนบ",
          "delete the target of the district, or have the host agency add the district to its attachment"),
    Words("ค่าที่ไม่มีในตารางแนบทำให้ผลรวมของเมืองไม่ตรง", "a figure that is not in the attachment makes the sum of the city wrong"),
    wrong="1,000 แต่ตารางแนบไม่มีแถวของเขต", right="1,000 ทั้งสองแห่ง",
)  # fmt: skip
OTHER_DEFINITION = Rule(
    "D510", WARNING,
    Words("นิยามของ OKR {key} ต่างจากที่ {other}: แผนว่า “{own}” {city}",
          "the definition of OKR {key} is not that of {other}: “{own}” {city}"),
    Words("ลบนิยามให้ว่าง (พิมพ์ว่าเป็นไปตามที่หน่วยงานหลักกำหนด) หรือคัดลอกจากสมุดงาน KR ทั้งย่อหน้า",
          "clear it, which prints that it is as the host agency defines, or copy whole paragraphs from the KR workbook"),
    Words("นิยามเป็นของหน่วยงานหลัก ตัวเลขในนิยามที่ต่างไปทำให้วัดผลคนละอย่าง",
          "the definition is that of the host agency; another figure in it measures another thing"),
    wrong="ร้อยละ 80 ของชุมชน", right="ร้อยละ 90 ของชุมชน",
)  # fmt: skip
CITY_SUM = Rule(
    "D511", WARNING,
    Words("ค่าเป้าหมายของเขตใน OKR {key} ของทุกแผนรวมได้ {total} แต่ค่าเป้าหมายของเมืองคือ {city} ต่างกัน {difference}{why}",
          "the plans of the districts add up to {total} for OKR {key}, but the target of the city is {city}: a difference of {difference}{why}"),
    Words("แก้ค่าเป้าหมายในแผนของเขตที่ต่างจากที่จัดสรร หรือแก้ตารางแนบและค่าเป้าหมายของเมือง",
          "mend the plans that differ from what is allotted, or the attachment and the target of the city"),
    Words("แผนของทุกเขตรวมกันคือสิ่งที่เมืองสัญญาไว้", "the plans of all districts together are what the city has promised"),
    wrong="รวมได้ 59,800 แต่เมือง 60,000", right="รวมได้ 60,000",
)  # fmt: skip
MISSING_PLANS = Rule(
    "D512", WARNING,
    Words("ยังไม่มีแผนปี {year} ของ {count} เขตที่ได้รับจัดสรร: {names}",
          "plans of {year} are missing from {count} districts that something is allotted to: {names}"),
    Words("ขอสมุดงานแผนจากเขตที่ขาด แล้วตรวจใหม่ทั้งโฟลเดอร์", "ask the missing districts for their workbooks, then check the folder again"),
    Words("ยอดรวมของเมืองเทียบได้เมื่อครบทุกเขต บอกเมื่อมีแผนตั้งแต่ครึ่งหนึ่งของเขตทั้งหมด",
          "totals are compared once all are there; said when half of all districts or more are"),
    wrong="49 แผน ไม่มี ภาษีเจริญ", right="50 แผน",
)  # fmt: skip
