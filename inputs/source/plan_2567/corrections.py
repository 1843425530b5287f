"""Where the published plan contradicts itself, and what this one says: place, one reading, the other, used, reason."""

from typing import Final

from generator.model.plan.controls import Correction
from generator.model.prose import Prose
from plan_2567.corrections_names import NAMES
from plan_2567.corrections_parts import PARTS
from plan_2567.corrections_tables import TABLES
from plan_2567.corrections_wording import WORDING

CORRECTIONS: Final = [
    Correction(where=where, one=Prose.of(one), other=Prose.of(other), used=Prose.of(used), reason=Prose.of(reason))
    for where, one, other, used, reason in (*PARTS, *TABLES, *NAMES, *WORDING)
]
