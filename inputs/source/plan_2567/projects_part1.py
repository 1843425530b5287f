"""The projects of part ๑, which serve the strategy of the city."""

from typing import Final

from generator.model.plan.projects import CITY, Project
from plan_2567.figures import baht

PROJECTS: Final = [
    Project(
        code=code,
        part=CITY,
        name=name,
        budget=baht(budget),
        fund="งบรายจ่ายอื่น",
        division=division,
        policies=policies,
        strategy=strategy,
    )
    for code, strategy, name, budget, division, policies in (
        (
            "ค001",
            "115037",
            "ค่าใช้จ่ายโครงการบูรณาการความร่วมมือในการพัฒนาประสิทธิภาพการแก้ไขปัญหาโรคไข้เลือดออกในพื้นที่กรุงเทพมหานคร",
            "175,800",
            "ฝ่ายสิ่งแวดล้อมฯ",
            (),
        ),
        (
            "ค002",
            "331005",
            "ค่าใช้จ่ายในการจัดสวัสดิการการสงเคราะห์ ช่วยเหลือเด็ก สตรี ครอบครัว ผู้ด้อยโอกาส ผู้สูงอายุ และคนพิการ",
            "1,385,000",
            "ฝ่ายพัฒนาชุมชนฯ",
            (),
        ),
        (
            "ค003",
            "331011",
            "ค่าใช้จ่ายในการจ้างงานคนพิการเพื่อปฏิบัติงาน",
            "1,134,000",
            "ฝ่ายพัฒนาชุมชนฯ",
            ("P213",),
        ),
    )
]
