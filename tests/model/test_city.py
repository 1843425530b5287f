"""What KR books give to the districts."""

from pathlib import Path

from generator.model.city import allotments, okr_code
from generator.model.districts import find_district
from generator.model.finding import Place
from generator.model.form import Page, Rows
from generator.model.kr.agency import HOST, SUPPORT, Agency
from generator.model.kr.attachment import AttachmentCard, AttachmentRow
from generator.model.kr.book import KR_FORM, KrBook
from generator.model.kr.definition import MEANING, Definition
from generator.model.kr.key_result import KeyResult
from generator.model.kr.practice import Example, Standard
from generator.model.kr.settings import Settings
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.workbook.reader import read_workbook
from tests.minibook import complete, draw

ATTACHMENT = """
== แนบ 8214
ชื่อตาราง | ก
คอลัมน์ที่เป็นค่าเป้าหมาย | เป้าหมาย (คน)
เขต | กลุ่ม | ชุมชน | เป้าหมาย (คน)
ดุสิต | กท.กลาง | 7 | 60
ภาษีเจริญ | กธ.ใต้ | 9 | 40
บางแค | กธ.ใต้ | 3 |
"""


def book(tmp_path: Path, attachment: str = "", **cells: str) -> KrBook:
    return KrBook.of(read_workbook(draw(complete(attachment, **cells), tmp_path / "kr.xlsx"), KR_FORM).rows)


def test_the_code_of_a_key_result_is_that_of_its_okr() -> None:
    assert (okr_code("8214"), okr_code("8308")) == ("8.2.14", "8.3.08")


def test_a_district_has_its_own_target_and_its_cell(tmp_path: Path) -> None:
    (allotment,) = allotments([book(tmp_path, ATTACHMENT)])
    share = allotment.shares["1022"]
    assert (share.target.text, share.place.sheet, share.place.cell) == ("40", "แนบ 8214", "D5")
    assert (allotment.okr, allotment.objective, allotment.target.text) == ("8.2.14", "8.2", "100")
    assert (allotment.host, allotment.year) == ("สำนักพัฒนาสังคม", 2568)
    assert [row.text.plain for row in allotment.meaning] == ["ความหมาย"]


def test_a_district_without_a_figure_has_no_part(tmp_path: Path) -> None:
    (allotment,) = allotments([book(tmp_path, ATTACHMENT)])
    dusit, bang_khae = find_district("ดุสิต"), find_district("บางแค")
    assert dusit is not None and bang_khae is not None
    assert allotment.concerns(dusit) and not allotment.concerns(bang_khae)


def test_without_an_attachment_all_districts_have_a_part_if_districts_support_it(tmp_path: Path) -> None:
    district = find_district("ดุสิต")
    assert district is not None
    (alone,) = allotments([book(tmp_path)])
    (shared,) = allotments([book(tmp_path, **{"(R)_ระดับเขต": "'✓", "มีหน่วยงาน_(R)": "'✓"})])
    assert not alone.concerns(district) and shared.concerns(district)


def test_targets_that_are_a_percentage_of_something_count_that(tmp_path: Path) -> None:
    attachment = ATTACHMENT.replace("ชุมชน |", "จำนวนชุมชน (ชุมชน) |", 1)
    (allotment,) = allotments([book(tmp_path, attachment, ร้อยละต่อเขต="90")])
    assert allotment.share_unit == "ชุมชน"
    (plain,) = allotments([book(tmp_path, attachment)])
    assert plain.share_unit == ""


def test_only_of_two_columns_one_can_be_what_the_other_is_a_percentage_of(tmp_path: Path) -> None:
    units = []
    for header in ("จำนวนชุมชน (เก่า) ( ชุมชน )", "ชุมชน", "ชุมชน (ก | คน (ข)"):
        drawn = ATTACHMENT.replace("ชุมชน |", f"{header} |", 1)
        if "|" in header:
            drawn = drawn.replace("| 7 |", "| 7 | 1 |").replace("| 9 |", "| 9 | 1 |").replace("| 3 |", "| 3 | 1 |")
        (allotment,) = allotments([book(tmp_path, drawn, ร้อยละต่อเขต="90")])
        units.append(allotment.share_unit)
    assert units == ["ชุมชน", "", ""]


def test_without_a_target_column_there_are_no_shares(tmp_path: Path) -> None:
    drawn = ATTACHMENT.replace("คอลัมน์ที่เป็นค่าเป้าหมาย | เป้าหมาย (คน)", "คอลัมน์ที่เป็นค่าเป้าหมาย |")
    (allotment,) = allotments([book(tmp_path, drawn, ร้อยละต่อเขต="90")])
    assert (allotment.shares, allotment.share_name, allotment.share_unit) == ({}, "", "")


def test_each_key_result_has_its_own_agencies_and_meaning() -> None:
    rows = {
        Settings: [Settings(agency="สำนักพัฒนาสังคม", year=2568)],
        KeyResult: [
            KeyResult(code="8214", name="ก", objective="สนับสนุน", target=Value.of(9), unit="คน"),
            KeyResult(name="ไม่มีรหัส"),
            KeyResult(code="8308", name="ข"),
        ],
        Agency: [
            Agency(kr="8308", role=SUPPORT, name="สำนักเทศกิจ"),
            Agency(kr="8214", role=SUPPORT, name="สำนักงานเขต"),
            Agency(kr="8214", role=HOST),
            Agency(kr="8214", role=HOST, name="สำนักอนามัย"),
            Agency(kr="8214", role=SUPPORT),
            Agency(kr="8214", role=SUPPORT, name="สำนักการแพทย์"),
        ],
        Definition: [
            Definition(kr="8214", part=MEANING, text=Prose.of("หนึ่ง")),
            Definition(kr="8214", part="วิธีคำนวณ", text=Prose.of("สอง")),
            Definition(kr="8308", part=MEANING, text=Prose.of("สาม")),
        ],
        Standard: [Standard(kr="8214")],
        Example: [Example(kr="8214"), Example(kr="8308")],
    }
    whole = KrBook.of(Rows(rows))
    assert (len(whole.standards), len(whole.examples)) == (1, 2)
    one, other = allotments([whole])
    assert (one.okr, one.objective, one.objective_name, one.year) == ("8.2.14", "8.2", "สนับสนุน", 2568)
    assert (one.agency, one.host, one.supporters) == ("สำนักพัฒนาสังคม", "สำนักอนามัย", ("สำนักงานเขต", "สำนักการแพทย์"))
    assert [row.text.plain for row in one.meaning] == ["หนึ่ง"]
    assert (one.name, one.target, one.unit) == ("ก", Value.of(9), "คน")
    assert (one.shares, one.share_name, one.share_unit) == ({}, "", "")
    assert (other.okr, other.host, other.supporters) == ("8.3.08", "สำนักพัฒนาสังคม", ("สำนักเทศกิจ",))
    assert [row.text.plain for row in other.meaning] == ["สาม"]


def test_a_row_that_is_shorter_than_its_table_gives_no_share() -> None:
    district, other = find_district("ดุสิต"), find_district("บางแค")
    page = Page(
        key="8214",
        rows=Rows({
            AttachmentCard: [AttachmentCard(target_column="ค่า เป้าหมาย (คน)")],
            AttachmentRow: [
                AttachmentRow(district=district, numbers=(Value.of(1),)),
                AttachmentRow(district=other, numbers=(Value.of(1), Value.of(2))),
                AttachmentRow(numbers=(Value.of(1), Value.of(3))),
            ],
        }),
        headers=[Prose.of("ชุมชน"), Prose.of("ค่าเป้าหมาย\n(คน)")],
        header_place=Place("kr.xlsx"),
    )  # fmt: skip
    rows = Rows({Settings: [Settings()], KeyResult: [KeyResult(code="8214")]}, [page])
    (allotment,) = allotments([KrBook.of(rows)])
    assert {code: share.target for code, share in allotment.shares.items()} == {"1040": Value.of(2)}
    assert allotment.share_name == "ค่าเป้าหมาย (คน)"
    assert allotment.adds_up is False, "the city has no target"
