"""Checks of key results in books written down in rows: what is passed over, what comes after it, what is right yet."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from generator.checks import kr_figures, kr_names, kr_references, kr_ticks
from generator.model.districts import DISTRICTS
from generator.model.finding import Finding, Place
from generator.model.form import Page, Rows
from generator.model.kr.agency import HOST, SUPPORT, Agency
from generator.model.kr.attachment import AttachmentCard, AttachmentRow
from generator.model.kr.book import KrBook
from generator.model.kr.definition import MEANING, Definition
from generator.model.kr.key_result import KeyResult
from generator.model.kr.settings import Settings
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.sheet import Origin, Sheet


def placed(row: Sheet, sheet: str, number: int, refused: Sequence[str] = ()) -> None:
    """Give a row a place, one column right of the margin, so that no finding can be where it belongs by chance."""
    cells = {name: (0, column) for column, name in enumerate(row.COLUMNS, 2)}
    object.__setattr__(row, "origin", Origin("สมุด.xlsx", sheet, number, cells, frozenset(refused)))


def book(*rows: Sheet, pages: Sequence[Page] = ()) -> KrBook:
    by_sheet: dict[type[Sheet], list[Sheet]] = {Settings: [Settings()]}
    for row in rows:
        same = by_sheet.setdefault(type(row), [])
        same.append(row)
        placed(row, row.NAME, len(same))
    return KrBook.of(Rows(by_sheet, pages=pages))


def kr(code: str, target: Value | None = None, **facts: object) -> KeyResult:
    return KeyResult(code=code, target=target or Value(), **facts)  # type: ignore[arg-type]


def table(
    key: str,
    *figures: tuple[int | None, ...],
    headers: Sequence[str] = ("ฐาน", "เป้า"),
    refused: int = 0,
    totals: Sequence[tuple[int | None, ...]] = (),
) -> Page:
    """Return an attachment with these figures for the first districts; the first `refused` could not be read."""
    card, rows, sums = AttachmentCard(target_column="เป้า"), [], []
    placed(card, f"แนบ {key}", 1)
    for number, values in enumerate(figures):
        rows.append(AttachmentRow(district=DISTRICTS[number], numbers=tuple(map(value, values))))
        placed(rows[-1], f"แนบ {key}", number + 8, ["numbers"] if number < refused else ())
    for number, values in enumerate(totals):
        sums.append(AttachmentRow(numbers=tuple(map(value, values))))
        placed(sums[-1], f"แนบ {key}", number + 80)
    sheets: dict[type[Sheet], Sequence[Sheet]] = {AttachmentCard: [card], AttachmentRow: rows}
    place = Place("สมุด.xlsx", f"แนบ {key}", "D7")
    return Page(key, Rows(sheets), [*map(Prose.of, headers)], place, totals=sums)


def value(number: int | None) -> Value:
    return Value() if number is None else Value.of(number)


def told(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.sheet, finding.cell, finding.document) for finding in findings]


# ---------------------------------------------------------------------------------------------------------- districts


def test_a_district_whose_name_could_not_be_read_is_not_missed_as_well() -> None:
    rows = [AttachmentRow(district=district) for district in DISTRICTS[1:]]
    unread = AttachmentRow()
    for number, row in enumerate([unread, *rows]):
        placed(row, "แนบ 8214", number + 8, ["district"] if row is unread else ())
    sheets: dict[type[Sheet], Sequence[Sheet]] = {AttachmentCard: [AttachmentCard()], AttachmentRow: [unread, *rows]}
    place = Place("สมุด.xlsx", "แนบ 8214", "D7")
    assert list(kr_figures.missing_district(book(pages=[Page("8214", Rows(sheets), [], place)]))) == []
    sheets[AttachmentRow] = [unread, *rows[1:]]
    (finding,) = kr_figures.missing_district(book(pages=[Page("8214", Rows(sheets), [], place)]))
    assert (finding.document, finding.values["count"]) == ("8214", 2)


@pytest.mark.parametrize(("absent", "more"), [(5, ""), (6, " …(+1)"), (8, " …(+3)")])
def test_five_districts_are_named_and_further_ones_counted(absent: int, more: str) -> None:
    page = table("8214", *[(1, 1)] * (50 - absent))
    (finding,) = kr_figures.missing_district(book(pages=[page]))
    named = " ".join(district.name for district in DISTRICTS[50 - absent :][:5])
    assert finding.values == {"count": absent, "names": named + more}


def test_an_attachment_without_rows_lacks_no_district() -> None:
    assert list(kr_figures.missing_district(book(pages=[table("8214")]))) == []


def test_a_district_that_stands_thrice_is_named_with_its_first_row() -> None:
    page = table("8214", (1, 1), (1, 1), (1, 1))
    for row in page.rows.of(AttachmentRow):
        object.__setattr__(row, "district", DISTRICTS[4])
    found = list(kr_figures.double_district(book(pages=[page])))
    assert [(*each, finding.values["other"]) for each, finding in zip(told(found), found, strict=True)] == [
        ("แนบ 8214", "B9", "8214", "B8"),
        ("แนบ 8214", "B10", "8214", "B8"),
    ]


# ------------------------------------------------------------------------------------------------------------ figures


def test_an_empty_figure_is_told_with_its_header_on_one_line() -> None:
    page = table("8214", (1, 2), (1, None), (None, 2), headers=("ฐาน\n(คน)", "เป้า"), refused=0)
    base, target = kr_figures.empty_figure(book(pages=[page]))
    assert (base.cell, base.document, base.values) == (
        "D10",
        "8214",
        {"header": "ฐาน (คน)", "count": 1, "names": DISTRICTS[2].name},
    )
    assert (target.cell, target.values["header"], target.values["names"]) == ("E9", "เป้า", DISTRICTS[1].name)


def test_an_empty_figure_counts_as_nothing_in_a_sum() -> None:
    page = table("8214", (1, 2), (1, None), (1, 3), totals=[(4, 6), (3, 5), (None, None)], headers=("ฐาน\n(คน)", "เป้า"))
    total = list(kr_figures.typed_total(book(pages=[page])))
    assert [(f.cell, f.document, *f.values.values()) for f in total] == [
        ("D80", "8214", "4", "3", "1", "ฐาน (คน)"),
        ("E80", "8214", "6", "5", "1", "เป้า"),
    ]
    (finding,) = kr_figures.district_sum(book(kr("8214", Value.of(7)), pages=[page]))
    assert finding.values == {"total": "5", "target": "7", "difference": "2", "other": f"KR!{cell('target')}1"}
    assert list(kr_figures.district_sum(book(kr("8214", Value.of(5)), pages=[page]))) == []


def cell(field: str) -> str:
    """Return the column in which a field of the key results stands in these books."""
    number = list(KeyResult.COLUMNS).index(field) + 2
    return f"{'A' if number > 26 else ''}{chr(ord('A') + (number - 1) % 26)}"


def test_what_cannot_be_added_up_keeps_no_other_table_from_being_added() -> None:
    """A target in words, a percentage, a table without target column, and one that could not be read."""
    results = [
        kr("8211", Value("มาก")),
        kr("8212", Value.of(90, percent=True)),
        kr("8213", Value.of(9)),
        kr("8214", Value.of(9)),
        kr("8215", Value.of(9)),
    ]
    pages = [
        table("8211", (1, 1)),
        table("8212", (1, 1)),
        table("8213", (1, 1), headers=("ฐาน", "อื่น")),
        table("8214", (1, 1), refused=1),
        table("8215", (1, 1)),
    ]
    assert told(list(kr_figures.district_sum(book(*results, pages=pages)))) == [("แนบ 8215", "D7", "8215")]


def test_a_total_of_a_table_that_could_not_be_read_is_not_compared() -> None:
    pages = [table("8214", (1, 1), refused=1, totals=[(5, 5)]), table("8215", (1, 1), totals=[(5, 1)])]
    assert told(list(kr_figures.typed_total(book(pages=pages)))) == [("แนบ 8215", "D80", "8215")]


def test_an_unreadable_figure_is_not_an_empty_one() -> None:
    page = table("8214", (None, 1), (None, 1), refused=1)
    (finding,) = kr_figures.empty_figure(book(pages=[page]))
    assert (finding.cell, finding.values["count"]) == ("D9", 1)


def test_the_target_of_every_host_is_compared() -> None:
    results = [kr("8214", Value.of(100)), kr("8215", Value("มาก")), kr("8216", Value.of(90, percent=True))]
    agencies = [
        Agency(kr="8299", role=HOST, target=Value.of(1)),
        Agency(kr="8214", role=SUPPORT, target=Value.of(1)),
        Agency(kr="8214", role=HOST, target=Value("ตามเอกสารแนบ")),
        Agency(kr="8214", role=HOST, target=Value()),
        Agency(kr="8215", role=HOST, target=Value.of(1)),
        Agency(kr="8214", role=HOST, target=Value.of(100)),
        Agency(kr="8216", role=HOST, target=Value.of(80, percent=True)),
        Agency(kr="8214", role=HOST, target=Value.of(60)),
    ]
    found = list(kr_figures.host_target(book(*results, *agencies)))
    assert told(found) == [("หน่วยงาน", "E7", "8216"), ("หน่วยงาน", "E8", "8214")]
    assert [f.values["other"] for f in found] == [f"KR!{cell('target')}3", f"KR!{cell('target')}1"]


def test_the_share_of_every_district_is_compared_where_there_is_one_other_column() -> None:
    ninety = Decimal(90)
    results = [kr("8211"), *(kr(code, share=ninety) for code in ("8212", "8213", "8214", "8299"))]
    nowhere = table("8214", (20, None), (None, 18), (20, 18), (45, 41), (45, 40), (0, 0), (20, 19))
    object.__setattr__(nowhere.rows.of(AttachmentRow)[4], "district", None)
    pages = [
        table("8211", (20, 1)),
        table("8212", (20, 1), headers=("ฐาน", "อื่น")),
        table("8213", (20, 1, 1), headers=("ฐาน", "เป้า", "หมู่")),
        nowhere,
    ]
    made = book(*results, pages=pages)
    (finding,) = kr_figures.district_share(made)
    assert (finding.cell, finding.document, finding.values["right"]) == ("E14", "8214", "18")
    assert told(list(kr_figures.share_unchecked(made))) == [("KR", f"{cell('share')}3", "8213")]


def test_a_share_is_taken_of_the_column_that_is_not_the_target() -> None:
    page = table("8214", (18, 20), (19, 20), headers=("เป้า", "ฐาน"))
    (finding,) = kr_figures.district_share(book(kr("8214", share=Decimal(90)), pages=[page]))
    assert (finding.cell, finding.values["base"], finding.values["found"]) == ("D9", "20", "19")


@pytest.mark.parametrize(("target", "unit"), [(Value.of(101, percent=True), ""), (Value.of(101), "ร้อยละ")])
def test_a_percentage_is_said_by_the_figure_or_by_the_unit(target: Value, unit: str) -> None:
    (finding,) = kr_figures.over_hundred(book(kr("8213", Value("มาก"), unit="ร้อยละ"), kr("8214", target, unit=unit)))
    assert (finding.cell, finding.document, finding.values) == (f"{cell('target')}2", "8214", {"number": "101"})


# --------------------------------------------------------------------------------------------------- names, references


def test_the_name_of_an_objective_is_compared_with_the_first_that_has_one() -> None:
    results = [
        kr("", objective="สนับสนุน"),
        kr("8211", objective=""),
        kr("8212", objective="สนับสนุน"),
        kr("8213", objective="สนับ สนุน"),
        kr("8214", objective="ส่งเสริม"),
        kr("8311", objective="อื่น ๆ"),
    ]
    (finding,) = kr_names.objective_two_names(book(*results))
    assert (finding.cell, finding.document, finding.values["other"]) == (f"{cell('objective')}5", "8214", "D3")
    assert cell("objective") == "D" and finding.values["found"] == "สนับสนุน"


def test_two_codes_of_one_name_are_told_unless_one_of_them_is_missing() -> None:
    results = [
        kr("", name="จำนวนคน"),
        kr("8211", name="จำนวนคน"),
        kr("8211", name="จำนวนคน"),
        kr("8212", name="จำนวน คน"),
    ]
    found = list(kr_names.two_codes(book(*results)))
    assert [(f.cell, f.document, f.values["other"]) for f in found] == [("B4", "8212", "B2")]


def test_agencies_are_looked_up_wherever_they_are_named_and_an_unknown_one_stops_nothing() -> None:
    results = [kr("8214", contact_agency="สำนักพัฒนาสังม")]
    agencies = [
        Agency(kr="8214", name=""),
        Agency(kr="8214", name="สำนักพัฒนาสังคม"),
        Agency(kr="8214", name="มูลนิธิแห่งหนึ่ง"),
        Agency(kr="8214", name="สำนักวัฒนธรรม และการท่องเที่ยว กีฬา"),
        Agency(kr="8299", name="สำนักพัฒนาสังม"),
        Agency(kr="8214", name="สำนักพัฒนาสังม"),
    ]
    found = list(kr_names.misspelt_agency(book(*results, *agencies)))
    assert told(found) == [
        ("KR", f"{cell('contact_agency')}1", "8214"),
        ("หน่วยงาน", "D5", ""),
        ("หน่วยงาน", "D6", "8214"),
    ]
    assert {str(finding.values["meant"]) for finding in found} == {"สำนักพัฒนาสังคม"}


def test_a_key_that_stands_thrice_is_named_with_its_first_row_and_what_else_it_is_called() -> None:
    results = [kr("", name="ก"), kr("", name="ข"), *(kr("8214", name=name) for name in ("ก", "ข", "ก"))]
    other, same = kr_references.double_key(book(*results))
    assert (other.cell, other.document, other.values["other"], other.values["key"]) == ("B4", "8214", "B3", "8214")
    assert "“ก”" in str(other.values["names"]) and "“ข”" in str(other.values["names"])
    assert (same.cell, same.values["names"]) == ("B5", ("", ""))


def test_every_row_and_table_that_belongs_to_nothing_is_told() -> None:
    rows: list[Sheet] = [kr("8214"), Definition(kr="", part=MEANING), Definition(kr="8241", part=MEANING)]
    rows += [Agency(kr="8214", role=HOST), Agency(kr="8241", role=HOST)]
    found = list(kr_references.dangling(book(*rows, pages=[table("8214"), table("8241")])))
    assert told(found) == [("นิยาม", "B2", ""), ("หน่วยงาน", "B2", ""), ("แนบ 8241", "D7", "")]
    assert [(f.values["key"], f.values["target"], "8214" in str(f.values["guess"])) for f in found] == [
        ("8241", "KR", True)
    ] * 3


def test_ticks_are_looked_at_in_every_row() -> None:
    results = [
        kr("8211", supported=True, supported_by_districts=True),
        kr("8212"),
        kr("8213", alone=True, supported_by_districts=True),
        kr("", supported_by_districts=True),
        kr("8214", supported_by_districts=True),
        kr("8215"),
    ]
    made = book(*results, Agency(kr="8215", role=HOST), Agency(kr="8215", role=SUPPORT))
    found = list(kr_ticks.unticked_support(made))
    supported, districts = cell("supported"), cell("supported_by_districts")
    assert told(found) == [("KR", f"{supported}5", "8214"), ("KR", f"{supported}6", "8215")]
    assert [finding.values["other"] for finding in found] == [f"{districts}5", "หน่วยงาน!C2"]
    assert "ระดับของหน่วยงาน (R)" in found[0].message("th") and "(R)" in found[1].message("th")
    assert [(f.cell, f.document) for f in kr_ticks.no_district_table(made)] == [
        (f"{districts}{row}", code) for row, code in ((1, "8211"), (3, "8213"), (5, "8214"))
    ]


def test_the_sheet_is_named_that_a_tick_promises() -> None:
    promised = book(kr("8214", standards_attached=True, targets_attached=True, examples_attached=True))
    found = [finding.values["where"] for finding in kr_references.broken_promise(promised)]
    assert found == ["แผ่นงาน มาตรฐาน", "แผ่นงาน แนบ 8214", "แผ่นงาน ตัวอย่าง"]


def test_a_slip_of_writing_concerns_its_key_result_or_the_whole_workbook() -> None:
    card = AttachmentCard(title=Prose.of("xxx"))
    placed(card, "แนบ 8214", 1)
    page = table("8214")
    pages = [Page("8214", Rows({**page.rows.by_sheet, AttachmentCard: [card]}), page.headers, page.header_place)]
    rows = [kr("8214"), Agency(kr="8214", name="xxx"), Agency(kr="8299", name="xxx")]
    found = list(kr_names.wordings(book(*rows, pages=pages)))
    assert told(found) == [("หน่วยงาน", "D1", "8214"), ("หน่วยงาน", "D2", ""), ("แนบ 8214", "B1", "8214")]


def test_the_sum_of_no_districts_is_nothing() -> None:
    given = book(kr("8214", Value.of(5)), pages=[table("8214", totals=[(None, 5)])])
    found = [*kr_figures.district_sum(given), *kr_figures.typed_total(given)]
    assert [(finding.rule.code, finding.values["total"]) for finding in found] == [("B401", "0"), ("B407", "0")]
