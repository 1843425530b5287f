"""What Excel offers and refuses beside a cell of each kind."""

from decimal import Decimal
from typing import Any

import pytest

from generator.model.codes import Code, DistrictName, Ref, Served
from generator.model.districts import DISTRICTS
from generator.model.kinds import TICK, Choice, Flag, Kind, Long, Source, Terms, Text, Validation
from generator.model.moments import Month, Year
from generator.model.quantities import Count, Money, Percent, Quantity
from generator.thai.dates import FISCAL_MONTHS

DIVISIONS = Source("ส่วนราชการ", named=False)
KEY = Code(r"\d{4}", example="8214")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Text(), None),
        (Long(), None),
        (Text(source=DIVISIONS), Validation(sources=(DIVISIONS,), strict=False)),
        (Terms(), None),
        (Terms(source=DIVISIONS), Validation(sources=(DIVISIONS,), strict=False)),
        (Choice(("ร่าง", "ลงนาม")), Validation(choices=("ร่าง", "ลงนาม"))),
        (Flag(), Validation(choices=(TICK,))),
        (Ref(KEY, "KR"), Validation(sources=(Source("KR"),), strict=False)),
        (Served(((KEY, DIVISIONS), (KEY, Source("KR")))), Validation(sources=(DIVISIONS, Source("KR")), strict=False)),
        (DistrictName(), Validation(choices=tuple(district.name for district in DISTRICTS))),
        (Quantity(), None),
        (Quantity(numeric=True), Validation(minimum=Decimal(0), maximum=Decimal(10**12), strict=False)),
        (Money(), Validation(minimum=Decimal(0), maximum=Decimal(10**12), strict=False)),
        (Percent(), Validation(minimum=Decimal(0), maximum=Decimal(100))),
        (Count(1, 5), Validation(minimum=Decimal(1), maximum=Decimal(5))),
        (Month(), Validation(choices=FISCAL_MONTHS)),
        (Year(), Validation(minimum=Decimal(2500), maximum=Decimal(2699))),
    ],
)
def test_excel_offers_what_a_kind_takes(kind: Kind[Any], expected: Validation | None) -> None:
    found = kind.validation()
    assert found == expected
    assert expected is None or (found is not None and found.strict is expected.strict)


def test_districts_are_offered_in_the_order_in_which_the_city_prints_them() -> None:
    assert [district.name for district in DISTRICTS[:3]] == ["ดินแดง", "ดุสิต", "ป้อมปราบศัตรูพ่าย"]
    assert [district.code for district in DISTRICTS] != sorted(district.code for district in DISTRICTS)
