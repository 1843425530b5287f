"""Components ๒ to ๔ of the appraisal and their indicators."""

from typing import Final

from generator.model.plan.indicators import Component, ComponentIndicator

COMPONENTS: Final = [
    Component(number=number, name=name)
    for number, name in (
        (
            2,
            "ประสิทธิภาพของการบริหารจัดการและพัฒนานวัตกรรมเพื่อเพิ่มประสิทธิภาพการปฏิบัติงานของหน่วยงาน (Innovation Base)",
        ),
        (3, "ประสิทธิภาพของการดำเนินการของหน่วยงาน (Potential Base)"),
        (
            4,
            "การประเมินประสิทธิภาพการแก้ไขปัญหาข้อร้องเรียน/ร้องทุกข์ของประชาชนผ่านแพลตฟอร์ม Traffy Fondue ของสำนักงานเขต "
            "(เฉพาะในส่วนของสำนักงานเขต)",
        ),
    )
]

COMPONENT_INDICATORS: Final = [
    ComponentIndicator(code=code, name=name, agency=agency)
    for code, name, agency in (
        ("2.1", "ความสำเร็จในการพัฒนานวัตกรรมเพื่อเพิ่มประสิทธิภาพการปฏิบัติงานของหน่วยงาน", "สกก."),
        (
            "3.1",
            "ร้อยละความสำเร็จในการยกระดับการเปลี่ยนผ่านดิจิทัลภาครัฐเพื่อบริหารราชการที่ยืดหยุ่น โปร่งใส คล่องตัว",
            "สยป.",
        ),
        ("3.2", "ความสำเร็จของการเบิกจ่ายงบประมาณในภาพรวม", "สงม."),
        (
            "4.1",
            "ร้อยละความสำเร็จประสิทธิภาพการแก้ไขปัญหาข้อร้องเรียน/ร้องทุกข์ของประชาชนผ่านแพลตฟอร์ม Traffy Fondue",
            "สผว.",
        ),
    )
]
