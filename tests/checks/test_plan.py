"""Every check of the plan workbook finds its fault, at its cell, and is silent without it."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.checks import plan_indicators, plan_projects, plan_totals, plan_twice
from generator.checks.plan import CHECKS, check
from generator.model.finding import Finding, Place, listed
from generator.model.form import Rows
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.projects import AGENCY, CITY, PARTS, ROUTINE, Project, Support
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Value
from generator.words import Words
from generator.workbook.reader import read_workbook
from tests.minibook import draw
from tests.planbook import BOOK, address, after, changed, whole


def findings(drawing: str, folder: Path) -> list[Finding]:
    reading = read_workbook(draw(whole(drawing), folder / "สมุด.xlsx", address), PLAN_FORM)
    assert [(f.cell, f.rule.code) for f in reading.findings] == []
    found = list(check(PlanBook.of(reading.rows)))
    for finding in found:
        said = [say(language) for say in (finding.message, finding.cure) for language in ("th", "en")]
        assert not any("{" in words for words in said), "every value of a message is there"
    return found


def told(drawing: str, folder: Path) -> list[tuple[str, str, str]]:
    return [(f.sheet, f.cell, f.rule.code) for f in findings(drawing, folder)]


def only(drawing: str, folder: Path) -> Finding:
    (finding,) = findings(drawing, folder)
    return finding


def test_a_book_without_fault_has_no_findings(tmp_path: Path) -> None:
    assert told(BOOK, tmp_path) == []


def test_a_blank_book_has_no_findings_but_of_what_is_not_there(tmp_path: Path) -> None:
    empty = "\n".join(line for line in BOOK.splitlines()[:3])
    reading = read_workbook(draw(whole(empty + "\n"), tmp_path / "a.xlsx"), PLAN_FORM)
    found = list(check(PlanBook.of(reading.rows)))
    assert [(f.workbook, f.sheet, f.cell, f.rule.code, f.when_final, f.is_error) for f in found] == [
        ("a.xlsx", "ข้อความ", "", "X339", True, False),
        ("a.xlsx", "โครงการ", "", "X340", True, False),
    ]


def test_every_check_can_do_without_any_cell() -> None:
    """Whatever the reader could not understand is empty, and no check may fail on it."""
    rows = Rows({sheet: [sheet(), sheet()] for sheet in PLAN_FORM.sheets})
    book = PlanBook.of(rows)
    assert [finding.rule.code for rule in CHECKS for finding in rule(book)] == ["X339", "X340"]


def test_texts_without_a_row_are_named(tmp_path: Path) -> None:
    finding = only(changed(("จุดแข็ง | ย่อหน้า\n", ""), ("พันธกิจ | ย่อหน้า\n", "")), tmp_path)
    assert (finding.sheet, finding.rule.code, finding.when_final) == ("ข้อความ", "X339", True)
    assert "จุดแข็ง พันธกิจ" in finding.message("th") and "คำนำ" not in finding.message("th")


def test_a_row_without_a_code_is_nobodys_parent() -> None:
    """Such a row is refused; no check may take it for what others name when they name nothing."""
    nameless = Project(part=PARTS[2], parent="ค002", part_of="ค002", name="ก", division="ฝ่ายโยธา")
    others = [Project(code=f"ค{n:03}", part=PARTS[1], name=str(n), division="ฝ่ายโยธา") for n in (1, 2)]
    support = [Support(project=project.code, served="OKR 1.4.07") for project in others]
    book = PlanBook.of(Rows({PlanSettings: [PlanSettings()], Project: [*others, nameless], Support: support}))
    assert [finding.rule.code for finding in plan_projects.nested(book)] == []
    assert [(f.rule.code, f.values["key"]) for f in plan_projects.parent_elsewhere(book)] == [("X325", "ค002")]
    assert "" not in book.by_code and book.division_of(others[0]) is None
    assert all(project.name for project in book.by_code.values())


def test_a_row_without_a_code_is_not_said_to_serve_nothing() -> None:
    book = PlanBook.of(Rows({PlanSettings: [PlanSettings()], Project: [Project(part=PARTS[1], name="ก")]}))
    assert list(plan_projects.serves_nothing(book)) == []


# --------------------------------------------------------------------------------------------------- keys, references


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("ฝ่ายโยธา | โยธา |", ("ส่วนราชการ", "A3")),
        ("สนย. | สำนักการโยธา", ("หน่วยงาน", "A3")),
        ("4 | สิ่งแวดล้อมดี", ("ด้าน", "A4")),
        ("'4.2 | ขยะ", ("ประเด็น", "A5")),
        ("'4.1.02 | | อยู่ในสาระสำคัญ | | |", ("ตัววัด", "A6")),
        ("3 | Potential Base", ("องค์ประกอบ", "A3")),
        ("'3.1 | ดิจิทัล | สนย.", ("ตัวชี้วัดองค์ประกอบ", "A3")),
        ("โยธา | งานซ่อม", ("งาน", "B3")),
        ("ค005 | OKR 4.1.ก | 9", ("สนับสนุน", "B7")),
        ("KPI | '1.5.4.1 | อัตราป่วย | 80 | | | ผลลัพธ์", ("แผนเมือง", "B9")),
        ("'1.1 | 1 | 20 | ขาด | 2", ("เกณฑ์คะแนน", "B7")),
    ],
)
def test_a_key_that_stands_twice_is_found(tmp_path: Path, row: str, cell: tuple[str, str]) -> None:
    finding = only(changed((f"\n{row}\n", f"\n{row}\n{row}\n")), tmp_path)
    assert (finding.sheet, finding.cell, finding.rule.code, finding.is_error) == (*cell, "R201", True)
    column, number = cell[1][0], int(cell[1][1:])
    assert finding.values["other"] == f"{column}{number - 1}"


def test_a_double_negotiated_indicator_is_found(tmp_path: Path) -> None:
    row = "'1.2 | ท่อ | ร้อยละ 100 | 20"
    drawing = changed(after(row, row), ("๑ | 30", "๑ | 50"))
    assert told(drawing, tmp_path) == [("ตัวชี้วัดเจรจา", "A4", "R201")]


def test_key_results_of_the_city_count_anew_under_every_objective(tmp_path: Path) -> None:
    kr = "KR | 1 | ภูมิคุ้มกัน | | ร้อยละ 30 | สนย., สำนักงานเขต"
    tactic = "กลยุทธ์ | '1.5.4 | ควบคุมโรค"
    assert told(changed((tactic, f"{kr}\n{tactic}")), tmp_path) == [("แผนเมือง", "B7", "R201")]
    assert told(changed((tactic, f"วัตถุประสงค์ | | อีกข้อ\n{kr}\n{tactic}")), tmp_path) == []


def test_a_pasted_handle_is_found_with_the_next_free_one(tmp_path: Path) -> None:
    row = "ค008 | 3 | | | อื่น | 7 | ฝ่ายโยธา | อื่น ๆ"
    pasted = row.replace("ค008", "ค004"), row.replace("ค008", "ค007")
    found = [f for f in findings(changed((row, "\n".join(pasted))), tmp_path) if f.rule.code == "X320"]
    assert [(f.cell, f.values["other"], f.values["free"]) for f in found] == [
        ("A9", "A5", "ค008"),
        ("A10", "A8", "ค009"),
    ]


def test_a_name_of_two_divisions_is_found(tmp_path: Path) -> None:
    finding = only(changed(("ฝ่ายโยธา | โยธา |", "ฝ่ายโยธา | โยธา | ฝ่าย พัฒนาชุมชน")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.values["other"]) == ("C3", "X336", "ฝ่ายโยธา")


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ("ค003 | OKR 1.4.07", "ค003 | OKR 1.4.08", ("สนับสนุน", "B4")),
        ("ค007 | ฉ 3.1", "ค007 | ฉ 3.2", ("สนับสนุน", "B9")),
        ("ค005 | ค 1.1 |", "ค005 | ค 1.3 |", ("สนับสนุน", "B8")),
        ("ค 1.1 | นิยาม | ความหมาย", "ค 1.1 | นิยาม | ก\nKPI 1.5.4.2 | นิยาม | ข", ("นิยาม", "A3")),
        ("'1.1 | ต้องรายงาน", "'1.3 | ต้องรายงาน", ("เงื่อนไข", "A2")),
        ("'1.1 | 5 | 100 | ครบ | 10", "'1.1 | 5 | 100 | ครบ | 10\n'1.3 | 5 | 100 | ครบ | 10", ("เกณฑ์คะแนน", "A3")),
        ("'4.1.02 | |", "'4.1.02 | '4.3 |", ("ตัววัด", "B5")),
        ("'4.1.02 | |", "'4.3.02 | |", ("ตัววัด", "A5")),
        ("'4.2 | ขยะ", "'2.1 | ขยะ", ("ประเด็น", "A4")),
        ("'3.1 | ดิจิทัล | สนย.", "'3.1 | ดิจิทัล | สนย.\n'4.1 | อื่น | สนย.", ("ตัวชี้วัดองค์ประกอบ", "A3")),
    ],
)
def test_a_reference_to_nothing_is_found(tmp_path: Path, old: str, new: str, cell: tuple[str, str]) -> None:
    found = [(f.sheet, f.cell, f.is_error) for f in findings(changed((old, new)), tmp_path) if f.rule.code == "X301"]
    assert found == [(*cell, True)]


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ("ค004 | 2 | ค002", "ค004 | 2 | ค202", ("โครงการ", "C5")),
        ("ค006 | 2 | | ค003", "ค006 | 2 | | ค303", ("โครงการ", "D7")),
        ("ค003 | OKR 1.4.07", "ค033 | OKR 1.4.07", ("สนับสนุน", "A4")),
        ("ค003 | สำรวจ", "ค030 | สำรวจ", ("ขั้นตอน", "A2")),
    ],
)
def test_a_handle_without_a_project_is_found_and_no_other_one_is_guessed(
    tmp_path: Path, old: str, new: str, cell: tuple[str, str]
) -> None:
    drawing = changed((old, new), after("ค008 | 3 | | | อื่น | 7 | ฝ่ายโยธา | อื่น ๆ", "ค030"))
    (finding,) = (f for f in findings(drawing, tmp_path) if f.rule.code == "X338")
    assert (finding.sheet, finding.cell, finding.is_error) == (*cell, True)
    assert "ยังไม่มีโครงการ" in finding.message("th") and "หมายถึง" not in finding.message("th")


def test_a_division_is_not_missed_where_the_parent_is_unknown(tmp_path: Path) -> None:
    drawing = changed(("ค004 | 2 | ค002", "ค004 | 2 | ค202"))
    assert [f.rule.code for f in findings(drawing, tmp_path) if f.cell == "G5"] == []


def test_the_nearest_code_is_one_of_the_same_sheet(tmp_path: Path) -> None:
    finding = only(changed(("ค003 | OKR 1.4.07", "ค003 | OKR 1.5.41")), tmp_path)
    assert "ตัววัด" in finding.message("th") and "KPI" not in finding.message("th")


# -------------------------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("old", "new", "cell", "meant"),
    [
        ("70 | ฝ่ายพัฒนาชุมชน", "70 | ฝ่ายพัฒนาชุมชุน", ("โครงการ", "G6", "X321"), "ฝ่ายพัฒนาชุมชน"),
        ("\nโยธา | งานซ่อม\n", "\nโยธ | งานซ่อม\n", ("งาน", "A2", "X321"), "โยธา"),
        ("ฝ่ายโยธา | งานซ่อม", "ฝ่ายโยธา | งานซ่อมทาง", ("โครงการ", "H8", "X323"), "งานซ่อม"),
        ("150 | สนย. | สนข.", "150 | สนย | สนข.", ("ตัววัด", "E2", "X322"), "สนย."),
        ("150 | สนย. | สนข.", "150 | สนย. | สนข., สนณ.", ("ตัววัด", "F2", "X322"), "สนย."),
        ("ร้อยละ 30 | สนย., สำนักงานเขต", "ร้อยละ 30 | สนย., สำนักเขต", ("แผนเมือง", "F6", "X322"), "สำนักงานเขต"),
        ("ดิจิทัล | สนย.", "ดิจิทัล | สนย", ("ตัวชี้วัดองค์ประกอบ", "C2", "X322"), "สนย."),
    ],
)
def test_a_name_that_no_list_has_is_found_with_the_one_that_is_meant(
    tmp_path: Path, old: str, new: str, cell: tuple[str, str, str], meant: str
) -> None:
    found = {(f.sheet, f.cell, f.rule.code): f for f in findings(changed((old, new)), tmp_path)}
    assert found[cell].is_error
    assert f"“{meant}”" in found[cell].message("th")


def test_all_spellings_of_a_division_are_taken_with_any_blanks(tmp_path: Path) -> None:
    for spelling in ("ฝ่ายพัฒนาชุมชนฯ", "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม", "ฝ่าย พัฒนาชุมชน"):
        assert told(changed(("70 | ฝ่ายพัฒนาชุมชน", f"70 | {spelling}")), tmp_path) == []


def test_the_work_of_another_division_is_found(tmp_path: Path) -> None:
    drawing = changed(("7 | ฝ่ายโยธา | อื่น ๆ", "7 | ฝ่ายพัฒนาชุมชน | งานซ่อม"), ("ฝ่ายโยธา | 1547 | 5", "ฝ่ายโยธา | 1540 | 4"))
    assert told(drawing, tmp_path) == [("โครงการ", "H9", "X323")]


# ----------------------------------------------------------------------------------------------------------- projects


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ("คลองสอง | 200", " | 200", ("โครงการ", "E5")),
        ("40 | ฝ่ายโยธา | งานซ่อม", "40 | | งานซ่อม", ("โครงการ", "G8")),
        ("งบดำเนินงาน | '115037", " | '115037", ("โครงการ", "I2")),
        ("งบดำเนินงาน | '115037", "งบดำเนินงาน | ", ("โครงการ", "J2")),
        ("ค003 | OKR 1.4.07 | 5", "ค003 | OKR 1.4.07 | ", ("สนับสนุน", "C4")),
        ("150 | สนย. | สนข.", "150 | | สนข.", ("ตัววัด", "E2")),
        ("อัตราป่วย | 80 | | | ผลลัพธ์", "อัตราป่วย | | | | ผลลัพธ์", ("แผนเมือง", "D8")),
        ("อัตราป่วย | 80 | | | ผลลัพธ์", "อัตราป่วย | 80 | | |", ("แผนเมือง", "G8")),
        ("ร้อยละ 30 | สนย., สำนักงานเขต", " | สนย.", ("แผนเมือง", "E6")),
        ("ร้อยละ 30 | สนย., สำนักงานเขต", "ร้อยละ 30 | ", ("แผนเมือง", "F6")),
        ("กลยุทธ์ | '1.5.4 |", "กลยุทธ์ | |", ("แผนเมือง", "B7")),
    ],
)
def test_what_other_cells_make_necessary_is_missed_once_the_plan_is_final(
    tmp_path: Path, old: str, new: str, cell: tuple[str, str]
) -> None:
    found = [f for f in findings(changed((old, new)), tmp_path) if f.rule.code == "C101"]
    assert [(f.sheet, f.cell, f.when_final, f.is_error) for f in found] == [(*cell, True, False)]


def test_a_support_that_is_not_shown_needs_no_indicator(tmp_path: Path) -> None:
    drawing = changed(
        ("ตัวชี้วัดความสำเร็จ (KPI โครงการ)\n", "ตัวชี้วัดความสำเร็จ (KPI โครงการ) | ตาราง ง\n"),
        ("ค003 | OKR 1.4.07 | 5", "ค003 | OKR 1.4.07 | | ไม่แสดง"),
    )
    assert told(drawing, tmp_path) == []


def test_a_sub_project_of_a_sub_project_is_found(tmp_path: Path) -> None:
    found = [f for f in findings(changed(("ค004 | 2 | ค002", "ค004 | 2 | ค003")), tmp_path) if f.rule.code == "X324"]
    assert [(f.sheet, f.cell) for f in found] == [("โครงการ", "C5")]
    assert found[0].message("th") == "ค003 เป็นโครงการย่อยอยู่แล้ว จึงเป็นโครงการหลักไม่ได้"


def test_a_part_of_a_part_is_found(tmp_path: Path) -> None:
    drawing = changed(("ค008 | 3 | | | อื่น | 7 |", "ค008 | 3 | | ค006 | อื่น | |"), ("โยธา | 1547 | 5", "โยธา | 1540 | 4"))
    finding = only(drawing, tmp_path)
    assert (finding.cell, finding.rule.code) == ("D9", "X324")
    assert finding.message("th") == "ค006 เป็นส่วนหนึ่งของโครงการอื่นอยู่แล้ว จึงมีโครงการอื่นเป็นส่วนหนึ่งไม่ได้"


def test_a_parent_in_another_part_is_found(tmp_path: Path) -> None:
    drawing = changed(
        ("ค004 | 2 | ค002", "ค004 | 3 | ค002"), ("๒ | 570 | 3", "๒ | 370 | 2"), ("ดี | 500 | 2", "ดี | 300 | 1")
    )
    assert told(drawing, tmp_path) == [("โครงการ", "C5", "X325")]


@pytest.mark.parametrize(("old", "cell"), [("ค001 | KPI 1.5.4.1 |\n", "A2"), ("ค006 | OKR 1.4.07 | 5\n", "A7")])
def test_a_project_that_its_part_would_not_list_is_found(tmp_path: Path, old: str, cell: str) -> None:
    finding = only(changed((old, "")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.is_error) == (cell, "X326", False)


def test_a_budget_that_no_total_counts_is_found(tmp_path: Path) -> None:
    found = findings(changed(("คลอง | | โยธา", "คลอง | 450 | โยธา")), tmp_path)
    assert [(f.cell, f.rule.code, f.is_error) for f in found] == [("F3", "B427", False)]
    assert "500" in found[0].message("th") and "500" in found[0].message("en")
    assert told(changed(("คลอง | | โยธา", "คลอง | 500 | โยธา")), tmp_path) == []
    part = only(changed(("ค006 | 2 | | ค003 | | |", "ค006 | 2 | | ค003 | | 60 |")), tmp_path)
    assert (part.cell, part.rule.code) == ("F7", "B427") and "ค003" in part.message("th")


def test_one_project_with_two_budgets_in_two_parts_is_found(tmp_path: Path) -> None:
    finding = only(changed(("ซ่อมทาง | 40", "แก้โรค | 40")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.values["other"]) == ("F8", "B428", "F2")


def test_a_project_is_compared_with_all_its_namesakes_of_other_parts() -> None:
    facts = {"name": "ซ่อมทาง", "division": "โยธา"}
    budgets = ((CITY, 100), (CITY, 200), (AGENCY, 200), (ROUTINE, 300))
    projects = [
        Project(code=f"ค{number:03}", part=part, budget=Value.of(budget), **facts)
        for number, (part, budget) in enumerate(budgets, 1)
    ]
    book = PlanBook.of(Rows({PlanSettings: [PlanSettings()], Project: projects}))
    assert [finding.values["typed"] for finding in plan_twice.two_budgets(book)] == ["300"]


def test_equal_budgets_in_two_parts_are_no_fault(tmp_path: Path) -> None:
    drawing = changed(("ซ่อมทาง | 40", "แก้โรค | 1000"), ("โยธา | 1547 | 5", "โยธา | 2507 | 5"))
    assert told(drawing, tmp_path) == []


def test_months_that_run_backwards_in_the_fiscal_year_are_found(tmp_path: Path) -> None:
    assert told(changed(("ต.ค. | ม.ค.", "ม.ค. | ต.ค.")), tmp_path) == [("ขั้นตอน", "E2", "X331")]
    assert told(changed(("ต.ค. | ม.ค.", "ต.ค. | ก.ย.")), tmp_path) == []


def test_shares_that_are_not_the_whole_work_are_found(tmp_path: Path) -> None:
    finding = only(changed(("ขุด | 60 | ก.พ. | | 100", "ขุด | 59.5 | ก.พ. | |")), tmp_path)
    assert (finding.sheet, finding.cell, finding.rule.code, finding.is_error) == ("ขั้นตอน", "C3", "B421", True)
    assert (finding.values["total"], finding.values["cells"]) == ("99.5", "C2–C3")


def test_a_cumulative_share_is_compared(tmp_path: Path) -> None:
    finding = only(changed(("ต.ค. | ม.ค. | 40", "ต.ค. | ม.ค. | 45")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.is_error) == ("F2", "B422", False)


def test_steps_of_a_project_that_is_not_there_are_missed_once_and_not_added_up(tmp_path: Path) -> None:
    found = told(changed(("ค003 | สำรวจ | 40 | ต.ค. | ม.ค. | 40", "ค999 | สำรวจ | 40 | ต.ค. | ม.ค. | 50")), tmp_path)
    assert [(cell, code) for _, cell, code in found] == [("A2", "X338"), ("C3", "B421"), ("F3", "B422")]


@pytest.mark.parametrize(("last", "cells"), [("95", ["F3"]), ("100", ["F3"]), ("99", ["F3", "F4"])])
def test_a_cumulative_share_is_told_where_it_goes_wrong_not_as_long_as_it_is(
    tmp_path: Path, last: str, cells: list[str]
) -> None:
    steps = "ค003 | ขุด | 60 | ก.พ. | | 100"
    drawing = changed((steps, f"ค003 | ขุด | 30 | ก.พ. | | 65\nค003 | ถม | 30 | มี.ค. | | {last}"))
    assert [cell for _, cell, _ in told(drawing, tmp_path)] == cells


# --------------------------------------------------------------------------------------------------------- indicators


@pytest.mark.parametrize(
    ("moved", "above", "wanted"),
    [
        ("KPI | '1.5.4.1 | อัตราป่วย | 80 | | | ผลลัพธ์", "กลยุทธ์ | '1.5.4 | ควบคุมโรค", "กลยุทธ์"),
        ("กลยุทธ์ | '1.5.4 | ควบคุมโรค", "KR | 1 | ภูมิคุ้มกัน", "KR"),
        ("ยุทธศาสตร์ | 1 | เมืองปลอดภัย", "มิติ | 1 | บริการ", "มิติ"),
    ],
)
def test_a_node_above_its_parent_is_found(tmp_path: Path, moved: str, above: str, wanted: str) -> None:
    drawing = changed((f"{moved}\n", ""), (above, f"{moved}\n{above}"))
    finding = next(f for f in findings(drawing, tmp_path) if f.rule.code == "X328")
    assert (finding.sheet, finding.values["wanted"], finding.is_error) == ("แผนเมือง", wanted, True)
    row = [line for line in drawing.partition("== แผนเมือง\n")[2].splitlines()].index(moved) + 1
    assert finding.cell == f"A{row}"


def test_a_tactic_does_not_belong_to_the_key_result_of_another_strategy(tmp_path: Path) -> None:
    drawing = changed(after("KPI | '1.5.4.1 | อัตราป่วย | 80 | | | ผลลัพธ์", "ยุทธศาสตร์ | 2 | อีกข้อ", "กลยุทธ์ | '2.1.1 | ลอย"))
    assert told(drawing, tmp_path) == [("แผนเมือง", "A10", "X328")]


def test_a_value_that_its_level_does_not_use_is_found(tmp_path: Path) -> None:
    drawing = changed(("กลยุทธ์ | '1.5.4 | ควบคุมโรค", "กลยุทธ์ | '1.5.4 | ควบคุมโรค | 80 | ร้อยละ 1"))
    assert told(drawing, tmp_path) == [("แผนเมือง", "D7", "X329"), ("แผนเมือง", "E7", "X329")]


def test_a_target_without_a_project_is_found(tmp_path: Path) -> None:
    finding = only(changed(("'4.1.02 | | อยู่ในสาระสำคัญ | | |", "'4.1.02 | | มีเป้า | 9 | สนย. |")), tmp_path)
    assert (finding.sheet, finding.cell, finding.rule.code, finding.is_error) == ("ตัววัด", "A5", "X327", False)


def test_an_objective_that_is_not_that_of_the_code_is_found(tmp_path: Path) -> None:
    finding = only(changed(("'4.1.02 | |", "'4.1.02 | '4.2 |")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.is_error) == ("B5", "X330", False)
    assert told(changed(("'4.1.02 | |", "'4.1.02 | '4.1 |")), tmp_path) == []


def test_a_code_of_our_own_goes_under_any_objective_of_its_dimension(tmp_path: Path) -> None:
    assert told(changed(("'4.1.ก | |", "'4.1.ก | '4.2 |")), tmp_path) == []
    assert told(changed(("'4.1.ก | |", "'4.1.ก | '1.4 |")), tmp_path) == [("ตัววัด", "B4", "X330")]


def test_a_key_result_in_the_essence_without_a_code_of_the_city_is_found(tmp_path: Path) -> None:
    finding = only(changed(("'4.1.02 | |", "'4.1.ข | |")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.is_error) == ("A5", "X337", False)


@pytest.mark.parametrize(
    ("old", "cell"), [("ค 1.2 | นิยาม | ความหมาย\n", "ตัวชี้วัดเจรจา"), ("KPI 1.5.4.1 | นิยาม | ความหมาย\n", "แผนเมือง")]
)
def test_an_indicator_without_definition_is_found(tmp_path: Path, old: str, cell: str) -> None:
    finding = only(changed((old, "")), tmp_path)
    assert (finding.sheet, finding.rule.code, finding.when_final) == (cell, "X334", True)


def test_weights_that_do_not_add_up_are_found_with_both_places(tmp_path: Path) -> None:
    finding = only(changed(("๑ | 30", "๑ | 70")), tmp_path)
    assert (finding.sheet, finding.cell, finding.rule.code) == ("ตั้งค่า", "B8", "B420")
    assert (finding.values["total"], finding.values["cells"]) == (30, "ตัวชี้วัดเจรจา!D2–D3")


def test_a_weight_of_no_indicator_at_all_is_found_once_the_plan_is_final() -> None:
    book = PlanBook.of(Rows({PlanSettings: [PlanSettings(weight=70)]}))
    (finding,) = plan_indicators.weights(book)
    assert (finding.rule.code, finding.values["total"], finding.when_final) == ("B420", 0, True)
    assert "(ไม่มีตัวชี้วัดเจรจา)" in finding.message("th")


def test_a_scoring_that_lacks_levels_is_found(tmp_path: Path) -> None:
    finding = only(changed(("'1.2 | 3 | 60 | ขาด | 12\n", ""), ("'1.2 | 1 | 20 | ขาด | 4\n", "")), tmp_path)
    assert (finding.sheet, finding.cell, finding.rule.code, finding.when_final) == ("ตัวชี้วัดเจรจา", "A3", "X332", True)
    assert finding.values["levels"] == "3, 1"


def test_levels_out_of_order_are_found(tmp_path: Path) -> None:
    drawing = changed(
        ("'1.1 | 4 | 80 | ขาด | 8\n'1.1 | 3 | 60 | ขาด | 6", "'1.1 | 3 | 60 | ขาด | 6\n'1.1 | 4 | 80 | ขาด | 8")
    )
    assert told(drawing, tmp_path) == [("เกณฑ์คะแนน", "B4", "X333")]


def test_points_that_do_not_fall_are_found(tmp_path: Path) -> None:
    finding = only(changed(("'1.1 | 3 | 60 | ขาด | 6", "'1.1 | 3 | 60 | ขาด | 8")), tmp_path)
    assert (finding.sheet, finding.cell, finding.rule.code) == ("เกณฑ์คะแนน", "E4", "B423")
    assert finding.values["other"] == "E3"


def test_points_that_are_not_the_weight_are_found(tmp_path: Path) -> None:
    finding = only(changed(("'1.1 | 5 | 100 | ครบ | 10", "'1.1 | 5 | 100 | ครบ | 9")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.values["other"]) == ("E2", "B424", "ตัวชี้วัดเจรจา!D2")


# ------------------------------------------------------------------------------------------------------------- totals


def test_a_total_of_nothing_known_is_found(tmp_path: Path) -> None:
    finding = only(changed(("ส่วนที่ ๒ | 570", "ส่วนที่ ๔ | 570")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.is_error) == ("A2", "X335", False)


def test_the_part_that_is_guessed_is_the_one_of_the_same_number(tmp_path: Path) -> None:
    assert "“ส่วนที่ ๒”" in only(changed(("ส่วนที่ ๒ | 570", "สวนที่ 2 | 570")), tmp_path).message("th")


@pytest.mark.parametrize(
    ("old", "new", "cell", "cells"),
    [
        ("ส่วนที่ ๒ | 570", "ส่วนที่ 2 | 611", "B2", "โครงการ!F4–F6"),
        ("เดินทางดี | 500 | 2", "เดินทางดี | 541 | 2", "B3", "โครงการ!F4–F5"),
        ("สิ่งแวดล้อมดี | 70 | 1", "ด้านสิ่งแวดล้อมดี | 111 | 1", "B4", "โครงการ!F6"),
        ("ฝ่ายโยธา | 1547", "โยธา | 1588", "B5", "โครงการ!F2, F4–F5, F8–F9"),
    ],
)
def test_a_total_that_was_approved_differently_is_found_with_both_places(
    tmp_path: Path, old: str, new: str, cell: str, cells: str
) -> None:
    finding = only(changed((old, new)), tmp_path)
    assert (finding.sheet, finding.cell, finding.rule.code, finding.is_error) == ("ยอดควบคุม", cell, "B425", False)
    assert (finding.values["difference"], finding.values["cells"]) == ("41", cells)
    assert "อาจ" not in finding.message("th")


def test_a_number_of_projects_that_was_approved_differently_is_found(tmp_path: Path) -> None:
    finding = only(changed(("ส่วนที่ ๒ | 570 | 3", "ส่วนที่ ๒ | 570 | 2")), tmp_path)
    assert (finding.cell, finding.rule.code, finding.values["total"]) == ("C2", "B426", 3)
    assert "(โครงการ!A4–A6)" in finding.message("th")


def test_a_number_of_projects_where_none_are_listed_is_found(tmp_path: Path) -> None:
    drawing = changed(("สิ่งแวดล้อมดี | 70 | 1", "ฝ่ายว่าง | | 1"), after("ฝ่ายโยธา | โยธา |", "ฝ่ายว่าง | ว่าง |"))
    assert "แต่นับได้ 0 (ไม่มีโครงการ)" in only(drawing, tmp_path).message("th")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("", ""),
        ("G7", "ก!G7"),
        ("G7 G9 G10 G12", "ก!G7, G9–G10, G12"),
        ("G9 G10 G11 H12", "ก!G9–G11, H12"),
    ],
)
def test_cells_are_listed_in_spans(cells: str, said: str) -> None:
    assert listed([Place("สมุด", "ก", cell) for cell in cells.split()], sheet=True) == said


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (500, "ไม่ได้รวม ค005 (F6)"),
        (70, "ไม่ได้รวม ค003 (F4) + ค004 (F5)"),
        (870, "รวมเกิน ค003 (F4)"),
    ],
)
def test_the_projects_that_make_up_the_difference_are_named(tmp_path: Path, total: int, said: str) -> None:
    finding = only(changed(("ส่วนที่ ๒ | 570", f"ส่วนที่ ๒ | {total}")), tmp_path)
    assert said in finding.message("th")
    assert said.split(" ", 1)[1] in finding.message("en")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (3000, " หาก ค003 (F4) เป็น 300 จะพอดี"),  # a zero too many
        (30, " หาก ค003 (F4) เป็น 300 จะพอดี"),
    ],
)
def test_the_project_whose_budget_was_mistyped_is_named_in_every_total_that_it_makes_wrong(
    tmp_path: Path, typed: int, said: str
) -> None:
    found = findings(changed(("คลองหนึ่ง | 300", f"คลองหนึ่ง | {typed}")), tmp_path)
    assert [finding.cell for finding in found] == ["B2", "B3", "B5"]
    assert all(finding.message("th").endswith(said) for finding in found)


def test_projects_that_are_in_all_totals_which_are_out_and_in_none_that_fits_are_suspect(tmp_path: Path) -> None:
    found = findings(changed(("คลองหนึ่ง | 300", "คลองหนึ่ง | 333")), tmp_path)
    said = {finding.cell: finding.values["why"].th for finding in found}  # type: ignore[attr-defined]
    among = " น่าจะอยู่ที่ ค003 (F4), ค004 (F5)"
    assert said == {"B2": among, "B3": "", "B5": among}, "B3 counts no others"


def test_a_single_total_that_is_out_makes_no_project_suspect(tmp_path: Path) -> None:
    drawing = changed(("คลองหนึ่ง | 300", "คลองหนึ่ง | 333"), ("ดี | 500", "ดี | 533"), ("โยธา | 1547", "โยธา | 1580"))
    assert only(drawing, tmp_path).values["why"] == Words("", "")


def priced(*budgets: int) -> list[Project]:
    return [Project(code=f"ค{number:03}", budget=Value.of(budget)) for number, budget in enumerate(budgets, 1)]


@pytest.mark.parametrize(
    ("budgets", "found"),
    [
        ((60, 1, 2), [("ค001",)]),
        ((60, 60, 2), [("ค001",), ("ค002",)]),
        ((20, 40, 30, 30), [("ค001", "ค002"), ("ค003", "ค004")]),
        ((30, 1, 2), []),
        ((10, 20, 30, 100), [("ค001", "ค002", "ค003")]),
        ((10, 10, 20, 20), []),
        ((20, 20, 20), [("ค001", "ค002", "ค003")]),
    ],
)
def test_a_difference_is_explained_by_the_fewest_projects(
    budgets: tuple[int, ...], found: list[tuple[str, ...]]
) -> None:
    sets = plan_totals.explanations(priced(*budgets), Decimal(60))
    assert [tuple(project.code for project in group) for group in sets] == found


def test_a_difference_that_too_many_sets_explain_is_explained_by_none(tmp_path: Path) -> None:
    drawing = changed(
        ("คลองหนึ่ง | 300", "คลองหนึ่ง | 70"),
        ("คลองสอง | 200", "คลองสอง | 70"),
        ("ส่วนที่ ๒ | 570", "ส่วนที่ ๒ | 140"),
        ("ดี | 500 | 2", "ดี | 140 | 2"),
        ("โยธา | 1547", "โยธา | 1187"),
    )
    finding = only(drawing, tmp_path)
    assert finding.values["difference"] == "70" and "อาจ" not in finding.message("th")


def test_many_projects_are_compared_quickly() -> None:
    sets = list(plan_totals.explanations(priced(*(1000 + 2 * number for number in range(400))), Decimal(999_999)))
    assert sets == []
