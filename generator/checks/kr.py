"""All checks of the KR workbook, in the order in which they speak."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.checks import kr_figures, kr_names, kr_references, kr_ticks
from generator.model.finding import Finding
from generator.model.kr.book import KrBook

CHECKS: Final[tuple[Callable[[KrBook], Iterator[Finding]], ...]] = (
    kr_references.double_key,
    kr_references.dangling,
    kr_references.no_host,
    kr_references.no_definition,
    kr_references.broken_promise,
    kr_ticks.contrary_ticks,
    kr_ticks.unticked_support,
    kr_ticks.level_unsaid,
    kr_ticks.no_district_table,
    kr_ticks.unsaid_other,
    kr_ticks.unticked_words,
    kr_names.objective_two_names,
    kr_names.two_codes,
    kr_names.misspelt_agency,
    kr_names.wordings,
    kr_figures.double_district,
    kr_figures.missing_district,
    kr_figures.wrong_group,
    kr_figures.no_number_column,
    kr_figures.no_target_column,
    kr_figures.empty_figure,
    kr_figures.district_sum,
    kr_figures.host_target,
    kr_figures.district_share,
    kr_figures.share_unchecked,
    kr_figures.share_not_target,
    kr_figures.over_hundred,
    kr_figures.typed_total,
)


def check(book: KrBook) -> Iterator[Finding]:
    """Yield everything that is wrong between the facts of a book."""
    for rule in CHECKS:
        yield from rule(book)
