"""Ticks, names and figures of key results: each fault at its cell, with what it contradicts, and nothing beside it."""

from pathlib import Path

import pytest

from generator.model.districts import DISTRICTS
from generator.reading import read_and_check
from tests.minibook import attachment, complete, draw

TABLE = {"แนบรายละเอียดเป้าหมาย": "✓"}


def told(drawing: str, folder: Path) -> list[tuple[str, str, str, str]]:
    found = read_and_check(draw(drawing, folder / "สมุด.xlsx")).findings
    return [(f.rule.code, f.sheet, f.cell, str(f.values.get("other", ""))) for f in found]


@pytest.mark.parametrize(
    ("ticks", "found"),
    [
        (["หน่วยงานเดียว"], []),
        (["หน่วยงานเดียว", "มีหน่วยงาน (R)", "(R) ระดับสำนัก"], [("X313", "KR", "E2", "F2")]),
        (["หน่วยงานเดียว", "(R) ระดับสำนัก"], [("X313", "KR", "E2", "G2")]),
        (["มีหน่วยงาน (R)"], [("X315", "KR", "F2", "")]),
        (["มีหน่วยงาน (R)", "(R) ระดับสำนัก"], []),
        (["(R) ระดับสำนัก"], [("X314", "KR", "F2", "G2")]),
        (["มีหน่วยงาน (R)", "(R) ระดับเขต"], [("X312", "KR", "H2", "")]),
        (["รายงานผ่านระบบอื่น"], [("X316", "KR", "P2", "Q2")]),
        (["ติดตาม: ระบบข้อมูล"], [("X316", "KR", "U2", "V2")]),
    ],
)
def test_ticks_that_contradict_each_other_or_leave_something_unsaid(
    tmp_path: Path, ticks: list[str], found: list[tuple[str, str, str, str]]
) -> None:
    assert told(complete(**dict.fromkeys(ticks, "✓")), tmp_path) == found


@pytest.mark.parametrize(("header", "cell", "tick"), [("ระบบอื่น โปรดระบุ", "Q2", "P2"), ("ระบบข้อมูล โปรดระบุ", "V2", "U2")])
def test_words_behind_an_empty_box_are_found(tmp_path: Path, header: str, cell: str, tick: str) -> None:
    assert told(complete(**{header: "รายไตรมาส"}), tmp_path) == [("X317", "KR", cell, tick)]


def test_a_district_table_that_is_promised_is_missed_once(tmp_path: Path) -> None:
    ticks = dict.fromkeys(["มีหน่วยงาน (R)", "(R) ระดับเขต", "แนบรายละเอียดเป้าหมาย"], "✓")
    assert told(complete(**ticks), tmp_path) == [("X308", "KR", "M2", "")]


def test_a_supporting_agency_needs_the_tick_that_there_are_any(tmp_path: Path) -> None:
    row = "'8214 | H | | 100 | ติดตาม"
    drawing = complete().replace(row, f"{row}\n'8214 | R | สำนักอนามัย | | ช่วย")
    assert told(drawing, tmp_path) == [("X314", "KR", "F2", "หน่วยงาน!B3")]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("หน่วยงาน | สำนักพัฒนาสังคม", "หน่วยงาน | สำนักพัฒนาสังม", [("X341", "ตั้งค่า", "B1", "")]),
        ("'8214 | H | |", "'8214 | H | สำนักพัฒนาสังคมม |", [("X341", "หน่วยงาน", "C2", "")]),
        ("'8214 | H | |", "'8214 | H | สำนักพัฒนาสังคม |", []),
        ("'8214 | H | |", "'8214 | H | สำนักงานเขตดุสิต |", []),
        ("'8214 | H | |", "'8214 | H | สำนักการคลัง |", []),
    ],
)
def test_a_name_that_is_nearly_that_of_an_agency_is_found(
    tmp_path: Path, old: str, new: str, found: list[tuple[str, str, str, str]]
) -> None:
    assert old in complete()
    assert told(complete().replace(old, new), tmp_path) == found


def test_a_misspelt_agency_concerns_its_key_result_if_there_is_one(tmp_path: Path) -> None:
    row = "'8214 | H | | 100 | ติดตาม"
    drawing = complete(**{"มีหน่วยงาน (R)": "✓", "(R) ระดับสำนัก": "✓"})
    drawing = drawing.replace(row, f"{row}\n'8214 | R | สำนักอนามัยย | |\n'8299 | R | สำนักอนามัยย | |")
    found = read_and_check(draw(drawing, tmp_path / "สมุด.xlsx")).findings
    assert [(f.cell, f.document) for f in found if f.rule.code == "X341"] == [("C3", "8214"), ("C4", "")]


def percentage(share: str, total: str, columns: str = "ฐาน | เป้าหมาย") -> str:
    """Draw a percentage KR of which every district has to reach 18 of 20."""
    more = " | 1" * (columns.count("|") - 1)
    figures = attachment({district.name: f"20 | 18{more}" for district in DISTRICTS}, headers=columns)
    drawing = complete(figures, **TABLE, ร้อยละต่อเขต=share, หน่วยนับ="ร้อยละ", ค่าเป้าหมายรวม=total)
    return drawing.replace("| H | | 100 |", f"| H | | {total} |")


def test_a_share_is_compared_with_the_total_percentage(tmp_path: Path) -> None:
    assert told(percentage("90", "90"), tmp_path) == []
    assert told(percentage("90", "95"), tmp_path) == [("B406", "KR", "K2", "I2")]
    assert told(percentage("90", "0.9{0%}"), tmp_path) == []


def test_a_share_of_nobody_knows_what_is_said_to_be_unchecked(tmp_path: Path) -> None:
    assert told(percentage("90", "90", "ฐาน | เป้าหมาย | หมู่"), tmp_path) == [("B405", "KR", "K2", "")]


@pytest.mark.parametrize(
    ("typed", "unit", "found"), [("101", "ร้อยละ", True), ("100", "ร้อยละ", False), ("900", "คน", False)]
)
def test_a_percentage_of_more_than_a_hundred_is_found(tmp_path: Path, typed: str, unit: str, found: bool) -> None:
    drawing = complete(หน่วยนับ=unit, ค่าเป้าหมายรวม=typed).replace("| H | | 100 |", f"| H | | {typed} |")
    assert told(drawing, tmp_path) == [("B408", "KR", "I2", "")] * found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("รวม | | 100 | 100", []),
        ("รวม | | 100 | 99", [("B407", "แนบ 8214", "D58", "")]),
        ("รวมทั้งสิ้น | | 101 | 99", [("B407", "แนบ 8214", "C58", ""), ("B407", "แนบ 8214", "D58", "")]),
        ("รวม | | | ครบ", []),
    ],
)
def test_a_typed_total_row_is_compared_and_never_added(
    tmp_path: Path, row: str, found: list[tuple[str, str, str, str]]
) -> None:
    assert told(complete(attachment() + row + "\n", **TABLE), tmp_path) == found


def test_what_could_not_be_read_is_not_blamed_on_the_sums(tmp_path: Path) -> None:
    drawing = complete(attachment({"ดุสิต": "2 | สอง", "บางแค": "| 2"}) + "รวม | | 100 | 100\n", **TABLE)
    assert told(drawing, tmp_path) == [("C102", "แนบ 8214", "D9", ""), ("B404", "แนบ 8214", "C45", "")]
    drawing = complete(attachment(), **TABLE).replace("ดุสิต |", "ดุสิด |").replace("บางแค | | 2 | 2\n", "")
    codes = [code for code, *_ in told(drawing, tmp_path)]
    assert codes == ["X302", "X304", "B401"]


def test_an_objective_and_a_key_result_have_one_name(tmp_path: Path) -> None:
    row = next(line for line in complete().splitlines() if line.startswith("'8214 | จำนวนคน"))

    def second(code: str, name: str, objective: str) -> str:
        drawing = complete().replace(
            row, f"{row}\n" + row.replace("'8214 | จำนวนคน | สนับสนุน", f"'{code} | {name} | {objective}")
        )
        for line in complete().splitlines():
            if line.startswith(("'8214 | นิยาม", "'8214 | วิธี", "'8214 | H")):
                drawing = drawing.replace(line, f"{line}\n{line.replace('8214', code)}")
        return drawing

    assert told(second("8215", "จำนวนแห่ง", "สนับ สนุน"), tmp_path) == []
    assert told(second("8315", "จำนวนแห่ง", "ส่งเสริม"), tmp_path) == []
    assert told(second("8215", "จำนวนแห่ง", "ส่งเสริม"), tmp_path) == [("X318", "KR", "C3", "C2")]
    assert told(second("8315", "จำนวน คน", "ส่งเสริม"), tmp_path) == [("X319", "KR", "A3", "A2")]
    (twice,) = (f for f in told(second("8214", "จำนวนแห่ง", "สนับสนุน"), tmp_path) if f[0] == "R201")
    assert twice == ("R201", "KR", "A3", "A2")
