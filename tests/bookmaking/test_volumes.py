"""Volumes are cut between districts, as few and as even as can be; contents name the pages on which districts begin."""

from pathlib import Path

import pytest

from generator.bookmaking.plans import Plan
from generator.bookmaking.volumes import Measured, Order, Separators, Volume, by_group, by_size, contents, sheets, title
from generator.forms.book_form import BookEntry, BookSheet
from generator.model.districts import DISTRICTS, GROUPS, find_district
from generator.words import Halt

ABOVE = "แผนปฏิบัติราชการประจำปี พ.ศ.\u00a0๒๕๖๘"


def measured(name: str, pages: int = 3, draft: bool = False) -> Measured:
    district = find_district(name)
    assert district is not None
    return Measured(Plan(district, 2568, Path(f"{district.code}-2568.pdf"), draft), pages)


def volume(*plans: Measured, order: Order = "code", separators: Separators | None = None) -> Volume:
    (only,) = by_size(plans, order, separators, None, 2)
    return only


ALL = [measured(district.name, 80) for district in reversed(DISTRICTS)]


def test_districts_stand_by_code_or_as_official_tables_print_them() -> None:
    assert [known.plan.district.code for known in volume(*ALL).plans] == sorted(item.code for item in DISTRICTS)
    assert [known.plan.district for known in volume(*ALL, order="group").plans] == list(DISTRICTS)


def test_a_group_is_a_volume() -> None:
    volumes = by_group(ALL, "group", None)
    assert [some.plans[0].plan.district.group for some in volumes] == list(GROUPS)
    assert [known.plan.district for some in volumes for known in some.plans] == list(DISTRICTS)
    codes = [known.plan.district.code for known in by_group(ALL, "code", None)[0].plans]
    assert codes == sorted(codes)


def test_volumes_keep_to_the_limit_and_are_as_even_as_can_be() -> None:
    volumes = by_size(ALL, "code", None, 600, 2)
    assert [len(some.plans) for some in volumes] in ([6, 6, 6, 6, 6, 6, 7, 7], [7, 7, 6, 6, 6, 6, 6, 6])
    assert max(some.length(2) for some in volumes) <= 600
    assert [known for some in volumes for known in some.plans] == list(volume(*ALL).plans)


def test_uneven_plans_are_shared_out_evenly() -> None:
    plans = [measured(name, 10) for name in ("พระนคร", "ดุสิต", "หนองจอก", "บางรัก", "บางเขน", "บางกะปิ")]
    assert [len(some.plans) for some in by_size(plans, "code", None, 52, 2)] == [3, 3]


def test_the_limit_counts_contents_blank_pages_and_separators() -> None:
    plans = [measured("พระนคร", 3), measured("ดุสิต", 3)]
    assert [some.length(2) for some in by_size(plans, "code", None, 9, 2)] == [9]
    assert len(by_size(plans, "code", None, 8, 2)) == 2
    assert [some.length(2) for some in by_size(plans, "code", "district", 13, 2)] == [13]
    assert len(by_size(plans, "code", "district", 12, 2)) == 2
    assert len(by_size(plans, "code", None, 9, 4)) == 2


def test_a_plan_that_no_volume_holds_is_named() -> None:
    with pytest.raises(Halt) as halt:
        by_size([measured("พระนคร", 3), measured("ดุสิต", 90)], "code", None, 60, 2)
    assert "สำนักงานเขตดุสิตมี 90 หน้า" in halt.value.problem.th and "อย่างน้อย 92" in halt.value.cure.th


def test_contents_name_the_page_on_which_each_district_begins() -> None:
    said = contents(volume(measured("ดุสิต", 3), measured("พระนคร", 4, draft=True)), 1, 1, 2)
    (group,) = said.groups
    assert (said.title, said.scope, said.volume, said.draft) == (ABOVE, "สำนักงานเขต ๒ เขต", "", True)
    assert group.heading == "" and group.entries == (
        BookEntry("๑", "สำนักงานเขตพระนคร (ร่าง)", "๓"),
        BookEntry("๒", "สำนักงานเขตดุสิต", "๗"),
    )


def test_contents_that_take_more_pages_move_the_districts() -> None:
    assert [entry.page for entry in contents(volume(measured("ดุสิต")), 1, 1, 4).groups[0].entries] == ["๕"]


def test_with_groups_contents_have_headings_and_separators_their_pages() -> None:
    plans = [measured("ดุสิต"), measured("บางรัก"), measured("พระนคร")]
    plain = contents(volume(*plans, order="group"), 1, 1, 2)
    assert [(group.heading, group.page, [entry.page for entry in group.entries]) for group in plain.groups] == [
        ("กลุ่มเขตกรุงเทพกลาง", "", ["๓", "๗"]),
        ("กลุ่มเขตกรุงเทพใต้", "", ["๑๑"]),
    ]
    cut = volume(*plans, order="group", separators="group")
    assert [(group.page, [entry.page for entry in group.entries]) for group in contents(cut, 1, 1, 2).groups] == [
        ("๓", ["๕", "๙"]),
        ("๑๓", ["๑๕"]),
    ]
    assert [sheet.name for sheet in sheets(cut, 1, 1).sheets] == ["กลุ่มเขตกรุงเทพกลาง", "กลุ่มเขตกรุงเทพใต้"]


def test_a_district_begins_with_its_separator() -> None:
    cut = volume(measured("พระนคร"), measured("ดุสิต"), separators="district")
    assert [entry.page for entry in contents(cut, 1, 1, 2).groups[0].entries] == ["๓", "๙"]
    assert sheets(cut, 1, 1).sheets == (BookSheet("สำนักงานเขตพระนคร", ABOVE), BookSheet("สำนักงานเขตดุสิต", ABOVE))
    assert [[mark.title for mark in piece.bookmarks] for piece in cut.pieces] == [
        *(["สำนักงานเขตพระนคร"], [], ["สำนักงานเขตดุสิต"], []),
    ]


def test_bookmarks_of_districts_stand_below_their_groups() -> None:
    pieces = volume(measured("ดุสิต"), measured("พระนคร"), order="group").pieces
    assert [list(piece.bookmarks) for piece in pieces] == [
        [(1, "กลุ่มเขตกรุงเทพกลาง"), (2, "สำนักงานเขตดุสิต")],
        [(2, "สำนักงานเขตพระนคร")],
    ]


def test_a_volume_says_which_one_it_is() -> None:
    (some,) = by_group([measured("พระนคร"), measured("ดุสิต")], "group", None)
    said = contents(some, 2, 6, 2)
    assert (said.scope, said.volume) == ("สำนักงานเขตในกลุ่มเขตกรุงเทพกลาง ๒ เขต", "เล่มที่\u00a0๒ ใน ๖ เล่ม")
    assert [group.heading for group in said.groups] == [""]
    assert title(some, 2, 6) == f"{ABOVE} {said.scope} {said.volume}"
