"""The kinds of cell that name something: codes, references, districts, telephone numbers, picture files."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from generator.model.cell import Cell, Scalar
from generator.model.districts import DISTRICTS, District, find_district
from generator.model.kinds import Kind, Refusal, Remark, Source, Validation, guess, text_of
from generator.model.numberformat import shown
from generator.model.rules import book_rules, cell_rules
from generator.thai.numerals import to_arabic
from generator.words import Words


@dataclass(frozen=True)
class Code(Kind[str]):
    """A code in canonical form: Arabic digits, no blanks, `pattern` matched in full.

    `canonical` may turn other spellings into the canonical one before the pattern is tried.
    """

    pattern: str
    example: str
    canonical: Callable[[str], str] = str
    number_format = "@"

    def canon(self, text: str) -> str | None:
        """Return the canonical form of a typed code; None if it is not one."""
        code = self.canonical("".join(to_arabic(text).split()))
        return code if re.fullmatch(self.pattern, code) else None

    def dated(self, moment: datetime) -> list[str]:
        """Return the codes that Excel may have taken for this date, the likeliest first; none if there is none."""
        dotted = (f"{moment.day}.{moment.month}.{moment:%y}", f"{moment.day}.{moment.month}")
        return [code for text in dotted if (code := self.canon(text)) is not None]

    def parse(self, cell: Cell, remark: Remark) -> str:
        if isinstance(cell.value, datetime) and (codes := self.dated(cell.value)):
            remark(cell_rules.DATE_AS_CODE, code=codes[0])
            return codes[0]
        text = text_of(cell)
        if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
            digits, percent = shown(cell.value, cell.format)
            text = text if percent else digits.replace(",", "")
            if self.canon(text) is None and any(self.canon("0" * zeros + text) for zeros in (1, 2)):
                raise Refusal(cell_rules.LOST_ZERO, text=text, example=self.example)
        if (code := self.canon(text)) is None:
            raise Refusal(cell_rules.BAD_CODE, text=text, example=self.example)
        return code

    def empty(self) -> str:
        return ""

    def typed(self, value: str) -> Scalar:
        return value or None


@dataclass(frozen=True)
class Ref(Kind[str]):
    """A reference to the row that has this key in another sheet; "8214 name" is as good as "8214"."""

    code: Code
    sheet: str
    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> str:
        if isinstance(cell.value, str):
            found = self.code.canon(cell.value) or self.code.canon(cell.value.split()[0])
            if found is None:
                raise Refusal(cell_rules.BAD_CODE, text=cell.value, example=self.code.example)
            return found
        return self.code.parse(cell, remark)

    def empty(self) -> str:
        return ""

    def typed(self, value: str) -> Scalar:
        return value or None

    def validation(self) -> Validation:
        return Validation(sources=(Source(self.sheet),), strict=False)


@dataclass(frozen=True)
class DistrictName(Kind[District | None]):
    """One of the 50 districts, with or without เขต or สำนักงานเขต before its name, or its official code."""

    def parse(self, cell: Cell, remark: Remark) -> District:
        text = text_of(cell)
        if (district := find_district(text)) is None:
            bare = re.sub(r"^(สำนักงาน)?เขต", "", text).strip()
            raise Refusal(
                book_rules.UNKNOWN_DISTRICT, text=text, guess=guess(bare, [known.name for known in DISTRICTS])
            )
        return district

    def empty(self) -> District | None:
        return None

    def typed(self, value: District | None) -> Scalar:
        return value.name if value else None

    def validation(self) -> Validation:
        return Validation(choices=tuple(district.name for district in DISTRICTS))


PHONE_EXAMPLE: Final = "0 2000 0001"


def _is_phone(digits: str, typed: str) -> bool:
    """Return whether digits are to be a whole number: no extension, no hotline, none with the code of a country."""
    return "+" not in typed and (digits.startswith("0") or len(digits) in (8, 9)) and len(digits) > 1


@dataclass(frozen=True)
class Phone(Kind[str]):
    """Telephone numbers as typed. A number that lost its leading zero is refused; odd lengths are remarked."""

    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> str:
        if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
            digits = shown(cell.value, cell.format).digits.replace(",", "")
            if not digits.startswith("0"):
                raise Refusal(cell_rules.LOST_ZERO, text=digits, example=PHONE_EXAMPLE)
            text = digits
        else:
            text = " ".join(text_of(cell).split("\n"))
        for number in re.split(r"[,;/]|ต่อ|หรือ|ถึง", to_arabic(text)):
            digits = re.sub(r"\D", "", number)
            whole = digits.startswith("0") and len(digits) == (10 if digits[1:2] in tuple("689") else 9)
            if _is_phone(digits, number) and not whole:
                remark(cell_rules.BAD_PHONE, text=number.strip(), count=len(digits))
        return text

    def empty(self) -> str:
        return ""

    def typed(self, value: str) -> Scalar:
        return value or None


@dataclass(frozen=True)
class PictureName(Kind[str]):
    """The name of a picture file that lies beside the workbook; never a path."""

    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> str:
        name = text_of(cell)
        if PureWindowsPath(name).name != name or PurePosixPath(name).name != name or name == "..":
            reason = Words("ต้องเป็นชื่อไฟล์ ไม่ใช่ที่อยู่ของไฟล์", "it must be a file name, not a path")
            raise Refusal(cell_rules.BAD_PICTURE, text=name, reason=reason)
        if PurePosixPath(name).suffix.lower() not in (".png", ".jpg", ".jpeg"):
            raise Refusal(
                cell_rules.BAD_PICTURE, text=name, reason=Words("ไม่ใช่ .png หรือ .jpg", "it is neither .png nor .jpg")
            )
        return name

    def empty(self) -> str:
        return ""

    def typed(self, value: str) -> Scalar:
        return value or None


@dataclass(frozen=True)
class Served(Kind[str]):
    """A reference to one of several sheets: a prefix says which, as in "OKR 1.1.01 name"; stored as "OKR 1.1.01".

    `targets` are the codes and the sheets that own them; the first may also be written without its prefix.
    """

    targets: tuple[tuple[Code, Source], ...]
    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> str:
        text = text_of(cell)
        words = to_arabic(text).split()
        for code, source in self.targets:
            if words[0].startswith(source.prefix):
                rest = words[0].removeprefix(source.prefix) or (words[1] if len(words) > 1 else "")
                if (found := code.canon(rest)) is not None:
                    return f"{source.prefix} {found}"
        code, source = self.targets[0]
        if (found := code.canon(words[0])) is not None:
            return f"{source.prefix} {found}"
        raise Refusal(cell_rules.BAD_CODE, text=text, example=f"{source.prefix} {code.example}")

    def empty(self) -> str:
        return ""

    def typed(self, value: str) -> Scalar:
        return value or None

    def validation(self) -> Validation:
        return Validation(sources=tuple(source for _, source in self.targets), strict=False)

    def owner(self, served: str) -> str:
        """Return the sheet that owns what a stored reference names."""
        return next(source.sheet for _, source in self.targets if served.startswith(f"{source.prefix} "))


@dataclass(frozen=True)
class Codes(Kind[tuple[str, ...]]):
    """Several codes in one cell, separated by commas, blanks, "และ" or line breaks."""

    code: Code
    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> tuple[str, ...]:
        text = text_of(cell)
        parts = [part for part in re.split(r"[,\s]+|และ", text) if part]
        found = [self.code.canon(part) for part in parts]
        if not all(found):
            raise Refusal(cell_rules.BAD_CODE, text=text, example=self.code.example)
        return tuple(code for code in found if code)

    def empty(self) -> tuple[str, ...]:
        return ()

    def typed(self, value: tuple[str, ...]) -> Scalar:
        return ", ".join(value) or None


LONGEST_ADDRESS: Final = 2_000
"""So many bytes of an address surely fit into a QR code."""


@dataclass(frozen=True)
class Address(Kind[str]):
    """A web address; its digits are Arabic, whatever was typed."""

    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> str:
        address = to_arabic(text_of(cell))
        known = re.fullmatch(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:\d+)?(/\S*)?", address)
        if not known or len(address.encode()) > LONGEST_ADDRESS:
            raise Refusal(cell_rules.BAD_ADDRESS, text=address)
        return address

    def empty(self) -> str:
        return ""

    def typed(self, value: str) -> Scalar:
        return value or None
