"""Checks of the KR workbook: districts and figures of the attachments, and what must add up. One fault per function."""

from collections.abc import Iterator
from decimal import Decimal

from generator.model.districts import DISTRICTS
from generator.model.finding import Finding
from generator.model.kr.agency import HOST
from generator.model.kr.attachment import Attachment, AttachmentRow
from generator.model.kr.book import KrBook
from generator.model.kr.key_result import KeyResult
from generator.model.quantities import figure
from generator.model.rules import book_rules as rules
from generator.thai.numerals import half_up

MOST_NAMES = 5
"""So many districts are named in one message; the others are counted."""


def double_district(book: KrBook) -> Iterator[Finding]:
    """Yield rows of an attachment whose district has a row already."""
    for attachment in book.attachments:
        seen: dict[str, AttachmentRow] = {}
        for row in attachment.rows:
            if row.district and (first := seen.setdefault(row.district.code, row)) is not row:
                values = {"name": row.district.name, "other": first.place("district").cell}
                yield row.place("district").finding(rules.DOUBLE_DISTRICT, **values).about(attachment.kr)


def missing_district(book: KrBook) -> Iterator[Finding]:
    """Yield attachments that lack some of the 50 districts, other than those whose names could not be read."""
    for attachment in book.attachments:
        present = {row.district for row in attachment.rows}
        missing = [district.name for district in DISTRICTS if district not in present]
        unread = sum("district" in row.origin.refused for row in attachment.rows)
        if len(missing) > unread and attachment.rows:
            values = {"count": len(missing), "names": _listed(missing)}
            yield attachment.header_place.finding(rules.MISSING_DISTRICT, **values).about(attachment.kr)


def wrong_group(book: KrBook) -> Iterator[Finding]:
    """Yield rows that put a district into another group."""
    for attachment in book.attachments:
        for row in attachment.rows:
            if row.district and row.group and row.group != row.district.group:
                values = {"name": row.district.name, "right": row.district.group, "text": row.group}
                yield row.place("group").finding(rules.WRONG_GROUP, **values).about(attachment.kr)


def no_number_column(book: KrBook) -> Iterator[Finding]:
    """Yield attachments without figures."""
    for attachment in book.attachments:
        if not attachment.headers:
            place = attachment.header_place
            yield place.finding(rules.NO_NUMBER_COLUMN).about(attachment.kr).once_final()


def no_target_column(book: KrBook) -> Iterator[Finding]:
    """Yield attachments whose stated target column is not there."""
    for attachment in book.attachments:
        if attachment.card.target_column and attachment.headers and attachment.target_index is None:
            place = attachment.card.place("target_column")
            yield place.finding(rules.NO_TARGET_COLUMN, text=attachment.card.target_column).about(attachment.kr)


def empty_figure(book: KrBook) -> Iterator[Finding]:
    """Yield number columns in which districts have no figure."""
    for attachment in book.attachments:
        for index, header in enumerate(attachment.headers):
            rows = (row for row in attachment.rows if row.district and not _refused(row))
            empty = [row for row in rows if not row.numbers[index]]
            if empty:
                names = [row.district.name for row in empty if row.district]
                column = empty[0].place("numbers", index)
                values = {"header": header.plain.replace("\n", " "), "count": len(empty), "names": _listed(names)}
                yield column.finding(rules.EMPTY_FIGURE, **values).about(attachment.kr)


def district_sum(book: KrBook) -> Iterator[Finding]:
    """Yield attachments whose targets do not add up to the total target, where that is a count."""
    for kr, attachment in _paired(book):
        if kr.target.number is None or _is_percentage(kr) or attachment.target_index is None:
            continue
        if any(map(_refused, attachment.rows)):  # what could not be read is missing from the sum
            continue
        index = attachment.target_index
        total = sum((row.numbers[index].number or Decimal(0) for row in attachment.rows), Decimal(0))
        if total != kr.target.number:
            values = {
                "total": figure(total),
                "target": figure(kr.target.number),
                "difference": figure(abs(total - kr.target.number)),
                "other": _where(kr, "target"),
            }
            yield attachment.header_place.finding(rules.DISTRICT_SUM, **values).about(kr.code)


def host_target(book: KrBook) -> Iterator[Finding]:
    """Yield host agencies whose target is not the total target."""
    by_code = {kr.code: kr for kr in book.key_results}
    for agency in book.agencies:
        kr = by_code.get(agency.kr)
        if kr is None or agency.role != HOST or agency.target.number is None or kr.target.number is None:
            continue
        if agency.target.number != kr.target.number:
            values = {"host": agency.target.text, "target": kr.target.text, "other": _where(kr, "target")}
            yield agency.place("target").finding(rules.HOST_TARGET, **values).about(kr.code)


def district_share(book: KrBook) -> Iterator[Finding]:
    """Yield districts whose target is not the stated percentage of the other number column, half rounded up."""
    for kr, attachment in _paired(book):
        target = attachment.target_index
        if kr.share is None or target is None or len(attachment.headers) != 2:
            continue
        for row in attachment.rows:
            base, found = row.numbers[1 - target].number, row.numbers[target].number
            if row.district is None or base is None or found is None:
                continue
            right = half_up(base * kr.share / 100)
            if found != right:
                values = {"name": row.district.name, "percent": figure(kr.share)}
                values |= {"base": figure(base), "right": figure(right), "found": figure(found)}
                yield row.place("numbers", target).finding(rules.DISTRICT_SHARE, **values).about(kr.code)


def share_unchecked(book: KrBook) -> Iterator[Finding]:
    """Yield shares per district that cannot be compared, for nobody knows which column they are of."""
    for kr, attachment in _paired(book):
        if kr.share is not None and attachment.target_index is not None and len(attachment.headers) != 2:
            values = {"percent": figure(kr.share), "count": len(attachment.headers)}
            yield kr.place("share").finding(rules.SHARE_UNCHECKED, **values).about(kr.code)


def share_not_target(book: KrBook) -> Iterator[Finding]:
    """Yield shares per district that are not the percentage of the total target."""
    for kr in book.key_results:
        number = kr.target.number
        if kr.share is not None and number is not None and _is_percentage(kr) and number != kr.share:
            values = {"percent": figure(kr.share), "target": figure(number), "other": kr.place("target").cell}
            yield kr.place("share").finding(rules.SHARE_NOT_TARGET, **values).about(kr.code)


def over_hundred(book: KrBook) -> Iterator[Finding]:
    """Yield percentages of more than a hundred."""
    for kr in book.key_results:
        if kr.target.number is not None and _is_percentage(kr) and kr.target.number > 100:
            finding = kr.place("target").finding(rules.OVER_HUNDRED, number=figure(kr.target.number))
            yield finding.about(kr.code)


def typed_total(book: KrBook) -> Iterator[Finding]:
    """Yield typed total rows that are not the sum of the districts above them."""
    for attachment in book.attachments:
        for total in attachment.totals if not any(map(_refused, attachment.rows)) else ():
            for index, typed in enumerate(total.numbers):
                found = sum((row.numbers[index].number or Decimal(0) for row in attachment.rows), Decimal(0))
                if typed.number is not None and typed.number != found:
                    values = {"typed": figure(typed.number), "total": figure(found)}
                    values |= {"difference": figure(abs(typed.number - found))}
                    values |= {"header": attachment.headers[index].plain.replace("\n", " ")}
                    yield total.place("numbers", index).finding(rules.TYPED_TOTAL, **values).about(attachment.kr)


def _refused(row: AttachmentRow) -> bool:
    """Return whether a figure of a row could not be read, which was said already."""
    return "numbers" in row.origin.refused


def _is_percentage(kr: KeyResult) -> bool:
    return kr.target.percent or kr.unit == "ร้อยละ"


def _paired(book: KrBook) -> Iterator[tuple[KeyResult, Attachment]]:
    by_code = {kr.code: kr for kr in book.key_results}
    for attachment in book.attachments:
        if attachment.kr in by_code:
            yield by_code[attachment.kr], attachment


def _listed(names: list[str]) -> str:
    more = f" …(+{len(names) - MOST_NAMES})" if len(names) > MOST_NAMES else ""
    return " ".join(names[:MOST_NAMES]) + more


def _where(kr: KeyResult, name: str) -> str:
    place = kr.place(name)
    return f"{place.sheet}!{place.cell}"
