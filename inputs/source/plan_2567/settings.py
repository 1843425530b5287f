"""What holds for the whole plan, and where the district ends."""

from datetime import date
from typing import Final

from generator.model.districts import DISTRICTS
from generator.model.kr.key_result import Status
from generator.model.plan.settings import PlanSettings
from generator.model.plan.texts import Neighbour

DISTRICT: Final = next(district for district in DISTRICTS if district.name == "ภาษีเจริญ")
SETTINGS: Final = PlanSettings(
    district=DISTRICT,
    year=2567,
    status=Status.READY,
    director="นายตัวอย่าง สมมติ",
    director_position="ผู้อำนวยการเขตภาษีเจริญ",
    signed=date(2023, 10, 2),
    address="https://example.go.th/phasicharoen/plan2567",
    weight=70,
    exceptions=("PM 2.5",),
)

NEIGHBOURS: Final = [
    Neighbour(side="เหนือ", beyond="เขตตลิ่งชัน"),
    Neighbour(side="ตะวันออก", beyond="เขตบางกอกใหญ่ และเขตธนบุรี"),
    Neighbour(side="ใต้", beyond="เขตจอมทอง"),
    Neighbour(side="ตะวันตก", beyond="เขตบางแค"),
]
