"""KR 8207: homeless people with proven rights who receive welfare. It has no table of districts, as published."""

from typing import Final

from records import paragraphs, practices, prose

from generator.model.kr.agency import HOST, Agency
from generator.model.kr.definition import MEANING, METHOD
from generator.model.kr.key_result import KeyResult, Status
from generator.model.kr.practice import Standard
from generator.model.prose import Prose
from generator.model.quantities import Value

CODE: Final = "8207"

KEY_RESULT: Final = KeyResult(
    code=CODE,
    name="ร้อยละของคนไร้บ้านที่ผ่านการตรวจสอบสิทธิได้รับสวัสดิการจากหน่วยงานของกรุงเทพมหานคร",
    objective="สนับสนุนเงื่อนไขการดำรงชีพคนไร้บ้าน คนพิการ และกลุ่มเปราะบาง",
    status=Status.READY,
    alone=True,
    supported=False,
    supported_by_departments=False,
    supported_by_districts=False,
    target=Value.of(100, percent=True),
    unit="ร้อยละ",
    share=None,
    standards_attached=True,
    # Published so: the box is ticked, yet there is no such table. The program warns of it.
    targets_attached=True,
    examples_attached=False,
    reported_by_tracking=True,
    reported_otherwise=False,
    other_channel="",
    followed_by_reports=False,
    followed_by_host=True,
    followed_by_inspectors=False,
    followed_by_data=False,
    data_system="",
    contact="นายสมมติ รักงาน",
    contact_position="นักสังคมสงเคราะห์ชำนาญการ",
    contact_phone="๐ ๒๐๐๐ ๐๐๐๒",
    contact_section="สำนักงานสวัสดิการสังคม",
    contact_agency="",
    # Here the officer who reports the data signs himself.
    signer="นายสมมติ รักงาน",
    signer_position=Prose.of("ตำแหน่ง นักสังคมสงเคราะห์ชำนาญการ"),
    signature="",
)

DEFINITIONS: Final = [
    *paragraphs(
        CODE,
        MEANING,
        """
        *คนไร้บ้าน* : บุคคลที่ใช้ที่สาธารณะของกรุงเทพมหานครเป็นที่พักพิง ซึ่งลงทะเบียนไว้และผ่านการตรวจสอบสิทธิแล้ว
        *สวัสดิการจากหน่วยงานของ กทม.* : ความช่วยเหลือที่กรุงเทพมหานครจัดให้โดยไม่คิดค่าใช้จ่าย อาทิ การให้คำแนะนำ การตรวจรักษาโรค
            การช่วยเหลือให้มีบัตรประจำตัวประชาชน การฝึกอาชีพและจัดหางาน รถซัก อบ อาบเคลื่อนที่ จุดแจกอาหารที่ได้รับบริจาค
            ห้องสุขาและห้องอาบน้ำ ตลอดจนที่พักชั่วคราว ทั้งนี้ ตามความสมัครใจของผู้รับ
        """,
    ),
    *paragraphs(
        CODE,
        METHOD,
        """
        นับจากคนไร้บ้านที่ลงทะเบียนและผ่านการตรวจสอบสิทธิแล้ว โดยทุกคนต้องได้รับสวัสดิการอย่างน้อยคนละ 1 ด้าน
        """,
    ),
]

AGENCIES: Final = [
    Agency(
        kr=CODE,
        role=HOST,
        name="สำนักพัฒนาสังคม",
        target=Value.of(100, percent=True),
        duties=prose(
            """
            จัดสวัสดิการแก่คนไร้บ้านให้ครบวงจร ทั้งการให้คำปรึกษา การตรวจรักษาโรคเบื้องต้น การประสานสำนักงานเขตเพื่อทำบัตรประจำตัวประชาชน
                การฝึกอาชีพและจัดหางาน รถซัก อบ อาบเคลื่อนที่ การแจกอาหาร ห้องสุขาและห้องอาบน้ำ
                ไปจนถึงที่พักชั่วคราวแก่ผู้ประสงค์จะเริ่มต้นชีวิตใหม่
            """
        ),
    )
]

STANDARDS: Final = practices(
    Standard,
    CODE,
    {
        "": """
            - ร่วมกับสำนักอนามัย สำนักการแพทย์ สำนักเทศกิจ และภาคประชาสังคม วางแผนออกเยี่ยมคนไร้บ้านอย่างน้อยสัปดาห์ละ ๑ ครั้ง
            - เปิดจุดบริการสวัสดิการสังคม (~Drop-in~) ในย่านที่พบคนไร้บ้านจำนวนมาก พร้อมป้ายบอกวันและเวลาให้บริการที่เห็นได้ชัด
            - แจ้งสิทธิที่พึงได้รับแก่คนไร้บ้านเป็นรายบุคคลด้วยถ้อยคำที่เข้าใจง่าย และเคารพการตัดสินใจของผู้รับบริการ
            - ลงทะเบียน ซักประวัติ คัดกรองสุขภาพ (รวมถึงวัณโรคและ COVID-19) และตรวจหลักฐานแสดงตนของผู้รับบริการทุกคน
                หากไม่มีหลักฐาน ให้ประสานสำนักงานเขตเพื่อยืนยันตัวบุคคลก่อนบันทึกสิทธิ
            """,
    },
)
