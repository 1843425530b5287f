"""What Excel says beside a cell and what it refuses, within the limits that Excel sets. Knows no sheet of any form."""

from decimal import Decimal
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from generator.model.cell import address
from generator.model.kinds import Validation
from generator.model.sheet import Column

TITLE_LIMIT: Final = 32
MESSAGE_LIMIT: Final = 255

Area = tuple[int, int, int, int]
"""First row, first column, last row and last column of a range, counted from 0."""


class Overlong(ValueError):
    """A formula is longer than Excel takes."""


def fit(text: str, limit: int) -> str:
    """Return `text`, cut with an ellipsis where it is longer than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def guide(sheet: Worksheet, area: Area, column: Column, source: str = "") -> None:
    """Show the help of `column` beside its cells, and let Excel check what is typed.

    `source` is the formula of the list to choose from, for kinds that have one.
    """
    options = _rule(column.kind.validation(), address(area[0] + 1, area[1] + 1), source)
    _validate(sheet, area, {**options, **_message(column)})


def guard(sheet: Worksheet, row: int, column: int, label: str, message: str, refusal: str) -> None:
    """Let Excel refuse to overwrite a cell that is not to be typed in; `message` shows beside it."""
    options = {
        "validate": "custom",
        "value": "=FALSE",
        "input_title": label,
        "input_message": message,
        "error_title": "ห้ามแก้ช่องนี้",
        "error_message": refusal,
    }
    _validate(sheet, (row, column, row, column), options)


def invite(sheet: Worksheet, area: Area, title: str, message: str) -> None:
    """Show a message beside cells in which anything may be typed."""
    _validate(sheet, area, {"validate": "any", "input_title": title, "input_message": message})


def _message(column: Column) -> dict[str, str]:
    message = column.help
    if column.example and len(longer := f"{message}\nตัวอย่าง: {column.example}") <= MESSAGE_LIMIT:
        message = longer
    return {"input_title": column.header, "input_message": message}


def _rule(validation: Validation | None, cell: str, source: str) -> dict[str, Any]:
    if source:
        known = "เลือกจากรายการในช่อง (ลูกศรทางขวา)"
        return {
            "validate": "list",
            "value": source,
            "error_title": "ไม่อยู่ในรายการ",
            "error_message": f"โปรด{known}"
            if validation and validation.strict
            else f"ปกติ{known} แต่พิมพ์เองได้ เช่น พิมพ์เฉพาะรหัส หากแน่ใจให้ตอบ ใช่ (Yes)",
            "error_type": _severity(validation),
        }
    if validation is None:
        return {"validate": "any"}
    if validation.formula:
        return {
            "validate": "custom",
            "value": "=" + validation.formula.format(cell=cell),
            "error_title": "ค่าไม่ถูกต้อง",
            "error_message": "ดูคำอธิบายข้างช่องนี้ แล้วพิมพ์ใหม่",
            "error_type": _severity(validation),
        }
    return {"validate": "decimal", "error_type": _severity(validation), **_bounds(validation)}


def _bounds(validation: Validation) -> dict[str, Any]:
    low, high = validation.minimum, validation.maximum
    title = {"error_title": "ต้องเป็นตัวเลข"}
    if low is not None and high is not None:
        message = f"พิมพ์ตัวเลขตั้งแต่ {_plain(low)} ถึง {_plain(high)}"
        return {
            **title,
            "criteria": "between",
            "minimum": _plain(low),
            "maximum": _plain(high),
            "error_message": message,
        }
    if low is not None:
        return {**title, "criteria": ">=", "value": _plain(low), "error_message": f"พิมพ์ตัวเลขตั้งแต่ {_plain(low)} ขึ้นไป"}
    if high is not None:
        return {**title, "criteria": "<=", "value": _plain(high), "error_message": f"พิมพ์ตัวเลขไม่เกิน {_plain(high)}"}
    return {"validate": "any"}


def _plain(number: Decimal) -> str:
    return format(number, "f")


def _severity(validation: Validation | None) -> str:
    return "stop" if validation and validation.strict else "warning"


def _validate(sheet: Worksheet, area: Area, options: dict[str, Any]) -> None:
    for name in ("input_title", "error_title"):
        if name in options:
            options[name] = fit(options[name], TITLE_LIMIT)
    for name in ("input_message", "error_message"):
        if name in options:
            options[name] = fit(options[name], MESSAGE_LIMIT)
    if len(str(options.get("value", ""))) > MESSAGE_LIMIT:
        raise Overlong(f"Excel takes a formula of at most {MESSAGE_LIMIT} characters here: {options['value']}")
    sheet.data_validation(*area, options)
