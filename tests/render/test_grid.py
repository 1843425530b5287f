"""Columns that are repeated share their width, and a table never grows."""

from hypothesis import given
from hypothesis import strategies as st

from generator.render.grid import NARROWEST, spread

WIDTHS = st.lists(st.integers(0, 6_000), min_size=1, max_size=8)


@given(st.data())
def test_a_table_is_as_wide_as_it_was_whatever_is_repeated(data: st.DataObject) -> None:
    widths = data.draw(WIDTHS)
    counts = data.draw(st.dictionaries(st.integers(0, len(widths) - 1), st.integers(0, 60)))
    columns = spread(widths, counts)
    assert [len(parts) for parts in columns] == [counts.get(index, 1) for index in range(len(widths))]
    assert all(width >= 0 for parts in columns for width in parts)
    left = any(widths[index] for index, parts in enumerate(columns) if parts)
    if left:
        assert sum(map(sum, columns)) == sum(widths)


@given(st.data())
def test_a_fixed_column_keeps_half_of_its_width_at_least(data: st.DataObject) -> None:
    widths = data.draw(WIDTHS)
    repeated = data.draw(st.integers(0, len(widths) - 1))
    columns = spread(widths, {repeated: data.draw(st.integers(0, 60))})
    assert all(parts[0] >= widths[i] // 2 - 1 for i, parts in enumerate(columns) if i != repeated)


def test_a_column_repeated_once_stays_as_it_is() -> None:
    assert spread([700, 3000, 5371], {0: 1, 2: 1}) == [[700], [3000], [5371]]


def test_repetitions_share_the_width_of_their_column() -> None:
    assert spread([3000, 6000], {1: 3}) == [[3000], [2000, 2000, 2000]]


def test_a_column_without_repetition_leaves_its_width_to_the_widest() -> None:
    assert spread([700, 3000, 1500, 3871], {0: 0, 3: 1}) == [[], [3700], [1500], [3871]]


def test_repetitions_take_from_the_fixed_columns_before_they_become_too_narrow() -> None:
    assert spread([4000, 2000], {1: 3}) == [[6000 - 3 * NARROWEST], [NARROWEST] * 3]


def test_columns_that_are_all_repeated_share_the_whole_width() -> None:
    assert spread([1000, 1000], {0: 1, 1: 0}) == [[2000], []]
    assert [sum(parts) for parts in spread([1000] * 3, {0: 7, 1: 7, 2: 7})] == [1000, 1000, 1000]
