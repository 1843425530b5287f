"""How far a run has come, as one line on the screen. Knows nothing of what is done."""

import sys
import time
from collections.abc import Callable
from typing import Final, TextIO

from generator.thai.text import display_width, pad
from generator.words import Language, Words

_WORKING: Final = Words(
    "{bar} {done}/{total} {name} เหลือประมาณ {left}", "{bar} {done}/{total} {name}, about {left} left"
)
_MINUTES: Final = Words("{minutes} นาที {seconds} วินาที", "{minutes} min {seconds} s")
_SECONDS: Final = Words("{seconds} วินาที", "{seconds} s")
_BAR: Final = 20
"""The progress bar is so many columns wide."""


class Progress:
    """One line that says how far a run has come; it appears only after a second, and only on a screen."""

    def __init__(
        self, total: int, language: Language, stream: TextIO = sys.stderr, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.total = total
        self.done = 0
        self._language = language
        self._stream = stream
        self._clock = clock
        self._start = clock()
        self._width = 0

    def step(self, name: str) -> None:
        """Note that one more thing is done."""
        self.done += 1
        spent = self._clock() - self._start
        if spent < 1 or not self._stream.isatty():
            return
        left = self._time(round(spent / self.done * max(self.total - self.done, 0)))
        full = round(_BAR * min(self.done / max(self.total, 1), 1))
        bar = "█" * full + "░" * (_BAR - full)
        line = _WORKING.say(self._language, bar=bar, done=self.done, total=self.total, name=name, left=left)
        self._width = max(self._width, display_width(line))
        self._stream.write("\r" + pad(line, self._width))
        self._stream.flush()

    def _time(self, seconds: int) -> str:
        words = _MINUTES if seconds >= 60 else _SECONDS
        return words.say(self._language, minutes=seconds // 60, seconds=seconds % 60)

    def close(self) -> None:
        """Wipe the line."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0
