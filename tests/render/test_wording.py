"""Arabic digits in the wording of a template are told, but not those that belong there."""

from collections.abc import Callable

import pytest

from tests.render.sample import Context, Filled, compiled

Fill = Callable[..., Filled]


def told(body: str, **more: str) -> list[tuple[str, str]]:
    warnings = compiled(body, **more).warnings
    return [(str(found.values["text"]), found.sheet) for found in warnings if found.rule.code == "T009"]


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("ส่วนที่ 2", "ส่วนที่ 2"),
        ("ส่วนที่2ของแผน", "ส่วนที่2ของแผน"),
        ("ยาวมากกว่าสิบสองตัวอักษร 2.5 ล้าน", "สองตัวอักษร 2.5 ล้าน"),
        ("(2)", "(2)"),
        ("{{ title }}2", "…2"),
        ("โทร. 0 2000 0001", "โทร. 0 2000 0001"),
        ("<w:p><w:r><w:t>KPI</w:t><w:tab/><w:t>2</w:t></w:r></w:p>", "KPI 2"),
        ("<w:p><w:r><w:t>ปี 25</w:t></w:r><w:r><w:t>68</w:t></w:r></w:p>", "ปี 2568"),
    ],
)
def test_arabic_digits_are_told_with_what_is_near(line: str, near: str) -> None:
    assert told(line) == [(near, "เนื้อหา ย่อหน้าที่ ๑")]


@pytest.mark.parametrize(
    "line",
    [
        *("ส่วนที่ ๒", "COVID-19", "e-GP2568", "https://bangkok.go.th:8080/p/2568?x=1", "a1@b2.th", "ไม่มีตัวเลข"),
        *("{{ title if count == 3 else '2' }}", "{% if count > 2 %}ก{% endif %}"),
        '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ],
)
def test_digits_of_words_addresses_tags_and_fields_are_not(line: str) -> None:
    assert told(line) == []


def test_each_paragraph_is_told_once_with_its_place() -> None:
    assert told("1 2 3\n| ก |\n| 4 |\n~", header="หน้า 5") == [
        ("1 2 3", "เนื้อหา ย่อหน้าที่ ๑"),
        ("4", "เนื้อหา ตาราง ๑ แถว ๒"),
        ("หน้า 5", "หัวกระดาษ ย่อหน้าที่ ๑"),
    ]


def test_arabic_digits_do_not_stop_a_template(filled: Fill) -> None:
    assert str(filled("ส่วนที่ 2 {{ title }}", Context())) == "ส่วนที่ 2 หัวเรื่อง"
