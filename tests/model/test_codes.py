"""Codes, references, telephone numbers, pictures and addresses: how they are read, and how they are refused."""

from datetime import datetime
from typing import Any

import pytest

from generator.model.cell import Cell, Scalar
from generator.model.codes import (
    LONGEST_ADDRESS,
    PHONE_EXAMPLE,
    Address,
    Code,
    Codes,
    DistrictName,
    Phone,
    PictureName,
    Ref,
    Served,
)
from generator.model.kinds import Kind, Source
from generator.model.kr.key_result import KR_CODE, undotted
from generator.model.plan.codes import NODE, OKR, POLICY, PROJECT, SERVED
from generator.words import Words
from tests.model.cells import read, refused

SIX = Code(r"\d{6}", "115037")
LIST = Codes(PROJECT)
TWO = Served(((KR_CODE, Source("KR", prefix="KR")), (NODE, Source("แผนเมือง", prefix="KPI"))))


@pytest.mark.parametrize(
    "kind", [KR_CODE, Ref(KR_CODE, "KR"), Phone(), PictureName(), SERVED, Address(), DistrictName(), LIST]
)
def test_an_empty_cell_means_nothing_and_nothing_is_typed_for_it(kind: Kind[Any]) -> None:
    assert not kind.empty() and kind.typed(kind.empty()) is None


@pytest.mark.parametrize(
    ("kind", "value", "code", "values"),
    [
        (KR_CODE, "แปดสอง", "C104", {"text": "แปดสอง", "example": "8214"}),
        (KR_CODE, 82014, "C104", {"text": "82014", "example": "8214"}),
        (SIX, 31005, "C107", {"text": "31005", "example": "115037"}),
        (Ref(KR_CODE, "KR"), "แปดสอง จำนวน", "C104", {"text": "แปดสอง จำนวน", "example": "8214"}),
        (Ref(KR_CODE, "KR"), 214, "C104", {"text": "214", "example": "8214"}),
        (SERVED, "OKR 11.1", "C104", {"text": "OKR 11.1", "example": "OKR 1.2.01"}),
        (SERVED, "OKR", "C104", {"text": "OKR", "example": "OKR 1.2.01"}),
        (LIST, "ค001, ก", "C104", {"text": "ค001, ก", "example": "ค001"}),
        (Phone(), 20000001, "C107", {"text": "20000001", "example": PHONE_EXAMPLE}),
        (Address(), "example", "C117", {"text": "example"}),
    ],
)
def test_what_is_no_code_is_told_with_an_example(
    kind: Kind[Any], value: Scalar, code: str, values: dict[str, object]
) -> None:
    assert refused(kind, value) == (code, values)


def test_an_unknown_district_is_told_with_the_nearest_one() -> None:
    code, values = refused(DistrictName(), "สำนักงานเขต ดุสิด")
    assert (code, values["text"]) == ("X302", "สำนักงานเขต ดุสิด")
    assert isinstance(values["guess"], Words) and "“ดุสิต”" in values["guess"].th


@pytest.mark.parametrize(
    ("kind", "value", "number_format", "meant"),
    [
        (KR_CODE, "8.2.14", "General", "8214"),
        (KR_CODE, " ๘ ๒๑๔ ", "General", "8214"),
        (KR_CODE, 8214, "#,##0", "8214"),
        (KR_CODE, 8214.0, "General", "8214"),
        (Ref(KR_CODE, "KR"), "8214 จำนวนคน", "General", "8214"),
        (Ref(KR_CODE, "KR"), "8 2 1 4", "General", "8214"),
        (Ref(KR_CODE, "KR"), 8214, "General", "8214"),
        (LIST, "ค1,ค๐๐๒และค003\nค4", "General", ("ค001", "ค002", "ค003", "ค004")),
        (LIST, ", ค1,, ", "General", ("ค001",)),
        (TWO, "KR 8214 จำนวนคน", "General", "KR 8214"),
        (TWO, "KR8214", "General", "KR 8214"),
        (TWO, "KPI 1.5.4 ชื่อ", "General", "KPI 1.5.4"),
        (TWO, "KPI๑.๕", "General", "KPI 1.5"),
        (TWO, "8214 จำนวนคน", "General", "KR 8214"),
        (DistrictName(), 1002, "General", DistrictName().parse(Cell(1, 1, "ดุสิต"), lambda *_: None)),
        (Address(), "https://example.org:80/ก?x=๑", "General", "https://example.org:80/ก?x=1"),
        (Address(), "http://EXAMPLE.ORG", "General", "http://EXAMPLE.ORG"),
    ],
)
def test_codes_are_read_in_all_their_spellings(kind: Kind[Any], value: Scalar, number_format: str, meant: Any) -> None:
    assert read(kind, value, number_format) == (meant, [])


def test_a_date_that_may_have_been_a_code_is_read_as_one_and_remarked() -> None:
    assert read(KR_CODE, datetime(2014, 2, 8)) == ("8214", [("C108", {"code": "8214"})])
    assert KR_CODE.dated(datetime(2014, 2, 8)) == ["8214"] and KR_CODE.dated(datetime(2014, 12, 8)) == []
    assert NODE.dated(datetime(2025, 5, 1)) == ["1.5.25", "1.5"]


def test_a_percentage_is_no_code() -> None:
    assert refused(SIX, 0.31005, "0%") == ("C104", {"text": "0.31005", "example": "115037"})


def test_a_stored_reference_names_the_sheet_that_owns_it() -> None:
    assert TWO.owner("KPI 1.5.4") == "แผนเมือง" and TWO.owner("KR 8214") == "KR"


def test_a_telephone_number_in_two_lines_is_one_text() -> None:
    assert read(Phone(), "0 2000 0001\nต่อ 12") == ("0 2000 0001 ต่อ 12", [])
    assert read(Phone(), 20000001, "000000000") == ("020000001", [])
    assert read(Phone(), 812345678, "0,000000000")[0] == "0812345678"


def test_an_odd_number_is_remarked_as_it_was_typed_with_its_digits() -> None:
    assert read(Phone(), "0 2000 0001, 0 2000 001 ") == (
        "0 2000 0001, 0 2000 001 ",
        [("C114", {"text": "0 2000 001", "count": 8})],
    )
    typed = "0 2000 001/0 2000 002;0 2000 003 หรือ 0 2000 004 ถึง 0 2000 005"
    assert [values["text"] for _, values in read(Phone(), typed)[1]] == [f"0 2000 00{number}" for number in range(1, 6)]


@pytest.mark.parametrize("name", ["a.png", "a.JPG", "a.jpeg", "ลายมือ ชื่อ.png"])
def test_pictures_lie_beside_the_workbook(name: str) -> None:
    assert read(PictureName(), name) == (name, [])


PATHS = ("a/b.png", "a\\b.png", "C:b.png", "/b.png", ".", "..", "b.png/")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        *((path, "ต้องเป็นชื่อไฟล์ ไม่ใช่ที่อยู่ของไฟล์") for path in PATHS),
        *((file, "ไม่ใช่ .png หรือ .jpg") for file in ("a.bmp", "png", "a.png.exe")),
    ],
)
def test_what_is_no_picture_is_told_why(name: str, reason: str) -> None:
    code, values = refused(PictureName(), name)
    assert (code, values["text"]) == ("C113", name)
    english = {"ต": "it must be a file name, not a path", "ไ": "it is neither .png nor .jpg"}
    assert values["reason"] == Words(reason, english[reason[0]])


def test_an_address_fits_into_a_qr_code() -> None:
    address = "https://example.org/" + "x" * (LONGEST_ADDRESS - 20)
    assert read(Address(), address) == (address, [])
    assert refused(Address(), address + "x") == ("C117", {"text": address + "x"})


@pytest.mark.parametrize(
    ("code", "typed", "canonical"),
    [
        (OKR, "1.1.1", "1.1.01"), (OKR, "1.1.11", "1.1.11"), (OKR, "1.1.ก", "1.1.ก"), (OKR, "1.1", None),
        (PROJECT, "ค1", "ค001"), (PROJECT, "ค0001", "ค001"), (PROJECT, "ค1234", "ค1234"), (PROJECT, "1", None),
        (PROJECT, "ค12", "ค012"), (PROJECT, "ค000", "ค000"), (POLICY, "p001", "P001"), (KR_CODE, "8.3.8", "8308"),
        (KR_CODE, "0.3.8", None),
    ],
)  # fmt: skip
def test_codes_have_one_spelling(code: Code, typed: str, canonical: str | None) -> None:
    assert code.canon(typed) == canonical


def test_a_dotted_code_of_a_key_result_loses_its_dots() -> None:
    assert [undotted(text) for text in ("8.2.14", "8.3.8", "8214", "8.2")] == ["8214", "8308", "8214", "8.2"]
