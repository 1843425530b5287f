"""What Excel is asked to check, for every sort of condition that a kind can set."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from generator.model.kinds import Text, Validation
from generator.model.sheet import Column
from generator.workbook.validations import Overlong, fit, guard, guide
from tests.workbook.opened import open_written, validation_at


@dataclass(frozen=True)
class Checked(Text):
    """Text under a condition."""

    rule: Validation | None = None

    def validation(self) -> Validation | None:
        return self.rule


def guided(path: Path, rule: Validation | None, source: str = "", help: str = "ช่วย", example: str = "") -> Any:
    """Return the validation of the cells C5:C9 of a column whose kind sets this rule."""
    with xlsxwriter.Workbook(path) as book:
        column = Column("หัวคอลัมน์ที่ยาวเกินกว่าที่ Excel ยอมให้เป็นชื่อข้อความ", Checked(rule), help, example)
        guide(book.add_worksheet(), (4, 2, 8, 2), column, source)
    return validation_at(open_written(path).active, 9, 3)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (None, (None, None, None, None)),
        (Validation(), (None, None, None, None)),
        (Validation(minimum=Decimal(0), maximum=Decimal("0.5")), ("decimal", "between", "0", "0.5")),
        (Validation(minimum=Decimal(-3)), ("decimal", "greaterThanOrEqual", "-3", None)),
        (Validation(maximum=Decimal(10) ** 12), ("decimal", "lessThanOrEqual", "1000000000000", None)),
        (Validation(formula="LEN({cell})=4"), ("custom", None, "LEN(C5)=4", None)),
    ],
)
def test_a_condition_becomes_one_of_excel(tmp_path: Path, rule: Validation | None, expected: tuple[Any, ...]) -> None:
    found = guided(tmp_path / "a.xlsx", rule)
    # "between" is what is meant where no operator is written.
    operator = found.operator or ("between" if found.formula2 else None)
    assert (found.type, operator, found.formula1, found.formula2) == expected
    assert found.prompt == "ช่วย"


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("rule", "source"),
    [({"choices": ("ก",)}, "=list_x"), ({"minimum": Decimal(1)}, ""), ({"formula": "LEN({cell})=4"}, "")],
)
def test_a_strict_condition_refuses_and_another_warns(
    tmp_path: Path, rule: dict[str, Any], source: str, strict: bool
) -> None:
    found = guided(tmp_path / "a.xlsx", Validation(strict=strict, **rule), source)
    assert found.errorStyle == (None if strict else "warning")
    assert found.error


def test_the_example_is_shown_if_there_is_room(tmp_path: Path) -> None:
    assert guided(tmp_path / "a.xlsx", None, example="8214").prompt == "ช่วย\nตัวอย่าง: 8214"
    assert guided(tmp_path / "a.xlsx", None, help="ก" * 250, example="8214").prompt == "ก" * 250


def test_a_title_is_cut_to_what_excel_shows(tmp_path: Path) -> None:
    title = guided(tmp_path / "a.xlsx", None).promptTitle
    assert len(title) <= 32
    assert title.startswith("หัวคอลัมน์ที่ยาว")
    assert title.endswith("…")


def test_a_text_that_fits_is_not_cut() -> None:
    assert fit("ก" * 32, 32) == "ก" * 32
    assert fit("ก" * 33, 32) == "ก" * 31 + "…"


def test_a_formula_that_excel_would_drop_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Overlong):
        guided(tmp_path / "a.xlsx", Validation(formula="OR(" + ",".join(["{cell}=1"] * 60) + ")"))


def test_a_guarded_cell_takes_nothing(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        guard(book.add_worksheet(), 0, 0, "หัว", "คำอธิบาย", "ห้าม" * 100)
    rule = validation_at(open_written(tmp_path / "a.xlsx").active, 1, 1)
    assert (rule.type, rule.formula1, rule.errorStyle, len(rule.error)) == ("custom", "FALSE", None, 255)
