"""What a declaration of a sheet makes, and what it refuses."""

from dataclasses import FrozenInstanceError, replace
from typing import Annotated, Any

import pytest

from generator.model.finding import Place
from generator.model.kinds import Flag, Kind, Text
from generator.model.sheet import Column, FaultyDeclaration, Layout, Origin, Required, Sheet

NAME = Column("ชื่อ", Text(), "")
CODE = Column("รหัส", Text(), "", key=True)


def declared(name: str = "ก", columns: Any = None, **options: Any) -> Any:
    """Return a sheet of these columns."""
    fields = columns if columns is not None else {"name": NAME}
    annotations = {field: Annotated[Any, column] for field, column in fields.items()}
    return type(Sheet)("Declared", (Sheet,), {"__annotations__": annotations}, sheet=name, purpose="ใช้ทดสอบ", **options)


def test_a_sheet_is_a_record_of_its_columns() -> None:
    class Row(Sheet, sheet="แถว", purpose="ลอง"):
        name: Annotated[str, Column("ชื่อ", Text(), "")]
        done: Annotated[bool, Column("เสร็จ", Flag(), "")]
        more: Annotated[tuple[str, ...], Column("อื่น", Text(), "", rest=True)]
        note: str = "ไม่ใช่คอลัมน์"

    row = Row(name="ก")
    assert (row.name, row.done, row.more, list(Row.COLUMNS)) == ("ก", False, (), ["name", "done", "more"])
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        row.name = "ข"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del row.name  # type: ignore[misc]
    with pytest.raises(TypeError):
        Row("ก")  # type: ignore[misc]
    with pytest.raises(TypeError, match="Row has no field nam, notes"):
        Row(nam="ก", done=True, notes="ข")  # type: ignore[call-arg]
    assert row == Row(origin=Origin("ก.xlsx", "แถว", 3), name="ก"), "where it was read makes no difference"
    assert row != Row(name="ข") and row.origin == Origin()
    assert hash(row) != hash(Row(name="ข"))
    assert {row, Row(name="ก", origin=Origin("ข.xlsx"))} == {row} and len({row, replace(row, note="ค")}) == 2
    assert replace(row, done=True) == Row(name="ก", done=True, more=()) and row != ("ก", False, (), row.note)
    assert repr(row) == f"Row(name='ก', done=False, more=(), note='ไม่ใช่คอลัมน์', origin={Origin()!r})"


def test_a_sheet_that_says_nothing_more_is_a_plain_table() -> None:
    sheet = declared()
    assert (sheet.NAME, sheet.PURPOSE, sheet.LAYOUT, sheet.SUBJECT) == ("ก", "ใช้ทดสอบ", Layout.TABLE, "")
    assert (sheet.OPTIONAL, sheet.HANDED_OUT, sheet.WHEN_USED, sheet.key()) == (False, False, False, "")
    told = declared(
        columns={"code": CODE}, layout=Layout.CARD, subject="code", optional=True, handed_out=True, when_used=True
    )
    assert (told.LAYOUT, told.SUBJECT, told.OPTIONAL) == (Layout.CARD, "code", True)
    assert (told.HANDED_OUT, told.WHEN_USED, told.key()) == (True, True, "code")


def test_a_column_that_says_nothing_more_is_an_optional_cell() -> None:
    column = Column("ชื่อ", Text(), "ช่วย")
    assert (column.example, column.required, column.key, column.was) == ("", Required.NEVER, False, ())
    assert (column.rest, column.always) == (False, False)


def test_a_row_that_holds_its_key_alone_is_not_in_use() -> None:
    sheet = declared(columns={"code": CODE, "name": NAME})
    assert not sheet(code="ค001").in_use() and sheet(code="ค001", name="ก").in_use()


def test_a_field_lies_where_it_was_read() -> None:
    row = declared(columns={"code": CODE, "name": NAME})(
        origin=Origin("ก.xlsx", "แถว", 7, {"code": (0, 1), "name": (2, 3)})
    )
    assert row.place("name") == Place("ก.xlsx", "แถว", "C9") and row.place("name", 2) == Place("ก.xlsx", "แถว", "E9")
    assert row.place() == Place("ก.xlsx", "แถว", "A7") == row.place("ไม่มี")
    assert Origin("ก.xlsx", "แถว").place() == Place("ก.xlsx", "แถว", "")


REST = Column("ที่เหลือ", Text(), "", rest=True)


@pytest.mark.parametrize(
    ("name", "columns", "options", "said"),
    [
        ("", None, {}, "Declared: Excel does not take '' as the name of a sheet"),
        ("ก" * 32, None, {}, "name of a sheet"),
        *((f"ก{sign}", None, {}, "name of a sheet") for sign in "[]:*?/\\"),
        ("ก", {"x": NAME, "y": NAME}, {}, "Declared: two columns share a header"),
        ("ก", {"x": NAME, "y": Column("ข", Text(), "", was=("ชื่อ",))}, {}, "share a header"),
        ("ก", {"x": Column("ก", Text(), "ก" * 256)}, {}, "Declared.x: Excel shows at most 255 characters of help"),
        ("ก", {"x": REST, "y": NAME, "z": CODE}, {}, "Declared.x: only the last column can stand for all further ones"),
        ("ก", None, {"subject": "code"}, "Declared: the subject 'code' is no column"),
        ("ก", None, {"handed_out": True}, "Declared: there is no key to hand out"),
        ("ก", None, {"when_used": True}, "Declared: a sheet that may not be written must be optional"),
    ],
)
def test_what_excel_or_the_reader_could_not_follow_is_refused(
    name: str, columns: Any, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(FaultyDeclaration) as caught:
        declared(name, columns, **options)
    assert said in str(caught.value)


def test_what_is_just_allowed_is_taken() -> None:
    assert declared("ก" * 31).NAME == "ก" * 31
    assert declared("X", {"x": NAME, "y": REST}).COLUMNS["y"].rest
    assert declared("X", {"x": Column("ก", Text(), "ก" * 255), "y": NAME, "z": REST}, subject="y").SUBJECT == "y"


def test_a_field_of_two_columns_is_none() -> None:
    kind: Kind[str] = Text()
    both = Annotated[str, Column("ก", kind, ""), Column("ข", kind, "")]
    sheet: Any = type(Sheet)("Declared", (Sheet,), {"__annotations__": {"x": both}}, sheet="ก", purpose="")
    assert not sheet.COLUMNS
