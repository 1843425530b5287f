"""Only what has one right answer is mended in a cell."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.cell import Cell, Fault, Scalar
from generator.model.codes import Address, Code, Codes, DistrictName, Phone, Ref
from generator.model.kinds import Choice, Flag, Kind, Long, Refusal, Text
from generator.model.kr.key_result import KR_CODE, KR_REF, Status
from generator.model.mending import Mended, Reason, mended
from generator.model.moments import Day, Year
from generator.model.plan.codes import NODE, OKR, PROJECT, SERVED, STRATEGY
from generator.model.prose import Run
from generator.model.quantities import Money, Quantity
from generator.thai.text import normal

STATUS = Choice(tuple(Status))
ROLE = Choice(("H", "R"), also=(("(H)", "H"),))


def what(kind: Kind[Any], value: Scalar, *known: str, code: str = "General") -> Mended | None:
    return mended(kind, Cell(1, 1, value, code), known)


@pytest.mark.parametrize(
    ("kind", "typed", "after", "reason"),
    [
        (Text(), "  คน ", "คน", Reason.TEXT),
        (Text(), "จํานวน", "จำนวน", Reason.TEXT),
        (Text(), "ที\u200bม", "ทีม", Reason.TEXT),
        (Text(), " \u00a0", None, Reason.TEXT),
        (Long(), "ก  ข\r\n ค", "ก ข\nค", Reason.TEXT),
        (Quantity(), " ๙๐ ", "๙๐", Reason.TEXT),
        (Money(), "1,200 ", "1,200", Reason.TEXT),
        (KR_CODE, "๘๒๑๔", "8214", Reason.CODE),
        (KR_CODE, "8.2.14 ", "8214", Reason.CODE),
        (KR_REF, "๘ ๒๑๔", "8214", Reason.CODE),
        (OKR, "1.1.1", "1.1.01", Reason.CODE),
        (PROJECT, "ค1", "ค001", Reason.CODE),
        (Codes(PROJECT), "ค๑, ค002", "ค001, ค002", Reason.CODE),
        (SERVED, "OKR ๑.๑.๑", "OKR 1.1.01", Reason.CODE),
        (SERVED, "๑.๑.๐๑", "OKR 1.1.01", Reason.CODE),
        (STATUS, "พร้อม ลงนาม", "พร้อมลงนาม", Reason.CHOICE),
        (ROLE, "(h)", "H", Reason.CHOICE),
        (Address(), "https://example.org/๒๕๖๗", "https://example.org/2567", Reason.DIGITS),
        (KR_REF, datetime(2014, 2, 8), "8214", Reason.DATE),
        (KR_CODE, datetime(2014, 2, 8), "8214", Reason.DATE),
        (Phone(), 20000001, "020000001", Reason.ZERO),
        (Phone(), 812345678, "0812345678", Reason.ZERO),
    ],
)
def test_what_has_one_answer_is_mended(kind: Kind[Any], typed: Scalar, after: str | None, reason: Reason) -> None:
    assert what(kind, typed) == Mended(after, reason)
    if after is not None:
        assert what(kind, after) is None, "mended once, it is right"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Text(), "คน"),
        (Text(), 12),
        (Text(), datetime(2014, 2, 8)),
        (KR_CODE, 8214),
        (KR_CODE, "82014"),
        (KR_CODE, True),
        (KR_REF, "8214 จำนวนคน"),
        (KR_REF, "๘๒๑๔ จำนวนคน"),
        (SERVED, "OKR 1.1.1 ชื่อ"),
        (SERVED, "อะไร"),
        (STATUS, "พร้อมเซ็น"),
        (Flag(), "x"),
        (Year(), "๒๕๖๘"),
        (Year(), 2025),
        (Day(), "๑ ม.ค. ๒๕๖๗"),
        (DistrictName(), "เขตดุสิต"),
        (Quantity(), 0.9),
        (Money(), "1200 บาท"),
        (Phone(), 1555),
        (Phone(), 12345678),
        (NODE, datetime(2014, 2, 8)),
        (Address(), "ไม่ใช่ที่อยู่ ๑"),
    ],
)
def test_the_rest_is_left_alone(kind: Kind[Any], typed: Scalar) -> None:
    assert what(kind, typed) is None


def test_of_two_codes_that_a_date_may_have_been_only_a_known_one_is_right() -> None:
    moment = datetime(2014, 2, 8)
    assert what(NODE, moment, "8.2") == Mended("8.2", Reason.DATE)
    assert what(NODE, moment, "8.2.14") == Mended("8.2.14", Reason.DATE)
    assert what(NODE, moment, "8.2", "8.2.14") is None


def test_blanks_are_text_to_be_mended_in_a_cell_of_codes_too() -> None:
    assert what(Codes(KR_CODE), "  ") == Mended(None, Reason.TEXT)


def test_separators_without_codes_are_an_empty_cell() -> None:
    assert what(Codes(PROJECT), ", ,") == Mended(None, Reason.CODE)


def test_a_lost_zero_comes_back_if_the_code_is_known() -> None:
    kind = Ref(STRATEGY, "ยุทธศาสตร์")
    assert what(kind, 15037) is None
    assert what(kind, 15037, "015037") == Mended("015037", Reason.ZERO)
    assert what(kind, 15037, "015037", code="000000") == Mended("015037", Reason.ZERO)
    assert what(Code(r"\d{4,5}", "0123"), 123, "0123", "00123") is None, "two answers are none"
    assert what(STRATEGY, 115037, "0115037") is None, "it is a code as it is"


@pytest.mark.parametrize(
    "cell",
    [
        Cell(1, 1, " ๘๒๑๔ ", formula=True),
        Cell(1, 1, "#REF!", fault=Fault.ERROR_VALUE),
        Cell(1, 1, " ๘๒๑๔ ", runs=(Run(" ๘๒"), Run("๑๔ "))),
        Cell(1, 1),
    ],
    ids=["formula", "error", "several formats", "empty"],
)
def test_what_would_lose_something_is_left_alone(cell: Cell) -> None:
    assert mended(KR_CODE, cell, ()) is None


@given(st.text(), st.sampled_from([Text(), Long(), KR_CODE, KR_REF, SERVED, STATUS, Codes(PROJECT), Quantity()]))
def test_what_is_mended_is_read_as_before(text: str, kind: Kind[Any]) -> None:
    def read(value: str) -> object:
        try:
            return kind.parse(Cell(1, 1, normal(value)), lambda *_, **__: None) if normal(value) else kind.empty()
        except Refusal as refusal:
            return type(refusal)

    found = what(kind, text)
    if found is not None:
        assert read(found.after or "") == read(text)
        assert found.after is None or what(kind, found.after) is None


def test_a_number_that_is_its_code_already_is_left_alone() -> None:
    assert what(KR_CODE, 8214, "8214") is None
    assert what(STRATEGY, 115037, "115037") is None


def test_at_most_two_zeros_come_back() -> None:
    known = ("015037", "005037", "000503")
    assert [what(STRATEGY, number, *known) for number in (15037, 5037, 503)] == [
        Mended("015037", Reason.ZERO),
        Mended("005037", Reason.ZERO),
        None,
    ]
