"""What we wrote into notes is taken out of them, wherever the texts of a note are parted, and in bounded time."""

import time

import pytest

from generator.workbook.notes import _BEGINNING, _END, _without_ours

OURS = f"{_BEGINNING}\nผิด\n{_END}"


@pytest.mark.parametrize("cut", range(0, len(f"ก\n{OURS}\nข") + 1, 7))
def test_what_we_wrote_goes_wherever_a_note_is_parted(cut: int) -> None:
    whole = f"ก\n{OURS}\nข"
    assert "".join(_without_ours([whole[:cut], whole[cut:]])) == "กข"


def test_what_stands_between_two_of_ours_stays_in_its_place() -> None:
    assert _without_ours(["ก", OURS, "ข", f"{OURS}ค", "ง"]) == ["ก", "", "ข", "ค", "ง"]
    assert _without_ours(["ก", "", "ข"]) == ["ก", "", "ข"]


def test_a_note_of_many_pieces_takes_the_time_that_their_number_takes() -> None:
    begun = time.process_time()
    assert _without_ours([f"{OURS}ก" * 4_000]) == ["ก" * 4_000]
    assert time.process_time() - begun < 2
