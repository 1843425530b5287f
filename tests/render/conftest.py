"""What the tests of the engine share: documents filled, linted and validated."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.render.sample import Context, Filled, compiled


@pytest.fixture
def filled(tmp_path: Path, made: Callable[[Path], Path]) -> Callable[..., Filled]:
    """Return a function that fills a drawn template; what it makes is linted and validated."""
    numbers = count(1)

    def filled(body: str, context: Context | None = None, **more: Any) -> Filled:
        data = compiled(body, **more).fill(context or Context())
        path = tmp_path / f"{next(numbers)}.docx"
        path.write_bytes(data)
        made(path)
        return Filled(data)

    return filled
