"""The districts, and what is typed for them."""

import locale

import pytest

from generator.model import districts
from generator.model.districts import DISTRICTS, GROUPS, District, district_in, find_district


def test_all_districts_are_read_with_their_groups() -> None:
    read = districts._read()
    assert read == DISTRICTS and len(read) == 50
    assert read[0] == District("1026", "ดินแดง", "กท.กลาง", "กลุ่มเขตกรุงเทพกลาง")
    assert read[0].office == "สำนักงานเขตดินแดง" and len(GROUPS) == 6


def test_the_districts_are_read_on_a_system_that_writes_no_thai() -> None:
    before = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, "C")
    try:
        assert districts._read() == DISTRICTS
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ดุสิต", "ดุสิต"),
        (" สำนักงานเขต ดุสิต ", "ดุสิต"),
        ("เขตดุสิต", "ดุสิต"),
        ("สนข.ดุสิต", "ดุสิต"),
        ("สนข ดุสิต", "ดุสิต"),
        ("สนข. เขตดุสิต", "ดุสิต"),
        ("๑๐๐๒", "ดุสิต"),
        ("ราชบุรี", None),
        ("", None),
    ],
)
def test_a_district_is_found_by_its_name_or_code(typed: str, name: str | None) -> None:
    found = find_district(typed)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("1002-2568", "ดุสิต"),
        ("แผน_2568_ดุสิต", "ดุสิต"),
        ("แผน (เขตดุสิต)", "ดุสิต"),
        ("x.1002.y", "ดุสิต"),
        ("ภาษีเจริญ 1002", "ภาษีเจริญ"),
        ("แผน ๑๐๒๒ ฉบับแก้", "ภาษีเจริญ"),
        ("แผน_เขตภาษีเจริญ_2568", "ภาษีเจริญ"),
        ("แผนเมือง", None),
        ("แผน-2568", None),
        ("", None),
    ],
)
def test_a_file_is_of_the_first_district_in_its_name(stem: str, name: str | None) -> None:
    found = district_in(stem)
    assert (found and found.name) == name
