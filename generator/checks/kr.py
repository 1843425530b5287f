"""All checks of the KR workbook, in the order in which they speak."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.checks import kr_figures, kr_references
from generator.model.finding import Finding
from generator.model.kr.book import KrBook

CHECKS: Final[tuple[Callable[[KrBook], Iterator[Finding]], ...]] = (
    kr_references.double_key,
    kr_references.dangling,
    kr_references.no_host,
    kr_references.no_definition,
    kr_references.broken_promise,
    kr_figures.double_district,
    kr_figures.missing_district,
    kr_figures.wrong_group,
    kr_figures.no_number_column,
    kr_figures.no_target_column,
    kr_figures.empty_figure,
    kr_figures.district_sum,
    kr_figures.host_target,
    kr_figures.district_share,
)


def check(book: KrBook) -> Iterator[Finding]:
    """Yield everything that is wrong between the facts of a book."""
    for rule in CHECKS:
        yield from rule(book)
