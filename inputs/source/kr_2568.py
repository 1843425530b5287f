"""The key results of สำนักพัฒนาสังคม for the fiscal year 2568 as records. Knows no Excel."""

from typing import Final

import kr_8207
import kr_8214
import kr_8308

from generator.model.form import Rows
from generator.model.kr.agency import Agency
from generator.model.kr.definition import Definition
from generator.model.kr.key_result import KeyResult
from generator.model.kr.practice import Example, Standard
from generator.model.kr.settings import Settings

SETTINGS: Final = Settings(agency="สำนักพัฒนาสังคม", year=2568, exceptions=("PM 2.5", "COVID-19"))


def rows() -> Rows:
    """Return the records of the workbook, its key results in the order in which they were published."""
    return Rows(
        {
            Settings: [SETTINGS],
            KeyResult: [kr_8214.KEY_RESULT, kr_8207.KEY_RESULT, kr_8308.KEY_RESULT],
            Definition: [*kr_8214.DEFINITIONS, *kr_8207.DEFINITIONS, *kr_8308.DEFINITIONS],
            Agency: [*kr_8214.AGENCIES, *kr_8207.AGENCIES, *kr_8308.AGENCIES],
            Standard: [*kr_8214.STANDARDS, *kr_8207.STANDARDS, *kr_8308.STANDARDS],
            Example: [*kr_8214.EXAMPLES, *kr_8308.EXAMPLES],
        },
        [kr_8214.PAGE, kr_8308.PAGE],
    )
