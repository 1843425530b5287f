"""Years that are not those of the plan: which texts are named, and that a plan without its year has none."""

from generator.checks import plan_times
from generator.model.plan.indicators import IndicatorDefinition
from generator.model.plan.projects import Step
from generator.model.plan.texts import PlanText
from generator.model.prose import Prose
from tests.planrows import book

ROWS = [
    PlanText(text=Prose.of("ตามแผนปฏิบัติราชการ พ.ศ. ๒๕๖๖ ของเขต")),
    IndicatorDefinition(text=Prose.of("นับที่เสร็จภายในปีงบประมาณ พ.ศ. ๒๕๖๕ เท่านั้น")),
    Step(text=Prose.of("เริ่ม ตุลาคม 2560")),
]


def test_what_a_text_says_of_another_year_is_told_with_both_years() -> None:
    found = [(finding.sheet, finding.cell, finding.values) for finding in plan_times.other_year(book(*ROWS, year=2567))]
    assert found == [
        ("ข้อความ", "C1", {"text": "แผนปฏิบัติราชการ พ.ศ. 2566", "year": 2567}),
        ("นิยาม", "E1", {"text": "ภายในปีงบประมาณ พ.ศ. 2565", "year": 2567}),
    ]
    assert len(list(plan_times.month_outside(book(*ROWS, year=2567)))) == 1


def test_nothing_is_compared_with_a_year_that_could_not_be_read() -> None:
    assert [*plan_times.other_year(book(*ROWS)), *plan_times.month_outside(book(*ROWS))] == []
