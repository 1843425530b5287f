"""What a computer needs to print, and the question whether it has it.

Starts nothing slow, so that it may be asked at any time; knows nothing of documents.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.pdf.font import Typeface, find_typeface
from generator.pdf.office import Office, find_office
from generator.words import Halt

METHOD = "6"  # to be raised whenever this room prints the same document differently


@dataclass(frozen=True, slots=True)
class Press:
    """A LibreOffice and a typeface."""

    office: Office
    typeface: Typeface

    @property
    def fingerprint(self) -> str:
        """Words that change whenever the same document might print differently."""
        return f"{METHOD} {self.office.version} {self.typeface.fingerprint}"


def find_press(environment: Mapping[str, str] = os.environ, places: Sequence[Path] | None = None) -> Press:
    """Return what this computer prints with.

    `environment` and `places` are those of `find_office` and `find_typeface`. Raises Halt when something is missing.
    """
    return Press(find_office(environment, places), find_typeface(environment))


def available(environment: Mapping[str, str] = os.environ, places: Sequence[Path] | None = None) -> Halt | None:
    """Return None where PDF can be made, else the Halt that says what is missing."""
    try:
        find_press(environment, places)
    except Halt as halt:
        return halt
    return None
