"""What the tests of handing out share: plan workbooks with short lists, for dozens are written."""

from collections.abc import Iterator

import pytest

from generator.workbook import lists


@pytest.fixture(scope="module", autouse=True)
def short_lists() -> Iterator[None]:
    """Let dropdowns offer thirty rows of a sheet instead of five hundred: nine tenths of what is written are these.

    Nothing here fills in more rows than that; tests/workbook/test_lists.py sees to long lists, and whole workbooks are
    made in tests/workbook/test_plan_workbook.py and compared with the shipped ones.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "REFERENCES", 30)
        patch.setattr(lists, "SPARE", 10)
        yield
