"""Imports the programs that make the sample inputs, for as long as a test needs them. Knows no sample.

They are no package, and their names are common words: one is also that of the package that builds wheels.
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

SOURCE: Final = Path(__file__).parent.parent / "inputs" / "source"
NAMES: Final = {path.stem for path in SOURCE.glob("*.py")} | {path.parent.name for path in SOURCE.glob("*/__init__.py")}


def _loaded() -> list[str]:
    return [name for name in sys.modules if name.split(".")[0] in NAMES]


@contextmanager
def source_modules() -> Iterator[Callable[[str], ModuleType]]:
    """Give a function that imports one of the programs; forget them all afterwards, and bring back their namesakes."""
    kept = {name: sys.modules.pop(name) for name in _loaded()}
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.syspath_prepend(str(SOURCE))
            yield importlib.import_module
    finally:
        for name in _loaded():
            del sys.modules[name]
        sys.modules.update(kept)
