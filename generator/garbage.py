"""How often a process looks for what only points at itself: seldom, for hardly anything here does."""

import gc
from typing import Final

YOUNG: Final = 50_000
"""So many new objects are made before a process looks for garbage among them: at most some megabytes."""


def collect_seldom() -> None:
    """Let what a process has already stay, and look seldom through what it makes."""
    gc.freeze()
    gc.set_threshold(YOUNG)
