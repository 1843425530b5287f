"""What we wrote into notes is taken out of them, wherever the texts of a note are parted, and in few steps."""

import pytest

from generator.workbook.notes import _BEGINNING, _END, _without_ours
from tests.steps import steps

OURS = f"{_BEGINNING}\nผิด\n{_END}"


@pytest.mark.parametrize("cut", range(0, len(f"ก\n{OURS}\nข") + 1, 7))
def test_what_we_wrote_goes_wherever_a_note_is_parted(cut: int) -> None:
    whole = f"ก\n{OURS}\nข"
    assert "".join(_without_ours([whole[:cut], whole[cut:]])) == "กข"


def test_what_stands_between_two_of_ours_stays_in_its_place() -> None:
    assert _without_ours(["ก", OURS, "ข", f"{OURS}ค", "ง"]) == ["ก", "", "ข", "ค", "ง"]
    assert _without_ours(["ก", "", "ข"]) == ["ก", "", "ข"]


def test_a_note_of_ten_times_as_many_pieces_takes_ten_times_as_many_steps() -> None:
    def taken(count: int) -> int:
        return steps(lambda: _without_ours([OURS] * count + [f"{OURS}ก" * count]))

    assert _without_ours([f"{OURS}ก" * 40]) == ["ก" * 40]
    assert taken(400) < 11 * taken(40)
